"""Recipients: on whom an act falls, wherever its sentence says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.acts import Act, fill, governors
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.acts.slots import slots
from dragoman.coding.grammar.subjects import subject
from dragoman.coding.parties.struck import struck
from dragoman.model.parses import ROOT, Sentence

_LIGHT_RECIPIENT = (("light_recipient",),)
_STRUCK_PLACE = (("on",), ("in",), ("inside",))  # "shelled villages in Iraq"
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
# Types that answer somebody's act: their recipient is who did it ("condemned the raid by X").
_ANSWERING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_BLOWS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_MEETING = frozenset({"CONSULT", "COOPERATE"})
_CONDITIONAL = frozenset({"THREATEN", "SANCTION", "REQUEST"})
# Blows are left out: "despite Russian aggression, Poland ..." does not say who was struck.
_FELT = frozenset({"SANCTION", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST", "COERCE"})
_BORNE = frozenset({"despite", "amid", "under", "in spite of", "notwithstanding"})
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "ignore", "defy", "face"})
_RECEIVING = frozenset({"receive", "get", "face", "suffer", "accept", "win", "obtain", "undergo"})
# "demanded that Chad leave", "warned that ties with Chad would suffer".
_WANTED_OF = {
    ("REQUEST", "ccomp"): ("subj",),
    ("REQUEST", "xcomp"): ("subj",),
    ("THREATEN", "ccomp"): ("obj", "subj"),
}


def recipients(draft: Draft, parties: Parties) -> list[Mention]:
    """Whom the act's row names as recipients; if it names none, whom its surroundings name."""
    blow = _judged_blow(draft)
    if blow is not None:
        # "condemned the raid on Chad" is said of whoever made the raid, never of Chad.
        return each_party_once(fill(blow, blow.row.actor, parties))
    found = _named(draft, parties)
    if keys_of(found) <= keys_of(fill(draft.act, draft.act.row.actor, parties)):
        found = _others(draft.act, parties) or found
    if draft.promises:
        found = [*found, *_from_complement(draft, parties)]
    ways = iter(_WAYS)
    while not found and (way := next(ways, None)):
        found = way(draft, parties)
    spared = struck(draft, parties)
    return each_party_once(m for m in found if m not in spared)


def _judged_blow(draft: Draft) -> Act | None:
    """The blow that an act is an answer to, where it is the object: "opposed the invasion"."""
    blow = draft.inner or draft.noun
    if draft.type not in _ANSWERING or blow is None or blow.row.pos != "noun":
        return None
    is_object = blow.word in draft.act.slots.get("obj", ())
    return blow if is_object and blow.row.type in _BLOWS else None


def _named(draft: Draft, parties: Parties) -> list[Mention]:
    """Who stands in the slots for recipients: of a noun that says more than its verb first."""
    act, noun = draft.act, draft.noun
    found = _who_receives(act, parties)
    if not found and noun is not None:
        found = fill(noun, noun.row.recipient, parties)
    found = found or fill(act, act.row.recipient, parties)
    if not found and act.light is not None and act.row.recipient:
        found = fill(act, _LIGHT_RECIPIENT, parties)
    return found


def _others(act: Act, parties: Parties) -> list[Mention]:
    """Who else is named where the doer itself stands: "massed troops on its border with Peru"."""
    own = keys_of(fill(act, act.row.actor, parties))
    slots_tried = dict.fromkeys(slot for together in act.row.recipient for slot in together)
    for slot in slots_tried:
        for word in act.slots.get(slot, ()):
            if others := parties.others_at(word, own):
                return others
    return []


def _who_receives(act: Act, parties: Parties) -> list[Mention]:
    """The subject of "received aid from Chad", "faces sanctions": whatever else stands around."""
    if act.light is None or parties.sentence.lemmas[act.light].lower() not in _RECEIVING:
        return []
    return fill(act, _LIGHT_RECIPIENT, parties)


def _from_complement(draft: Draft, parties: Parties) -> list[Mention]:
    """The recipient a complement names: of whom a demand is made, to whom a promise or threat."""
    if draft.type in _MEETING and not draft.promises:
        return []
    if draft.inner is not None:
        return _from_inner(draft, draft.inner, parties)
    # "committed to making the alliance with Chile stronger" may hang as a purpose does.
    has_purpose = any("purpose" in together for together in draft.act.row.recipient)
    has_purpose = has_purpose or draft.type == "AGREE"
    for slot in ("ccomp", "xcomp", *(("purpose",) if has_purpose else ())):
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
        own = keys_of(fill(draft.act, draft.act.row.actor, parties))
        if draft.type != "REJECT" or keys_of(doers) - own:
            return doers
    return fill(inner, inner.row.recipient or inner.row.actor, parties)


def _struck_place(draft: Draft, parties: Parties) -> list[Mention]:
    """Whose place is struck, where nobody is said to be."""
    is_assault = draft.type == "ASSAULT" and draft.act.row.recipient
    return fill(draft.act, _STRUCK_PLACE, parties) if is_assault else []


def _judged(draft: Draft, parties: Parties) -> list[Mention]:
    """Whose affairs are judged: the nearest party below what is praised or deplored."""
    if draft.type not in _JUDGING:
        return []
    act = draft.act
    for slot in dict.fromkeys(("obj", *(slot for cell in act.row.recipient for slot in cell))):
        for word in act.slots.get(slot, ()):
            if found := parties.below(word):
                return found
    return []


def _who_can_avert(draft: Draft, parties: Parties) -> list[Mention]:
    """Who is to meet the condition of a threat: "threatened sanctions unless Iran complies"."""
    if draft.type not in _CONDITIONAL:
        return []
    act, sentence = draft.act, parties.sentence
    above = [head for head, _ in governors(sentence, act.word)]
    below = [*act.slots.get("xcomp", ()), *act.slots.get("ccomp", ())]
    for clause in _adverbial_clauses(sentence, [act.word, *above, *below]):
        marks = {sentence.words[c].lower() for c in sentence.related(clause, "mark")}
        if marks & {"if", "unless", "until"}:
            return parties.all_at(subject(sentence, clause), places=False)
    return []


def _adverbial_clauses(sentence: Sentence, words: Iterable[int]) -> list[int]:
    return [clause for word in words for clause in sentence.related(word, "advcl")]


def _who_bears(draft: Draft, parties: Parties) -> list[Mention]:
    """Whom a nominal act falls on: who goes on "despite" it, or denies a charge."""
    row, sentence, noun = draft.act.row, parties.sentence, draft.act.word
    head = sentence.heads[noun]
    if draft.type not in _FELT or not row.recipient or row.pos != "noun" or head == ROOT:
        return []
    is_object = sentence.relations[noun] in ("obj", "nsubj:pass")
    is_denied = is_object and sentence.lemmas[head] in _DENYING
    if not is_denied and sentence.case(noun) not in _BORNE:
        return []
    return parties.all_at(subject(sentence, head), places=False)


_WAYS: tuple[Callable[[Draft, Parties], list[Mention]], ...] = (
    _from_complement,
    _struck_place,
    _judged,
    _who_can_avert,
    _who_bears,
)
