"""Tense and aspect of a word's clause, as a news reader takes them for time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

from dragoman.coding.dates.readings import Tense
from dragoman.model.parses import ROOT, Parse, Sentence

Aspect = Literal[
    "past", "perfect", "pluperfect", "present", "progressive", "future", "open", "none"
]
# The simple present looks either way ("says Monday", "opens Friday"); the words round it decide.
_TENSE_OF: dict[Aspect, Tense] = {
    "past": "past", "perfect": "past", "pluperfect": "past",
    "progressive": "future", "future": "future",
}  # fmt: skip
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "must", "should", "ca", "can"})
_TO_BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
_OPEN = frozenset({"could", "may", "might"})
# Governors whose infinitive is still to come ("plans to meet", "agreed to withdraw").
_AHEAD = frozenset(
    {"plan", "agree", "schedule", "expect", "set", "intend", "hope", "vow", "promise", "pledge",
     "offer", "invite", "due", "likely", "prepare", "threaten", "want", "decide", "propose", "aim",
     "slate", "poise", "ready", "consider", "urge", "ask", "order", "refuse", "decline", "commit",
     "go", "demand", "call", "need", "seek"}
)  # fmt: skip


def aspect(sentence: Sentence, word: int) -> Aspect:
    """The tense of the clause of `word`; of a word without one, that of the verb above it.

    "has signed" is perfect, "had signed" pluperfect, "is signing" progressive, "will sign" and
    "plans to sign" future; none where no verb stands above.
    """
    verb = _verb_at_or_above(sentence, word)
    while verb is not None:
        found = _own_aspect(sentence, verb)
        if found != "none":
            return found
        verb = _verb_above(sentence, verb)
    return "none"


def is_infinitive(sentence: Sentence, word: int) -> bool:
    """Whether the word is a verb behind "to"."""
    marks = sentence.related(word, "mark")
    return any(sentence.words[mark].lower() == "to" for mark in marks)


def tense_hint(parse: Parse) -> Callable[[int], Tense | None]:
    """What a place's clause says of time, for `find_dates`: past, future, or None."""
    starts = [sentence.start for sentence in parse.sentences]

    def hint(offset: int) -> Tense | None:
        place = bisect_right(starts, offset) - 1
        if place < 0:
            return None
        sentence = parse.sentences[place]
        word = bisect_right(sentence.starts, offset) - 1
        found = aspect(sentence, word) if word >= 0 else "none"
        return _TENSE_OF.get(found)

    return hint


def _own_aspect(sentence: Sentence, verb: int) -> Aspect:
    auxiliaries = [sentence.words[child].lower() for child in sentence.related(verb, "aux", "cop")]
    if any(word in _FUTURE for word in auxiliaries) or _is_arranged(sentence, verb, auxiliaries):
        return "future"
    if any(word in _OPEN for word in auxiliaries):
        return "open"
    if is_infinitive(sentence, verb):
        head = sentence.heads[verb]
        is_ahead = head != ROOT and sentence.lemmas[head].lower() in _AHEAD
        return "future" if is_ahead or sentence.relations[verb] == "acl" else "none"
    if "had" in auxiliaries or "'d" in auxiliaries:
        return "pluperfect"
    if {"has", "have", "'ve", "’ve", "having"} & set(auxiliaries):
        return "perfect"
    return _simple_aspect(sentence.fine_tags[verb], auxiliaries)


def _is_arranged(sentence: Sentence, verb: int, auxiliaries: list[str]) -> bool:
    """Whether something has been set for a day: "was to meet", "is to meet"."""
    is_to_be = not _TO_BE.isdisjoint(auxiliaries) and is_infinitive(sentence, verb)
    return is_to_be and "have" not in auxiliaries


def _simple_aspect(tag: str, auxiliaries: list[str]) -> Aspect:
    if {"was", "were", "did"} & set(auxiliaries) or tag == "VBD":
        return "past"
    if {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"} & set(auxiliaries):
        return "progressive" if tag == "VBG" else "present"
    if tag in ("VBZ", "VBP") or {"do", "does"} & set(auxiliaries):
        return "present"
    return "none"


def _verb_at_or_above(sentence: Sentence, word: int) -> int | None:
    is_clause = sentence.tags[word] in ("VERB", "AUX") or bool(sentence.related(word, "cop"))
    return word if is_clause else _verb_above(sentence, word)


def _verb_above(sentence: Sentence, word: int) -> int | None:
    return next(
        (
            above
            for above in sentence.ancestors(word)
            if sentence.tags[above] in ("VERB", "AUX") or sentence.related(above, "cop")
        ),
        None,
    )
