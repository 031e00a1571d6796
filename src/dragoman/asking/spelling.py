"""Spelling: names of states in a question typed without capitals, or not quite right."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from dragoman.tables.load import cells, load

_WORD = re.compile(r"[^\W\d_]{4,}")
_CLOSE_ENOUGH = 0.8
_SHORTEST = 4
_COLUMNS = ("names", "adjectives", "peoples", "capital")
# Shorter names are words too; these need what stands by them.
_SHORT = re.compile(r"\b(?:the us|usa|uk|eu|un)\b|\bus(?=-)|(?<=-)us\b", re.IGNORECASE)


def with_capitals(question: str) -> str:
    """A question with the names of states in it written as names; nothing else is moved.

    >>> with_capitals("are north korea and the us moving closer?")
    'are North Korea and the US moving closer?'
    """
    written = _pattern().sub(lambda found: _names()[found[0].lower()], question)
    return _SHORT.sub(lambda found: found[0].upper().replace("THE ", "the "), written)


def likely_names(question: str) -> list[str]:
    """The names of states that words of a question may have been meant for.

    >>> likely_names("Is Turky turning on Grece?")
    ['Turkey', 'Greece']
    """
    names = [name for name in _names() if " " not in name]
    words = [word.lower() for word in _WORD.findall(question) if word.lower() not in _names()]
    close = (get_close_matches(word, names, 1, _CLOSE_ENOUGH) for word in words)
    return list(dict.fromkeys(_names()[name] for found in close for name in found))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def _names() -> dict[str, str]:
    """What the states, their people and capitals are called, by its letters in small."""
    found: dict[str, str] = {}
    for row in load("states", ("code",)):
        for name in (row["name"], *(name for column in _COLUMNS for name in cells(row[column]))):
            if len(name) >= _SHORTEST and name[0].isupper() and not name.isupper():
                found.setdefault(name.lower(), name)
    return found
