"""Which words lend an act their date, and where the way to them ends because the act is background.

"held talks on Monday" dates the talks by the verb; "in response to the invasion, it said Monday"
does not date the invasion. New information (an indefinite noun, a complement, a coordinated verb)
shares the time of what it hangs from; what the reader is taken to know already does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.coding.dates.tenses import aspect, is_infinitive
from dragoman.coding.grammar.links import markers
from dragoman.model.events import Status
from dragoman.model.parses import ROOT, Sentence
from dragoman.tables.load import load

# Acts done by saying them: the day of the words is the day of the act.
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"conj", "xcomp", "ccomp", "parataxis", "csubj", "acl", "advcl"})
_OTHER_TIMES = frozenset(
    {"after", "since", "because", "although", "though", "before", "until", "till", "if", "unless",
     "whereas", "once"}
)  # fmt: skip
# What takes place "at" or "during" something takes place then.
_SAME_TIME = frozenset({"at", "during", "with", "amid"})
# "A series of strikes", "a statement of support": the first noun only counts or carries the second.
_COLLECTIVES = frozenset(
    {"series", "wave", "number", "round", "string", "spate", "barrage", "dozen", "hundred", "act",
     "exchange", "set", "statement", "pledge", "message", "expression", "offer", "threat",
     "package", "start", "beginning", "end", "opening", "signing", "announcement", "day"}
)  # fmt: skip
_OTHER_CLAUSE = "in a clause of another time"
_PURPOSE = "a purpose"
_NEAR_IN_TIME = frozenset({_OTHER_CLAUSE, _PURPOSE})
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "more", "new", "fresh"})


@dataclass(frozen=True, slots=True)
class Timed:
    """An act to be dated: its word in its sentence, its firmness and type."""

    sentence: Sentence
    trigger: int
    status: Status
    type: str

    @property
    def is_done(self) -> bool:
        """Whether it has happened, so that no time after publication is its own."""
        return self.status == "actual" and self.type != "AGREE"

    @property
    def is_said(self) -> bool:
        """Whether the day it was said is its day: it is done by words, or has not been done yet."""
        return self.type in VERBAL or self.status in ("future", "hypothetical")


@dataclass(frozen=True, slots=True)
class Way:
    """The words that lend an act their date, nearest first, and why no more do ("" at the root).

    `coarse` are words further up that share with it no more than the month or year.
    """

    words: tuple[int, ...]
    stopped_by: str = ""
    coarse: tuple[int, ...] = ()


def lending_words(act: Timed) -> Way:
    """The way from an act up to the words whose date is its own."""
    found: list[int] = []
    word = act.trigger
    while (head := act.sentence.heads[word]) != ROOT:
        if stop := _stop(act, word, head):
            above = tuple(act.sentence.ancestors(word)) if stop in _NEAR_IN_TIME else ()
            return Way(tuple(found), stop, above)
        is_where = _is_where_clause(act.sentence, word)
        word = _verb_above(act.sentence, head) if is_where else head
        found.append(word)
    return Way((*found, *_joined_behind(act.sentence, act.trigger)))


def dated_below(sentence: Sentence, word: int) -> list[int]:
    """Words below an act whose date is its own.

    Of a verb the clause that says when ("renewed it when it expired last June"); of a noun what is
    said of it ("the treaty, which was signed on Monday").
    """
    if sentence.tags[word] in _NOUNS:
        said = sentence.related(word, "acl")
        return [c for c in said if sentence.fine_tags[c] == "VBN" or _is_carrier(sentence, c)]
    clauses = sentence.related(word, "advcl")
    return [c for c in clauses if {"when", "as", "while"} & set(markers(sentence, c))]


def _joined_behind(sentence: Sentence, word: int) -> list[int]:
    """Verbs joined to `word` with the same subject: "met and signed a deal on Sunday"."""
    return [c for c in sentence.related(word, "conj") if not sentence.related(c, "nsubj")]


def _stop(act: Timed, word: int, head: int) -> str:
    """Why the date of `head` is not that of `word` below it; "" where it is."""
    sentence = act.sentence
    if sentence.tags[word] in _NOUNS and not sentence.related(word, "cop"):
        return _stop_of_noun(act, word, head)
    relation = sentence.relations[word]
    if act.is_said and aspect(sentence, word) == "future":
        return ""
    if relation.endswith(":relcl"):
        return "" if _is_where_clause(sentence, word) else "in a relative clause"
    return _stop_of_clause(act, word, relation) if relation in _CLAUSES else ""


def _is_where_clause(sentence: Sentence, word: int) -> bool:
    """Whether a clause tells what went on at a place: "the summit, where they agreed"."""
    if not sentence.relations[word].endswith(":relcl"):
        return False
    return any(sentence.words[c].lower() == "where" for c in sentence.related(word, "advmod"))


def _verb_above(sentence: Sentence, noun: int) -> int:
    """The nearest word above a noun that is none, or the topmost noun."""
    word = noun
    while sentence.tags[word] in _NOUNS and sentence.heads[word] != ROOT:
        word = sentence.heads[word]
    return word


def _stop_of_clause(act: Timed, word: int, relation: str) -> str:
    sentence = act.sentence
    if _OTHER_TIMES & set(markers(sentence, word)):
        return _OTHER_CLAUSE
    if aspect(sentence, word) == "pluperfect":
        return "had happened before"
    if relation == "acl" and not is_infinitive(sentence, word):
        is_saying = act.is_said and sentence.fine_tags[word] == "VBG"
        return "" if is_saying and not markers(sentence, word) else "said of a noun in passing"
    is_purpose = relation in ("advcl", "acl") and is_infinitive(sentence, word)
    return _PURPOSE if is_purpose and not act.is_said else ""


def _stop_of_noun(act: Timed, word: int, head: int) -> str:
    sentence = act.sentence
    relation = sentence.relations[word].partition(":")[0]
    if relation in ("conj", "appos", "compound", "flat", "xcomp", "ccomp", "parataxis"):
        return ""
    if sentence.tags[head] in _NOUNS:
        return "" if _is_content(sentence, word, head) else "named in passing"
    if relation == "obl" and sentence.case(word) in _SAME_TIME:
        return ""
    is_said_here = act.is_said and relation == "obj"
    is_told = is_said_here or _is_carrier(sentence, head) or _is_new(sentence, word)
    return "" if is_told else "named as known"


def _is_content(sentence: Sentence, word: int, head: int) -> bool:
    """Whether a noun only carries the next: "a series of strikes", "the target of an attack"."""
    if sentence.case(word) != "of":
        return False
    is_predicate = bool(sentence.related(head, "cop")) and _is_new(sentence, word)
    return is_predicate or sentence.lemmas[head].lower() in _COLLECTIVES


def _is_carrier(sentence: Sentence, word: int) -> bool:
    return sentence.lemmas[word].lower() in carriers()


def _is_new(sentence: Sentence, noun: int) -> bool:
    """Whether a noun brings something new: "an attack", "two strikes", "talks"."""
    determiners = sentence.related(noun, "det", "nummod", "amod")
    if any(sentence.words[word].lower() in _INDEFINITE for word in determiners):
        return True
    if sentence.related(noun, "nummod"):
        return True
    is_bare = not sentence.related(noun, "det") and not sentence.related(noun, "nmod:poss")
    return is_bare and sentence.fine_tags[noun] in ("NNS", "NNPS")


@cache
def carriers() -> frozenset[str]:
    """Lemmas of the verbs that lend their date to a noun, from `tables/date_carriers.csv`.

    >>> "announce" in carriers()
    True
    """
    return frozenset(row["lemma"] for row in load("date_carriers", ("lemma",)))


def is_carried(act: Timed) -> bool:
    """Whether an act is named by a noun that its verb only carries: "reaffirmed its support"."""
    head = act.sentence.heads[act.trigger]
    return head != ROOT and _is_carrier(act.sentence, head)
