"""Charges: what one party says that another does wrong or ought to do, in a clause of its own.

"Chad said Mali was hiding rebels", "Chad believes Mali should leave": no row can tell these, as
anything may be charged or wanted. Whether a report is a charge only the network can tell, and it
finds charges in many reports; with the clause about another party than the speaker, and about
what may be a wrong (`reproach.py`), and the two read as a pair once more, it is right about as
often as elsewhere, far below the bar for acts that it finds alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.acts import Act
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.learned import words_of
from dragoman.coding.acts.reproach import may_be_wrong
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.acts.slots import slots
from dragoman.coding.acts.tables import ActRow
from dragoman.coding.grammar.obliged import OUGHT
from dragoman.coding.grammar.subjects import is_passive, subject
from dragoman.model.events import MATERIAL_CONFLICT, QUADS, Step
from dragoman.model.parses import ROOT, Sentence

CHARGED = 0.1
"""From this probability on what is said of another party may be a charge against it."""
OF_A_BLOW = 0.2
"""From this one on what is said of a blow is, which news mostly only reports."""
BETWEEN = 0.2
"""From this one on it is, where the network reads the two as a pair.

Of 22 reports of what may be a wrong, in marked sentences held back, all 14 in sentences with a
charge have it or more, and two of the 8 others.
"""
_CHARGED_SLOT, _CLAUSE_SLOT = "said_of", "said"
_SAYING = frozenset(
    {
        *("say", "tell", "add", "state", "note", "insist", "believe", "think", "argue", "contend"),
        *("claim", "maintain", "declare", "stress", "assert", "conclude", "feel", "emphasize"),
        *("emphasise", "reiterate", "repeat", "write", "remark", "explain"),
    }
)
_BELIEVING = frozenset({"believe", "think", "claim", "contend", "conclude", "assert"})
# What two have in common: "their relations have withstood it" is said of both.
_SHARED = frozenset(
    {
        *("relation", "relationship", "tie", "cooperation", "partnership", "friendship", "talk"),
        *("alliance", "trade", "border", "agreement", "meeting", "dialogue", "summit", "deal"),
        *("conflict", "war", "dispute", "crisis", "truce", "ceasefire", "standoff"),
    }
)
# What somebody should be or have is a view of him, no demand: "should play a bigger part".
_STATES = frozenset({"play", "remain", "have", "know", "benefit", "feel", "matter", "serve"})
_PRESS = "JRN"


def charges(parties: Parties, drafts: Iterable[Draft]) -> list[Draft]:
    """The charges and demands that words of saying make, where the `drafts` have no act there.

    A demand takes up the act that is demanded.
    """
    drafts = list(drafts)
    taken = {word for draft in drafts for word in words_of(draft)}
    sentence = parties.sentence
    said = [
        (word, clause)
        for word in range(len(sentence))
        if _is_saying(sentence, word) and word not in taken
        for clause in _clauses(sentence, word)
        if _is_of_another(parties, word, clause)
    ]
    below = {draft.act.word: draft.act for draft in drafts}
    blows = {d.act.word for d in drafts if QUADS[d.type] == MATERIAL_CONFLICT}
    found = (_charge(parties, word, clause, is_blow=clause in blows) for word, clause in said)
    return [_taking_up(draft, below) for draft in found if draft is not None]


def without_demanded(drafts: Iterable[Draft], demands: Collection[Draft]) -> list[Draft]:
    """The drafts without the acts that demands have taken up."""
    taken_up = {demand.inner.word for demand in demands if demand.inner is not None}
    return [draft for draft in drafts if draft.act.word not in taken_up]


def _taking_up(draft: Draft, below: Mapping[int, Act]) -> Draft:
    """A demand with the act that is demanded in it."""
    if draft.type != "REQUEST":
        return draft
    clause = draft.act.slots[_CLAUSE_SLOT][0]
    return replace(draft, inner=below.get(clause))


def _is_saying(sentence: Sentence, word: int) -> bool:
    return sentence.tags[word] == "VERB" and sentence.lemmas[word].lower() in _SAYING


def _clauses(sentence: Sentence, word: int) -> list[int]:
    """The heads of the clauses that tell what is said: also before it, "Peru lies, Chile said"."""
    below = [c for c in sentence.related(word, "ccomp") if subject(sentence, c)]
    head = sentence.heads[word]
    is_behind = head != ROOT and sentence.relations[word] == "parataxis"
    return [*below, head] if is_behind else below


def _is_of_another(parties: Parties, word: int, clause: int) -> bool:
    """Whether a party says something of one that it does not belong to; the press only reports."""
    sentence = parties.sentence
    speakers = parties.all_at(subject(sentence, word), places=False)
    about = subject(sentence, clause)
    if any(sentence.lemmas[noun].lower() in _SHARED for noun in about):
        return False
    others = parties.all_at(about, places=False)
    if any(_PRESS in identity.sector for mention in speakers for identity in mention.identities):
        return False
    said_by, said_of = keys_of(speakers), keys_of(others)
    return bool(said_by and said_of) and said_by.isdisjoint(said_of)


def _charge(parties: Parties, word: int, clause: int, *, is_blow: bool) -> Draft | None:
    """The demand or the charge that a clause makes; None where it only reports.

    A blow that somebody believes another to have struck is a charge without the network.
    """
    sentence = parties.sentence
    modals = {sentence.words[c].lower(): c for c in sentence.related(clause, "aux")}
    ought = next((modals[modal] for modal in sorted(OUGHT & modals.keys())), None)
    if ought is not None:
        is_deed = sentence.lemmas[clause].lower() not in _STATES and sentence.tags[clause] == "VERB"
        is_wanted = is_deed and "have" not in modals and not is_passive(sentence, clause)
        return _draft(sentence, word, clause, "REQUEST", ought) if is_wanted else None
    is_believed = is_blow and sentence.lemmas[word].lower() in _BELIEVING
    least = OF_A_BLOW if is_blow else CHARGED
    is_likely = is_believed or _reads_as_charge(parties, word, clause, least)
    is_charge = is_likely and may_be_wrong(sentence, clause)
    return _draft(sentence, word, clause, "ACCUSE") if is_charge else None


def _reads_as_charge(parties: Parties, word: int, clause: int, least: float) -> bool:
    """Whether the network takes the saying for a charge, and one party to charge the other."""
    sentence = parties.sentence
    read = sentence.acts.get(word)
    if sentence.dyads is None or read is None or read.probability("ACCUSE") < least:
        return False
    speakers = parties.all_at(subject(sentence, word), places=False)
    others = parties.all_at(subject(sentence, clause), places=False)
    return any(
        sentence.dyads.between(_words(one), _words(other)).types.get("ACCUSE", 0.0) >= BETWEEN
        for one in speakers
        for other in others
    )


def _words(mention: Mention) -> range:
    return range(mention.first, mention.last + 1)


def _draft(
    sentence: Sentence, word: int, clause: int, kind: str, modal: int | None = None
) -> Draft:
    """The act of saying; a demand's modal counts as its light verb, as the network reads it so."""
    row = ActRow(
        lemma=sentence.lemmas[word].lower(), pos="verb", needs=(), needs_text="", type=kind,
        mode=_MODES[kind], actor=(("subj",),), recipient=((_CHARGED_SLOT,),), complement="",
        context=(), cameo=None, example="",
    )  # fmt: skip
    around = slots(sentence, word)
    own = {_CHARGED_SLOT: tuple(subject(sentence, clause)), _CLAUSE_SLOT: (clause,)}
    said = f"{sentence.words[word]} … {sentence.words[clause]}"
    step = Step("act", f"what is said of another party → {kind}", said)
    return Draft(Act(word, row, {**around, **own}, modal), kind, row.mode, steps=(step,))


_MODES: Mapping[str, tuple[str, ...]] = {"ACCUSE": ("allege",), "REQUEST": ()}
