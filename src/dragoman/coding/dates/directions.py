"""Which way the words round an expression look: back, ahead, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.coding.dates.readings import Tense
from dragoman.coding.dates.words import Tokens, vocabulary

# Verbs further off than this seldom are those of the clause.
REACH = 15
SHORTEST_PARTICIPLE = 5


def tense_at(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense that the nearest verb shows, those before the words `first` to `last` heard first.

    >>> from dragoman.coding.dates.words import read_tokens
    >>> tense_at(read_tokens("They will meet in March"), 4, 5)
    'future'
    """
    before = range(first - 1, max(-1, first - 1 - REACH), -1)
    after = range(last, min(len(tokens.classes), last + REACH))
    return _nearest(tokens, before) or _nearest(tokens, after)


def is_one_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no sentence ends among the words `first` up to `last`."""
    _, _, ends, dot, _ = _cues()
    return not any(
        tokens.classes[place] in ends
        or (tokens.classes[place] == dot and _ends_sentence(tokens, place))
        for place in range(first, last)
    )


@cache
def _cues() -> tuple[str, str, str, str, str]:
    known = vocabulary().characters
    ends = known["stop"] + known["break"]
    return known["future_cue"], known["past_cue"], ends, known["dot"], known["word"]


def _nearest(tokens: Tokens, places: Iterable[int]) -> Tense | None:
    future, past, ends, dot, plain = _cues()
    for place in places:
        kind = tokens.classes[place]
        if kind in ends or (kind == dot and _ends_sentence(tokens, place)):
            return None
        if kind == future:
            return "future"
        if kind == past or (kind == plain and _looks_past(tokens.word(place))):
            return "past"
    return None


def _looks_past(word: str) -> bool:
    return len(word) >= SHORTEST_PARTICIPLE and word.endswith("ed") and word.islower()


def _ends_sentence(tokens: Tokens, place: int) -> bool:
    """Whether a dot stands before a blank and a capital, and not behind a time word ("Dec.")."""
    after = tokens.text[tokens.ends[place] : tokens.ends[place] + 2]
    known_before = place > 0 and tokens.values[place - 1] != ""
    return after[:1].isspace() and not after[1:].islower() and not known_before
