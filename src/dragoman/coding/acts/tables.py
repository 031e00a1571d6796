"""Act tables: how news says that an act was done, read from tables/acts_*.csv into lookup form.

A row names the act's head word, what must stand in the slots around it (its needs), the event type
and mode it makes, and which slots hold the parties. Beside the rows stand the verbs that lend a
nominal act its doer ("hold talks"), the codebook's scores, the words that tell contexts, and the
nearest CAMEO codes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dragoman.coding.acts.cells import Need, read_needs, read_roles
from dragoman.errors import TableError
from dragoman.model.events import EVENT_TYPES
from dragoman.tables.load import Row, cells, load

ACT_FILES = ("acts_operators", "acts_cooperation", "acts_conflict")
_KEY = ("lemma", "pos", "needs")
_TYPES = frozenset(("", *EVENT_TYPES))
_PARTS_OF_SPEECH = ("verb", "noun", "adj")
_COMPLEMENTS = (
    "", "absorb", "promise", "keep", "hypothetical", "negated", "future", "both", "mode",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActRow:
    """One way to say an act.

    `type` is "" for an operator, which only changes the act below it, and for a sense that is no
    act at all ("meet the deadline"). `actor` and `recipient` hold alternatives in order of
    preference, each the slots that fill the role together: (("subj", "with"), ("poss",)).
    """

    lemma: str
    pos: str
    needs: tuple[Need, ...]
    needs_text: str
    type: str
    mode: tuple[str, ...]
    actor: tuple[tuple[str, ...], ...]
    recipient: tuple[tuple[str, ...], ...]
    complement: str
    context: tuple[str, ...]
    cameo: str | None
    example: str


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends a nominal act its parties: the slots of the verb that hold them."""

    verb: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActTables:
    """The act tables, indexed.

    `rows` are by (lemma, part of speech), the narrowest first. `light_verbs` are by verb,
    `contexts` by word, `scores` and `cameo` by (type, mode), mode "" for the type itself.
    """

    rows: Mapping[tuple[str, str], tuple[ActRow, ...]]
    light_verbs: Mapping[str, LightVerb]
    scores: Mapping[tuple[str, str], float]
    contexts: Mapping[str, tuple[str, ...]]
    cameo: Mapping[tuple[str, str], str]

    def score(self, event_type: str, modes: Iterable[str] = ()) -> float:
        """The codebook's score: that of the mode farthest from 0, or the type's without a mode.

        >>> load_act_tables().score("CONSULT", ("phone", "multilateral"))
        4.0
        """
        of_modes = [self.scores[event_type, mode] for mode in modes]
        return max(of_modes, key=abs, default=self.scores[event_type, ""])

    def cameo_code(self, event_type: str, modes: Iterable[str] = ()) -> str:
        """The nearest CAMEO code of a type and its first mode that has one.

        >>> load_act_tables().cameo_code("CONSULT", ("visit",))
        '042'
        """
        found = (self.cameo.get((event_type, mode)) for mode in (*modes, ""))
        return next(code for code in found if code)


def load_act_tables(own: Path | None = None) -> ActTables:
    """The package's act tables, with those of the user's folder `own` laid over them.

    Raises: TableError for an unknown type, mode, slot, class or context.

    >>> [row.type for row in load_act_tables().rows["condemn", "verb"]][:1]
    ['ACCUSE']
    """
    scores = _scores(own)
    contexts = {row["word"]: cells(row["context"]) for row in load("contexts", ("word",), own)}
    known = _Known(_classes(own), _modes(scores), frozenset(chain.from_iterable(contexts.values())))
    rows = [
        act_row
        for name in ACT_FILES
        for cell_row in load(name, _KEY, own)
        if (act_row := _act_row(cell_row, known))
    ]
    return ActTables(
        rows=_by_word(rows),
        light_verbs=_light_verbs(own),
        scores=scores,
        contexts=contexts,
        cameo={
            (row["type"], row["mode"]): row["cameo"]
            for row in load("cameo_codes", ("type", "mode"), own)
        },
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a row may name: word classes, the modes of each type, contexts."""

    classes: Mapping[str, frozenset[str]]
    modes: Mapping[str, frozenset[str]]
    contexts: frozenset[str]


def _act_row(row: Row, known: _Known) -> ActRow:
    where = f"{row['lemma']}, {row['pos']}, {row['needs']!r}"
    modes, context = cells(row["mode"]), cells(row["context"])
    _check("part of speech", (row["pos"],), _PARTS_OF_SPEECH, where)
    _check("event type", (row["type"],), _TYPES, where)
    _check("mode", modes, known.modes.get(row["type"], ()), where)
    _check("complement", (row["complement"],), _COMPLEMENTS, where)
    _check("context", context, known.contexts, where)
    return ActRow(
        lemma=row["lemma"],
        pos=row["pos"],
        needs=read_needs(row["needs"], known.classes, where),
        needs_text=row["needs"],
        type=row["type"],
        mode=modes,
        actor=read_roles(row["actor"], where),
        recipient=read_roles(row["recipient"], where),
        complement=row["complement"],
        context=context,
        cameo=row["cameo"] or None,
        example=row["example"],
    )


def _check(what: str, values: Iterable[str], allowed: Collection[str], where: str) -> None:
    for value in values:
        if value not in allowed:
            raise TableError(
                f"act row ({where}) has the unknown {what} {value!r}",
                f"Known: {', '.join(sorted(filter(None, allowed)))}.",
            )


def _by_word(rows: Iterable[ActRow]) -> dict[tuple[str, str], tuple[ActRow, ...]]:
    """Rows by head word, the narrowest first; of two as narrow the one that stands earlier."""
    by_word: dict[tuple[str, str], list[ActRow]] = {}
    for row in rows:
        by_word.setdefault((row.lemma, row.pos), []).append(row)
    return {word: tuple(sorted(found, key=_breadth)) for word, found in by_word.items()}


def _breadth(row: ActRow) -> tuple[int, int, int, int]:
    """How wide a row is: wider the fewer things it asks for, the fewer in words, the more words.

    What must not be there only counts between rows that ask for as much.
    """
    asked = [need for need in row.needs if not need.negative]
    named = [need for need in asked if need.any_of]
    words = sum(len(need.any_of) for need in named)
    return -len(asked), -len(named), words, -len(row.needs)


def _scores(own: Path | None) -> dict[tuple[str, str], float]:
    return {
        (row["type"], row["mode"]): float(row["score"])
        for row in load("scores", ("type", "mode"), own)
    }


def _modes(scores: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    modes: dict[str, set[str]] = {}
    for kind, mode in scores:
        modes.setdefault(kind, set()).add(mode)
    return {kind: frozenset(names) for kind, names in modes.items()}


def _classes(own: Path | None) -> dict[str, frozenset[str]]:
    members: dict[str, set[str]] = {}
    for row in load("word_classes", ("class", "lemma"), own):
        members.setdefault(row["class"], set()).add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in members.items()}


def _light_verbs(own: Path | None) -> dict[str, LightVerb]:
    return {
        row["verb"]: LightVerb(row["verb"], cells(row["actor"]), cells(row["recipient"]))
        for row in load("light_verbs", ("verb",), own)
    }
