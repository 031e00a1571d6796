"""When an act took place: the date its words, its sentence or its paragraph give it, or none.

    1  a time after publication in what is promised         "agreed to meet next month"
    2  a time attached to the act in the tree               "the Nov. 15 summit", "met on Monday"
    3  a time of a word that lends it its date              "held talks Monday"
    4  none for what is background                          "in response to the invasion"
    5  the date its paragraph has set, or the story's
    6  the day of publication, for what is reported as news of the day

Rulings: the codebook's, on dates. `lending.py` says which words lend and what is background.
"""

from __future__ import annotations

from dragoman.coding.dates.dated_words import Dated, attached, days_of, right_behind
from dragoman.coding.dates.lending import VERBAL, Timed, dated_below, lending_words
from dragoman.coding.dates.tenses import aspect
from dragoman.coding.dates.times import TimingContext, is_historical, timing_context
from dragoman.coding.dates.told_when import by_publication, by_the_story
from dragoman.model.events import Status, Step, When
from dragoman.model.parses import Sentence

__all__ = ["TimingContext", "is_historical", "timing_context", "when"]

COARSE = frozenset({"month", "season", "quarter", "year", "decade"})


def when(
    sentence: Sentence, trigger: int, status: Status, event_type: str, context: TimingContext
) -> tuple[When | None, Step]:
    """The days of the act at word `trigger`, or None, and the step that says why.

    Args:
        sentence: the sentence, of the parse that `context` was made of.
        trigger: index of the act's word.
        status: how firm the act is.
        event_type: its PLOVER type; acts done by saying them are dated by the words.
        context: the article's times, from `timing_context`.
    """
    act = Timed(sentence, trigger, status, event_type)
    dated = context.dated[sentence.index]
    if planned := _planned(act, dated, context):
        return _resolved("planned for", planned)
    if act.is_done:
        dated = tuple(each for each in dated if not context.is_ahead(days_of(each)))
    if own := _own_time(act, dated):
        return _resolved("its own time", own)
    way = lending_words(act)
    for lender in (*way.words, *way.coarse):
        lent = attached(dated, lender)
        if lent and (lender in way.words or lent.expression.precision in COARSE):
            return _resolved(f"the time of {sentence.words[lender]!r}", lent)
    if status == "negated" and aspect(sentence, trigger) in ("present", "perfect", "progressive"):
        return by_publication("does not hold now", context)
    if way.stopped_by:
        return None, Step("date", f"background: {way.stopped_by}", sentence.words[trigger])
    return by_the_story(act, context)


def is_to_come(act: Timed, context: TimingContext) -> bool:
    """Whether an act told in the present has a time after publication, and is still to come.

    "The minister is travelling to Chad next week"; in "will receive Mr. Bo on Friday, a visit that
    underscores our ties" the visit has the time of what it is put beside.
    """
    sentence, trigger = act.sentence, act.trigger
    dated = context.dated[sentence.index]
    ahead = [each for each in dated if context.is_ahead(days_of(each))]
    if sentence.relations[trigger] in ("appos", "parataxis") and len(ahead) == len(dated) > 0:
        return sentence.tags[trigger] == "NOUN"
    if act.type in VERBAL or aspect(sentence, trigger) != "progressive":
        return False
    set_before = context.paragraph[sentence.index]
    is_set_ahead = not dated and set_before is not None and context.is_ahead(set_before)
    return is_set_ahead or attached(ahead, trigger) is not None


def _own_time(act: Timed, dated: tuple[Dated, ...]) -> Dated | None:
    sentence, trigger = act.sentence, act.trigger
    for word in (trigger, *dated_below(sentence, trigger)):
        if found := attached(dated, word, may_be_limit=act.status == "future"):
            return found
    is_noun = sentence.tags[trigger] in ("NOUN", "PROPN")
    return right_behind(dated, trigger) if is_noun else None


def _planned(act: Timed, dated: tuple[Dated, ...], context: TimingContext) -> Dated | None:
    """A time after publication in what is promised or announced: "agreed to meet next month"."""
    if context.publication is None or (act.type != "AGREE" and act.status == "actual"):
        return None
    below = set(act.sentence.subtree(act.trigger))
    ahead = [
        each
        for each in dated
        if each.head in below
        and (each.expression.first or "") >= context.publication.date
        and (each.expression.last or "") > context.publication.enddate
    ]
    return min(ahead, key=lambda each: abs(each.head - act.trigger), default=None)


def _resolved(rule: str, dated: Dated) -> tuple[When, Step]:
    return days_of(dated), Step("date", rule, dated.expression.text)
