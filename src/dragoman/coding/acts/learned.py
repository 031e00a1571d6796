"""Learned: what the network makes of a sentence's acts, beside what the tables make of them.

The tables find acts by rows that anyone can read; the network has learned them from sentences
marked by readers. An act of the tables that the network is sure is none is left out ("strike a
balance"), and an act that no row tells is added. Type, mode and status of what a row tells stay the
row's: taken from the network they were right less often. How sure the network must be was set on
marked sentences held back from training (docs/decisions/0009-a-network-beside-the-tables.md).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from dragoman.coding.acts.acts import Act
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.slots import slots
from dragoman.coding.acts.tables import ActRow, ActTables
from dragoman.model.events import MATERIAL_CONFLICT, QUADS, Step
from dragoman.model.parses import ReadAct, Sentence

ADDED = 0.7
"""From this probability on a word is an act that no row tells."""
AIMED = 0.4
"""From this one on it is one where words aim from it at somebody."""
NESTED = 0.8
"""From this one on it is one although a row has taken the word up in an act of another type."""
DROPPED = 0.06
"""Below this one an act of the tables is none."""
_SAYING = frozenset({"say", "tell", "add", "state", "note", "insist", "believe", "think", "want"})
_ASKING = frozenset({"ask", "wonder", "consider", "inquire", "enquire", "debate"})
_QUESTIONS = frozenset({"if", "whether", "why", "how", "where", "when", "what", "who", "which"})
_PARTS = {"VERB": "verb", "AUX": "verb", "ADJ": "adj"}


def weigh(
    sentence: Sentence,
    acts: Iterable[Act],
    drafts: Sequence[Draft],
    tables: ActTables,
    spared: Container[int],
) -> list[Draft]:
    """The acts of the tables that the network bears out, and those it alone finds, by word.

    A word that a row has read is read: as the act it stands below, or as none. An act at one of the
    words `spared`, aimed at somebody or said to be undone, is one. A parser without such a network
    changes nothing.
    """
    if sentence.dyads is None:
        return list(drafts)
    kept = [
        draft
        for draft in drafts
        if _is_borne_out(sentence, draft) or any(word in spared for word in words_of(draft))
    ]
    covered = {act.word for act in acts}
    others = [
        added(sentence, word, *read.types[0], tables)
        for word, read in sentence.acts.items()
        if _is_another(read, drafts, covered, spared) and not only_says(sentence, word)
    ]
    return sorted([*kept, *others], key=lambda draft: draft.act.word)


def _is_another(
    read: ReadAct, drafts: Iterable[Draft], covered: Container[int], aimed: Container[int]
) -> bool:
    """Whether the network is sure of an act that is none of the tables'.

    In "rejected Sweden's raid on a camp" the tables have one act, of rejecting; the raid is another
    one. So are all deeds of conflict in what is said of them; talks that somebody rejects are not.
    """
    kind, sure = read.types[0]
    around = [draft for draft in drafts if read.word in (*words_of(draft), *asked_for(draft))]
    if any(read.word in (draft.act.word, draft.act.light) for draft in around):
        return False
    if not around:
        return sure >= (AIMED if read.word in aimed else ADDED) and read.word not in covered
    is_deed = QUADS[kind] == MATERIAL_CONFLICT and all(kind != draft.type for draft in around)
    return sure >= NESTED and is_deed


def only_says(sentence: Sentence, word: int) -> bool:
    """Whether a word tells that something is said or ought to be: what it is stands elsewhere.

    Readers marked "said" and "should" where nothing else names a demand or a charge; what the
    network has learned of these it finds in any report. Who asks "if" only wants to know.
    """
    lemma = sentence.lemmas[word].lower()
    return sentence.tags[word] == "AUX" or lemma in _SAYING or _only_asks(sentence, word)


def _only_asks(sentence: Sentence, word: int) -> bool:
    clauses = sentence.related(word, "ccomp", "advcl", "xcomp")
    openers = {sentence.words[min(sentence.subtree(clause))].lower() for clause in clauses}
    return sentence.lemmas[word].lower() in _ASKING and not openers.isdisjoint(_QUESTIONS)


def words_of(draft: Draft) -> list[int]:
    """The words that tell an act: its own, its light verb's, those of the acts it took up."""
    light = [draft.act.light] if draft.act.light is not None else []
    taken_up = [act.word for act in (draft.noun, draft.inner) if act is not None]
    return [draft.act.word, *light, *taken_up]


def asked_for(draft: Draft) -> list[int]:
    """The words that an act's row asks for by name: "protest" in "lodged a protest"."""
    act = draft.act
    needs = (need for need in act.row.needs if need.any_of and not need.negative)
    return [word for need in needs for word in act.slots.get(need.slot, ())]


def reading_of(sentence: Sentence, draft: Draft) -> ReadAct | None:
    """What the network makes of the act: of the word that it is surest is one.

    A blow inside another act ("imposed costs for the raid", "stood with Mali against the raid") is
    read for itself. Of words that the row asks for it is where no word of the act is one.
    """
    words = words_of(draft)
    if draft.inner is not None and _is_blow_inside(draft.type, draft.inner.row.type or ""):
        words.remove(draft.inner.word)
    best = _surest(sentence, words)
    if best is not None and best.is_act >= DROPPED:
        return best
    return _surest(sentence, [*words, *asked_for(draft)])


def _surest(sentence: Sentence, words: Iterable[int]) -> ReadAct | None:
    found = [sentence.acts[word] for word in words if word in sentence.acts]
    return max(found, key=lambda read: read.is_act, default=None)


def _is_blow_inside(kind: str, inner: str) -> bool:
    return QUADS.get(inner) == MATERIAL_CONFLICT and kind != inner


def _is_borne_out(sentence: Sentence, draft: Draft) -> bool:
    best = _surest(sentence, (*words_of(draft), *asked_for(draft)))
    return best is not None and best.is_act >= DROPPED


def added(sentence: Sentence, word: int, kind: str, sure: float, tables: ActTables) -> Draft:
    """An act that no row tells, as a draft whose row asks for nothing and names no slots."""
    lemma = sentence.lemmas[word].lower()
    pos = _PARTS.get(sentence.tags[word], "noun")
    mode, cameo = _shared(row for row in tables.rows.get((lemma, pos), ()) if row.type == kind)
    row = ActRow(
        lemma=lemma, pos=pos, needs=(), needs_text="", type=kind, mode=mode, actor=(),
        recipient=(), complement="", context=(), cameo=cameo, example="",
    )  # fmt: skip
    act = Act(word, row, slots(sentence, word))
    step = Step("act", f"network: {kind}", sentence.words[word], round(sure, 3))
    return Draft(act, kind, row.mode, steps=(step,))


def _shared(rows: Iterable[ActRow]) -> tuple[tuple[str, ...], str | None]:
    """The mode and the CAMEO code that rows of a word and type have in common; none that differ."""
    found = list(rows)
    modes, codes = {row.mode for row in found}, {row.cameo for row in found}
    return (modes.pop() if len(modes) == 1 else ()), (codes.pop() if len(codes) == 1 else None)
