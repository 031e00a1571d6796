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

from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.dated_words import Dated, attached, dated_words, days_of, main_date
from dragoman.coding.dates import Anchor, DateExpression, anchor_of, find_dates
from dragoman.coding.lending import Act, lending_words
from dragoman.coding.tenses import Aspect, aspect, tense_hint
from dragoman.model.events import Status, Step, When
from dragoman.model.parses import Parse, Sentence

# Acts that last: in the present tense they are a state, not news.
STANDING = frozenset({"COOPERATE", "SUPPORT", "AID", "MOBILIZE", "COERCE", "SANCTION", "ASSAULT"})
HISTORICAL_DAYS = 365
# A story's own event is at most this old when it is news.
NEWS_DAYS = 14
LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class TimingContext:
    """The times of an article, by sentence, and what each sentence finds set before it.

    `dated` has the expressions of each sentence, `paragraph` the date set earlier in its paragraph,
    `story` that of the event the article opens with.
    """

    anchor: Anchor
    dated: tuple[tuple[Dated, ...], ...] = ()
    paragraph: tuple[When | None, ...] = ()
    story: When | None = None

    @property
    def day(self) -> str | None:
        """The first day of the time of publication, ISO; None where it is not known."""
        published = self.anchor.published
        return published.first.isoformat() if published and published.first else None

    @property
    def publication(self) -> When | None:
        """The time of publication as a date of an act."""
        published = self.anchor.published
        if published is None or published.first is None or published.last is None:
            return None
        return When(published.first.isoformat(), published.last.isoformat(), "publication")


def timing_context(parse: Parse) -> TimingContext:
    """The times of an article, worked out once for all its acts."""
    anchor = anchor_of(parse.article.published)
    found = find_dates(parse.article.text, anchor, tense_hint(parse))
    dated = tuple(dated_words(s, _within(s, found)) for s in parse.sentences)
    bare = TimingContext(anchor, dated)
    main = [main_date(s, words) for s, words in zip(parse.sentences, dated, strict=True)]
    return replace(bare, paragraph=_set_before(parse, main), story=_story(parse, main, bare))


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
    act = Act(sentence, trigger, status, event_type)
    dated = context.dated[sentence.index]
    if planned := _planned(act, dated, context):
        return _resolved("planned for", planned)
    if own := attached(dated, trigger, may_be_limit=status == "future"):
        return _resolved("its own time", own)
    way = lending_words(act)
    for lender in way.words:
        if lent := attached(dated, lender):
            return _resolved(f"the time of {sentence.words[lender]!r}", lent)
    if status == "negated" and aspect(sentence, trigger) in ("present", "perfect", "progressive"):
        return _published("does not hold now", context)
    if way.stopped_by:
        return None, Step("date", f"background: {way.stopped_by}", sentence.words[trigger])
    return _by_the_story(act, context)


def is_historical(date_of_act: When | None, context: TimingContext) -> bool:
    """Whether an act ended more than 365 days before publication; False where either is not known.

    >>> context = TimingContext(anchor_of("2021-12-16"))
    >>> is_historical(When("2001-01-01", "2001-12-31", "year"), context)
    True
    """
    if date_of_act is None or context.day is None:
        return False
    passed = date.fromisoformat(context.day) - date.fromisoformat(date_of_act.enddate)
    return passed.days > HISTORICAL_DAYS


def _planned(act: Act, dated: tuple[Dated, ...], context: TimingContext) -> Dated | None:
    """A time after publication in what is promised or announced: "agreed to meet next month"."""
    if context.publication is None or (act.type != "AGREE" and act.status == "actual"):
        return None
    below = set(act.sentence.subtree(act.trigger))
    ahead = [
        each
        for each in dated
        if each.head in below
        and (each.expression.first or "") > context.publication.enddate
        and each.expression.type != "SET"
    ]
    return min(ahead, key=lambda each: abs(each.head - act.trigger), default=None)


def _resolved(rule: str, dated: Dated) -> tuple[When, Step]:
    return days_of(dated), Step("date", rule, dated.expression.text)


def _published(rule: str, context: TimingContext) -> tuple[When | None, Step]:
    if context.publication is None:
        return None, Step("date", f"{rule}, but the day of publication is not known", "")
    return context.publication, Step("date", rule, context.publication.date)


def _by_the_story(act: Act, context: TimingContext) -> tuple[When | None, Step]:
    """The date that the paragraph, the story or the publication gives an act without a cue."""
    tense = aspect(act.sentence, act.trigger)
    word = act.sentence.words[act.trigger]
    set_before = context.paragraph[act.sentence.index]
    if act.is_verbal:
        return _day_it_was_said(tense, set_before, context)
    if tense == "pluperfect":
        return None, Step("date", "background: had happened before", word)
    is_state = tense in ("present", "progressive") and act.type in STANDING
    if is_state or (tense == "perfect" and not set_before and not _is_lead(act.sentence)):
        return None, Step("date", f"background: in the {tense}, without a date", word)
    if set_before:
        return set_before, Step("date", "the time its paragraph has set", set_before.text or "")
    if context.story:
        return context.story, Step("date", "the time of the story", context.story.text or "")
    if _is_lead(act.sentence):
        return _published("reported as news of the day", context)
    return None, Step("date", "nothing says when", word)


def _day_it_was_said(
    tense: Aspect, set_before: When | None, context: TimingContext
) -> tuple[When | None, Step]:
    """When an act done by words was done, if nothing near it says so."""
    if set_before and tense not in ("present", "progressive"):
        return set_before, Step("date", "the time its paragraph has set", set_before.text or "")
    story, published = context.story, context.publication
    if story and published and story.enddate < published.date:
        found = When(story.date, published.enddate, "range", story.text)
        return found, Step("date", "from the event to publication", story.text or "")
    return _published("reported as news of the day", context)


def _is_lead(sentence: Sentence) -> bool:
    return sentence.kind == "headline" or sentence.index < LEAD_SENTENCES


def _set_before(parse: Parse, main: list[When | None]) -> tuple[When | None, ...]:
    """For each sentence, the date that one before it in its paragraph has set."""
    found: list[When | None] = []
    last: When | None = None
    paragraph = -1
    for sentence, date_set in zip(parse.sentences, main, strict=True):
        last = last if sentence.paragraph == paragraph else None
        found.append(last)
        last, paragraph = date_set or last, sentence.paragraph
    return tuple(found)


def _story(parse: Parse, main: list[When | None], context: TimingContext) -> When | None:
    """The day of the event a news article opens with: the first of its dates, if it is of late."""
    if context.publication is None:
        return None
    published = date.fromisoformat(context.publication.enddate)
    for sentence, date_set in zip(parse.sentences, main, strict=True):
        if date_set and sentence.kind == "body" and date_set.enddate <= context.publication.enddate:
            age = published - date.fromisoformat(date_set.date)
            return date_set if age.days <= NEWS_DAYS else None
    return None


def _within(sentence: Sentence, found: list[DateExpression]) -> list[DateExpression]:
    return [each for each in found if sentence.start <= each.start < sentence.end]
