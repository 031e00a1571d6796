"""Triggers: the words that name an act, as one place in the text."""

from __future__ import annotations

from dragoman.coding.acts.acts import Act
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

_JOINED = ("compound", "compound:prt", "amod")


def trigger_span(parse: Parse, sentence: Sentence, act: Act) -> Span:
    """The act's word with its particle, its light verb, or the modifiers right before it.

    "held talks", "carried out", "joint military exercise".
    """
    first = last = act.word
    while first > 0 and _is_modifier(sentence, first - 1, act.word):
        first -= 1
    for particle in act.slots.get("prt", ()):
        last = max(last, particle)
    if act.light is not None and act.light < first and first - act.light <= _LONGEST_GAP:
        first = act.light
    return parse.span(sentence, first, last)


_LONGEST_GAP = 6


def _is_modifier(sentence: Sentence, word: int, head: int) -> bool:
    is_near = sentence.heads[word] == head and sentence.relations[word] in _JOINED
    return is_near and sentence.tags[word] in ("NOUN", "ADJ", "PROPN")
