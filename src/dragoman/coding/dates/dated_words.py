"""Which words of a sentence a time expression dates: those it hangs from, nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.coding.dates.dates import DateExpression
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
# Longer than a decade, a time is a setting ("in the 21st century") and not when an act took place.
_LONGEST_DAYS = 3660
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
    """The expressions with days that lie in a sentence, with the words each may date."""
    found = []
    for expression in filter(_can_date, expressions):
        words = [
            word
            for word in range(len(sentence))
            if sentence.starts[word] < expression.end and sentence.ends[word] > expression.start
        ]
        if words:
            head = _head(sentence, words)
            governors = (*_verb_before(sentence, words, head), *_governors(sentence, head))
            case = sentence.case(head)
            found.append(Dated(expression, words[0], words[-1], head, governors, case))
    return tuple(found)


def attached(dated: Sequence[Dated], word: int, *, may_be_limit: bool = False) -> Dated | None:
    """The expression with known days that dates a word: the one attached nearest, if any.

    A limit ("by Friday", "until May") counts only where it may be one.
    """
    fitting = [
        each for each in dated if word in each.governors and (may_be_limit or not each.is_limit)
    ]
    return min(
        fitting,
        key=lambda each: (each.governors.index(word), abs(each.head - word)),
        default=None,
    )


def right_behind(dated: Sequence[Dated], word: int) -> Dated | None:
    """The expression that follows a noun at once: "its attacks last weekend".

    A bare day does not count: "condemned the attack Monday" says when it was condemned.
    """
    return next(
        (each for each in dated if each.first == word + 1 and each.expression.precision != "day"),
        None,
    )


def main_date(sentence: Sentence, dated: Sequence[Dated]) -> When | None:
    """The date a sentence sets for what follows: that of its main verb or of one joined to it."""
    root = sentence.root
    for word in [root, *sentence.related(root, "conj", "xcomp", "ccomp", "nsubj", "obj")]:
        if found := attached(dated, word):
            return days_of(found)
    return None


def first_date(dated: Sequence[Dated]) -> When | None:
    """The first day or week a sentence names, whatever it dates there."""
    exact = (each for each in dated if each.expression.precision in ("day", "week", "range"))
    return next((days_of(each) for each in exact if not each.is_limit), None)


def days_of(dated: Dated) -> When:
    """The days of an expression that has them, as the date of an act."""
    found = dated.expression
    return When(found.first or "", found.last or "", found.precision or "range", found.text)


def _can_date(expression: DateExpression) -> bool:
    """Whether an act can have taken place then: not "every week", "now", "the 21st century"."""
    if not expression.first or not expression.last or expression.type == "SET":
        return False
    length = date.fromisoformat(expression.last) - date.fromisoformat(expression.first)
    is_short = length.days <= _LONGEST_DAYS or bool(expression.parts)
    return is_short and expression.value != "PRESENT_REF"


def _verb_before(sentence: Sentence, words: list[int], head: int) -> list[int]:
    """The verb right before an expression that the tree hangs in the clause behind it.

    "said in May the plan might fail": the date is that of the saying.
    """
    if sentence.relations[head] in _BOUND:
        return []
    before = words[0] - 1
    while before >= 0 and sentence.relations[before] in ("case", "det"):
        before -= 1
    is_verb = before >= 0 and sentence.fine_tags[before] in ("VBD", "VBZ", "VBP")
    return [before] if is_verb and sentence.heads[head] > words[-1] else []


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
