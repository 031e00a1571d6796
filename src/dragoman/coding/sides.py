"""Sides: the actors and recipients of an act, from its row's role cells and its surroundings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.acts import Act, fill, governors
from dragoman.coding.complements import Draft
from dragoman.coding.conversation import Lack
from dragoman.coding.lacking import lack, stands_alone
from dragoman.coding.mentions import Mention
from dragoman.coding.roles import Parties
from dragoman.coding.slots import slots
from dragoman.coding.subjects import owners, subject
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ROOT, Sentence

_EACH_OTHER = frozenset({"each other", "one another", "each other's", "themselves"})
_LIGHT_ACTOR = (("light_actor",),)
_LIGHT_RECIPIENT = (("light_recipient",),)
_STRUCK_PLACE = (("on",), ("in",), ("inside",))  # "shelled villages in Iraq"
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
# Types that answer somebody's act: their recipient is who did it ("condemned the raid by X").
_ANSWERING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


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
    actor = _actors(draft, parties)
    recipient = _recipients(draft, parties)
    if _is_mutual(act, parties, recipient):
        recipient = actor = _unique([*actor, *recipient])
    elif draft.type in RECIPROCAL_TYPES:
        actor = _with_the_clause(act, parties, actor, recipient)
    step = _step(draft, parties.sentence, actor, recipient)
    if len(_keys([*actor, *recipient])) > 1:
        if actor is not recipient:
            keys = _keys(actor)
            recipient = [m for m in recipient if not _keys([m]) <= keys]
        return Sides(tuple(actor), tuple(recipient), step)
    if actor and recipient and draft.type not in RECIPROCAL_TYPES:
        return None  # what a state does to its own people
    lacks = lack(parties.sentence, draft, actor, recipient)
    alone = stands_alone(draft, actor)
    if not lacks and not alone:
        return None
    return Sides(tuple(actor), tuple(recipient), step, lacks, alone)


def _step(draft: Draft, sentence: Sentence, actor: list[Mention], recipient: list[Mention]) -> Step:
    row, words = draft.act.row, sentence.words
    named = (
        ", ".join(" ".join(words[m.first : m.last + 1]) for m in side) or "–"
        for side in (actor, recipient)
    )
    rule = f"actor {_cells(row.actor)}; recipient {_cells(row.recipient)}"
    return Step("roles", rule, " → ".join(named))


def _actors(draft: Draft, parties: Parties) -> list[Mention]:
    act = draft.act
    actor = fill(act, act.row.actor, parties)
    if draft.noun is not None and (not actor or draft.type in RECIPROCAL_TYPES):
        actor = [*actor, *fill(draft.noun, draft.noun.row.actor, parties)]
    if act.light is not None and (not actor or draft.type in RECIPROCAL_TYPES):
        actor = [*actor, *fill(act, _LIGHT_ACTOR, parties)]
    if not actor and draft.type == "ASSAULT" and act.row.pos == "verb":
        actor = parties.all_at(_whose_operation(act, parties.sentence))
    return _unique(actor)


def _recipients(draft: Draft, parties: Parties) -> list[Mention]:
    act = draft.act
    found = _who_receives(act, parties) or _from_noun(draft, parties)
    found = found or fill(act, act.row.recipient, parties)
    if not found and act.light is not None and act.row.recipient:
        found = fill(act, _LIGHT_RECIPIENT, parties)
    if draft.promises or (not found and draft.type not in ("CONSULT", "COOPERATE")):
        found = [*found, *_from_complement(draft, parties)]
    if not found and draft.type == "ASSAULT" and act.row.recipient:
        found = fill(act, _STRUCK_PLACE, parties)
    if not found and draft.type in _JUDGING:
        found = _judged(act, parties)
    if not found and draft.type in _CONDITIONAL:
        found = _who_can_avert(act, parties)
    if not found and draft.type in _FELT and act.row.recipient and act.row.pos == "noun":
        found = parties.all_at(_who_bears(parties.sentence, act.word), places=False)
    return _unique(found)


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


def _who_bears(sentence: Sentence, noun: int) -> list[int]:
    """Whom an act without a recipient falls on: who goes on "despite" it, or denies a charge."""
    head = sentence.heads[noun]
    if head == ROOT:
        return []
    if sentence.case(noun) in _BORNE:
        return subject(sentence, head)
    is_object = sentence.relations[noun] in ("obj", "nsubj:pass")
    return subject(sentence, head) if is_object and sentence.lemmas[head] in _DENYING else []


_CONDITIONAL = frozenset({"THREATEN", "SANCTION", "REQUEST"})


def _who_can_avert(act: Act, parties: Parties) -> list[Mention]:
    """Who is to meet the condition of a threat: "threatened sanctions unless Iran complies"."""
    sentence = parties.sentence
    for word in (act.word, *(h for h, _ in governors(sentence, act.word)), *_complements(act)):
        for clause in sentence.related(word, "advcl"):
            marks = {sentence.words[c].lower() for c in sentence.related(clause, "mark")}
            if marks & {"if", "unless", "until"}:
                return parties.all_at(subject(sentence, clause), places=False)
    return []


def _complements(act: Act) -> tuple[int, ...]:
    return (*act.slots.get("xcomp", ()), *act.slots.get("ccomp", ()))


# Blows are left out: "despite Russian aggression, Poland ..." does not say who was struck.
_FELT = frozenset({"SANCTION", "ACCUSE", "REQUEST", "THREATEN", "PROTEST", "COERCE"})
_BORNE = frozenset({"despite", "amid", "under", "in spite of", "notwithstanding"})
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "ignore", "defy", "face"})


def _who_receives(act: Act, parties: Parties) -> list[Mention]:
    """The subject of "received aid from Chad", "faces sanctions": whatever else stands around."""
    if act.light is None or parties.sentence.lemmas[act.light].lower() not in _RECEIVING:
        return []
    return parties.all_at(subject(parties.sentence, act.light), places=False)


_RECEIVING = frozenset({"receive", "get", "face", "suffer", "accept", "win", "obtain", "undergo"})


def _judged(act: Act, parties: Parties) -> list[Mention]:
    """Whose affairs are judged: the nearest party below what is praised or deplored."""
    slots_judged = dict.fromkeys(("obj", *(slot for cell in act.row.recipient for slot in cell)))
    for slot in slots_judged:
        for word in act.slots.get(slot, ()):
            if found := parties.below(word):
                return found
    return []


def _from_noun(draft: Draft, parties: Parties) -> list[Mention]:
    """Whom the noun of "reaffirmed its commitment to Israel" names: it says more than its verb."""
    if draft.noun is None:
        return []
    return fill(draft.noun, draft.noun.row.recipient, parties)


def _from_complement(draft: Draft, parties: Parties) -> list[Mention]:
    """The recipient a complement names: of whom a demand is made, to whom a promise or threat."""
    if draft.inner is not None:
        return _from_inner(draft, draft.inner, parties)
    for slot in ("ccomp", "xcomp"):
        for word in draft.act.slots.get(slot, ()):
            around = slots(parties.sentence, word)
            wanted = _WANTED_OF.get((draft.type, slot), ("obj",))
            words = next((around[name] for name in wanted if name in around), ())
            if found := parties.all_at(words, places=False):
                return found
    return []


def _from_inner(draft: Draft, inner: Act, parties: Parties) -> list[Mention]:
    """The recipient that the act in the complement names."""
    if draft.type == "REQUEST":
        return fill(inner, (("subj",),), parties)
    if draft.type in _ANSWERING:
        # "condemned the raid by Chad" is said of Chad, "refused to help Chad" as well.
        doers = fill(inner, inner.row.actor, parties)
        own = _keys(fill(draft.act, draft.act.row.actor, parties))
        if draft.type != "REJECT" or _keys(doers) - own:
            return doers
    return fill(inner, inner.row.recipient or inner.row.actor, parties)


# "demanded that Chad leave", "warned that ties with Chad would suffer".
_WANTED_OF = {
    ("REQUEST", "ccomp"): ("subj",),
    ("REQUEST", "xcomp"): ("subj",),
    ("THREATEN", "ccomp"): ("obj", "subj"),
}


def _is_mutual(act: Act, parties: Parties, recipient: list[Mention]) -> bool:
    """Whether the act binds all its parties both ways: a treaty signed, "support each other"."""
    if act.row.actor and act.row.actor == act.row.recipient:
        return True
    if recipient:
        return False
    words = parties.sentence.words
    objects = [w for slot in ("obj", "to", "for", "with", "on") for w in act.slots.get(slot, ())]
    return any(" ".join(words[max(0, w - 1) : w + 1]).lower() in _EACH_OTHER for w in objects)


def _with_the_clause(
    act: Act, parties: Parties, actor: list[Mention], recipient: list[Mention]
) -> list[Mention]:
    """A meeting that names one side only has the clause's subject for the other.

    "In a meeting with Putin, Xi said …".
    """
    if len(_keys([*actor, *recipient])) != 1 or act.row.pos != "noun":
        return actor
    verb = _clause_verb(parties.sentence, act.word)
    if verb is None:
        return actor
    return _unique([*actor, *parties.all_at(subject(parties.sentence, verb), places=False)])


def _clause_verb(sentence: Sentence, word: int) -> int | None:
    head = sentence.heads[word]
    while head != ROOT:
        if sentence.tags[head] == "VERB":
            return head
        head = sentence.heads[head]
    return None


def _keys(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(identity.key for m in mentions for identity in m.identities)


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that add no party to the ones before them."""
    seen: set[str] = set()
    kept = []
    for mention in mentions:
        if not _keys([mention]) <= seen:
            kept.append(mention)
            seen |= _keys([mention])
    return kept


def _cells(alternatives: tuple[tuple[str, ...], ...]) -> str:
    return "|".join("+".join(together) for together in alternatives) or "–"
