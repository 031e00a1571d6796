"""The times of an article: which sentence names which, and what each finds set before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.dates.dated_words import Dated, dated_words, first_date, main_date
from dragoman.coding.dates.dates import Anchor, DateExpression, anchor_of, find_dates
from dragoman.coding.dates.tenses import tense_hint
from dragoman.model.events import When
from dragoman.model.parses import Parse, Sentence

HISTORICAL_DAYS = 365
NEWS_DAYS = 14
"""A story's own event is at most this old when it is news."""


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
    def day(self) -> date | None:
        """The first day of the time of publication; None where it is not known."""
        return self.anchor.published.first if self.anchor.published else None

    def is_ahead(self, days: When) -> bool:
        """Whether some days begin after publication."""
        return self.publication is not None and days.date > self.publication.enddate

    def days_ago(self, days: When) -> int:
        """How many days before publication some days ended; 0 where it is not known."""
        if self.day is None:
            return 0
        return (self.day - date.fromisoformat(days.enddate)).days

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


def is_historical(date_of_act: When | None, context: TimingContext) -> bool:
    """Whether an act ended more than 365 days before publication; False where either is not known.

    >>> context = TimingContext(anchor_of("2021-12-16"))
    >>> is_historical(When("2001-01-01", "2001-12-31", "year"), context)
    True
    """
    return date_of_act is not None and context.days_ago(date_of_act) > HISTORICAL_DAYS


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
    for sentence, set_by_verb in zip(parse.sentences, main, strict=True):
        date_set = set_by_verb or first_date(context.dated[sentence.index])
        if date_set and sentence.kind == "body" and date_set.enddate <= context.publication.enddate:
            age = published - date.fromisoformat(date_set.date)
            return date_set if age.days <= NEWS_DAYS else None
    return None


def _within(sentence: Sentence, found: list[DateExpression]) -> list[DateExpression]:
    return [each for each in found if sentence.start <= each.start < sentence.end]
