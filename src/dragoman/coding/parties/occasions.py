"""Occasions: the body at whose meeting parties act, and that is none of them.

"Chad and Mali signed a treaty at the NATO summit", "on the sidelines of the U.N. General Assembly":
the meeting says where and when, as a town or a day would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.parties.found import Found
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ROOT, Sentence

_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO"})
_MEETINGS = frozenset(
    {
        *("summit", "meeting", "conference", "session", "forum", "assembly", "gathering"),
        *("council", "congress", "retreat", "ministerial", "dinner", "ceremony", "debate", "event"),
    }
)
_BESIDE = frozenset({"sideline", "margin", "fringe", "edge", "eve", "start", "end", "ahead"})
_WHEN = frozenset(
    {
        *("at", "during", "in", "before", "after", "ahead of", "following", "alongside", "amid"),
        *("on the sidelines of", "on the margins of", "prior to", "since", "on"),
    }
)
_WHERE = frozenset({"at"})
# Types that several share, so that nobody need be on the other side.
_SHARED = RECIPROCAL_TYPES | {"SUPPORT"}
_TWO = 2


def without_occasions(found: Sequence[Found], parties: Parties) -> list[Found]:
    """The acts of a sentence without the bodies that only give them their occasion.

    An act that is itself such a meeting is left out where another act is what was done there.
    """
    sentence = parties.sentence
    apart = {m for m in parties.by_word.values() if _is_occasion(sentence, m)}
    if not apart:
        return list(found)
    bare = [_without(one, apart) for one in found]
    done = [one for one in bare if not _is_when(sentence, one.draft.act.word)]
    has_deed = any(_is_whole(one.sides, one.draft.type) for one in done)
    return [
        one
        for one, before in zip(bare, found, strict=True)
        if not (has_deed and one not in done and _names(before, apart))
    ]


def _without(found: Found, apart: Iterable[Mention]) -> Found:
    """An act without some parties, where it has two sides without them."""
    actor, recipient = (
        tuple(m for m in side if m not in apart)
        for side in (found.sides.actor, found.sides.recipient)
    )
    bare = replace(found.sides, actor=actor, recipient=recipient)
    is_same = (actor, recipient) == (found.sides.actor, found.sides.recipient)
    if is_same or not _is_whole(bare, found.draft.type):
        return found
    step = Step("roles", "the meeting is only the occasion", "")
    return replace(found, sides=bare, steps=(*found.steps, step))


def _is_whole(sides: Sides, kind: str) -> bool:
    several = len(keys_of([*sides.actor, *sides.recipient])) >= _TWO
    return several and (bool(sides.actor and sides.recipient) or kind in _SHARED)


def _names(found: Found, apart: Iterable[Mention]) -> bool:
    sides = (*found.sides.actor, *found.sides.recipient)
    return any(mention in sides for mention in apart)


def _is_occasion(sentence: Sentence, mention: Mention) -> bool:
    """Whether a body is named only for its meeting, or as the place where something was done."""
    if not any(identity.code in _BODIES for identity in mention.identities):
        return False
    head, relation = sentence.heads[mention.head], sentence.relations[mention.head]
    if _is_when(sentence, mention.head):
        named = {sentence.lemmas[w].lower() for w in mention.words}
        return bool(named & _MEETINGS) or _is_where(sentence, mention.head)
    is_part = relation in ("compound", "amod", "nmod", "nmod:poss", "flat")
    return head != ROOT and is_part and _is_when(sentence, head)


def _is_where(sentence: Sentence, word: int) -> bool:
    """Whether a clause opens with a body as its place: "At the United Nations, Chad said"."""
    return sentence.case(word) in _WHERE and word < sentence.heads[word]


def _is_when(sentence: Sentence, word: int) -> bool:
    """Whether a noun says when or where: of a meeting, or what is beside it."""
    head, relation = sentence.heads[word], sentence.relations[word].partition(":")[0]
    if head == ROOT or relation not in ("obl", "nmod"):
        return False
    if sentence.lemmas[head].lower() in _BESIDE and sentence.case(word) == "of":
        return True
    is_named = sentence.tags[word] == "PROPN"
    is_meeting = sentence.lemmas[word].lower() in _MEETINGS or is_named
    return is_meeting and sentence.case(word) in _WHEN
