"""Stance: how firm an act is in its sentence. It happened, is to come, may be, or did not.

The act's word is read in the chain of words above it, from the sentence's root down: each governing
word says what its own firmness makes of its complement ("refused to rule out attacking"), and the
words around each link (auxiliaries, negations, conjunctions, determiners) then add their own.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts.surroundings import (
    ACTUAL,
    Firmness,
    StanceTables,
    by_word,
    done_to_nothing,
    happens_already,
    modal_effect,
    of_effect,
    own_firmness,
)
from dragoman.coding.grammar.links import asks_how, form_of, is_cleft, markers, shares_auxiliaries
from dragoman.coding.status.reports import is_refuted, taken_back
from dragoman.model.events import Step
from dragoman.model.parses import ROOT, Sentence

_PARTS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adj",
    "ADV": "adv",
}
_HEADLINE = Firmness("future", Step("status", "a headline's infinitive", "to"))
_WH = frozenset({"why", "how", "when", "where", "who", "what", "which", "whom", "whose"})


def firmness(sentence: Sentence, trigger: int, tables: StanceTables) -> Firmness:
    """How firm the act at word `trigger` is, with the step that says why where it is not actual."""
    firm = _firmness(sentence, trigger, tables)
    if firm == ACTUAL and (nothing := done_to_nothing(sentence, trigger, tables)):
        return by_word("negated", "determiner", nothing)
    is_ahead = firm.status in ("future", "hypothetical") and not firm.is_wanted
    if is_ahead and (change := taken_back(sentence, trigger, tables)):
        return by_word("negated", "given up", change)
    return firm


def _firmness(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """The firmness of a word: what the words above leave it, then what stands around it."""
    outer = _context(sentence, word, tables)
    return _under(outer, own_firmness(sentence, word, tables))


def _under(outer: Firmness, inner: Firmness) -> Firmness:
    """What is said inside a context of the given firmness."""
    if inner.status == "actual" or outer == inner:
        return outer
    if outer.status == "hypothetical":
        return _of_a_plan(outer, inner)
    if outer.status != "negated":
        return inner
    return Firmness("actual", inner.step) if inner.status == "negated" else outer


def _of_a_plan(doubt: Firmness, inner: Firmness) -> Firmness:
    """A doubt that is about something to come, if what stands inside it is."""
    is_plan = inner.status == "future" or inner.is_plan
    return replace(doubt, is_plan=True) if is_plan else doubt


def _context(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """What the governing words and the conjunctions of its own clause make of a word."""
    if undone := _left_undone(sentence, word):
        return by_word("negated", "infinitive", undone)
    head = sentence.heads[word]
    if head == ROOT:
        return _under(_root_context(sentence, word), _marked(sentence, word, tables))
    if sentence.relations[word] == "conj":
        outer = _context(sentence, head, tables)
        if shares_auxiliaries(sentence, word):
            outer = _under(outer, own_firmness(sentence, head, tables))
    else:
        outer = _governed(sentence, word, tables)
    return _under(outer, _marked(sentence, word, tables))


def _root_context(sentence: Sentence, word: int) -> Firmness:
    """A yes-no question leaves its main clause open; a headline's infinitive is to come."""
    if sentence.words[-1] == "?" or "?" in sentence.words[-2:]:
        asks = {sentence.words[w].lower() for w in sentence.subtree(word)} & _WH
        first = next((w for w in sentence.words if w[0].isalpha()), "").lower()
        if not asks or first not in _WH:
            return Firmness("hypothetical", Step("status", "a question", "?"))
    if "to" in markers(sentence, word) and sentence.related(word, "nsubj"):
        return _HEADLINE
    return ACTUAL


