"""Time names: phrases that only say when, by the months, days and spans of time they name."""

from __future__ import annotations

from functools import cache

from dragoman.model.parses import Sentence
from dragoman.tables.load import load

_CLASSES = frozenset({"month", "homonym", "abbreviation", "weekday", "weekdays", "unit", "units"})
_CASES = frozenset({"", "in", "on", "since", "for", "during", "at", "over"})
_YEAR_DIGITS = 4


def is_time(sentence: Sentence, word: int) -> bool:
    """Whether the phrase at `word` only says when or how long: "in May", "for five minutes"."""
    if sentence.case(word) not in _CASES:
        return False
    text = sentence.words[word].rstrip(".")
    is_year = text.isdigit() and len(text) == _YEAR_DIGITS
    return is_year or text in _names()


@cache
def _names() -> frozenset[str]:
    """The names of months, weekdays and spans of time, from `tables/date_words.csv`."""
    rows = load("date_words", ("word", "class"))
    return frozenset(row["word"] for row in rows if row["class"] in _CLASSES)
