"""Cues: the words by which somebody says, asks, wants, thinks, judges or shows something.

For each cue word of the table cues.csv: which words make up the cue, whose it is, and where in the
tree its content hangs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.links import form_of, markers
from dragoman.coding.subjects import NOUN_TAGS, is_passive, owners, subject
from dragoman.model.parses import ROOT, Sentence
from dragoman.tables.load import cells, load

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj", "obl", "advcl", "acl", "nmod", "parataxis"})
_VERB_GROUP = frozenset({"aux", "aux:pass", "advmod", "cop"})
_EXPLETIVES = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table cues: what kind of voice a word gives, and where its content stands."""

    kind: str
    forms: frozenset[str]


CueTable = Mapping[tuple[str, str], Cue]


def load_cues(own: Path | None = None) -> dict[tuple[str, str], Cue]:
    """The table cues by lemma and part of speech, with the user's own rows laid over.

    >>> load_cues()["announce", "verb"].kind
    'say'
    """
    return {
        (row["lemma"], row["pos"]): Cue(row["kind"], frozenset(cells(row["forms"])))
        for row in load("cues", ("lemma", "pos"), own)
    }


def cue_at(sentence: Sentence, word: int, cues: CueTable) -> Cue | None:
    """The row a word meets, if any."""
    part = _PARTS.get(sentence.tags[word])
    return cues.get((sentence.lemmas[word].lower(), part)) if part else None


def contents(sentence: Sentence, word: int, cue: Cue) -> list[int]:
    """The heads of what is said: complements in a form the cue takes, or the clause it cuts into.

    "They met, he said" gives the head of the first clause, as does "as he said".
    """
    head = sentence.heads[word]
    if head != ROOT and "that" in cue.forms and _cuts_in(sentence, word):
        return [head]
    return [
        child
        for child in sentence.children[word]
        if sentence.relations[child].partition(":")[0] in _COMPLEMENTS
        and _fits(sentence, child, cue)
    ]


def _cuts_in(sentence: Sentence, word: int) -> bool:
    if sentence.related(word, "ccomp"):
        return False
    if sentence.relations[word] == "parataxis":
        return True
    return sentence.relations[word] == "advcl" and "as" in markers(sentence, word)


def _fits(sentence: Sentence, child: int, cue: Cue) -> bool:
    form = form_of(sentence, child)
    if form in cue.forms:
        return True
    return sentence.relations[child] == "parataxis" and "quote" in cue.forms


def source_of(sentence: Sentence, word: int) -> int | None:
    """The head of whoever speaks by the cue at `word`; None where nobody is named."""
    if sentence.tags[word] in NOUN_TAGS:
        found = owners(sentence, word) or subject(sentence, word)
    elif is_passive(sentence, word):
        found = [c for c in sentence.related(word, "obl") if sentence.case(c) == "by"]
    elif quoted := _quoted(sentence, word):
        found = quoted
    else:
        found = subject(sentence, word)
    if not found or sentence.words[found[0]].lower() in _EXPLETIVES - {"it"}:
        return None
    return None if sentence.relations[found[0]] == "expl" else found[0]


def _quoted(sentence: Sentence, word: int) -> list[int]:
    """Whose words "quoted X as saying" gives: those of X."""
    head = sentence.heads[word]
    if head == ROOT or "as" not in markers(sentence, word):
        return []
    return sentence.related(head, "obj") if sentence.lemmas[head] in ("quote", "cite") else []


def cue_words(sentence: Sentence, word: int, content: int) -> tuple[int, int]:
    """First and last word of the cue: the verb with its auxiliaries, adverbs and particle.

    A preposition before the content belongs to it ("called for"), as does the 's of a possessor.
    """
    first = last = word
    while first > 0 and _belongs(sentence, first - 1, word):
        first -= 1
    for child in sentence.related(word, "compound"):
        if sentence.relations[child] == "compound:prt" and child == last + 1:
            last = child
    for child in sentence.related(content, "case", "mark"):
        if child == last + 1 and sentence.words[child].lower() not in ("that", "to", "if"):
            last = child
    return first, last


def _belongs(sentence: Sentence, word: int, cue: int) -> bool:
    if sentence.heads[word] == cue:
        return sentence.relations[word] in _VERB_GROUP and sentence.tags[word] != "PUNCT"
    is_possessive = sentence.relations[word] == "case" and sentence.fine_tags[word] == "POS"
    return is_possessive and sentence.heads[sentence.heads[word]] == cue
