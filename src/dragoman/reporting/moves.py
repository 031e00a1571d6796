"""Moves: what `dyads` gives, as text, as plain data and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from dragoman.asking.days import iso_written
from dragoman.asking.measured_words import numbers, placebos
from dragoman.asking.names import names_of, sentence
from dragoman.measuring.movers import Mover
from dragoman.model.assessment import Relation
from dragoman.reporting.lines import in_lines
from dragoman.reporting.results import Tabular


@dataclass(frozen=True, slots=True)
class Link:
    """An event, or a day's score, that stands behind a move: its day, its id, whose, what."""

    day: str
    id: str
    dataset: str
    told: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A pair that moved, and the events behind it."""

    mover: Mover
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Moves(Tabular):
    """The pairs that moved most after a day, the furthest first; its rows are the pairs.

    `among` says how many pairs had news enough to be ranked.
    """

    items: tuple[Moved, ...]
    among: int
    since: str
    as_of: str
    dataset: str
    unit: Literal["events", "scores"]
    relation: Relation

    def __iter__(self) -> Iterator[Moved]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Moved:
        return self.items[place]

    def records(self) -> list[dict[str, Any]]:
        """One record a pair: rank, word, placebos, the move, the events behind it."""
        return [
            {
                "rank": one.mover.rank,
                "a": one.mover.pair[0],
                "b": one.mover.pair[1],
                "verdict": one.mover.change.verdict,
                "space": asdict(one.mover.change.space),
                "time": asdict(one.mover.change.time),
                "found": asdict(found) if found else None,
                "events": [asdict(link) for link in one.links],
            }
            for one in self.items
            for found in (one.mover.change.counts or one.mover.change.scores,)
        ]

    def record(self) -> dict[str, Any]:
        """The moves as plain data, in the form of `dragoman dyads --json`."""
        named = ("since", "as_of", "dataset", "unit", "relation", "among")
        return {name: getattr(self, name) for name in named} | {"dyads": self.records()}

    def __str__(self) -> str:
        return "\n".join(_lines(self)) + "\n"


def _lines(moves: Moves) -> Iterator[str]:
    head = (
        f"{sentence(moves.relation)} in the four weeks from {iso_written(moves.since)} against the "
        f"26 before, in {moves.dataset}: the {len(moves)} of {moves.among} pairs that rose most. "
        "Some rise at any time: the placebos say how many."
    )
    yield from in_lines(head)
    for one in moves.items:
        change = one.mover.change
        yield ""
        yield f"{one.mover.rank}. {names_of(one.mover.pair)}: {change.verdict}"
        for told in (*numbers(change), *placebos(change)):
            yield from in_lines(told, "    ", "      ")
        links = [f"{link.day} {link.told} ({link.dataset} {link.id})" for link in one.links]
        for link in links or ["no event of theirs is in this store"]:
            yield f"    → {link}"
