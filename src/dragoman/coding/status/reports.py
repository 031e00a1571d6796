"""Reports: what a text itself says of the truth of a report, or of what became of a plan.

In "dismissed claims that its guards had fired" and "reports of a meeting were baseless" what is
reported did not happen, though nothing right around the act says so; nor did what somebody "was
set to do but called off".
"""

from __future__ import annotations

from dragoman.coding.acts.surroundings import StanceTables, own_firmness
from dragoman.model.parses import ROOT, Sentence

_PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}
_FINDINGS = frozenset({"prove", "turn"})


def is_refuted(sentence: Sentence, noun: int, tables: StanceTables) -> bool:
    """Whether a noun is a report or claim that the text says is untrue, or somebody denies.

    "rejected allegations that", "reports that … proved false", "baseless rumours of".
    """
    if (sentence.lemmas[noun].lower(), "report") not in tables.words:
        return False
    if any(_is_false(sentence, child, tables) for child in sentence.related(noun, "amod")):
        return True
    head = sentence.heads[noun]
    return head != ROOT and _refutes(sentence, head, noun, tables)


def taken_back(sentence: Sentence, word: int, tables: StanceTables) -> str:
    """The word by which a plan is given up in what follows, or "": "was to leave but relented"."""
    for above in (word, *sentence.ancestors(word)):
        for later in sentence.related(above, "conj"):
            joiners = {sentence.words[c].lower() for c in sentence.related(later, "cc")}
            if later > word and "but" in joiners and _gives_up(sentence, later, tables):
                return sentence.words[later]
    return ""


def _gives_up(sentence: Sentence, verb: int, tables: StanceTables) -> bool:
    """Whether a verb says that nothing came of it: "called it off", "did not", "relented"."""
    lemma = sentence.lemmas[verb].lower()
    particles = [sentence.words[p].lower() for p in sentence.related(verb, "compound:prt")]
    is_change = (" ".join((lemma, *particles)), "giving up") in tables.words
    is_against = lemma == "decide" and any(
        sentence.case(child) == "against" for child in sentence.related(verb, "obl")
    )
    is_undone = lemma == "do" and own_firmness(sentence, verb, tables).status == "negated"
    return is_change or is_against or is_undone


def _refutes(sentence: Sentence, head: int, noun: int, tables: StanceTables) -> bool:
    """Whether the word above denies what the noun tells, or finds it false."""
    relation = sentence.relations[noun]
    if relation == "nsubj":
        is_finding = sentence.lemmas[head].lower() in _FINDINGS
        found = sentence.related(head, "xcomp") if is_finding else [head]
        return any(_is_false(sentence, word, tables) for word in found)
    is_what_is_denied = relation in ("obj", "nsubj:pass") or sentence.case(noun) == "as"
    effects = tables.governors.get((sentence.lemmas[head].lower(), "verb", "that"))
    is_denial = effects is not None and effects[0] == "negated"
    return is_what_is_denied and is_denial and _is_plain(sentence, head, tables)


def _is_false(sentence: Sentence, word: int, tables: StanceTables) -> bool:
    part = _PARTS.get(sentence.tags[word], "")
    effects = tables.governors.get((sentence.lemmas[word].lower(), part, "subject"))
    return effects is not None and effects[0] == "negated" and _is_plain(sentence, word, tables)


def _is_plain(sentence: Sentence, word: int, tables: StanceTables) -> bool:
    return own_firmness(sentence, word, tables).status == "actual"
