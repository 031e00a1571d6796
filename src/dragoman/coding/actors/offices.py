"""Offices: who held which office on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.coding.actors.names import atoms
from dragoman.tables.load import SHIPPED, Row, cells, load

_KEY = ("code", "role", "name", "start")
# Titles that news uses for one another; a state's tables hold one of each family.
_SIMILAR = (
    frozenset(
        {
            *("president", "prime minister", "premier", "chancellor", "leader", "supreme leader"),
            *("king", "queen", "emir", "sultan", "emperor", "general secretary", "chairman"),
        }
    ),
    frozenset({"foreign minister", "foreign secretary", "secretary of state"}),
    frozenset({"defence minister", "defense minister", "defense secretary", "defence secretary"}),
)
_SMALL_WORDS = frozenset({"of", "the", "to", "for", "in", "and", "chief"})
_PARTICLES = frozenset(
    {
        *("al", "el", "bin", "ibn", "bint", "abu", "abd", "de", "da", "do", "dos", "del", "della"),
        *("di", "van", "von", "der", "den", "la", "le", "ter", "ben", "jr", "sr", "ii", "iii"),
        *("sheikh", "sheik", "sir", "mr", "mrs", "ms", "dr", "prince", "king", "pope", "general"),
    }
)
LAST_DAY = "9999-12-31"
# How long after leaving office a bare surname is still read as that person.
_YEARS_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Office:
    """A person's time in an office; `start` and `end` are ISO dates, empty where unknown.

    `code` is a state's code or the key of an organisation or group.
    """

    code: str
    role: str
    sector: tuple[str, ...]
    name: str
    start: str
    end: str

    def is_held(self, day: str) -> bool:
        """Whether it was held on an ISO day."""
        return self.start <= day and (not self.end or day <= self.end)


Held = tuple[Office, tuple[str, ...]]
"""An office with all names of its holder."""


def load_offices(own: Path | None = None) -> list[Held]:
    """Every office of the tables with all names of its holder, in the order of the tables.

    Raises: TableError for a table that cannot be read.
    """
    return [
        (_office(row), (row["name"], *cells(row["aliases"])))
        for table in office_tables()
        for row in load(table, _KEY, own)
    ]


def office_tables() -> list[str]:
    """The names of the package's tables of offices, one for each part of the world."""
    return sorted(path.stem for path in SHIPPED.glob("offices*.csv"))


def _office(row: Row) -> Office:
    sector = cells(row["sector"])
    return Office(row["code"], row["role"], sector, row["name"], row["start"], row["end"])


def choose(
    offices: Iterable[Office], day: date | None, *, role: str | None = None
) -> Office | None:
    """The office that is meant: the one most like the title, held on the day.

    Where none was held then, the one left last before it, else the first taken up after it.
    Without a day the latest counts. None where there are no offices.
    """
    at = day.isoformat() if day else LAST_DAY
    return max(
        offices,
        key=lambda o: (likeness(o.role, role) if role else 0, _nearness(o, at)),
        default=None,
    )


def likeness(held: str, asked: str) -> int:
    """How well a title fits an office: 3 the same, 2 one of its family, 1 a word shared, 0 not."""
    if held == asked:
        return 3
    if any(held in family and asked in family for family in _SIMILAR):
        return 2
    return 1 if set(held.split()) & set(asked.split()) - _SMALL_WORDS else 0


def _nearness(office: Office, at: str) -> tuple[int, int]:
    if office.is_held(at):
        return 2, _days(office.start)
    return (1, _days(office.end)) if office.start <= at else (0, -_days(office.start))


def _days(day: str) -> int:
    return int(day.replace("-", "") or 0)


def is_remembered(office: Office, day: date | None) -> bool:
    """Whether a bare surname may still mean the holder: in office, or out of it some years."""
    if day is None:
        return True
    last = f"{day.year - _YEARS_REMEMBERED}{day.isoformat()[4:]}"
    return office.start <= day.isoformat() and (not office.end or office.end >= last)


def by_name_part(offices: Iterable[Office]) -> Mapping[str, tuple[Office, ...]]:
    """Offices by each part of their holders' names that tells people apart, in lower case."""
    found: dict[str, list[Office]] = {}
    for office in offices:
        for part in name_parts(office.name):
            found.setdefault(part, []).append(office)
    return {part: tuple(held) for part, held in found.items()}


def name_parts(name: str) -> frozenset[str]:
    """The parts of a name that tell people apart, in lower case.

    >>> sorted(name_parts("Sheikh Tamim bin Hamad Al-Thani"))
    ['hamad', 'tamim', 'thani']
    """
    words = name.split()
    if not "".join(words).isalnum() or not name.isascii():
        words = [atom for word in words for atom in atoms(word)]
    parts = [word.lower() for word in words]
    return frozenset([part for part in parts if len(part) > 1 and part not in _PARTICLES])
