"""Cells of the act tables: how a row's needs and roles are written, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.errors import TableError
from dragoman.tables.load import cells

# The grammatical slots, "voice" for whose text it is and "light_actor" for who does what a noun
# tells, by its verb ("waged a war"); every other slot is a preposition by its own word.
_GRAMMATICAL = frozenset(
    {
        *("subj", "obj", "iobj", "prt", "adv", "aux", "xcomp", "ccomp", "purpose", "obliged"),
        "done",
        *("poss", "adj", "comp", "voice", "light_actor"),
    }
)
PREPOSITIONS = frozenset(
    {
        *("of", "with", "to", "against", "on", "upon", "from", "for", "at", "in", "into", "over"),
        *("about", "between", "by", "toward", "towards", "as", "after", "among", "amid", "within"),
        *("without", "under", "through", "via", "across", "around", "behind", "before", "beyond"),
        *("despite", "during", "inside", "near", "off", "onto", "out", "outside", "per"),
        *("regarding", "concerning", "since", "than", "throughout", "until", "alongside", "beside"),
        *("besides", "along", "up", "down", "past", "unto", "versus", "like", "because_of"),
        *("in_response_to", "in_retaliation_for", "on_behalf_of", "in_favor_of", "in_favour_of"),
        *("in_support_of", "out_of", "away_from", "as_of", "due_to", "such_as", "together_with"),
        *("along_with", "in_front_of", "in_exchange_for", "in_return_for", "ahead_of"),
        *("according_to", "instead_of", "as_to"),
    }
)
SLOTS = _GRAMMATICAL | PREPOSITIONS


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on one slot of an act.

    One of: any word is there (`anything`); a party is there (`wants_actor`); a word of `any_of` is
    there, or, when `negative`, is not there.
    """

    slot: str
    any_of: frozenset[str] = frozenset()
    negative: bool = False
    wants_actor: bool = False
    anything: bool = False


def read_needs(
    cell: str, classes: Mapping[str, frozenset[str]], where: str = "needs"
) -> tuple[Need, ...]:
    """The needs of a cell such as "obj=!@sport against=$actor", its word classes spelled out.

    Raises: TableError for an unknown slot or class, or a need without "=".

    >>> read_needs("prt=out obj=*", {})[1]
    Need(slot='obj', any_of=frozenset(), negative=False, wants_actor=False, anything=True)
    """
    return tuple(_need(part, classes, where) for part in cell.split())


def read_roles(cell: str, where: str = "roles") -> tuple[tuple[str, ...], ...]:
    """The alternatives of a role cell, in order of preference.

    Raises: TableError for an unknown slot.

    >>> read_roles("subj+with|poss")
    (('subj', 'with'), ('poss',))
    """
    roles = _alternatives(cell)
    for together in roles:
        for slot in together:
            _check_slot(slot, where)
    return roles


@lru_cache(1024)
def _alternatives(cell: str) -> tuple[tuple[str, ...], ...]:
    """A role cell taken apart; of the thousands in the tables a few hundred differ."""
    return tuple(tuple(together.split("+")) for together in cells(cell))


def _need(part: str, classes: Mapping[str, frozenset[str]], where: str) -> Need:
    slot, has_value, value = part.partition("=")
    if not has_value or not value:
        raise TableError(f"act row ({where}) has the need {part!r}", "Write it slot=word.")
    _check_slot(slot, where)
    if value in ("*", "$actor"):
        return Need(slot, wants_actor=value == "$actor", anything=value == "*")
    words: set[str] = set()
    for word in cells(value.removeprefix("!")):
        words |= _class(word, classes, where) if word.startswith("@") else {word}
    return Need(slot, frozenset(words), negative=value.startswith("!"))


def _check_slot(slot: str, where: str) -> None:
    if slot not in SLOTS:
        raise TableError(
            f"act row ({where}) has the unknown slot {slot!r}",
            f"Known: {', '.join(sorted(SLOTS))}.",
        )


def _class(word: str, classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    name = word.removeprefix("@")
    if name not in classes:
        raise TableError(
            f"act row ({where}) has the unknown class {word!r}",
            "Add it to word_classes.csv or name a class that is there.",
        )
    return classes[name]
