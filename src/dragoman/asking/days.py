"""Dates of events and articles: their order, and how they stand in a sentence."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.asking.names import listed
from dragoman.model.events import COOPERATIVE, Event, When
from dragoman.model.text import Article

ENOUGH_DATES = 2
"""On so many dates something is told twice: what one report has of one day may be its slip."""
# Up to this many dates are written out; of more, the first and the last.
MOST_DATES = 4
# Not from the calendar module, whose names follow the machine's locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH_LENGTH, _DAY_LENGTH = len("2021-12"), len("2021-12-16")


def last_day(published: str | None) -> str | None:
    """The last day that a publication date may mean, as an ISO date; None where there is none.

    >>> last_day("2021-12-16T16:47:00+09:00"), last_day("2021-02"), last_day("2021")
    ('2021-12-16', '2021-02-28', '2021-12-31')
    """
    if not published:
        return None
    if len(published) >= _DAY_LENGTH:
        return published[:_DAY_LENGTH]
    if len(published) == _MONTH_LENGTH:
        year, month = int(published[:4]), int(published[5:])
        return f"{published}-{monthrange(year, month)[1]:02d}"
    return f"{published[:4]}-12-31"


def newest(articles: Iterable[Article]) -> str | None:
    """The last day on which any of the articles was published, None where none is dated."""
    return max((day for a in articles if (day := last_day(a.published))), default=None)


def order(event: Event) -> tuple[str, str, str, int]:
    """Sorts events by date, the undated last, then by article and place."""
    when = event.when
    return (
        when.date if when else "9999",
        when.enddate if when else "9999",
        event.article_id,
        event.trigger.start,
    )


def written(when: When) -> str:
    """A date as exact as it is known.

    >>> written(When("2021-06-01", "2021-06-30", "month"))
    'June 2021'
    >>> written(When("2021-12-09", "2021-12-10", "range"))
    '9–10 December 2021'
    """
    first, last = date.fromisoformat(when.date), date.fromisoformat(when.enddate)
    if first == last:
        return day_written(first)
    is_whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if is_whole_months and (first.month, last.month) == (1, len(MONTHS)):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        month = f"{MONTHS[first.month - 1]} {first.year}"
        return month if is_whole_months else f"{first.day}–{last.day} {month}"
    if (first.day, first.month) == (1, 1) and last.year > first.year:
        return f"{first.year} to {day_written(last)}"
    return f"{day_written(first)} to {day_written(last)}"


def day_written(day: date) -> str:
    """A day in full.

    >>> day_written(date(2021, 12, 5))
    '5 December 2021'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def iso_written(day: str) -> str:
    """An ISO date in full.

    >>> iso_written("2021-12-05")
    '5 December 2021'
    """
    return day_written(date.fromisoformat(day))


def distinct_dates(events: Sequence[Event]) -> list[When]:
    """The different times of dated events, in order: two reports of one day count once."""
    found: dict[tuple[str, str], When] = {}
    for event in sorted(events, key=order):
        if event.when:
            found.setdefault((event.when.date, event.when.enddate), event.when)
    return list(found.values())


def when_clause(events: Sequence[Event]) -> str:
    """When events took place, as the end of a sentence; all dates where few, else first and last.

    >>> when_clause([])
    'at times the articles do not date'
    """
    dates = distinct_dates(events)
    if not dates:
        return "at times the articles do not date"
    if len(dates) == 1:
        text = _single(dates[0])
    elif len(dates) <= MOST_DATES:
        text = f"on {len(dates)} dates ({listed([written(when) for when in dates])})"
    else:
        text = (
            f"on {len(dates)} dates, the first of {written(dates[0])}, the last of "
            f"{written(dates[-1])}"
        )
    is_partly_dated = any(event.when is None for event in events)
    return f"{text}, and at times left undated" if is_partly_dated else text


def _single(when: When) -> str:
    return time_clause(written(when))


def time_clause(text: str) -> str:
    """A written time as a clause.

    >>> [time_clause(text) for text in ("5 May 2012", "May 2012", "1 May 2012 to 3 June 2012")]
    ['on 5 May 2012', 'in May 2012', 'from 1 May 2012 to 3 June 2012']
    """
    if " to " in text:
        return f"from {text}"
    return f"in {text}" if text[:1].isalpha() or len(text) == len("2001") else f"on {text}"


def count_acts(events: Sequence[Event]) -> int:
    """How many different acts events tell of: two of one kind and parties on the same days are one.

    Of undated acts those named by the same words are one.
    """
    return len({(e.type, _sides(e), _days(e)) for e in events})


def _sides(event: Event) -> tuple[frozenset[str], ...]:
    """Who acted on whom; a meeting or agreement has one side, as reports name it either way."""
    actors, recipients = ({a.key for a in side} for side in (event.actor, event.recipient))
    if event.quad <= COOPERATIVE:
        return (frozenset(actors | recipients),)
    return frozenset(actors), frozenset(recipients)


def _days(event: Event) -> tuple[str, ...]:
    when = event.when
    return (when.date, when.enddate) if when else (event.trigger.text.lower(),)
