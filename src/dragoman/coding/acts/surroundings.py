"""Surroundings: what the words right around an act make of it.

Auxiliaries, negations, adverbs, determiners and modifiers, as the table modals.csv lists them by
the place they stand in ("may attack", "no attack", "an alleged attack", "talks next week").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dragoman.coding.grammar.links import joined, markers
from dragoman.errors import TableError
from dragoman.model.events import STATUSES, Status, Step
from dragoman.model.parses import Sentence
from dragoman.tables.load import load

_EFFECTS = frozenset({*STATUSES, "keep", "speech", "fact", "wanted", "mooted"})
# Modals that stand above a negation: "may not attack" leaves it open, "will not attack" does not.
_OPEN_UNDER_NEGATION = frozenset({"may", "might", "should", "must", "ought"})
_NOT_A_NEGATION = frozenset({"only", "just", "merely", "simply", "solely", "necessarily", "least"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG", "VB"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class StanceTables:
    """What single words and governing words do to an act's firmness.

    `words` is keyed by word and kind (modals.csv); `governors` by lemma, part of speech and form,
    and gives the effect of the affirmed and of the negated governor (veridicality.csv).
    """

    words: Mapping[tuple[str, str], str]
    governors: Mapping[tuple[str, str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Firmness:
    """A status, and the step that says why where it is not actual.

    What is hypothetical may be only wanted, asked for or meant, or a plan that is itself in doubt.
    """

    status: Status
    step: Step | None = None
    is_wanted: bool = False
    is_plan: bool = False


ACTUAL = Firmness("actual")


def load_stance_tables(own: Path | None = None) -> StanceTables:
    """The tables modals and veridicality, with the user's own rows laid over.

    Raises: TableError for an effect that is none.

    >>> load_stance_tables().governors["deny", "verb", "ing"]
    ('negated', 'actual')
    """
    words = {
        (row["word"], row["kind"]): _effect(row["effect"], "modals")
        for row in load("modals", ("word", "kind"), own)
    }
    governors = {
        (row["lemma"], row["pos"], row["form"]): (
            _effect(row["affirmed"], "veridicality"),
            _effect(row["negated"], "veridicality"),
        )
        for row in load("veridicality", ("lemma", "pos", "form"), own)
    }
    return StanceTables(words, governors)


def _effect(value: str, table: str) -> str:
    if value not in _EFFECTS:
        raise TableError(
            f"{table}.csv has the effect {value!r}", f"Use one of {', '.join(sorted(_EFFECTS))}."
        )
    return value


def by_word(effect: str, kind: str, word: str) -> Firmness:
    """What a word of the table modals makes of an act, with the step that says so."""
    if effect == "keep":
        return ACTUAL
    return of_effect(effect, Step("status", f"{kind} → {effect}", word))


def of_effect(effect: str, step: Step) -> Firmness:
    """The firmness that an effect of the tables gives, if it gives one of its own.

    >>> of_effect("mooted", Step("status", "ing → mooted", "considers")).status
    'hypothetical'
    """
    if effect in ("wanted", "mooted"):
        is_wanted = effect == "wanted"
        return Firmness("hypothetical", step, is_wanted=is_wanted, is_plan=not is_wanted)
    return Firmness(cast("Status", effect), step)


def own_firmness(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """What auxiliaries, adverbs, negations, determiners and modifiers around a word say of it."""
    found = [*_around(sentence, word, tables), *_doubts(sentence, word, tables)]
    negation = next((f for f in found if f.status == "negated"), None)
    open_ = next((f for f in found if f.status == "hypothetical"), None)
    if negation and open_ and open_.step:
        modal = open_.step
        is_above = modal.rule.startswith("adverb") or modal.words.lower() in _OPEN_UNDER_NEGATION
        return open_ if is_above else negation
    return negation or open_ or (found[0] if found else ACTUAL)


def _around(sentence: Sentence, word: int, tables: StanceTables) -> Iterator[Firmness]:
    for child in sentence.children[word]:
        text = sentence.words[child].lower()
        kind = _kind(sentence, child)
        if kind == "negation":
            if _negates(sentence, child, tables):
                yield by_word("negated", "negation", text)
        elif kind == "auxiliary" and text == "would" and _looks_ahead(sentence, word):
            yield by_word("future", "auxiliary", text)
        elif kind and (effect := tables.words.get((text, kind))):
            yield by_word(effect, kind, text)
        elif kind == "subject" and (nobody := _nobody(sentence, child, tables)):
            yield by_word("negated", "determiner", nobody)
        elif kind == "time" and _is_ahead(sentence, word, child, tables):
            yield by_word("future", "time", text)


_KINDS = {
    "aux": "auxiliary", "advmod": "negation", "cc": "negation", "det": "determiner",
    "amod": "modifier", "nsubj": "subject", "obl": "time", "nmod": "time",
}  # fmt: skip


_NEGATIVE_ADVERBS = frozenset(
    {"not", "n't", "n’t", "nt", "never", "longer", "neither", "nor", "nowhere"}
)


def _kind(sentence: Sentence, child: int) -> str:
    """The kind of row to look a word up under, by how it hangs from the act."""
    kind = _KINDS.get(sentence.relations[child].partition(":")[0], "")
    if kind == "negation" and sentence.relations[child] == "advmod":
        text = sentence.words[child].lower()
        return "negation" if text in _NEGATIVE_ADVERBS else "adverb"
    return kind


def _negates(sentence: Sentence, child: int, tables: StanceTables) -> bool:
    text = joined(sentence, child)
    after = sentence.words[child + 1].lower() if child + 1 < len(sentence) else ""
    return (text, "negation") in tables.words and after not in _NOT_A_NEGATION


def _nobody(sentence: Sentence, subject: int, tables: StanceTables) -> str:
    """The word that makes a subject nobody ("no envoy", "neither side"), or ""."""
    near = [subject, *sentence.related(subject, "det", "cc")]
    words = [sentence.words[word].lower() for word in near]
    return next((w for w in words if tables.words.get((w, "determiner")) == "negated"), "")


def done_to_nothing(sentence: Sentence, word: int, tables: StanceTables) -> str:
    """The word by which an act is done to nothing, or "": "signed no pact", "hurt nobody"."""
    if sentence.tags[word] != "VERB":
        return ""
    objects = sentence.related(word, "obj")
    return next((found for noun in objects if (found := _nobody(sentence, noun, tables))), "")


def happens_already(sentence: Sentence, noun: int, tables: StanceTables) -> bool:
    """Whether a modifier tells that it happens already, whatever is feared or wanted of it.

    "Concern about growing attacks", "steps to end the long-running siege".
    """
    modifiers = (sentence.words[m].lower() for m in sentence.related(noun, "amod"))
    return any((modifier, "known") in tables.words for modifier in modifiers)


def modal_effect(sentence: Sentence, word: int, tables: StanceTables) -> str | None:
    """What the auxiliary of a word makes of it, whatever is denied beside it."""
    texts = (sentence.words[aux].lower() for aux in sentence.related(word, "aux"))
    found = (tables.words.get((text, "auxiliary")) for text in texts)
    return next((effect for effect in found if effect), None)


def _doubts(sentence: Sentence, word: int, tables: StanceTables) -> Iterator[Firmness]:
    """What the source of a statement leaves open: "unconfirmed reports say", "rumour has it"."""
    subjects = sentence.related(word, "nsubj") if sentence.tags[word] == "VERB" else []
    outside = [c for c in sentence.children[word] if sentence.case(c) == "according to"]
    for source in (*subjects, *outside):
        lemma = sentence.lemmas[source].lower()
        if (lemma, "report") not in tables.words:
            continue
        modifiers = [sentence.words[m].lower() for m in sentence.related(source, "amod")]
        doubtful = [m for m in modifiers if tables.words.get((m, "modifier")) == "hypothetical"]
        if doubtful or lemma in ("rumor", "rumour"):
            yield by_word("hypothetical", "source", sentence.words[source])


def _looks_ahead(sentence: Sentence, word: int) -> bool:
    """Whether "would" is a reported "will" ("said it would attack") and no condition's outcome."""
    is_reported = sentence.relations[word] == "ccomp" or bool(sentence.related(word, "parataxis"))
    has_condition = any(
        {"if", "unless"} & set(markers(sentence, c)) for c in sentence.related(word, "advcl")
    )
    return is_reported and not has_condition


def _is_ahead(sentence: Sentence, word: int, child: int, tables: StanceTables) -> bool:
    """Whether a time of the future stands with a present tense or a noun ("talks next week")."""
    if sentence.fine_tags[word] not in _PRESENT and sentence.tags[word] not in _NOUNS:
        return False
    near = [child, *sentence.children[child]]
    return any((sentence.words[w].lower(), "time") in tables.words for w in near)
