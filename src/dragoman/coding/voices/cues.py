"""Cues: the words by which somebody says, asks, wants, thinks, judges or shows something.

For each cue word of the table cues.csv: which words make up the cue, whose it is, and where in the
tree its content hangs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.dates.time_names import is_time
from dragoman.coding.grammar.links import form_of, markers
from dragoman.coding.grammar.subjects import (
    NOUN_TAGS,
    is_passive,
    light_verb_subject,
    owners,
    subject,
)
from dragoman.coding.voices.extents import is_worded, it_of, particle_of
from dragoman.model.parses import ROOT, Sentence
from dragoman.tables.load import cells, load

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "obj", "obl", "advcl", "acl", "nmod", "parataxis"})


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
    """The row a word meets, if any; a verb with its particle goes before the verb alone.

    "as she put it" is a row of its own; a participle that only gives a name ("a boat called Star")
    and "made sure" are no cues.
    """
    part = _PARTS.get(sentence.tags[word])
    if part is None or _only_names(sentence, word) or _is_made_sure(sentence, word):
        return None
    lemma = sentence.lemmas[word].lower()
    particle = particle_of(sentence, word)
    if particle is not None:
        return cues.get((f"{lemma} {sentence.words[particle].lower()}", part))
    phrase = cues.get((f"{lemma} it", part))
    return phrase if phrase and it_of(sentence, word) else cues.get((lemma, part))


def _only_names(sentence: Sentence, word: int) -> bool:
    """Whether a participle gives the noun before it a name: "a program called Star"."""
    is_participle = sentence.fine_tags[word] == "VBN" and sentence.relations[word] == "acl"
    if not is_participle or sentence.lemmas[word].lower() not in _NAMING:
        return False
    return word + 1 < len(sentence) and sentence.words[word + 1][0].isupper()


def _is_made_sure(sentence: Sentence, word: int) -> bool:
    """Whether an adjective tells what is brought about: "made sure", against "made (it) clear"."""
    if sentence.tags[word] != "ADJ" or sentence.relations[word] != "xcomp":
        return False
    return sentence.lemmas[sentence.heads[word]] == "make" and sentence.lemmas[word] in _SURE


_SURE = frozenset({"sure", "certain"})
_NAMING = frozenset({"call", "name", "title", "dub", "entitle"})


def contents(sentence: Sentence, word: int, cue: Cue) -> list[int]:
    """The heads of what is said: complements in a form the cue takes, or the clause it cuts into.

    "They met, he said" gives the head of the first clause, as does "as he said"; "the plan was
    praised by all" gives the plan.
    """
    if sentence.heads[word] != ROOT and "that" in cue.forms and _cuts_in(sentence, word):
        return [sentence.heads[word]]
    if _strikes(sentence, word, cue):
        return sentence.related(word, "nsubj")
    found = [child for child in sentence.children[word] if _fits(sentence, child, cue)]
    if any(sentence.relations[c] == "xcomp" for c in found) and "to" in cue.forms:
        found = sorted({*found, *sentence.related(word, "obj", "iobj")})
    if not found and _has_gap(sentence, word, cue):
        return [sentence.heads[word]]
    if "noun" in cue.forms and is_passive(sentence, word) and not found:
        return [c for c in sentence.children[word] if sentence.relations[c] == "nsubj:pass"]
    return found or (_cut_clause(sentence, word) if "that" in cue.forms else [])


def _strikes(sentence: Sentence, word: int, cue: Cue) -> bool:
    """Whether a verb of feeling has whoever feels as its object: "the raid worried Chad".

    "Chad worried that …" has them as its subject.
    """
    is_active = cue.kind == "feel" and not is_passive(sentence, word)
    return is_active and bool(sentence.related(word, "obj"))


def _cut_clause(sentence: Sentence, word: int) -> list[int]:
    """The relative clause that a cue is put into: "a blow which envoys say is meant for Paris"."""
    if sentence.relations[word] != "acl:relcl":
        return []
    return [
        verb
        for verb in sentence.children[sentence.heads[word]]
        if verb > word
        and sentence.relations[verb] == "acl:relcl"
        and any(subject < word for subject in sentence.related(verb, "nsubj"))
    ]


def _has_gap(sentence: Sentence, word: int, cue: Cue) -> bool:
    """Whether what is said is the noun before: "the plan praised by all", "the map he cites"."""
    if "noun" not in cue.forms:
        return False
    if sentence.relations[word] == "acl:relcl":
        named = sentence.related(word, "nsubj")
        return bool(named) and sentence.fine_tags[named[0]] not in ("WDT", "WP")
    if sentence.relations[word] != "acl" or sentence.fine_tags[word] != "VBN":
        return False
    return any(sentence.case(child) == "by" for child in sentence.related(word, "obl"))


def _cuts_in(sentence: Sentence, word: int) -> bool:
    about = [c for c in sentence.related(word, "nsubj") if sentence.relations[c] == "nsubj:pass"]
    if sentence.related(word, "ccomp") or any(sentence.words[c].lower() != "it" for c in about):
        return False
    if sentence.relations[word] == "parataxis":
        first = min(sentence.subtree(word))
        return ":" not in sentence.words[max(first - 1, 0) : first + 1]
    return sentence.relations[word] == "advcl" and "as" in markers(sentence, word)


def _fits(sentence: Sentence, child: int, cue: Cue) -> bool:
    relation = sentence.relations[child]
    if relation.partition(":")[0] == "csubj":
        return "that" in cue.forms and bool(sentence.related(sentence.heads[child], "expl"))
    is_other = relation == "nsubj:pass" or relation.partition(":")[0] not in _COMPLEMENTS
    if is_other or _is_adjunct(sentence, child):
        return False
    if relation == "parataxis":
        return "quote" in cue.forms
    form = form_of(sentence, child)
    if "for" in markers(sentence, child) and "for" in cue.forms:
        return True
    if form == "ing" and sentence.relations[child] in ("ccomp", "xcomp"):
        return bool(cue.forms & {"ing", "noun", "that"})
    return _SAME_FORM.get(form, form) in cue.forms


def _is_adjunct(sentence: Sentence, child: int) -> bool:
    """Whether a phrase only says when or where: "spoke on Sunday", "On deck she warned that"."""
    if sentence.relations[child] != "obl":
        return False
    before = sentence.related(sentence.heads[child], "nsubj")
    is_fronted = bool(before) and child < before[0]
    is_asked = any(sentence.fine_tags[w] in _ASKING for w in sentence.subtree(child))
    return (is_fronted and not is_asked) or is_time(sentence, child)


_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_SEEMING = frozenset({"seem", "appear"})
_SAME_FORM = {"if": "that", "whether": "that", "upon": "on"}


def source_of(sentence: Sentence, word: int, cue: Cue) -> int | None:
    """The head of whoever speaks by the cue at `word`; None where nobody is named.

    A relative pronoun gives way to the noun it stands for.
    """
    if sentence.lemmas[word] in _SEEMING:
        return next((c for c in sentence.related(word, "obl") if sentence.case(c) == "to"), None)
    found = _sources(sentence, word, cue)
    is_clause = bool(found) and sentence.relations[found[0]] in ("expl", "csubj", "csubj:pass")
    return found[0] if found and not is_clause else None


def _sources(sentence: Sentence, word: int, cue: Cue) -> list[int]:
    if sentence.tags[word] in NOUN_TAGS:
        return _holders(sentence, word, cue)
    if _strikes(sentence, word, cue):
        return sentence.related(word, "obj")
    if is_passive(sentence, word) and cue.kind == "feel":
        return subject(sentence, word)
    if is_passive(sentence, word) or _is_participle(sentence, word):
        return [c for c in sentence.related(word, "obl") if sentence.case(c) == "by"]
    if sentence.relations[word] == "amod" and sentence.tags[word] == "ADJ":
        return [sentence.heads[word]]
    found = _issued(sentence, word) or _quoted(sentence, word) or _nearest(sentence, word)
    return found or subject(sentence, word) or _beside(sentence, word)


def _is_participle(sentence: Sentence, word: int) -> bool:
    """Whether a clause without subject or conjunction is passive: "Asked why, she said"."""
    is_clause = sentence.relations[word] == "advcl" and sentence.fine_tags[word] == "VBD"
    return is_clause and not sentence.related(word, "nsubj", "mark", "aux")


def _issued(sentence: Sentence, word: int) -> list[int]:
    """Who "issued a statement calling …": whose message says it."""
    if not is_worded(sentence, word) or sentence.related(word, "nsubj"):
        return []
    return subject(sentence, sentence.heads[sentence.heads[word]])


def _beside(sentence: Sentence, word: int) -> list[int]:
    """The name right before a verb in its own tense to which the tree gives no subject."""
    if sentence.fine_tags[word] not in ("VBD", "VBZ") or word == 0:
        return []
    before = word - 1
    while before > 0 and sentence.tags[before] in ("ADV", "AUX", "PUNCT"):
        before -= 1
    if sentence.tags[before] != "PROPN" or sentence.words[word - 1] in _STOPS:
        return []
    while _is_of_name(sentence, before):
        before = sentence.heads[before]
    return [before]


def _is_of_name(sentence: Sentence, word: int) -> bool:
    """Whether a word belongs to the name before it: "Brown" to "Ann", "R" to "Ann Brown (R)"."""
    head = sentence.heads[word]
    is_part = sentence.relations[word] in ("flat", "appos") and head < word
    return is_part and head != ROOT and sentence.tags[head] == "PROPN"


_STOPS = frozenset({",", ";", ":", "–", "—", "-", "."})


def _nearest(sentence: Sentence, word: int) -> list[int]:
    """The subject beside a verb to which the tree gives two: "Chad, he said, is ready"."""
    found = [c for c in sentence.related(word, "nsubj") if sentence.relations[c] != "nsubj:outer"]
    if not found or len(sentence.related(word, "nsubj")) == 1:
        return []
    return [min(found, key=lambda c: abs(c - word))]


def _holders(sentence: Sentence, noun: int, cue: Cue) -> list[int]:
    """Whose a "claim" or "concern" is: "Chad's claim", "Chadian claims", "Chad voiced concern"."""
    found = sentence.related(noun, "nmod:poss")
    for child in [] if found else owners(sentence, noun):
        is_name = sentence.words[child][0].isupper()
        is_of = sentence.relations[child] == "nmod" and sentence.case(child) not in cue.forms
        found += [child] if is_name or is_of else []
    return found or light_verb_subject(sentence, noun) or subject(sentence, noun)


def _quoted(sentence: Sentence, word: int) -> list[int]:
    """Whose words "quoted X as saying" gives: those of X."""
    head = sentence.heads[word]
    if head == ROOT or "as" not in markers(sentence, word):
        return []
    return sentence.related(head, "obj") if sentence.lemmas[head] in ("quote", "cite") else []
