"""Which words lend an act their date, and where the way to them ends because the act is background.

"held talks on Monday" dates the talks by the verb; "in response to the invasion, it said Monday"
does not date the invasion. New information (an indefinite noun, a complement, a coordinated verb)
shares the time of what it hangs from; what the reader is taken to know already does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.coding.links import markers
from dragoman.coding.tenses import aspect, is_infinitive
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
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "more", "new", "fresh"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act to be dated: its word in its sentence, its firmness and type."""

    sentence: Sentence
    trigger: int
    status: Status
    type: str

    @property
    def is_verbal(self) -> bool:
        """Whether it is done by saying it."""
        return self.type in VERBAL


@dataclass(frozen=True, slots=True)
class Way:
    """The words that lend an act their date, nearest first, and why no more do ("" at the root)."""

    words: tuple[int, ...]
    stopped_by: str = ""


def lending_words(act: Act) -> Way:
    """The way from an act up to the words whose date is its own."""
    found: list[int] = []
    word = act.trigger
    while (head := act.sentence.heads[word]) != ROOT:
        if stop := _stop(act, word, head):
            return Way(tuple(found), stop)
        found.append(head)
        word = head
    return Way((*found, *_joined_behind(act.sentence, act.trigger)))


def _joined_behind(sentence: Sentence, word: int) -> list[int]:
    """Verbs joined to `word` with the same subject: "met and signed a deal on Sunday"."""
    return [c for c in sentence.related(word, "conj") if not sentence.related(c, "nsubj")]


def _stop(act: Act, word: int, head: int) -> str:
    """Why the date of `head` is not that of `word` below it; "" where it is."""
    sentence = act.sentence
    if sentence.tags[word] in _NOUNS and not sentence.related(word, "cop"):
        return _stop_of_noun(act, word, head)
    relation = sentence.relations[word]
    if relation.endswith(":relcl"):
        return "in a relative clause"
    return _stop_of_clause(act, word, relation) if relation in _CLAUSES else ""


def _stop_of_clause(act: Act, word: int, relation: str) -> str:
    sentence = act.sentence
    if _OTHER_TIMES & set(markers(sentence, word)):
        return "in a clause of another time"
    if aspect(sentence, word) == "pluperfect":
        return "had happened before"
    if relation == "acl" and sentence.fine_tags[word] == "VBN":
        return "said of a noun in passing"
    is_purpose = relation in ("advcl", "acl") and is_infinitive(sentence, word)
    return "a purpose" if is_purpose and not act.is_verbal else ""


def _stop_of_noun(act: Act, word: int, head: int) -> str:
    sentence = act.sentence
    relation = sentence.relations[word].partition(":")[0]
    if relation in ("conj", "appos", "compound", "flat", "xcomp", "ccomp", "parataxis"):
        return ""
    if sentence.tags[head] in _NOUNS:
        return "" if sentence.case(word) == "of" or act.is_verbal else "named in passing"
    is_carried = sentence.lemmas[head].lower() in carriers()
    if is_carried or _is_new(sentence, word) or (act.is_verbal and relation == "obj"):
        return ""
    return "named as known"


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
