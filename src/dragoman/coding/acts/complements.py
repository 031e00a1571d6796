"""Complements: what becomes of an act that stands under another one.

"urged Iran to withdraw" is one REQUEST, "agreed to send arms" one AGREE that promises AID,
"threatened to attack" one THREATEN of violence; "condemned the Russian attack on Ukraine" is two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dragoman.coding.acts.acts import Act, governors
from dragoman.model.events import Status, Step
from dragoman.model.parses import Sentence

# Types that look forward: a noun under them ("demanded a withdrawal") names what is wanted or
# offered, not a second act.
_FORWARD = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_COERCIVE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_GIVEN: dict[str, Status] = {
    "hypothetical": "hypothetical", "negated": "negated", "future": "future",
}  # fmt: skip
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl"})
_NOMINAL = frozenset({"obj", "obl", "nmod", "nsubj"})
_COMPLEMENT_MARKS = frozenset({"of", "for", "from", "into", "to", "against", "on", "about", "with"})
_THREATENED = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations", "COERCE": "restrict",
    "REJECT": "relations", "COOPERATE": "relations", "PROTEST": "violence",
}  # fmt: skip
SPEAKING_OF = frozenset({"discuss", "review", "debate", "recall", "revisit"})
_WHERE_SPOKEN = frozenset({"in", "at", "during", "on", "over", "by", "as_part_of"})
_TELLING = frozenset({"brief", "update", "inform", "debrief", "notify"})
_OF_ANOTHER_MEETING = frozenset(
    {"about", "regarding", "concerning", "ahead_of", "before", "after", "following", "since"}
)
# Types whose modes say what is threatened, wanted or refused.
_MODED = frozenset({"THREATEN", "REQUEST", "REJECT"})
WANTED = {
    "AID": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """An act on its way to an event: its type and mode as its complement leaves them.

    `inner` is the act in its complement; `noun` the one that tells the same act by its object
    ("reaffirmed its commitment"). `status` is what an outer act makes of it; "actual" holds against
    the sentence's own words.
    """

    act: Act
    type: str
    mode: tuple[str, ...]
    promises: str | None = None
    inner: Act | None = None
    noun: Act | None = None
    status: Status | None = None
    steps: tuple[Step, ...] = ()


def settle(sentence: Sentence, acts: Sequence[Act]) -> list[Draft]:
    """The acts that stand as events of their own, each with type and mode settled.

    An act in the complement of another is taken up by that one or kept, as the outer row's
    `complement` says.
    """
    by_word = {act.word: act for act in acts}
    outer_of = {act.word: _outer(sentence, act, by_word) for act in acts}
    inner_of: dict[int, Act] = {}
    noun_of: dict[int, Act] = {}
    given: dict[int, Status] = {}
    dropped: set[int] = set()
    for act in sorted(acts, key=lambda a: _depth(sentence, a.word)):
        outer, is_clausal = outer_of[act.word]
        if outer is None:
            continue
        if (
            outer.word in dropped
            or _is_told_by(outer, act)
            or _takes_up(outer, act, is_clausal=is_clausal)
        ):
            dropped.add(act.word)
        elif (effect := _GIVEN.get(outer.row.complement)) is not None:
            given[act.word] = effect
        below = noun_of if _is_told_by(outer, act) else inner_of
        below.setdefault(outer.word, act)
    settled = []
    for act in acts:
        if act.word in dropped or not act.row.type:
            continue
        draft = _draft(sentence, act, inner_of.get(act.word))
        status = given.get(act.word, draft.status)
        settled.append(replace(draft, noun=noun_of.get(act.word), status=status))
    return settled


def _depth(sentence: Sentence, word: int) -> int:
    return sum(1 for _ in sentence.ancestors(word))


def _is_told_by(outer: Act, act: Act) -> bool:
    """Whether verb and noun tell one act: of one type, or the row of the verb asked for it."""
    if act.row.pos != "noun" or outer.row.pos == "noun" or _is_rejected_charge(outer, act):
        return False
    if _is_anothers_deed(outer, act) or _is_another_meeting(outer, act):
        return False
    asked = any(
        need.any_of and not need.negative and act.word in outer.slots.get(need.slot, ())
        for need in outer.row.needs
    )
    return asked or act.row.type == outer.row.type


def _is_anothers_deed(outer: Act, act: Act) -> bool:
    """Whether somebody is thanked for what he did: "thanked Peru for its support to Chile"."""
    is_ground = act.word in outer.slots.get("for", ())
    receives = [slot for together in act.row.recipient for slot in together]
    is_whole = "poss" in act.slots and any(slot in act.slots for slot in receives)
    return outer.row.type == "SUPPORT" and is_ground and is_whole


def _is_another_meeting(outer: Act, act: Act) -> bool:
    """Whether a meeting is what is spoken of, or when: "spoke about his visit to Peru"."""
    if (outer.row.type, act.row.type) != ("CONSULT", "CONSULT"):
        return False
    slots = {slot for slot, words in outer.slots.items() if act.word in words}
    if outer.row.lemma in SPEAKING_OF:
        return slots.isdisjoint(_WHERE_SPOKEN)
    is_told_of = outer.row.lemma in _TELLING and "on" in slots
    return is_told_of or not _OF_ANOTHER_MEETING.isdisjoint(slots)


def _is_rejected_charge(outer: Act, act: Act) -> bool:
    """Whether an accusation is rejected: it has been made all the same."""
    return outer.row.type == "REJECT" and act.row.type == "ACCUSE"


def _takes_up(outer: Act, act: Act, *, is_clausal: bool) -> bool:
    effect = outer.row.complement or "absorb"
    if not outer.row.type or effect in ("keep", "both"):
        return False
    if _is_rejected_charge(outer, act) and not is_clausal:
        return False
    return is_clausal or effect in ("promise", "mode") or outer.row.type in _FORWARD


def _outer(sentence: Sentence, act: Act, by_word: Mapping[int, Act]) -> tuple[Act | None, bool]:
    """The nearest act in whose complement `act` stands, and whether as a clause or as a noun."""
    current, is_clausal = act.word, False
    for head, relation in governors(sentence, act.word):
        kind = _kind(sentence, current, relation)
        if kind == "none":
            return None, False
        is_clausal = is_clausal or kind == "clause"
        if kind == "through":  # what a word is coordinated with stands beside it, not above
            current = head
            continue
        if (outer := by_word.get(head)) is not None:
            return (outer, is_clausal) if relation != "nsubj" else (None, False)
        current = head
    return None, False


def _kind(sentence: Sentence, word: int, relation: str) -> str:
    base = relation.partition(":")[0]
    if relation == "acl:relcl":
        return "none"
    if base in _CLAUSAL:
        return "clause"
    if base == "advcl":
        marks = {sentence.words[c].lower() for c in sentence.related(word, "mark")}
        # "agreed to help" may hang as a purpose does, "committed to helping" is a complement.
        is_purpose = "to" in marks and sentence.fine_tags[word] != "VBG"
        return "clause" if marks & _COMPLEMENT_MARKS and not is_purpose else "none"
    if base == "conj":
        return "through"
    return "noun" if base in _NOMINAL else "none"


def _draft(sentence: Sentence, act: Act, inner: Act | None) -> Draft:
    row = act.row
    steps = (
        Step(
            "act",
            f"{row.lemma}.{row.pos} [{row.needs_text}] → {row.type}",
            sentence.words[act.word],
        ),
    )
    # "will never recognise it" is a refusal made, whatever the negation makes of the recognising.
    status: Status | None = "actual" if _asks_for_not(act) else None
    draft = Draft(act, row.type, row.mode, status=status, steps=steps, inner=inner)
    if inner is None or not inner.row.type:
        return draft
    if row.complement == "promise" and _is_ended(sentence, act, inner):
        return _conceded(draft, f"an end to {inner.row.type}", inner)
    if row.complement == "promise":
        nots = {sentence.words[c].lower() for c in sentence.related(inner.word, "advmod")}
        return _promised(draft, inner, is_negated="not" in nots)
    return _with_mode(draft, inner) if row.complement == "mode" else draft


def _asks_for_not(act: Act) -> bool:
    """Whether the row has taken up a negation: it is part of what the act is."""
    return any(need.slot == "adv" and need.any_of & {"not", "never"} for need in act.row.needs)


def _is_ended(sentence: Sentence, outer: Act, inner: Act) -> bool:
    """Whether it is the end of a blow that is promised: "promised to stop shelling the town"."""
    between = takewhile(lambda word: word != outer.word, sentence.ancestors(inner.word))
    return inner.row.type in _COERCIVE and any(
        sentence.lemmas[word].lower() in _ENDING for word in between
    )


_ENDING = frozenset({"stop", "cease", "end", "halt", "quit", "refrain", "abandon", "desist"})


def _conceded(draft: Draft, what: str, inner: Act) -> Draft:
    step = Step("complement", f"promise of {what}", inner.row.lemma)
    return replace(draft, type="CONCEDE", mode=(), steps=(*draft.steps, step))


def _refused(draft: Draft, inner: Act) -> Draft:
    kind = inner.row.type or ""
    mode = (WANTED[kind],) if kind in WANTED else inner.row.mode
    return replace(draft, type="REJECT", mode=mode)


_RELEASING = frozenset({"REQUEST", "COERCE", "REJECT"})


def released(sentence: Sentence, draft: Draft) -> Draft | None:
    """The act below one that itself has no two sides.

    "Syria ordered its army to shell Turkey", "Syria was forced to leave Turkey", "Syria denied
    reports that it had shelled Turkey".
    """
    inner = draft.inner
    if draft.type not in _RELEASING or inner is None or not inner.row.type:
        return None
    return _draft(sentence, inner, None)


def _promised(draft: Draft, inner: Act, *, is_negated: bool) -> Draft:
    """A promise is AGREE; of a blow it is the blow to come, of a material yielding a concession.

    A promise to refuse, or not to do what others would have done for them, is a refusal.
    """
    kind = inner.row.type
    step = Step("complement", f"promise of {kind}", inner.row.lemma)
    steps = (*draft.steps, step)
    if kind == "REJECT" or (is_negated and kind in WANTED):
        # "promised to oppose the pact", "decided not to send aid".
        return _refused(replace(draft, steps=steps), inner)
    if kind in _COOPERATIVE:
        return replace(draft, promises=None if kind == "AGREE" else kind, steps=steps)
    if kind in ("RETREAT", "CONCEDE"):
        return _conceded(draft, kind, inner)
    if kind in _COERCIVE and not is_negated:
        return replace(
            draft, act=replace(draft.act, row=inner.row), type=kind, mode=inner.row.mode,
            status="future", steps=steps,
        )  # fmt: skip
    return replace(draft, steps=steps)


def _with_mode(draft: Draft, inner: Act) -> Draft:
    """The mode of a threat, demand or refusal, from what is threatened, wanted or refused."""
    if draft.type not in _MODED:
        return draft
    kind = inner.row.type
    modes = _THREATENED if draft.type == "THREATEN" else WANTED
    mode = modes.get(kind, "change" if draft.type in ("REQUEST", "REJECT") else "")
    if draft.type == "THREATEN" and "expel" in inner.row.mode:
        mode = "expel"
    if draft.type == "THREATEN" and "arrest" in inner.row.mode:
        mode = "arrest"
    step = Step("complement", f"{draft.type} of {kind}", inner.row.lemma)
    return replace(draft, mode=(mode,) if mode else draft.mode, steps=(*draft.steps, step))
