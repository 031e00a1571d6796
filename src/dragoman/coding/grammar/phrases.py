"""Phrases: from a head word to the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.parses import Sentence

_LEADING = frozenset({"case", "punct", "cc", "mark", "cc:preconj"})


def phrase(sentence: Sentence, head: int, *, without: Iterable[int] = ()) -> tuple[int, int]:
    """First and last word of the phrase at `head`, less what is cut off or stands apart from it.

    The preposition and punctuation at its edges are left out; so is all that hangs from a word of
    `without`.
    """
    left_out = {word for part in without for word in sentence.subtree(part)}
    inside = set(sentence.subtree(head)) - left_out
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head and _is_edge(sentence, first, head):
        first += 1
    while last > head and sentence.tags[last] == "PUNCT":
        last -= 1
    return first, last


def _is_edge(sentence: Sentence, word: int, head: int) -> bool:
    if sentence.tags[word] == "PUNCT":
        return True
    if sentence.relations[word] == "fixed":
        return _is_edge(sentence, sentence.heads[word], head)
    return sentence.heads[word] == head and sentence.relations[word] in _LEADING


def runs(words: Iterable[int]) -> list[tuple[int, int]]:
    """The unbroken stretches of a set of word indexes.

    >>> runs([1, 2, 3, 7, 8])
    [(1, 3), (7, 8)]
    """
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and word == found[-1][1] + 1:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, word))
    return found
