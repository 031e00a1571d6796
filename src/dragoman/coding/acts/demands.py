"""Demands: what a state's own text says that somebody must do ("Chad must free them")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.coding.acts.acts import Act
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties
from dragoman.coding.acts.slots import slots
from dragoman.coding.acts.tables import ActRow
from dragoman.coding.grammar.obliged import HAVING, OUGHT
from dragoman.coding.grammar.subjects import is_passive, subject
from dragoman.model.events import Step
from dragoman.model.parses import Sentence

_URGENT = frozenset(
    {"time", "imperative", "critical", "essential", "crucial", "vital", "incumbent", "urgent"}
)
_CLAUSES = frozenset({"csubj", "ccomp", "acl", "xcomp", "advcl"})
_PRESENT = ("VBZ", "VBP")
_OPEN = frozenset({"what", "whatever", "all"})
_YIELDING = frozenset({"RETREAT", "CONCEDE"})
_ENDING = frozenset({"stop", "end", "cease", "halt", "withdraw", "refrain", "release", "free"})


def with_demands(drafts: Sequence[Draft], parties: Parties) -> list[Draft]:
    """The drafts of a sentence with what its text demands of somebody, in place of the deed.

    Texts without a voice of their own demand nothing: there "must" is what somebody else says.
    """
    if not parties.voice:
        return list(drafts)
    demanded = set(_demanded(parties))
    known = {draft.act.word: draft for draft in drafts}
    kept = [draft for draft in drafts if draft.act.word not in demanded]
    return [*kept, *(_demand(parties.sentence, w, known.get(w)) for w in sorted(demanded))]


def _demanded(parties: Parties) -> Iterator[int]:
    """The verbs that say what a party other than the voice must do."""
    sentence = parties.sentence
    for verb in dict.fromkeys(_obliged(sentence)):
        # "Should have stopped it" blames, and asks for nothing.
        helpers = {sentence.lemmas[helper].lower() for helper in sentence.related(verb, "aux")}
        if is_passive(sentence, verb) or sentence.related(verb, "cop") or "have" in helpers:
            continue
        for word in (verb, *_joined(sentence, verb)):
            doers = subject(sentence, word)
            if parties.all_at(doers, places=False) and min(doers) < word:
                yield word


def _obliged(sentence: Sentence) -> Iterator[int]:
    """The verbs under "must", "should", "needs to" or what it is time or imperative to do."""
    for word, lemma in enumerate(sentence.lemmas):
        head, relation = sentence.heads[word], sentence.relations[word]
        if relation == "aux" and lemma.lower() in OUGHT and sentence.related(head, "nsubj"):
            yield from (head for doer in sentence.related(head, "nsubj") if doer < word)
        elif relation in _CLAUSES and sentence.fine_tags[word] == "VB":
            is_urgent = sentence.lemmas[head].lower() in _URGENT and sentence.related(word, "nsubj")
            if is_urgent or _has_to(sentence, head):
                yield word


def _has_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb obliges now: "needs to", "has to".

    "The weapons it needs to win" and "whatever it has to do" are asked of nobody.
    """
    is_asked = sentence.lemmas[verb].lower() in HAVING and sentence.fine_tags[verb] in _PRESENT
    is_open = any(
        sentence.words[child].lower() in _OPEN
        for word in (verb, *sentence.related(verb, "xcomp"))
        for child in sentence.children[word]
    )
    return is_asked and not is_open and sentence.relations[verb] != "acl:relcl"


def _joined(sentence: Sentence, verb: int) -> Iterable[int]:
    """Verbs under the same "must": "must stop the attacks and withdraw"."""
    others = sentence.related(verb, "conj")
    return [word for word in others if not sentence.related(word, "nsubj", "aux")]


def _demand(sentence: Sentence, word: int, deed: Draft | None) -> Draft:
    yields = deed.type in _YIELDING if deed else sentence.lemmas[word].lower() in _ENDING
    mode = ("yield",) if yields else ()
    row = ActRow(
        lemma=sentence.lemmas[word], pos="verb", needs=(), needs_text="", type="REQUEST",
        mode=mode, actor=(("voice",),), recipient=(("subj",),), complement="", context=(),
        cameo=None, example="",
    )  # fmt: skip
    step = Step("act", "what somebody must do → REQUEST", sentence.words[word])
    act = Act(word, row, slots(sentence, word))
    return Draft(act, "REQUEST", mode, status="actual", steps=(step,))
