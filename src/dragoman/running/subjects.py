"""Subjects: what is measured, in which data of a store, over which weeks, or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal, TypedDict

from dragoman.errors import MeasureError
from dragoman.measuring.series import COOPERATION, HOSTILITY
from dragoman.model.assessment import Relation
from dragoman.running.told import NOTHING, Told
from dragoman.storing.counts import SCORES, Covered, covered
from dragoman.storing.store import Store
from dragoman.tables.load import load

WEEK = timedelta(weeks=1)
MOST_BEFORE = 416  # weeks: eight years give the run-up's time placebo its ten windows
MOST_AFTER = 8


class Wishes(TypedDict, total=False):
    """What MeasureOptions holds, as the keywords of a call."""

    against: str | None
    relation: Relation
    as_of: str | None
    dataset: str | None
    by_row: bool


@dataclass(frozen=True, slots=True)
class MeasureOptions:
    """How to measure: against whom, which relation, up to which day, in which data, how counted.

    `against` is a third state's code, `as_of` the day after which nothing is used. `dataset` names
    a dataset of events or a measure of scores; without it that of most rows is taken that covers
    the occasion. `by_row` counts every row, not one event a day, dyad and root type. `told` are
    acts of articles read beside the store.
    """

    against: str | None = None
    relation: Relation = "cooperation"
    as_of: str | None = None
    dataset: str | None = None
    by_row: bool = False
    told: Told = NOTHING


@dataclass(frozen=True, slots=True)
class Span:
    """The weeks that can be used: the first one's first day, the occasion's week, how many."""

    first: date
    at: int
    weeks: int

    @property
    def day(self) -> date:
        """The occasion's day."""
        return self.first + self.at * WEEK

    @property
    def until(self) -> date:
        """The day after the last week."""
        return self.first + self.weeks * WEEK


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: a pair in alphabetical order, in which data, over which weeks, how."""

    dyad: tuple[str, str]
    data: Covered
    span: Span
    as_of: date
    options: MeasureOptions

    @property
    def known_until(self) -> date:
        """The day after the last whose acts may be used, be its week over or not."""
        asked = day_of(self.options.as_of) if self.options.as_of else self.as_of
        return min(asked + timedelta(days=1), self.span.day + MOST_AFTER * WEEK)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes added up for the relation."""
        return classes_of(self.options.relation)

    @property
    def triangle(self) -> tuple[tuple[str, str], ...]:
        """The pairs of the dyad and the third state; the dyad alone without one."""
        states = sorted({*self.dyad, self.options.against or self.dyad[0]})
        return tuple(combinations(states, 2))


def subject_of(store: Store, pair: tuple[str, str], since: str, options: MeasureOptions) -> Subject:
    """What is measured, checked against the states of that day and the days the store covers.

    Raises: MeasureError for a day that is none, a state unknown or not there on that day, an as-of
        day before the occasion, or data that do not reach the occasion.
    """
    day = day_of(since)
    states = [*pair, *([options.against] if options.against else [])]
    for state in states:
        _check_state(state, day)
    if len(set(states)) < len(states):
        raise MeasureError(f"{' '.join(states)} names a state twice", "Name different states")
    data = data_of(store, options.dataset, day)
    as_of = min(day_of(options.as_of), data.last) if options.as_of else data.last
    span = span_of(data, day, as_of)
    return Subject((min(pair), max(pair)), data, span, as_of, options)


def classes_of(relation: Relation) -> tuple[str, ...]:
    """The classes of events that are added up for a relation."""
    return HOSTILITY if relation == "hostility" else COOPERATION


def unit_of(data: Covered) -> Literal["events", "scores"]:
    """What a series of these data is made of."""
    return "scores" if data.kind == SCORES else "events"


def span_of(data: Covered, day: date, as_of: date) -> Span:
    """The weeks before and after a day that the data cover and the as-of date allows.

    Raises: MeasureError where the day lies outside of the data, or after the as-of date.
    """
    before = min((day - data.first).days // 7, MOST_BEFORE)
    if before < 1 or day > data.last + timedelta(days=1):
        raise MeasureError(
            f"{data.name} covers {data.first} to {data.last}, and not {day}",
            "Import data of that time, or ask about a day inside",
        )
    if as_of < day - timedelta(days=1):
        raise MeasureError(
            f"On {as_of} the occasion of {day} had not come", "Name a later day, or leave it out"
        )
    after = min(max(((as_of - day).days + 1) // 7, 0), MOST_AFTER)
    return Span(day - before * WEEK, before, before + after)


def data_of(store: Store, dataset: str | None, day: date | None = None) -> Covered:
    """The data to measure with: those named, else those of most rows that cover a day.

    Raises: MeasureError where the store has none.
    """
    held = covered(store)
    found = [one for one in held if dataset in (None, one.name) and one.rows]
    if not found:
        names = ", ".join(one.name for one in held) or "no events and no scores"
        raise MeasureError(
            f"The store holds {names}" + (f", not {dataset}" if dataset else ""),
            "Import events or daily scores first",
        )
    return max(found, key=lambda one: (_covers(one, day), one.rows))


def _covers(data: Covered, day: date | None) -> bool:
    return day is None or data.first <= day <= data.last + timedelta(days=1)


def day_of(written: str) -> date:
    """A day as written.

    Raises: MeasureError where it is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise MeasureError(f"{written!r} is no date", "Write it as 2021-12-15") from error


def check_known(dyads: tuple[tuple[str, str], ...], subject: Subject) -> None:
    """Raises MeasureError where the data have nothing of the pair in these weeks."""
    if subject.dyad not in dyads:
        span = subject.span
        weeks = f"in the weeks from {span.first} to {span.until - timedelta(days=1)}"
        raise MeasureError(
            f"{subject.data.name} has nothing of {' and '.join(subject.dyad)} {weeks}",
            "Too little news is no answer: import more data, or ask about another pair",
        )


def is_state(code: str) -> bool:
    """Whether a code is that of a state, at whatever time.

    >>> is_state("CHN"), is_state("NATO")
    (True, False)
    """
    return bool(_spells(code))


def _spells(code: str) -> list[dict[str, str]]:
    """The years in which a code is that of a state."""
    rows = load("country_codes", ("code", "iso2", "cow", "start"))
    return [row for row in rows if row["code"] == code]


def _check_state(code: str, day: date) -> None:
    rows = _spells(code)
    if not rows:
        raise MeasureError(f"{code!r} is the code of no state", "Write codes such as CHN or USA")
    if not any(int(r["start"] or 0) <= day.year <= int(r["end"] or 9999) for r in rows):
        spells = ", ".join(f"{row['start'] or '…'} to {row['end'] or '…'}" for row in rows)
        raise MeasureError(
            f"{code} was no state in {day.year}; it is one from {spells}",
            "Ask about the state of that time, or another day",
        )