def _governed(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """What the governing word makes of its complement, by its own firmness and their link."""
    form, head = form_of(sentence, word), sentence.heads[word]
    if (settled := _by_form(sentence, word, form, tables)) is not None:
        return settled
    above = _firmness(sentence, head, tables)
    effect = _effect_of(sentence, head, form, above, tables)
    if effect == "actual" and form == "to":
        # "did not hesitate to attack" and "will not hesitate to attack".
        effect = modal_effect(sentence, head, tables) or effect
    if effect is None:
        effect = _default(sentence, word, form, above)
    lemma = sentence.lemmas[word].lower()
    if effect == "wanted" and form == "purpose" and (lemma, "purpose") in tables.words:
        return above
    is_said = effect == "negated" and form == "noun" and (lemma, "speech") in tables.words
    is_known = effect not in ("negated", "keep") and happens_already(sentence, word, tables)
    if is_said or is_known:
        return ACTUAL
    return _affected(above, effect, Step("status", form, sentence.words[head]))


def _by_form(sentence: Sentence, word: int, form: str, tables: StanceTables) -> Firmness | None:
    """What the link alone makes of a complement, whatever the governing word is; else None."""
    head = sentence.heads[word]
    if form in ("to", "purpose") and (question := asks_how(sentence, word)):
        return by_word("wanted", "open question", question)
    is_told = not sentence.relations[word].endswith(":relcl")
    if is_told and is_refuted(sentence, head, tables):
        return by_word("negated", "refuted", sentence.words[head])
    if form == "apart":
        return _apart(sentence, word, tables)
    return _HEADLINE if form == "to" and _is_headline(sentence, head) else None


def _is_headline(sentence: Sentence, noun: int) -> bool:
    """Whether a name has an infinitive, as only in headlines: "Macron to visit Delhi"."""
    return sentence.tags[noun] == "PROPN" and not _is_outstanding(sentence, noun)


def _apart(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """What the word above makes of a clause of which it says nothing.

    Of nobody in particular the clause is open: "any state that attacks Chad".
    """
    head = sentence.heads[word]
    if is_cleft(sentence, word):
        return _firmness(sentence, head, tables)
    is_relative = sentence.relations[word].endswith(":relcl")
    words = [sentence.words[d].lower() for d in sentence.related(head, "det") if is_relative]
    effects = ((w, tables.words.get((w, "determiner"))) for w in words)
    open_ = (by_word("hypothetical", "determiner", w) for w, e in effects if e == "hypothetical")
    return next(open_, ACTUAL)


def _affected(above: Firmness, effect: str, link: Step) -> Firmness:
    """What an effect makes of a complement under a word of the given firmness."""
    if effect in ("fact", "actual"):
        return ACTUAL
    if effect in ("keep", above.status):
        return above
    if effect == "speech":
        return above if above.status == "hypothetical" else ACTUAL
    firm = of_effect(effect, replace(link, rule=f"{link.rule} → {effect}"))
    if above.status != "hypothetical":
        return firm
    # What may be prevented, or is wanted to be, is as open as the preventing.
    return above if effect == "negated" else _of_a_plan(above, firm)


def _effect_of(
    sentence: Sentence, head: int, form: str, above: Firmness, tables: StanceTables
) -> str | None:
    """The effect of the governing word's row, if it has one for the form."""
    part = _PARTS.get(sentence.tags[head], "")
    forms = (form, "any") if form in _ANY_FORMS else (form,)
    for name in forms:
        for spelling in (sentence.words[head].lower(), sentence.lemmas[head].lower()):
            if effects := tables.governors.get((spelling, part, name)):
                return effects[above.status == "negated"]
    return None


_ANY_FORMS = frozenset(
    {"that", "to", "ing", "noun", "of", "for", "about", "on", "over", "any", "clause"}
)


def _default(sentence: Sentence, word: int, form: str, above: Firmness) -> str:
    """What an unknown governing word does: what is said is said, what is aimed at is open."""
    if form == "that":
        return "speech"
    if form in ("subject", "noun"):
        is_judged = form == "subject" and _would_be(sentence, word)
        unjudged = "keep" if _is_open(sentence, word, above) else "fact"
        return "hypothetical" if is_judged else unjudged
    is_verb = sentence.tags[sentence.heads[word]] in ("VERB", "AUX")
    if form in _AMONG or (form == "to" and _is_outstanding(sentence, sentence.heads[word])):
        return "keep"
    if form == "purpose" or (form == "to" and not is_verb):
        return "wanted"
    if form in _AFTER:
        return "fact"
    is_clause = sentence.fine_tags[word] == "VBG"
    return "keep" if is_clause or form in ("to", "ing", "along", "clause") else "fact"


_AFTER = frozenset({"after", "since", "despite"})
# What is named as one of many is as firm as these: "urged steps, including talks".
_AMONG = frozenset({"including", "such as"})


def _is_outstanding(sentence: Sentence, noun: int) -> bool:
    """Whether the infinitive after a noun tells what it did: "the first envoy to visit Kabul"."""
    modifiers = sentence.related(noun, "amod")
    words = {sentence.words[m].lower() for m in modifiers}
    degrees = {sentence.words[d].lower() for m in modifiers for d in sentence.related(m, "advmod")}
    is_highest = any(sentence.fine_tags[m] == "JJS" for m in modifiers) or "most" in degrees
    return is_highest or bool(words & _ORDINALS)


_ORDINALS = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth", "last", "latest", "only", "next"),
    }
)


