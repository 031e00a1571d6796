"""Which words of a sentence a time expression dates: those it hangs from, nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.dates import DateExpression
from dragoman.model.events import When
from dragoman.model.parses import ROOT, Sentence

# Within a noun phrase an expression may belong to any noun on the way up to the verb
# ("held a meeting via videoconference on Nov. 23"); a clause's border ends the way.
_NOMINAL = frozenset(
    {"nmod", "obl", "obj", "iobj", "nsubj", "compound", "amod", "appos", "nummod", "dep", "conj",
     "flat", "advmod", "list", "orphan"}
)  # fmt: skip
# "Monday's attack", "the Nov. 15 summit": such an expression belongs to its noun and no further.
_BOUND = frozenset({"nmod:poss", "compound", "amod", "nummod", "nmod:desc"})
_DEADLINES = frozenset({"by", "until", "till", "before", "after", "since", "prior to", "as of"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in a sentence: its words `first` to `last` (inclusive) and their head.

    `governors` are the words it may date, nearest first.
    """

    expression: DateExpression
    first: int
    last: int
    head: int
    governors: tuple[int, ...]
    case: str

    @property
    def is_limit(self) -> bool:
        """Whether it says not when but by when, until when or after when."""
        return self.case in _DEADLINES and self.expression.text[:5].lower() != "since"


def dated_words(sentence: Sentence, expressions: Sequence[DateExpression]) -> tuple[Dated, ...]:
    """The expressions that lie in a sentence, with the words each may date."""
    found = []
    for expression in expressions:
        words = [
            word
            for word in range(len(sentence))
            if sentence.starts[word] < expression.end and sentence.ends[word] > expression.start
        ]
        if words:
            head = _head(sentence, words)
            governors = tuple(_governors(sentence, head))
            case = sentence.case(head)
            found.append(Dated(expression, words[0], words[-1], head, governors, case))
    return tuple(found)


def attached(dated: Sequence[Dated], word: int, *, may_be_limit: bool = False) -> Dated | None:
    """The expression with known days that dates a word: the one attached nearest, if any.

    A limit ("by Friday", "until May") counts only where it may be one.
    """
    fitting = [
        each
        for each in dated
        if word in each.governors
        and each.expression.first
        and each.expression.type != "SET"
        and (may_be_limit or not each.is_limit)
    ]
    return min(
        fitting,
        key=lambda each: (each.governors.index(word), abs(each.head - word)),
        default=None,
    )


def main_date(sentence: Sentence, dated: Sequence[Dated]) -> When | None:
    """The date a sentence sets for what follows: that of its main verb or of one joined to it."""
    root = sentence.root
    joined = [root, *sentence.related(root, "conj", "xcomp", "ccomp", "nsubj", "obj")]
    for word in joined:
        if (found := attached(dated, word)) and found.expression.precision != "decade":
            return days_of(found)
    return None


def days_of(dated: Dated) -> When:
    """The days of an expression that has them, as the date of an act."""
    found = dated.expression
    return When(found.first or "", found.last or "", found.precision or "range", found.text)


def _head(sentence: Sentence, words: list[int]) -> int:
    """The word of a phrase that hangs from outside it, prepositions left aside."""
    inside = set(words)
    heads = [word for word in words if sentence.heads[word] not in inside]
    content = [w for w in heads if sentence.relations[w] not in ("case", "punct", "mark", "det")]
    return (content or heads)[0]


def _governors(sentence: Sentence, head: int) -> list[int]:
    if sentence.heads[head] == ROOT:
        return [head]
    found = []
    word = head
    while sentence.heads[word] != ROOT:
        relation = sentence.relations[word]
        if relation.partition(":")[0] not in _NOMINAL or relation == "acl:relcl":
            break
        word, below = sentence.heads[word], relation
        found.append(word)
        if below in _BOUND or sentence.tags[word] in ("VERB", "AUX"):
            break
    return found
