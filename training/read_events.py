"""Coded events that a strict reader judged, and what a coder of now makes of them.

`acts/read/` has events that the coder gave on news it has not learned from, each with the reader's
verdict and, where a party, the type or the status was wrong, what is right (acts/README.md). A line
is found again by its place in the corpus; its article are the twenty lines around it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from acts import digest, read_texts

from dragoman.coding.code import acts_of, code_article
from dragoman.coding.confidence import features
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.readings import read
from dragoman.coding.records import record
from dragoman.model.events import RECIPROCAL_TYPES, Event
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

LINES = 20
"""Lines of an article, as the events were coded that the reader saw."""
PUBLISHED = "2005-06-01"
RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Coded:
    """What counts as right or wrong of an event: its type, and who stands on which side."""

    type: str
    actor: frozenset[str]
    recipient: frozenset[str]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Coded:
        """From a row's columns; the sides of a mutual type are one."""
        actor, recipient = frozenset(row["actor"]), frozenset(row["recipient"])
        if row["type"] in RECIPROCAL_TYPES or actor == recipient:
            actor, recipient = actor | recipient, frozenset()
        return cls(row["type"], actor, recipient)


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event that was judged: its line, where its words stand there, and what was right."""

    line: int
    trigger: tuple[int, int]
    coded: Coded
    status: str
    verdict: str
    right: Coded | None

    def is_right(self, found: Coded, status: str) -> bool:
        """Whether an event of the same words is right, by what the reader saw."""
        if found == self.coded and status == self.status:
            return self.verdict == RIGHT
        return found == self.right or (found == self.coded and self.verdict == "status")


def read_events(folder: Path, corpus: Path) -> Iterator[list[tuple[str, list[ReadEvent]]]]:
    """The articles with judged events: the lines of each, with the events of every line."""
    lines = read_texts(corpus)["voa"]
    by_line: dict[int, list[ReadEvent]] = defaultdict(list)
    for row in map(json.loads, (folder / "voa.jsonl").read_text("utf-8").splitlines()):
        if digest(lines[row["line"]]) != row["hash"]:
            raise ValueError(f"line {row['line']} of voa is not the text that was read")
        by_line[row["line"]].append(_event(row))
    for first in sorted({line // LINES * LINES for line in by_line}):
        numbers = range(first, min(first + LINES, len(lines)))
        yield [(lines[number], by_line.get(number, [])) for number in numbers]


def _event(row: Mapping[str, Any]) -> ReadEvent:
    start, end = row["trigger"]
    coded = Coded.of(row["coded"])
    right = Coded.of(row["right"]) if "right" in row else None
    return ReadEvent(
        row["line"], (start, end), coded, row["coded"]["status"], row["verdict"], right
    )


def judged_now(
    article: Sequence[tuple[str, list[ReadEvent]]], knowledge: Knowledge, network: Network
) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each event given now where one was judged, and whether it is right."""
    starts = accumulate((len(line) + 1 for line, _ in article), initial=0)
    judged = [
        (start + event.trigger[0], start + event.trigger[1], event)
        for start, (_, events) in zip(starts, article, strict=False)
        for event in events
    ]
    text = "\n".join(line for line, _ in article)
    parsed = parse(Article("read", text, published=PUBLISHED), network)
    given = {event.id: event for event in code_article(parsed, knowledge)}
    reading = read(parsed, knowledge)
    for parties in reading.parties:
        acts = acts_of(reading, parties)
        for found in acts:
            event = given.get(record(reading, found, acts).event.id)
            if event and (read_one := _judged_at(event, judged)):
                values = features(parties.sentence, found.draft, found.sides, found.status)
                yield dict(values), read_one.is_right(_coded(event), event.status)


def _judged_at(event: Event, judged: Sequence[tuple[int, int, ReadEvent]]) -> ReadEvent | None:
    """The judged event that has words in common with one given now."""
    span = event.trigger
    return next((one for start, end, one in judged if start < span.end and span.start < end), None)


def _coded(event: Event) -> Coded:
    sides = {"actor": event.actor, "recipient": event.recipient}
    keys = {name: [party.key for party in side] for name, side in sides.items()}
    return Coded.of({"type": event.type, **keys})
