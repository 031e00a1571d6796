"""Sides: the actors and recipients of an act, from its row's role cells and its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.acts import Act, fill
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.grammar.subjects import owners, subject
from dragoman.coding.parties.lacking import denies_a_deed, lack, stands_alone
from dragoman.coding.parties.recipients import recipients
from dragoman.coding.references.conversation import Lack
from dragoman.coding.references.transcripts import UNSAID
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ROOT, Sentence

_EACH_OTHER = frozenset({"each other", "one another", "each other's", "themselves"})
_EACH = "reference: each"
_WE = frozenset({"we", "our", "us"})
_JUDGING = frozenset(
    {
        *("welcome", "praise", "hail", "applaud", "commend", "support", "back", "reject"),
        *("condemn", "criticise", "criticize", "denounce", "oppose", "dismiss", "note"),
        "acknowledge",
    }
)
_LIGHT_ACTOR = (("light_actor",),)


@dataclass(frozen=True, slots=True)
class Sides:
    """The mentions on either side of an act, and the step that says how they were found.

    `lacks` names a second party which the act cannot do without and the sentence does not name.
    """

    actor: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    step: Step
    lacks: Lack = ""
    stands_alone: bool = True


def sides(draft: Draft, parties: Parties) -> Sides | None:
    """Who acts and who is acted on; None where nobody, or only one state's own people, is named."""
    act = draft.act
    actor = actors(draft, parties)
    recipient = recipients(draft, parties)
    if _is_mutual(act, parties, actor, recipient):
        recipient = actor = each_party_once([*actor, *recipient])
    elif draft.type in RECIPROCAL_TYPES:
        actor = _with_the_clause(act, parties, actor, recipient)
        actor = _with_the_hearer(parties, actor, recipient)
    if _answers_a_charge(draft, actor, recipient):
        recipient = []
    step = _step(draft, parties.sentence, actor, recipient)
    if len(keys_of([*actor, *recipient])) > 1:
        if actor is not recipient:
            keys = keys_of(actor)
            recipient = [m for m in recipient if not keys_of([m]) <= keys]
        return Sides(tuple(actor), tuple(recipient), step)
    if actor and recipient and draft.type not in RECIPROCAL_TYPES:
        return None  # what a state does to its own people
    lacks = lack(parties.sentence, draft, actor, recipient)
    alone = stands_alone(parties, draft, actor)
    if not lacks and not alone:
        return None
    return Sides(tuple(actor), tuple(recipient), step, lacks, alone)


def _answers_a_charge(draft: Draft, actor: list[Mention], recipient: list[Mention]) -> bool:
    """Whether whom a denial names is not whom it answers: "Chad denied any link to its rebels"."""
    is_own = draft.act.row.lemma == "deny" and keys_of(recipient) <= keys_of(actor)
    return is_own or denies_a_deed(draft.act)


def one_side(parties: Sequence[Mention], rule: str) -> Sides:
    """All parties on the actor's side, found by a rule beside the act's own row."""
    return Sides(tuple(parties), (), Step("roles", rule, ", ".join(m.rule for m in parties)))


def _step(draft: Draft, sentence: Sentence, actor: list[Mention], recipient: list[Mention]) -> Step:
    row, words = draft.act.row, sentence.words
    named = (
        ", ".join(" ".join(words[m.first : m.last + 1]) for m in side) or "–"
        for side in (actor, recipient)
    )
    rule = f"actor {_cells(row.actor)}; recipient {_cells(row.recipient)}"
    return Step("roles", rule, " → ".join(named))


def actors(draft: Draft, parties: Parties) -> list[Mention]:
    """Who does an act, by its row, its noun or its light verb."""
    act = draft.act
    actor = fill(act, act.row.actor, parties)
    if draft.noun is not None and (not actor or draft.type in RECIPROCAL_TYPES):
        actor = [*actor, *fill(draft.noun, draft.noun.row.actor, parties)]
    if act.light is not None and (not actor or draft.type in RECIPROCAL_TYPES):
        actor = [*actor, *fill(act, _LIGHT_ACTOR, parties)]
    if not actor and (unsaid := parties.by_word.get(act.word)) and unsaid.rule == UNSAID:
        actor = [unsaid]
    if not actor and draft.type == "ASSAULT" and act.row.pos == "verb":
        actor = parties.all_at(_whose_operation(act, parties.sentence))
    return each_party_once(m for m in actor if not _is_anybody(m, draft))


