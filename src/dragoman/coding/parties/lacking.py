"""Lacking: which party an act cannot do without and its sentence does not name."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.acts import Act
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.references.conversation import Lack
from dragoman.coding.references.deeds import deed_made
from dragoman.model.parses import Sentence

# Words that are told to somebody: in a meeting to whom one meets.
_ADDRESSED = frozenset({"AGREE", "SUPPORT", "REQUEST"})
ANSWERING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Words that answer somebody's deed."""
# Those that judge it; who rejects an agreement mostly rejects what was offered to him.
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
# Verbs of rejecting that answer what somebody has said; who fails or vetoes answers nobody.
_REBUTTING = frozenset(
    {"deny", "reject", "dismiss", "refute", "rebut", "dispute", "refuse", "decline"}
)
# Words a government may say to nobody in particular; of other types half an act is mostly misread.
_ALONE = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_BODIES = frozenset({"IGO", "EUR", "UNO"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
# Prepositions behind a deed, or a noun of praise or blame, that say on whom it falls.
_WHOM = frozenset({"of", "against", "on", "for", "to"})


def lack(sentence: Sentence, draft: Draft, actor: list[Mention], recipient: list[Mention]) -> Lack:
    """What an act with one side named lacks; "" where it lacks nothing that could be found."""
    if not actor:
        return "attacker" if draft.type == "ASSAULT" and recipient else ""
    if judged := _judged(sentence, draft):
        return judged
    if draft.type in _ADDRESSED:
        # "a commitment by the rebels" is a thing spoken of, and told to nobody.
        is_told = draft.type == "REQUEST" or draft.act.row.pos != "noun"
        is_told = is_told or draft.act.light is not None
        return "addressee" if is_told else ""
    # "Called that false", of which no row can say whose words "that" are, is an answer as well.
    is_answer = draft.act.row.lemma in _REBUTTING or not draft.act.row.recipient
    if draft.type == "REJECT" and is_answer and draft.act.row.actor:
        return "charged" if denies_a_deed(draft.act) else "answered"
    if draft.type != "ASSAULT" or draft.act.row.pos != "noun":
        return ""
    return "victim" if _is_definite(sentence, draft.act) else "defended"


def _judged(sentence: Sentence, draft: Draft) -> Lack:
    """Whether an act judges a deed told before, or an agreement; "" for neither."""
    if draft.type in ANSWERING and answers_a_deed(sentence, draft.act):
        return "doer"
    objects = draft.act.slots.get("obj", ())
    is_pact = draft.type in _JUDGING and any(_is_pact(sentence, word) for word in objects)
    return "partners" if is_pact else ""


def stands_alone(parties: Parties, draft: Draft, actor: Sequence[Mention]) -> bool:
    """Whether one party makes an event: a body meeting, or a government's words to nobody named.

    Whoever is named and known to no table is mostly one of its own people, and so is whomever its
    police and courts are after.
    """
    sentence = parties.sentence
    identities = [identity for mention in actor for identity in mention.identities]
    if draft.type in ("CONSULT", "AGREE", "COOPERATE"):
        return bool(identities) and all(i.code in _BODIES for i in identities)
    if (
        denies_a_deed(draft.act)
        or draft.type not in _ALONE
        or draft.act.row.pos != "verb"
        or (draft.inner is not None and not _judges_a_blow(draft, draft.inner))
    ):
        return False
    if any(sentence.tags[word] == "PROPN" for word in draft.act.slots.get("obj", ())):
        return False
    is_body = any(i.code in _BODIES for i in identities)
    if _is_proceeding(draft, is_body=is_body) or _is_at_home(parties, draft.type, actor):
        return False
    return is_body or any("GOV" in i.sector for i in identities)


def _is_proceeding(draft: Draft, *, is_body: bool) -> bool:
    """Whether it is an inquiry, or a charge that a state brings against nobody known."""
    return "investigate" in draft.mode or ("allege" in draft.mode and not is_body)


def _is_at_home(parties: Parties, kind: str, actor: Sequence[Mention]) -> bool:
    """Whether the sentence names places of the actor's own state, and nobody else.

    What one state is said to decry where nobody else is named has mostly happened within it: of 12
    such charges of news that a strict reader judged two were right, of 5 by bodies or several four.
    """
    others = [mention for mention in parties.named if mention not in actor]
    is_placed = any(mention.kind == "place" for mention in others)
    codes = {identity.code for mention in actor for identity in mention.identities}
    is_state = len(keys_of(actor)) == 1 and codes.isdisjoint(_BODIES)
    is_told = kind == "ACCUSE" and is_state and not parties.voice
    return (is_placed or is_told) and keys_of(others) <= keys_of(actor)


def _judges_a_blow(draft: Draft, inner: Act) -> bool:
    """Whether it decries a blow of nobody known: "condemned the bombings in Spain"."""
    return draft.type == "ACCUSE" and inner.row.type == "ASSAULT"


def denies_a_deed(act: Act) -> bool:
    """Whether it is denied that something was done: "Chad denied having armed Malian rebels".

    Who is named there is not whom it answers; where nobody has charged it, only the deed stands.
    """
    is_clause = "xcomp" in act.slots or "ccomp" in act.slots
    return act.row.lemma == "deny" and is_clause and "obj" not in act.slots


def answers_a_deed(sentence: Sentence, act: Act) -> bool:
    """Whether its object is a deed told before, or it is a bare "criticism by X"."""
    if act.row.pos == "noun" and act.light is None:
        return _WHOM.isdisjoint(act.slots)
    return any(_is_deed(sentence, word) for word in act.slots.get("obj", ()))


def deed_of(sentence: Sentence, act: Act) -> str:
    """The noun for a deed told before that an act answers; "" for none."""
    deeds = (word for word in act.slots.get("obj", ()) if _is_deed(sentence, word))
    return next((sentence.lemmas[word].lower() for word in deeds), "")


def _is_deed(sentence: Sentence, word: int) -> bool:
    """Whether a word stands for the deed of one party that was told before."""
    return deed_made(sentence.lemmas[word]) == "" and _is_known(sentence, word)


def _is_pact(sentence: Sentence, word: int) -> bool:
    """Whether a word stands for what several made together, told before: "denounced the pact"."""
    is_joint = deed_made(sentence.lemmas[word]) == "together"
    return is_joint and _is_known(sentence, word)


def _is_known(sentence: Sentence, word: int) -> bool:
    """Whether a noun with "the" takes up what was told: not where it says itself whom it struck."""
    determiners = sentence.related(word, "det")
    is_told_here = any(sentence.case(c) in _WHOM for c in sentence.related(word, "nmod"))
    return not is_told_here and any(sentence.words[d].lower() in _DEFINITE for d in determiners)


def _is_definite(sentence: Sentence, act: Act) -> bool:
    """Whether an attack is spoken of as known: "claimed the attack", "carried out the raids"."""
    words = (act.word, *act.slots.get("obj", ()))
    return act.row.pos == "noun" and any(_is_deed(sentence, word) for word in words)
