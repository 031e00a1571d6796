"""Sentences moved to other countries, so that no act is learned from where it happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from random import Random

from acts import ActSentence

from dragoman.tables.load import cells, load

COLUMNS = ("names", "adjectives", "peoples", "capital")
MOVED = 0.4
"""The share of sentences that are moved; news of real places teaches too."""


def moved(sentence: ActSentence, chance: Random) -> ActSentence:
    """The sentence in other states than its own, or as it is; each state becomes one other.

    Only names of one word change, each to one of the same kind (adjective to adjective).
    """
    if chance.random() >= MOVED:
        return sentence
    known, states = _known(), _states()
    news: dict[str, str] = {}
    words = []
    for word in sentence.words:
        code, column = known.get(word, ("", ""))
        if code and code not in news:
            news[code] = chance.choice(list(states))
        words.append(states[news[code]].get(column, word) if code else word)
    return replace(sentence, words=tuple(words))


@cache
def _states() -> Mapping[str, Mapping[str, str]]:
    """The first name of one word of each state in each column, by its code."""
    found: dict[str, dict[str, str]] = {}
    for row in load("states", ("code",)):
        for column in COLUMNS:
            short = [name for name in _names(row, column) if name.isalpha() and name.istitle()]
            if short:
                found.setdefault(row["code"], {})[column] = short[0]
    return found


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Whose name a word is, and of which column."""
    return {
        name: (row["code"], column)
        for row in load("states", ("code",))
        for column in COLUMNS
        for name in _names(row, column)
        if name.isalpha() and name.istitle()
    }


def _names(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    own = (row["name"],) if column == "names" else ()
    return (*own, *cells(row[column]))
