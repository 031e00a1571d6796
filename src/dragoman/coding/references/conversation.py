"""Conversation: what a sentence leaves out because the article has told it before.

To whom words were said ("He reaffirmed his commitment …" in a readout), whose deed is criticised
("Russia condemned the move"), who is answered ("Chad denied it"), and who was struck: in "the
attack" that somebody claims, or by the aggression that somebody is helped against.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.coding.references.deeds import deed_types
from dragoman.coding.references.story import protagonists
from dragoman.model.actors import Actor
from dragoman.model.events import RECIPROCAL_TYPES, Event, Step

Lack = Literal[
    "",
    "addressee",
    "answered",
    "charged",
    "doer",
    "partners",
    "victim",
    "attacker",
    "defended",
    "story",
]
_NEAR = 1  # paragraphs a conversation goes on for: a readout's second paragraph, not its third
_FAR = 3  # paragraphs within which "the move" is still the one the story opened with
_OPENING = 1  # the first paragraph below a headline
_LONG = 8  # those within which "the attack" is, as the noun says what to look for


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is needed to place it: the lemma and paragraph that tell it.

    `lacks` names the party it cannot do without and its sentence does not name; `named` are the
    keys of all whom that does, `nearby` of those whom the act's own clause does; `is_to_others`
    tells that it names somebody that no table knows. `deed` is the noun for what it answers, such
    as "raid". `is_verb` tells an act of a verb from one of a noun or adjective.
    """

    event: Event
    lemma: str
    paragraph: int
    lacks: Lack = ""
    stands_alone: bool = True
    named: frozenset[str] = frozenset()
    is_verb: bool = False
    nearby: frozenset[str] = frozenset()
    is_to_others: bool = False
    deed: str = ""


def address(told: Sequence[Told], *, is_news: bool = False) -> list[Told]:
    """The events of an article in the order told, each with the party that it lacked.

    One that nothing before it completes is left out, unless it can stand alone. In news, which
    tells of a state's affairs at home as well, less is completed.
    """
    placed: list[Told] = []
    for index, one in enumerate(told):
        story = [] if is_news and _may_be_at_home(one) else placed
        completed = _completed(one, told[:index], placed, story) if one.lacks else None
        if completed is None and is_news and _is_half(one):
            completed = _to_the_story(one, told)
        if completed is None and not one.lacks:
            completed = one
        if completed is not None:
            placed.append(completed)
        elif one.stands_alone:
            placed.append(replace(one, lacks=""))
    return placed


OUTWARD = frozenset(
    {
        *("AGREE", "SUPPORT", "CONCEDE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
        *("THREATEN", "SANCTION", "MOBILIZE"),
    }
)
"""Types of which half an act may be completed by whom the article is about."""


def _is_half(one: Told) -> bool:
    """Whether an act has a doer and nobody it is done to; of a deal, whether it has one party.

    What somebody may ask for or offer, or has not, is mostly told to nobody yet. A body that meets
    is whole, and who resigns or is to be arrested does so at home.
    """
    event = one.event
    is_mutual = event.type in RECIPROCAL_TYPES
    are_several = len(_keys(event.actor)) > 1
    is_whole = is_mutual and (one.stands_alone or are_several)
    is_whole |= event.type == "SUPPORT" and are_several and not one.lacks  # "signed a treaty"
    is_outward = event.type in OUTWARD and _AT_HOME.isdisjoint(event.mode)
    is_done = event.status == "actual" or event.type not in ("REQUEST", "AGREE")
    is_told_so = (one.is_verb or one.lacks == "story") and not one.is_to_others
    is_to_nobody = is_mutual or not event.recipient
    return bool(event.actor) and all((is_outward, is_done, is_told_so, is_to_nobody, not is_whole))


_AT_HOME = frozenset({"resign", "arrest", "investigate"})


def _to_the_story(one: Told, told: Sequence[Told]) -> Told | None:
    """An act done to the only other party that the article is about; a demand may be made of two.

    Where the clause names a third one, that may be meant, and nobody is taken.
    """
    own = _keys(one.event.actor)
    named = {other.event.evidence.start: other.named for other in told}
    about = protagonists((other.event for other in told), named.values(), own)
    is_clear = len(about) == 1 or (one.event.type == "REQUEST" and len(about) == _BOTH)
    if not is_clear or not one.nearby <= own | _keys(about):
        return None
    return _with(one, about, "whom the story is about")


_BOTH = 2


def _may_be_at_home(one: Told) -> bool:
    """Whether it is mostly told to the speaker's own people, where it names nobody it is told to.

    "The government pledged to build more plants", "is demanding more control over the oil fields".
    Who agrees does so with somebody. Of 14 such events of news that were given the other party of
    the story a strict reader found one right.
    """
    kind = one.event.type
    is_vow = kind == "AGREE" and one.is_verb and one.lemma != "agree"
    return kind in ("REQUEST", "SUPPORT") or is_vow


def _completed(
    one: Told, before: Sequence[Told], placed: Sequence[Told], story: Sequence[Told]
) -> Told | None:
    """The event with the party it lacked; `story` are those that tell who the story's two are."""
    if one.lacks == "addressee":
        return _told_to(one, placed) or _asked_of(one, placed) or _other_of_two(one, story)
    if one.lacks == "answered":
        return _answered(one, placed) or _other_of_two(one, story)
    if one.lacks == "charged":
        return _answered(one, [told for told in placed if told.event.type == "ACCUSE"])
    if one.lacks in ("doer", "partners"):
        is_pact = one.lacks == "partners"
        return _answering(one, [t for t in before if not is_pact or _is_pact(t.event)])
    if one.lacks in ("victim", "defended"):
        known = _struck(one, before) if one.lacks == "victim" else None
        return known or _defended(one, placed)
    return None


def _told_to(one: Told, placed: Sequence[Told]) -> Told | None:
    """Words told to the other parties of the latest meeting, where the speaker was in it."""
    meetings = (t for t in reversed(placed) if t.event.type == "CONSULT")
    meeting = next((t for t in meetings if t.event.status == "actual"), None)
    if meeting is None or one.paragraph - meeting.paragraph > _NEAR:
        return None
    present = (*meeting.event.actor, *meeting.event.recipient)
    if not _keys(one.event.actor) <= _keys(present):
        return None
    return _with(one, present, "told in the meeting")


def _asked_of(one: Told, placed: Sequence[Told]) -> Told | None:
    """A demand to nobody named: made of whoever did the latest harm to the party that makes it."""
    if one.event.type != "REQUEST":
        return None
    for earlier in reversed(placed):
        if one.paragraph - earlier.paragraph > _FAR:
            return None
        harmed = _keys(earlier.event.recipient) & _keys(one.event.actor)
        if earlier.event.type in _HARMS and harmed:
            return _with(one, earlier.event.actor, "whose deed it answers")
    return None


_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


def _answered(one: Told, placed: Sequence[Told]) -> Told | None:
    """A denial or refusal: to whoever last charged its speaker with something, or asked it."""
    own = _keys(one.event.actor)
    for earlier in reversed(placed):
        if one.paragraph - earlier.paragraph > _FAR:
            return None
        if earlier.event.type in _ANSWERED and own <= _keys(earlier.event.recipient):
            return _with(one, earlier.event.actor, "whom it answers")
    return None


_ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})


