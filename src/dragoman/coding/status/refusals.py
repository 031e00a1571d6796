"""Refusals: what somebody says he will not do for another, or with it, he refuses now.

"Chad will not recognise Mali" is an act of today, as "Chad did not recognise Mali" is none; "sees
no reason to recognise Mali" refuses as well. A blow that somebody says he will not strike is a blow
not struck, and "a base would not be welcome in Chad" is no word of Chad's. Whoever does not want
another to do something asks him not to.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts.complements import WANTED, Draft
from dragoman.coding.acts.roles import Parties
from dragoman.coding.acts.surroundings import ACTUAL, Firmness
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ROOT, Sentence

_WILL = frozenset({"will", "wo", "would"})
# Who "can not agree" refuses; who can not meet may be ill.
_CAN = frozenset({"can", "ca"})
_CONSENTING = frozenset({"agree", "accept", "recognize", "recognise", "consent", "endorse"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
# "Sees no reason to", "has no plans to": whoever says so of himself refuses.
_GROUNDS = frozenset({"reason", "plan", "intention", "need", "point", "desire", "wish"})
_SEEING = frozenset({"see", "have"})
_WISHING = frozenset({"want", "like", "wish"})


def refused(
    draft: Draft, parties: Parties, found: Sides, stance: Firmness
) -> tuple[Draft, Sides, Firmness]:
    """The act as a refusal made now, with who refuses on one side; as it is where it is none.

    Args:
        draft: the act with its type.
        parties: the mentions of its sentence.
        found: its two sides; of a meeting or a deal the party named before the verb refuses.
        stance: how firm it is.
    """
    if draft.type == "REJECT" and stance.status == "negated" and not draft.act.row.actor:
        # The network has read "will not accept" as one act; it is done by not accepting.
        return draft, found, ACTUAL
    sentence, verb = parties.sentence, _verb(parties.sentence, draft.act.light or draft.act.word)
    is_yielding = draft.type in WANTED or draft.type == "AGREE"
    modals = _WILL | _CAN if sentence.lemmas[verb].lower() in _CONSENTING else _WILL
    if stance.status == "negated" and _is_wished(sentence, draft, verb):
        return draft, found, Firmness("actual", stance.step)
    owner = _without_grounds(sentence, draft.act.word)
    is_refused = owner is not None or _says_not(sentence, verb, modals)
    if stance.status != "negated" or not is_yielding or not is_refused:
        return draft, found, stance
    verb = verb if owner is None else owner
    sides = _facing(found, verb) if draft.type in RECIPROCAL_TYPES else found
    is_said_by_one = any(mention.head < verb for mention in sides.actor)
    if not is_said_by_one or not sides.recipient or sides.actor == sides.recipient:
        return draft, found, stance
    mode = (WANTED[draft.type],) if draft.type in WANTED else ()
    step = Step("complement", f"{draft.type} that will not be → REJECT", sentence.words[verb])
    steps = (*draft.steps, step)
    made = replace(draft, type="REJECT", mode=mode, promises=None, steps=steps)
    return made, sides, ACTUAL


def _is_wished(sentence: Sentence, draft: Draft, verb: int) -> bool:
    """Whether it is not wanted that another does something: "does not want Chad to sell arms"."""
    is_wish = draft.type == "REQUEST" and sentence.lemmas[verb].lower() in _WISHING
    return is_wish and "xcomp" in draft.act.slots


def _without_grounds(sentence: Sentence, word: int) -> int | None:
    """The verb above a deed for which somebody sees no reason or has no plans; None of another.

    The act may be read at the deed or at the "plans" themselves.
    """
    is_ground = sentence.lemmas[word].lower() in _GROUNDS
    noun = word if is_ground else sentence.heads[word]
    if noun == ROOT or sentence.lemmas[noun].lower() not in _GROUNDS:
        return None
    determiners = {sentence.words[d].lower() for d in sentence.related(noun, "det")}
    above = sentence.heads[noun] if sentence.relations[noun] == "obj" else ROOT
    is_seen = above != ROOT and sentence.lemmas[above].lower() in _SEEING
    is_held = is_seen and sentence.fine_tags[above] in ("VBZ", "VBP")
    return above if "no" in determiners and is_held else None


def _verb(sentence: Sentence, word: int) -> int:
    """The verb whose "will not" an act shares: "will not disarm or recognise Mali"."""
    while sentence.relations[word] == "conj" and not sentence.related(word, "aux"):
        word = sentence.heads[word]
    return word


def _says_not(sentence: Sentence, verb: int, modals: frozenset[str]) -> bool:
    """Whether a verb stands under "will not", in the active and on no condition or doubt."""
    auxiliaries = {sentence.words[a].lower() for a in sentence.related(verb, "aux", "aux:pass")}
    negations = {sentence.words[a].lower() for a in sentence.related(verb, "advmod")}
    is_plain = sentence.heads[verb] == ROOT or sentence.relations[verb] in ("ccomp", "conj")
    clauses = sentence.related(verb, "advcl")
    is_whatever_comes = all("even if" in _opening(sentence, clause) for clause in clauses)
    return (
        is_plain
        and is_whatever_comes
        and not modals.isdisjoint(auxiliaries)
        and not _NOT.isdisjoint(negations)
        and "have" not in auxiliaries
        and not sentence.related(verb, "aux:pass")
    )


def _opening(sentence: Sentence, clause: int) -> str:
    """The first words of a clause in lower case: "even if" where parsers hang both apart."""
    first = min(sentence.subtree(clause))
    return " ".join(sentence.words[first : first + 3]).lower()


def _facing(found: Sides, verb: int) -> Sides:
    """The sides of what joins two, the party before the verb across from the other."""
    both = (*found.actor, *found.recipient)
    refuses = tuple(mention for mention in both if mention.head < verb)
    others = tuple(mention for mention in both if mention.head > verb)
    return replace(found, actor=refuses, recipient=others)
