"""Borrowed: the sides of an act that aims at somebody, where its own words leave one empty.

"urged the world to act against Chad" is a request to nobody that has a key, but it is against Chad;
"unveiled jets bought from France to deter Chad" leaves the buyer to the clause around it.
"""

from __future__ import annotations

from dragoman.coding.acts.acts import fill
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.grammar.subjects import subject
from dragoman.coding.parties.sides import Sides, one_side
from dragoman.model.parses import ROOT, Sentence


def borrowed_sides(draft: Draft, parties: Parties) -> Sides | None:
    """The sides of an act that aims at somebody; None where there is nothing to borrow."""
    if draft.act.row.pos != "verb":
        return None
    if draft.type == "REQUEST":
        return _of_a_plea(draft, parties)
    return _of_a_purchase(draft, parties) if draft.type == "COOPERATE" else None


def asks_somebody(draft: Draft, parties: Parties) -> bool:
    """Whether an act asks others to do something: "urged its allies to impose sanctions on Chad".

    What they are to do is no act of whoever asks, but what he orders his own people to do is.
    """
    objects = parties.sentence.related(draft.act.word, "obj", "iobj")
    if draft.type != "REQUEST" or not objects:
        return False
    asking = keys_of(parties.all_at(subject(parties.sentence, draft.act.word), places=False))
    # "Its allies" are no people of its own.
    asked = [m for m in parties.all_at(objects, places=False) if m.kind != "pronoun"]
    return not asking or asking != keys_of(asked)


def _of_a_plea(draft: Draft, parties: Parties) -> Sides | None:
    """Who asks for something against somebody, of nobody named."""
    doers = subject(parties.sentence, draft.act.word)
    asking = each_party_once(parties.all_at(doers, places=False))
    return one_side(asking, "who asks for it") if asking else None


def _of_a_purchase(draft: Draft, parties: Parties) -> Sides | None:
    """From whom a thing was bought, and who is said to have it."""
    sentence, act = parties.sentence, draft.act
    verb = _verb_of_thing(sentence, act.word)
    if verb is None:
        return None
    owners = parties.all_at(subject(sentence, verb), places=False)
    both = each_party_once([*owners, *fill(act, act.row.actor, parties)])
    is_deal = len(keys_of(both)) > 1
    return one_side(both, "who has what was bought") if is_deal else None


def _verb_of_thing(sentence: Sentence, participle: int) -> int | None:
    """The verb whose object a participle tells more of: "unveiled" for "unveiled jets bought"."""
    thing = sentence.heads[participle]
    if thing == ROOT or sentence.relations[participle] != "acl":
        return None
    return sentence.heads[thing] if sentence.relations[thing] == "obj" else None
