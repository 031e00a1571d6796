"""Doers: who of those found on the doing side of an act can have done it.

An outlet tells the news and makes none of it, and who says that somebody was struck did not strike.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import keys_of
from dragoman.coding.grammar.subjects import is_passive, subject
from dragoman.coding.parties.bystanders import without_bystanders
from dragoman.coding.parties.sides import Sides, are_only_partners
from dragoman.model.parses import Sentence

# Deeds that are told with those who suffered them alone: "two Britons were abducted".
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SAYING = frozenset({"say", "report", "tell", "state", "announce", "add", "confirm", "note"})
_EXPECTING = frozenset({"expect", "fear", "anticipate", "investigate", "suspect"})
_OTHERS_BLOWS = frozenset(
    {"blast", "explosion", "bomb", "bombing", "mine", "attack", "ambush", "rocket", "mortar"}
)
# What somebody confirms has befallen others; who confirms a strike may have made it.
_BEFALLEN = frozenset({"abduction", "kidnapping", "hijacking", "murder", "beheading", "massacre"})
_PRESS = "JRN"
_TOGETHER = frozenset({"with", "between", "alongside"})
_VICTIMS = frozenset({"sectors: victim", "sectors: hostage", "sectors: captive"})


def with_doers(sentence: Sentence, draft: Draft, found: Sides | None) -> Sides | None:
    """The sides of an act without those who cannot have done it; None where too few are left.

    Args:
        sentence: the sentence of the act.
        draft: the act.
        found: its sides.
    """
    if found is None:
        return None
    known, found = bool(found.recipient), without_bystanders(sentence, draft, found)
    if draft.type == "ASSAULT" and known and not found.recipient:
        return None  # those left out were only where it happened
    if draft.act.row.pos == "noun" and are_only_partners(sentence, found.actor):
        return found if len(keys_of([*found.actor, *found.recipient])) == 1 else None
    if draft.type == "AGREE" and draft.act.row.pos == "verb":
        found = _one_sided(sentence, draft.act.word, found)
    doers = tuple(m for m in found.actor if not _is_no_doer(sentence, draft, m))
    if not doers and draft.type not in _SUFFERED:
        return None
    if len(doers) == len(found.actor):
        return found
    is_mutual = found.actor == found.recipient
    recipient = doers if is_mutual else found.recipient
    is_enough = len(keys_of([*doers, *recipient])) > 1
    return replace(found, actor=doers, recipient=recipient) if is_enough else None


def _one_sided(sentence: Sentence, verb: int, found: Sides) -> Sides:
    """What one promises another, by a verb that the network alone has for a promise.

    "Chile will send nurses to help Peru" binds Chile; "Chile will work with Peru" binds both.
    """
    is_row = found.step.rule.startswith("actor ")
    doers = set(subject(sentence, verb))
    doers |= {c for doer in doers for c in sentence.related(doer, "conj")}
    own = tuple(m for m in found.actor if not doers.isdisjoint(m.words))
    others = tuple(m for m in found.actor if m not in own)
    is_shared = any(sentence.case(m.head) in _TOGETHER for m in others)
    if (
        is_row
        or found.recipient
        or not own
        or not others
        or is_shared
        or is_passive(sentence, verb)
    ):
        return found
    return replace(found, actor=own, recipient=others)


def is_outlet(mention: Mention) -> bool:
    """Whether a mention names a news agency, paper or station, not those who work for one."""
    is_press = all(_PRESS in i.sector and i.id is None for i in mention.identities)
    return is_press and mention.kind == "name"


def _is_no_doer(sentence: Sentence, draft: Draft, mention: Mention) -> bool:
    if is_outlet(mention):
        return True
    if draft.type != "ASSAULT":
        return False
    return mention.rule in _VICTIMS or _only_says(sentence, draft, mention)


def _only_says(sentence: Sentence, draft: Draft, mention: Mention) -> bool:
    """Whether somebody says what befell another: "The army says a blast hit a bus".

    An army that says its strikes hit somebody has struck; blasts and bombs are mostly others'. Nor
    is a raid by whoever only fears or expects one.
    """
    clause = draft.act.word
    for above in sentence.ancestors(draft.act.word):
        if mention.head in sentence.related(above, "nsubj"):
            blows = {draft.act.word, *subject(sentence, clause)}
            if sentence.lemmas[above] == "confirm" and sentence.heads[draft.act.word] == above:
                return sentence.lemmas[draft.act.word].lower() in _BEFALLEN
            is_others = any(sentence.lemmas[word].lower() in _OTHERS_BLOWS for word in blows)
            return is_others and sentence.lemmas[above].lower() in _SAYING | _EXPECTING
        clause = above
    return False
