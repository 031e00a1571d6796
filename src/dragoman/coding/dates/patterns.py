"""Patterns over word classes, and the places in a text where they fit.

The rows of `tables/date_patterns.csv` become regular expressions over the class string of
words.py, in which each word is one character; so a group of a match is a range of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.dates.words import Tokens, read_tokens, vocabulary
from dragoman.errors import TableError
from dragoman.tables.load import Row, cells, load

PREFIX = "prefix "
PART = "part "
NAMED = re.compile(r"(\w+)=(.*)")
# "The end of two years" narrows nothing: these have no beginning and end of their own.
NEVER_NARROWED = frozenset({"duration", "set", "weekday_set", "present", "clock"})
# No prefix in the table is longer; a bound keeps the search for prefixes off the whole text.
LONGEST_PREFIX = 10


@dataclass(frozen=True, slots=True)
class Found:
    """Words `first` up to `last` (exclusive) that fit a pattern, and the words it names."""

    meaning: str
    tokens: Tokens
    first: int
    last: int
    named: dict[str, tuple[int, int]]
    prefixes: tuple[Found, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.named

    def value(self, name: str, default: str = "") -> str:
        """The value of the first word kept under `name`."""
        place = self.named.get(name)
        return self.tokens.values[place[0]] if place else default

    def number(self, name: str) -> int:
        """The number in the first word kept under `name`, its letters left out ("9th" is 9)."""
        return int(re.sub(r"\D", "", self.value(name)) or 0)

    def word(self, name: str) -> str:
        """The first word kept under `name`, in lower case; "" without one."""
        place = self.named.get(name)
        return self.tokens.word(place[0]).lower() if place else ""

    def words(self) -> list[str]:
        """All its words in lower case."""
        return [self.tokens.word(place).lower() for place in range(self.first, self.last)]

    @property
    def start(self) -> int:
        """Offset of its first character, prefixes included."""
        return self.tokens.starts[self.prefixes[-1].first if self.prefixes else self.first]

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tokens.ends[self.last - 1]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A meaning and the regular expression over class strings that it is found by."""

    meaning: str
    expression: re.Pattern[str]


def find_patterns(text: str) -> list[Found]:
    """The time expressions of a text, in order and apart from one another, not yet understood.

    >>> [found.meaning for found in find_patterns("On 5 May 2021 and again last week")]
    ['calendar_day', 'which_unit']
    """
    tokens = read_tokens(text)
    bases, prefixes = patterns()
    if not _starters().search(tokens.classes):
        return []
    candidates = [
        Found(pattern.meaning, tokens, match.start(), match.end(), _named(match))
        for pattern in bases
        for match in pattern.expression.finditer(tokens.classes)
    ]
    return _uncovered([_with_prefixes(found, prefixes) for found in _apart(candidates)])


@cache
def patterns() -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    """The patterns of expressions, and those of what may stand in front of one."""
    rows = load("date_patterns", ("meaning", "pattern", "after"))
    parts = {
        row["meaning"].removeprefix(PART): row["pattern"]
        for row in rows
        if row["meaning"].startswith(PART)
    }
    bases, prefixes = [], []
    for row in rows:
        if row["meaning"].startswith(PREFIX):
            expression = re.compile(_expression(row, parts) + r"\Z")
            prefixes.append(Pattern(row["meaning"].removeprefix(PREFIX), expression))
        elif not row["meaning"].startswith(PART):
            bases.append(Pattern(row["meaning"], re.compile(_expression(row, parts))))
    return tuple(bases), tuple(prefixes)


@cache
def _starters() -> re.Pattern[str]:
    """Fits any class that a time expression cannot do without, to pass over text that has none."""
    apart = vocabulary().characters
    common = {
        "the", "a", "of", "and", "or", "in", "on", "for", "since", "from", "to", "through",
        "between", "about", "amount", "more", "less", "than", "least", "most", "up", "per", "point",
        "this", "that", "same", "label", "counted", "games", "possessive", "future_cue", "past_cue",
        "word", "comma", "dot", "apos", "dash", "slash", "open", "close", "currency", "stop",
        "other", "break", "figure", "before", "after",
    }  # fmt: skip
    return re.compile("[" + "".join(c for name, c in apart.items() if name not in common) + "]")


