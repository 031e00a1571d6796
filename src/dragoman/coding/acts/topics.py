"""Topics: agreements that a sentence only speaks of, keeps or breaks, and does not tell as made.

"Under the accord, Chad pays Mali", "accused Mali of violating the pact", "discussed a deal": of 29
such agreements in marked sentences of news one was marked as an act.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.learned import words_of
from dragoman.model.parses import ROOT, Sentence

_AGREEMENTS = frozenset(
    {"agreement", "deal", "accord", "pact", "treaty", "arrangement", "convention", "protocol"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_KEEPING = frozenset(
    {
        *("honor", "honour", "respect", "observe", "uphold", "implement", "fulfill", "fulfil"),
        *("violate", "breach", "break", "contravene", "invoke", "stick", "abide", "comply"),
        *("adhere", "discuss", "debate", "review", "study"),
    }
)
_PARTS = frozenset(
    {
        *("part", "term", "terms", "provision", "detail", "violation", "implementation", "breach"),
        *("text", "clause", "condition", "spirit", "letter", "expiration", "expiry"),
    }
)


def without_topics(
    sentence: Sentence, drafts: Iterable[Draft], spared: Container[int]
) -> tuple[list[Draft], frozenset[int]]:
    """The drafts without agreements only spoken of, and the words of these.

    Args:
        sentence: the sentence.
        drafts: its acts.
        spared: words that are acts whatever stands around them.
    """
    kept: list[Draft] = []
    left_out: set[int] = set()
    for draft in drafts:
        is_spared = any(word in spared for word in words_of(draft))
        if not is_spared and draft.type == "AGREE" and _is_topic(sentence, draft.act.word):
            left_out.add(draft.act.word)
        else:
            kept.append(draft)
    return kept, frozenset(left_out)


def _is_topic(sentence: Sentence, noun: int) -> bool:
    head = sentence.heads[noun]
    if head == ROOT or sentence.lemmas[noun].lower() not in _AGREEMENTS:
        return False
    above, case = sentence.lemmas[head].lower(), sentence.case(noun)
    is_object = sentence.relations[noun] in ("obj", "nsubj:pass") or case in ("to", "by", "with")
    if above in _KEEPING and is_object:
        return True
    is_part = case == "of" and above in _PARTS
    return _is_known(sentence, noun) and (is_part or case == "under")


def _is_known(sentence: Sentence, noun: int) -> bool:
    """Whether an agreement is one that was told before: "the accord", "their deal"."""
    owners = sentence.related(noun, "nmod:poss")
    words = (sentence.words[d].lower() for d in sentence.related(noun, "det"))
    return bool(owners) or any(word in _DEFINITE for word in words)
