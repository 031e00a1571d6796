"""Bystanders: whom a sentence names beside an act without a part in it.

The doer among "the two countries" it acts on, where something was struck, from where somebody set
out, what talks are about, whose sanctions are spoken of, and for whom help is asked.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import keys_of
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import RECIPROCAL_TYPES
from dragoman.model.parses import ROOT, Sentence

# "A hotel of a Dutch firm in Mali" says of neither more than where and what was struck.
_WHERE = frozenset({"place", "adjective"})
_SETTING_OUT = frozenset({"travel", "fly", "arrive", "come", "go", "return", "head", "drive"})
_TOPICS = frozenset({"on", "over", "about", "regarding", "concerning"})
_TALKS = frozenset(
    {
        *("talk", "talks", "negotiation", "meeting", "conference", "summit", "round", "dialogue"),
        *("discussion", "consultation"),
    }
)
_OWNING = frozenset({"compound", "amod", "nmod:poss"})
_INQUIRING = frozenset({"investigate", "probe", "examine", "investigation", "inquiry"})
_CLAIMS = frozenset({"claim", "allegation", "accusation", "complaint", "charge"})
_FIRED = frozenset({"ASSAULT", "MOBILIZE"})
_FIRING = frozenset({"fire", "launch", "shoot", "lob"})
# Coalitions that fight a group in states that they help.
_AGAINST_GROUPS = frozenset({"CJTF_OIR"})
_OF_SANCTIONS = frozenset({"SANCTION", "THREATEN"})


def without_bystanders(sentence: Sentence, draft: Draft, found: Sides) -> Sides:
    """The sides of an act without whom it only names.

    Args:
        sentence: the sentence of the act.
        draft: the act.
        found: its sides.
    """
    found = _without_battlefields(draft, _without_own(found))
    if draft.type in RECIPROCAL_TYPES:
        return _without_surroundings(sentence, draft, found)
    left = [m for m in found.recipient if not _is_no_recipient(sentence, draft, m)]
    if any(m.kind not in _WHERE for m in left) and found.actor != found.recipient:
        left = [m for m in left if m.kind != "place"]
    if len(left) == len(found.recipient) or not (left or found.actor):
        return found
    return replace(found, recipient=tuple(left))


def _without_battlefields(draft: Draft, found: Sides) -> Sides:
    """The sides of an attack without the places where a coalition against a group strikes it."""
    is_its = any(key in _AGAINST_GROUPS for key in keys_of(found.actor))
    if draft.type != "ASSAULT" or not is_its:
        return found
    left = tuple(m for m in found.recipient if any(i.id for i in m.identities))
    return replace(found, recipient=left)


def _without_own(found: Sides) -> Sides:
    """The sides without the doer among several it acts on: "Chad praised ties of both states".

    An act that binds all its parties both ways has each of them on both sides.
    """
    own = keys_of(found.actor)
    if set(found.actor) == set(found.recipient) or own >= keys_of(found.recipient):
        return found
    recipient = [_without(m, own) for m in found.recipient]
    return replace(found, recipient=tuple(m for m in recipient if m.identities))


def _without(mention: Mention, own: frozenset[str]) -> Mention:
    if not mention.rule.startswith("reference: "):
        return mention
    return replace(mention, identities=tuple(i for i in mention.identities if i.key not in own))


def _without_surroundings(sentence: Sentence, draft: Draft, found: Sides) -> Sides:
    """The sides of talks without what they are about and from where somebody came to them."""
    actor, recipient = (
        tuple(m for m in side if not _is_beside_talks(sentence, draft, m))
        for side in (found.actor, found.recipient)
    )
    is_enough = len(keys_of([*actor, *recipient])) > 1
    return replace(found, actor=actor, recipient=recipient) if is_enough else found


def _is_beside_talks(sentence: Sentence, draft: Draft, mention: Mention) -> bool:
    """Whether a mention is a topic, "talks on Chad", or left behind: "flew to Mali from Chad"."""
    case, above = sentence.case(mention.head), sentence.heads[mention.head]
    if above == ROOT:
        return False
    lemma = sentence.lemmas[above].lower()
    is_left = case == "from" and above == draft.act.word and lemma in _SETTING_OUT
    return is_left or (case in _TOPICS and lemma in _TALKS)


def _is_no_recipient(sentence: Sentence, draft: Draft, mention: Mention) -> bool:
    """Whether sanctions are somebody's own, "UN sanctions", or help is asked "for Chad".

    Nor are those under inquiry who complain, "an inquiry into Chad's claims", nor the place from
    where something is fired: "fired rockets from Mali".
    """
    word = mention.head
    above = sentence.heads[word]
    is_owner = sentence.relations[word] in _OWNING
    if draft.type in _FIRED and sentence.case(word) == "from":
        return sentence.lemmas[draft.act.word].lower() in _FIRING
    if draft.type in _OF_SANCTIONS and is_owner:
        return sentence.lemmas[above].lower() == "sanction"
    if draft.type == "ACCUSE" and is_owner:
        is_inquiry = sentence.lemmas[draft.act.word].lower() in _INQUIRING
        return is_inquiry and sentence.lemmas[above].lower() in _CLAIMS
    if draft.type != "REQUEST" or sentence.case(word) != "for":
        return False
    after = sentence.words[mention.last + 1 : mention.last + 2]
    return "to" not in after  # "called for Chad to withdraw" asks Chad
