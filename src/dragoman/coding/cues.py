"""Cues: the words by which somebody says, asks, wants, thinks, judges or shows something.

For each cue word of the table cues.csv: which words make up the cue, whose it is, and where in the
tree its content hangs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.links import form_of, markers
from dragoman.coding.subjects import NOUN_TAGS, is_passive, owners, subject
from dragoman.model.parses import ROOT, Sentence
from dragoman.tables.load import cells, load

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj", "obl", "advcl", "acl", "nmod", "parataxis"})
_VERB_GROUP = frozenset({"aux", "aux:pass", "advmod", "cop", "mark"})
_NOUN_GROUP = frozenset({"det", "amod"})
_ASIDE = frozenset({"that", "if", "whether", "as", "because", "while", "after", "before", "when"})
_MEDIA = frozenset({"statement", "speech", "letter", "testimony", "release"})


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
    """The row a word meets, if any; a verb with its particle goes before the verb alone."""
    part = _PARTS.get(sentence.tags[word])
    if part is None:
        return None
    lemma = sentence.lemmas[word].lower()
    particle = _particle(sentence, word)
    if particle is not None:
        return cues.get((f"{lemma} {sentence.words[particle].lower()}", part))
    return cues.get((lemma, part))


def _particle(sentence: Sentence, word: int) -> int | None:
    after = word + 1
    if after == len(sentence) or sentence.heads[after] != word:
        return None
    is_particle = sentence.relations[after] == "compound:prt" or sentence.fine_tags[after] == "RP"
    return after if is_particle else None


def contents(sentence: Sentence, word: int, cue: Cue) -> list[int]:
    """The heads of what is said: complements in a form the cue takes, or the clause it cuts into.

    "They met, he said" gives the head of the first clause, as does "as he said"; "the plan was
    praised by all" gives the plan.
    """
    if sentence.heads[word] != ROOT and "that" in cue.forms and _cuts_in(sentence, word):
        return [sentence.heads[word]]
    if cue.kind == "feel" and not is_passive(sentence, word):
        return sentence.related(word, "nsubj") if sentence.related(word, "obj") else []
    found = [child for child in sentence.children[word] if _fits(sentence, child, cue)]
    if "noun" in cue.forms and is_passive(sentence, word) and not found:
        return [c for c in sentence.children[word] if sentence.relations[c] == "nsubj:pass"]
    return found


def _cuts_in(sentence: Sentence, word: int) -> bool:
    if sentence.related(word, "ccomp"):
        return False
    if sentence.relations[word] == "parataxis":
        return True
    return sentence.relations[word] == "advcl" and "as" in markers(sentence, word)


def _fits(sentence: Sentence, child: int, cue: Cue) -> bool:
    relation = sentence.relations[child]
    if relation == "nsubj:pass" or relation.partition(":")[0] not in _COMPLEMENTS:
        return False
    if relation == "parataxis":
        return "quote" in cue.forms
    form = form_of(sentence, child)
    if "for" in markers(sentence, child) and "for" in cue.forms:
        return True
    if form == "ing" and sentence.relations[child] in ("ccomp", "xcomp"):
        return bool(cue.forms & {"ing", "noun", "that"})
    return _SAME_FORM.get(form, form) in cue.forms


_SAME_FORM = {"if": "that", "whether": "that", "upon": "on", "to_noun": "to"}


def source_of(sentence: Sentence, word: int, cue: Cue) -> int | None:
    """The head of whoever speaks by the cue at `word`; None where nobody is named.

    A relative pronoun gives way to the noun it stands for.
    """
    found = _sources(sentence, word, cue)
    return found[0] if found and sentence.relations[found[0]] != "expl" else None


def _sources(sentence: Sentence, word: int, cue: Cue) -> list[int]:
    if sentence.tags[word] in NOUN_TAGS:
        return owners(sentence, word) or subject(sentence, word)
    if cue.kind == "feel":
        is_turned = is_passive(sentence, word)
        return subject(sentence, word) if is_turned else sentence.related(word, "obj")
    if is_passive(sentence, word):
        return [c for c in sentence.related(word, "obl") if sentence.case(c) == "by"]
    return _quoted(sentence, word) or subject(sentence, word)


def _quoted(sentence: Sentence, word: int) -> list[int]:
    """Whose words "quoted X as saying" gives: those of X."""
    head = sentence.heads[word]
    if head == ROOT or "as" not in markers(sentence, word):
        return []
    return sentence.related(head, "obj") if sentence.lemmas[head] in ("quote", "cite") else []


def cue_words(sentence: Sentence, word: int, heads: Sequence[int]) -> tuple[int, int]:
    """First and last word of the cue: with auxiliaries and adverbs, particle and preposition.

    "has repeatedly called for", "said in a statement", "his sharp criticism of" (without "his"),
    "voiced concern about", "went on to say".
    """
    first = _first_word(sentence, word)
    last = _particle(sentence, word) or word
    for head in heads:
        for child in sentence.related(head, "case", "mark"):
            is_next = child == last + 1 and sentence.tags[child] == "ADP"
            last = child if is_next and sentence.words[child].lower() not in _ASIDE else last
    return first, _with_medium(sentence, word, last)


def _first_word(sentence: Sentence, word: int) -> int:
    """The first word of the group around a cue, with the verb it leans on right before it."""
    is_noun = sentence.tags[word] in NOUN_TAGS
    group = _NOUN_GROUP if is_noun else _VERB_GROUP
    first = word
    while first > 0 and _belongs(sentence, first - 1, word, group):
        first -= 1
    above = sentence.heads[word]
    is_next = above != ROOT and above == first - 1
    if is_next and is_noun and sentence.relations[word] == "obj":
        return _first_word(sentence, above) if sentence.lemmas[above] in _LIGHT else first
    if is_next and sentence.relations[word] == "xcomp" and "to" in markers(sentence, word):
        return _first_word(sentence, above) if sentence.tags[above] == "VERB" else first
    return first


def _belongs(sentence: Sentence, word: int, cue: int, group: frozenset[str]) -> bool:
    relation = sentence.relations[word]
    if sentence.heads[word] != cue or relation not in group or sentence.tags[word] == "PUNCT":
        return False
    if relation == "mark":
        return sentence.words[word].lower() == "to"
    return sentence.fine_tags[word] != "WRB"


_LIGHT = frozenset(
    {
        *("express", "voice", "issue", "make", "give", "have", "offer", "raise", "show", "launch"),
        *("release", "deliver", "take", "hold", "send", "share", "draw", "level", "lodge", "file"),
        *("win", "earn", "receive", "reiterate", "convey", "harbor", "harbour", "nurse", "pose"),
    }
)


def _with_medium(sentence: Sentence, word: int, last: int) -> int:
    """The cue with what it was said in or when, right after it, and with its colon."""
    for child in sentence.related(word, "obl"):
        is_medium = sentence.case(child) == "in" and sentence.lemmas[child].lower() in _MEDIA
        is_short = child <= last + 3 and not sentence.related(child, "amod", "nmod", "acl")
        is_day = sentence.relations[child] == "obl:unmarked" and child == last + 1
        if child > last and is_short and (is_medium or is_day):
            last = child
    is_colon = last + 1 < len(sentence) and sentence.words[last + 1] == ":"
    return last + 1 if is_colon else last
