"""Efforts: what parties do together against a third, told as a noun ("efforts to deter Chad").

Such a noun is an act of its own where somebody is aimed at from it; in "met to discuss their
cooperation against Chad" the cooperation is against Chad, not the meeting. Whose it is may stand
with the noun, or be plain from the talks it is the topic of.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.acts.acts import Act, fill
from dragoman.coding.acts.aim_cues import Aimed
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.acts.slots import slots
from dragoman.coding.acts.tables import ActTables
from dragoman.coding.parties.sides import Sides, one_side
from dragoman.model.events import Step
from dragoman.model.parses import ROOT, Sentence

# Nouns that say that several do something; ways, plans and responses are what is talked about.
_EFFORTS = frozenset(
    {
        *("effort", "cooperation", "co-operation", "coordination", "collaboration", "partnership"),
        *("deterrence", "teamwork", "interoperability"),
    }
)

_NO_AIMS = frozenset({"blow", "denied"})


def efforts(
    sentence: Sentence, aims: Iterable[Aimed], tables: ActTables, drafts: Iterable[Draft]
) -> list[Draft]:
    """The nouns of common effort from which the sentence aims at somebody, as acts.

    Those among the `drafts` are acts already and not named again.
    """
    known = {draft.act.word for draft in drafts}
    nouns = {_effort(sentence, aimed.anchor) for aimed in aims if aimed.kind not in _NO_AIMS}
    row = tables.rows["cooperation", "noun"][0]
    return [
        Draft(
            Act(noun, row, slots(sentence, noun)),
            row.type,
            row.mode,
            steps=(Step("act", "an effort aimed at somebody → COOPERATE", sentence.words[noun]),),
        )
        for noun in sorted(noun for noun in nouns if noun is not None and noun not in known)
    ]


def _effort(sentence: Sentence, word: int) -> int | None:
    """The noun of common effort that a word stands below, within its clause."""
    while word != ROOT:
        if sentence.lemmas[word].lower() in _EFFORTS and sentence.tags[word] == "NOUN":
            return word
        if sentence.related(word, "nsubj"):
            return None
        word = sentence.heads[word]
    return None


def common_sides(draft: Draft, parties: Parties, talks: Iterable[Sides]) -> Sides | None:
    """Who makes a common effort: whom its noun names, else who meets in the latest `talks`.

    One party alone makes none: "Chile's efforts" are no act between states.
    """
    sentence = parties.sentence
    if sentence.lemmas[draft.act.word].lower() not in _EFFORTS:
        return None
    own = each_party_once(fill(draft.act, draft.act.row.actor, parties))
    if len(keys_of(own)) > 1:
        return one_side(own, "named with the effort")
    if any(sentence.tags[mention.head] != "PRON" for mention in own):
        return None
    for met in talks:
        both = each_party_once([*met.actor, *met.recipient])
        if len(keys_of(both)) > 1:
            return one_side(both, "who meets on the effort")
    return None