def _other_of_two(one: Told, placed: Sequence[Told]) -> Told | None:
    """Words in a story of two parties: to the only other one that the speaker had to do with.

    Where their sentence names somebody else they may be about him, and nobody is taken.
    """
    own = _keys(one.event.actor)
    if not one.named <= own:
        return None
    others: dict[str, Actor] = {}
    for earlier in placed:
        sides = (*earlier.event.actor, *earlier.event.recipient)
        if one.paragraph - earlier.paragraph > _FAR:
            continue
        if own <= _keys(sides):
            others.update({party.key: party for party in sides if party.key not in own})
    is_one = len(others) == 1
    return _with(one, tuple(others.values()), "the other party of the story") if is_one else None


def _answering(one: Told, before: Sequence[Told]) -> Told | None:
    """Words about a deed told before: to whoever did the latest that was not the speaker's own.

    "The raid" is one called so, else the attack the story opened with, else the latest whose doer
    is known, whatever else was told since.
    """
    kinds = deed_types(one.deed)
    reach = _LONG if kinds else _FAR
    deeds = [t for t in reversed(before) if one.paragraph - t.paragraph <= reach]
    deeds = [t for t in deeds if _may_be_deed(t, kinds) and not _is_own(t, one)]
    if kinds:
        deeds = [t for t in deeds if t.event.actor]
        called_so = [t for t in deeds if t.lemma == one.deed]
        deeds = called_so or [t for t in deeds if t.paragraph <= _OPENING] or deeds
    return _with(one, deeds[0].event.actor, "whose deed it answers") if deeds else None


def _may_be_deed(told: Told, kinds: Collection[str]) -> bool:
    return told.event.type in kinds if kinds else told.event.type != "CONSULT"


def _is_own(earlier: Told, one: Told) -> bool:
    return not _keys(earlier.event.actor).isdisjoint(_keys(one.event.actor))


def _is_pact(event: Event) -> bool:
    """Whether an event is an agreement that its parties made with one another."""
    own, others = _keys(event.actor), _keys(event.recipient)
    return event.type in _AGREED and len(own) > 1 and others in (own, frozenset())


_AGREED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE"})


def _struck(one: Told, before: Sequence[Told]) -> Told | None:
    """An attack somebody is said to be behind: on whom the attack told before was."""
    for earlier in reversed(before):
        if one.paragraph - earlier.paragraph > _FAR:
            return None
        if earlier.event.type == "ASSAULT" and earlier.lacks == "attacker":
            return _with(one, earlier.event.recipient, "the attack told before")
    return None


def _defended(one: Told, placed: Sequence[Told]) -> Told | None:
    """A blow that others help against in the same sentence: on whom they help."""
    for earlier in reversed(placed):
        event = earlier.event
        aimed_at = {target.actor.key for target in event.against}
        if event.evidence == one.event.evidence and aimed_at & _keys(one.event.actor):
            return _with(one, event.recipient, "who is helped against it")
    return None


def _with(one: Told, parties: Sequence[Actor], rule: str) -> Told | None:
    others = tuple(party for party in parties if party.key not in _keys(one.event.actor))
    if not others:
        return None
    step = Step("told before", rule, ", ".join(party.span.text for party in others))
    event = replace(one.event, recipient=others, because=(*one.event.because, step))
    return replace(one, event=event, lacks="")


def _keys(parties: Sequence[Actor]) -> frozenset[str]:
    return frozenset(party.key for party in parties)