def _is_anybody(mention: Mention, draft: Draft) -> bool:
    """Whether attackers are unknown: bare "gunmen" have no country, wherever they strike."""
    if draft.type != "ASSAULT" or mention.kind != "role" or mention.first != mention.last:
        return False
    sectors = {sector for identity in mention.identities for sector in identity.sector}
    return sectors == {"UAF"}


def _whose_operation(act: Act, sentence: Sentence) -> list[int]:
    """Whose the attack is in which somebody was killed: "killed in a US raid"."""
    words = [word for slot in ("in", "during") for word in act.slots.get(slot, ())]
    operations = [word for word in words if sentence.lemmas[word].lower() in _OPERATIONS]
    return [owner for word in operations for owner in owners(sentence, word)]


_OPERATIONS = frozenset(
    {
        *("operation", "raid", "strike", "airstrike", "attack", "bombing", "offensive", "shelling"),
        *("ambush", "assault", "bombardment", "incursion"),
    }
)


def _is_mutual(act: Act, parties: Parties, actor: list[Mention], recipient: list[Mention]) -> bool:
    """Whether the act binds all its parties both ways: a treaty signed, "support each other"."""
    if act.row.actor and act.row.actor == act.row.recipient:
        return True
    if recipient:
        are_both = keys_of(recipient) == keys_of(actor)
        return are_both and any(mention.rule == _EACH for mention in recipient)
    words = parties.sentence.words
    objects = [w for slot in ("obj", "to", "for", "with", "on") for w in act.slots.get(slot, ())]
    return any(
        " ".join(words[max(0, first) : first + 2]).lower() in _EACH_OTHER
        for w in objects
        for first in (w - 1, w)
    )


def _with_the_clause(
    act: Act, parties: Parties, actor: list[Mention], recipient: list[Mention]
) -> list[Mention]:
    """A meeting that names one side only has the clause's subject for the other.

    "In a meeting with Putin, Xi said …".
    """
    both = [*actor, *recipient]
    is_half = len(keys_of(both)) == 1 or are_only_partners(parties.sentence, both)
    if not is_half or act.row.pos != "noun":
        return actor
    # "stood with Chile in its efforts": efforts of one alone are its own.
    if "poss" in act.slots and parties.sentence.lemmas[act.word].lower() == "effort":
        return actor
    verb = _clause_verb(parties.sentence, act.word)
    if verb is None or _is_judged(parties.sentence, verb, act.word):
        return actor
    return each_party_once([*actor, *parties.all_at(subject(parties.sentence, verb), places=False)])


def _is_judged(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether a verb only judges what others do: who "welcomed Peru's pledge" pledged nothing."""
    is_object = noun in sentence.related(verb, "obj")
    return is_object and sentence.lemmas[verb].lower() in _JUDGING


def are_only_partners(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether all stand behind one "with": with whom somebody has to do, not with one another."""
    return bool(mentions) and all(_case_of_all(sentence, m.head) == "with" for m in mentions)


def _case_of_all(sentence: Sentence, word: int) -> str:
    """The preposition before a word or before the first of those it is coordinated with."""
    while sentence.relations[word] == "conj" and not sentence.case(word):
        word = sentence.heads[word]
    return sentence.case(word)


def _with_the_hearer(
    parties: Parties, actor: list[Mention], recipient: list[Mention]
) -> list[Mention]:
    """What "we" have done together, said to somebody, has that one for the other side."""
    both = [*actor, *recipient]
    is_ours = any(word.lower() in _WE for word in parties.sentence.words)
    own = {identity.key for identity in parties.voice}
    if not parties.hearer or not is_ours or keys_of(both) != own:
        return actor
    return each_party_once([*actor, replace(both[0], identities=parties.hearer)])


def _clause_verb(sentence: Sentence, word: int) -> int | None:
    head = sentence.heads[word]
    while head != ROOT:
        if sentence.tags[head] == "VERB":
            return head
        head = sentence.heads[head]
    return None


def _cells(alternatives: tuple[tuple[str, ...], ...]) -> str:
    return "|".join("+".join(together) for together in alternatives) or "–"