def _is_open(sentence: Sentence, word: int, above: Firmness) -> bool:
    """Whether an indefinite noun shares the doubt of its clause ("could face an attack")."""
    determiners = {sentence.words[d].lower() for d in sentence.related(word, "det", "nmod:poss")}
    if above.status == "negated":
        return "any" in determiners
    is_indefinite = determiners <= {"a", "an", "any", "some", "more", "further", "another"}
    return above.status == "hypothetical" and is_indefinite


def _would_be(sentence: Sentence, noun: int) -> bool:
    """Whether it is judged what an act would do: "a withdrawal would harm Chad"."""
    auxiliaries = {sentence.words[a].lower() for a in sentence.related(sentence.heads[noun], "aux")}
    determiners = {sentence.words[d].lower() for d in sentence.related(noun, "det", "nmod:poss")}
    return "would" in auxiliaries and determiners <= {"a", "an", "any", "such"}


def _marked(sentence: Sentence, word: int, tables: StanceTables) -> Firmness:
    """What the conjunction or preposition of a clause or noun phrase makes of it."""
    for mark in markers(sentence, word):
        if effect := tables.words.get((mark, "marker")):
            return by_word(effect, "marker", mark)
        if tables.words.get((mark, "time marker")) and _is_yet_to_come(sentence, word, tables):
            return by_word("hypothetical", "time marker", mark)
        is_ahead = sentence.fine_tags[word] == "VB" and (mark, "infinitive") in tables.words
        if is_ahead:
            return by_word(tables.words[mark, "infinitive"], "infinitive", mark)
    if _is_inverted_condition(sentence, word):
        return by_word("hypothetical", "marker", "inverted condition")
    case = sentence.case(word)
    if case and (effect := tables.words.get((case, "preposition"))):
        return by_word(effect, "preposition", case)
    return ACTUAL


def _left_undone(sentence: Sentence, word: int) -> str:
    """The words that leave an infinitive undone, or "": "has yet to ratify", "was to have met"."""
    marks = [m for m in sentence.related(word, "mark") if sentence.words[m].lower() == "to"]
    if not marks or marks[0] == 0:
        return ""
    before = sentence.words[marks[0] - 1].lower()
    auxiliaries = {sentence.words[a].lower() for a in sentence.related(word, "aux")}
    is_missed = before in ("was", "were") and "have" in auxiliaries
    return f"{before} to" + (" have" if is_missed else "") if is_missed or before == "yet" else ""


def _is_yet_to_come(sentence: Sentence, word: int, tables: StanceTables) -> bool:
    """Whether "when it attacks" looks forward: present tense under a clause that is not actual."""
    if sentence.fine_tags[word] not in ("VBZ", "VBP") or sentence.heads[word] == ROOT:
        return False
    return _firmness(sentence, sentence.heads[word], tables).status in ("future", "hypothetical")


def _is_inverted_condition(sentence: Sentence, word: int) -> bool:
    """Whether a clause is a condition without "if": "Were Iran to attack", "Should it attack"."""
    if sentence.relations[word] not in ("advcl", "root") or sentence.words[-1] == "?":
        return False
    auxiliaries = sentence.related(word, "aux", "cop")
    if not auxiliaries or sentence.words[auxiliaries[0]].lower() not in ("were", "had", "should"):
        return False
    subjects = sentence.related(word, "nsubj")
    return auxiliaries[0] == 0 or bool(subjects and auxiliaries[0] < subjects[0])
