"""The words of a text as a time grammar sees them: one character a word, which names its class.

"By early October, 12 ships" becomes the classes in, early, month, comma, num, word. Patterns over
such strings are short and quick; every class stands in `tables/date_words.csv` or in SHAPES below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.tables.load import load

TOKEN = re.compile(
    r"""
    (?P<bc>B\.C\.(?:E\.)?|B\.C\b) | (?P<ad>A\.D\.)
  | (?P<word>Q[1-4]\b|[^\W\d_]+)
  | (?P<break>\n\s*\n)
  | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-])|\d{4}/\d\d/\d\d(?!\d))
  | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))
  | (?P<clock>\d{1,2}(?:[:.]\d\d){0,2}\s?(?:[ap]\.m\.|[aApP][mM]\b|A\.M\.|P\.M\.)
             |[0-2]?\d:[0-5]\d(?:\s?(?:hrs|hours)\b)?(?![\d:])|[0-2]\d[0-5]\d\s?(?:hrs|GMT|UTC)\b)
  | (?P<decade>['’]?(?:1\d|20)?\d0['’]?s\b)
  | (?P<shortyear>['’]\d\d(?![\d\w]))
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:[.,]\d+)*[^\W_]*)
  | (?P<dash>[-–—‐‑])
  | (?P<comma>,) | (?P<dot>\.) | (?P<apos>['’]) | (?P<slash>/) | (?P<open>[(\[]) | (?P<close>[)\]])
  | (?P<currency>[$€£¥#§]) | (?P<stop>[;:!?"“”])
  | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
SHAPES = (
    *sorted(set(TOKEN.groupindex) - {"number"}),
    "num",
    "tens",
    "hundreds",
    "year",
    "old_year",
    "figure",
    "holiday",
    "word",
)
YEARS = range(1000, 2200)
# Four digits in this range are taken for a year unless something speaks against it.
LIKELY_YEARS = range(1900, 2050)
LONGEST_MONTH = 31
YEAR_FIGURES = 4


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each starts and ends, its value, and the string of classes."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[str, ...]
    classes: str

    def word(self, index: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Class and value of every word of the tables, and the character that stands for each class."""

    words: dict[str, tuple[str, str]]
    characters: dict[str, str]
    holidays: dict[str, str]
    holiday_starts: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The time words of the tables, read once.

    >>> vocabulary().words["March"][1], "march" in vocabulary().words
    ('3', False)
    """
    rows = load("date_words", ("word",))
    names = sorted({row["class"] for row in rows} | set(SHAPES))
    characters = {name: chr(0x100 + place) for place, name in enumerate(names)}
    words = {
        form: (characters[row["class"]], row["value"])
        for row in rows
        for form in _forms(row["word"], row["case"])
    }
    holidays = {row["name"]: row["rule"] for row in load("holidays", ("name",))}
    starts: dict[str, list[str]] = {}
    for name in sorted(holidays, key=len, reverse=True):
        found = TOKEN.match(name)
        starts.setdefault(found[0] if found else name, []).append(name)
    return Vocabulary(words, characters, holidays, {k: tuple(v) for k, v in starts.items()})


def read_tokens(text: str) -> Tokens:
    """The tokens of a text with their classes.

    >>> tokens = read_tokens("on May 5")
    >>> [tokens.word(place) for place in range(3)], tokens.values
    (['on', 'May', '5'], ('', '5', '5'))
    """
    columns = list(zip(*_classified(text), strict=True)) or [()] * 4
    starts, ends, classes, values = columns
    return Tokens(text, starts, ends, values, "".join(classes))


def _classified(text: str) -> Iterator[tuple[int, int, str, str]]:
    known = vocabulary()
    words, characters = known.words, known.characters
    plain = (characters["word"], "")
    past = 0
    for match in TOKEN.finditer(text):
        kind, written, start = match.lastgroup or "other", match[0], match.start()
        if start < past:
            continue
        if written in known.holiday_starts and (name := _holiday_at(text, start, known)):
            past = start + len(name)
            yield start, past, characters["holiday"], known.holidays[name]
        elif kind == "word":
            yield (start, match.end(), *words.get(written, plain))
        elif kind == "number":
            shape, value = _shape_of_number(written, words)
            yield start, match.end(), characters.get(shape, shape), value
        else:
            yield start, match.end(), characters[kind], written


def _holiday_at(text: str, start: int, known: Vocabulary) -> str | None:
    first = TOKEN.match(text, start)
    for name in known.holiday_starts[first[0]] if first else ():
        after = start + len(name)
        if text.startswith(name, start) and not text[after : after + 1].isalnum():
            return name
    return None


def _shape_of_number(written: str, words: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The class of a number by its size; a number with letters ("2nd", "Q3") by the table."""
    if written in words:
        return words[written]
    if written.lower() != written.upper() or not written.isascii():
        return "word", ""
    if not written.isdecimal() or len(written) > YEAR_FIGURES:
        return "figure", written.replace(",", "")
    size = int(written)
    if len(written) == YEAR_FIGURES:
        likely = "year" if size in LIKELY_YEARS else "old_year"
        return (likely if size in YEARS else "figure"), written
    if 1 <= size <= LONGEST_MONTH and len(written) < 3:  # noqa: PLR2004 "05", not "005"
        return "num", written
    return {2: "tens", 3: "hundreds"}.get(len(written), "figure"), written


def _forms(word: str, case: str) -> set[str]:
    if case in ("exact", "small"):
        return {word}
    capital = {word[:1].upper() + word[1:], word.upper()}
    return capital if case == "capital" else capital | {word}