def _named(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {
        name.rstrip("_"): match.span(name)
        for name, found in match.groupdict().items()
        if found is not None
    }


def _apart(candidates: list[Found]) -> list[Found]:
    """The leftmost longest of what overlaps."""
    taken: list[Found] = []
    end = 0
    for found in sorted(candidates, key=lambda each: (each.first, -each.last)):
        if found.first >= end:
            taken.append(found)
            end = found.last
    return taken


def _uncovered(found: list[Found]) -> list[Found]:
    """Those outside the prefix of the next, as "ten months" of 1915 is not."""
    covered_from = [after.start for after in found[1:]]
    return [
        one
        for place, one in enumerate(found)
        if place == len(covered_from) or one.end <= covered_from[place]
    ]


def _with_prefixes(found: Found, prefixes: tuple[Pattern, ...]) -> Found:
    if found.meaning in NEVER_NARROWED:
        return found
    inner: list[Found] = []
    first = found.first
    while match := _longest_before(found.tokens.classes, first, prefixes):
        inner.append(Found(match[0], found.tokens, match[1].start(), first, _named(match[1])))
        first = match[1].start()
    return Found(found.meaning, found.tokens, found.first, found.last, found.named, tuple(inner))


def _longest_before(
    classes: str, end: int, prefixes: tuple[Pattern, ...]
) -> tuple[str, re.Match[str]] | None:
    start = max(0, end - LONGEST_PREFIX)
    found = [
        (pattern.meaning, match)
        for pattern in prefixes
        if (match := pattern.expression.search(classes, start, end))
    ]
    return min(found, key=lambda each: each[1].start(), default=None)


def _expression(row: Row, parts: dict[str, str]) -> str:
    """The regular expression of a row."""
    return (
        _beside(row["after"], "(?<=", "^")
        + _beside(row["not_after"], "(?<!")
        + "".join(_pieces(row["pattern"], parts, set()))
        + _beside(row["before"], "(?=", "$")
        + _beside(row["not_before"], "(?!")
    )


def _beside(names: str, opening: str, edge: str = "") -> str:
    if not names:
        return ""
    wanted = cells(names)
    inner = _characters([name for name in wanted if name != "edge"])
    return f"(?:{opening}{inner})|{edge})" if "edge" in wanted else f"{opening}{inner})"


def _pieces(pattern: str, parts: dict[str, str], used: set[str]) -> Iterator[str]:
    """The regular expression of a pattern by pieces; a name used twice gets a mark behind it."""
    for piece in pattern.split():
        if piece in ("(", "|", ")", ")?"):
            yield "(?:" if piece == "(" else piece
            continue
        body, optional = (piece[:-1], "?") if piece.endswith("?") else (piece, "")
        named = NAMED.fullmatch(body)
        if named:
            name = _unused(named[1], used)
            yield f"(?P<{name}>"
            yield "" if named[2] == "(" else _characters(cells(named[2])) + ")" + optional
        elif body in parts:
            yield "(?:" + "".join(_pieces(parts[body], parts, used)) + ")" + optional
        else:
            yield _characters(cells(body)) + optional


def _unused(name: str, used: set[str]) -> str:
    while name in used:
        name += "_"
    used.add(name)
    return name


def _characters(names: list[str] | tuple[str, ...]) -> str:
    characters = vocabulary().characters
    if unknown := [name for name in names if name not in characters]:
        raise TableError(
            f"date_patterns.csv names a class {unknown[0]!r} that date_words.csv does not have",
            "Correct the name, or give the class a word.",
        )
    return "[" + "".join(characters[name] for name in names) + "]"
