"""Seats: where the town that a body of many states sits in stands for the body."""

from __future__ import annotations

from dragoman.coding.actors.rows import Reading
from dragoman.model.parses import Sentence

_OF_PARTIES = frozenset({"", "by", "with", "between", "against"})


def may_stand(sentence: Sentence, word: int, reading: Reading) -> bool:
    """Whether a name may be read so at `word`: Brussels for the Union only where parties stand.

    "Poland asked Brussels" is asked of the Union. "To Brussels" one goes: there it is the town, and
    those in it are of its state.

    Args:
        sentence: the sentence of the name.
        word: its head.
        reading: how the tables read it.
    """
    is_seat = reading.kind == "capital" and reading.rule.startswith("organisations: ")
    return not is_seat or _is_a_party(sentence, word)


def _is_a_party(sentence: Sentence, word: int) -> bool:
    while sentence.relations[word] == "conj" and not sentence.case(word):
        word = sentence.heads[word]
    is_part = sentence.relations[word] in ("compound", "flat", "appos", "amod")
    return not is_part and sentence.case(word) in _OF_PARTIES
