"""Measuring: has a pair of states ramped up at an occasion, and against whom, out of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.measuring.changes import Asked, Change, change_in_counts, change_in_scores, strongest
from dragoman.measuring.horizons import Horizon, horizons, missing_weeks
from dragoman.measuring.measured import Edge, Measured, WeekPoint
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.triads import FoundLeg, leg_ramped_up, meaning
from dragoman.model.assessment import Relation
from dragoman.running.coverage import breaks_in
from dragoman.running.ladders import ladder_of
from dragoman.running.series import counts_from, net_from
from dragoman.running.subjects import (
    WEEK,
    MeasureOptions,
    Subject,
    check_known,
    classes_of,
    subject_of,
    unit_of,
)
from dragoman.running.triads import legs_from_counts, legs_from_scores
from dragoman.running.votes import votes_of
from dragoman.storing.counts import SCORES, occasions
from dragoman.storing.store import Store

RUN_UP = "run-up"
Measure = Callable[[tuple[str, str], Relation, Horizon], Change]
"""What a pair did in a relation over a horizon."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The series of a subject's data: how to measure in it, its points, and legs 2 to 5."""

    dyads: tuple[tuple[str, str], ...]
    measure: Measure
    points: tuple[WeekPoint, ...]
    legs: Callable[[Weeks | None, str], tuple[FoundLeg, ...]]


def measure_pair(
    store: Store, pair: tuple[str, str], since: str, options: MeasureOptions
) -> Measured:
    """Whether two states have ramped up at an occasion, and whether against a third.

    Args:
        store: where the data are.
        pair: codes of the two states, such as ("CHN", "RUS").
        since: the occasion's day, as 2021-12-15.
        options: the third state, the relation, the as-of date, the dataset, how events are counted.

    Gives: three answers each with its placebos, the legs, the ladder and the weekly series.
    Raises: MeasureError for a state unknown or not there on that day, or data that do not reach
        it; StoreError where the store cannot be read.
    """
    subject = subject_of(store, pair, since, options)
    source = (_scores if subject.data.kind == SCORES else _counts)(store, subject)
    span, relation = subject.span, options.relation
    at_all = horizons(span.at, span.weeks)
    changes = tuple(source.measure(subject.dyad, relation, one) for one in at_all)
    run_up = next(change for change in changes if change.horizon.name == RUN_UP)
    legs = tuple(_legs(source, changes, run_up, options.against)) if options.against else ()
    return Measured(
        pair=subject.dyad,
        against=options.against,
        relation=relation,
        since=span.day.isoformat(),
        as_of=subject.as_of.isoformat(),
        dataset=subject.data.name,
        unit=unit_of(subject.data),
        changes=changes,
        edges=tuple(_edges(source, subject, run_up.horizon)) if options.against else (),
        legs=legs,
        meaning=meaning(legs, strongest(changes)[0]) if legs else "",
        ladder=ladder_of(store, subject),
        weeks=source.points,
        votes=votes_of(store, subject),
    )


def _counts(store: Store, subject: Subject) -> _Source:
    span, name = subject.span, subject.data.name
    series = counts_from(store, span, name, by_row=subject.options.by_row)
    check_known(series.dyads, subject)
    news = tuple(series.world().tolist())
    met = occasions(store, name, subject.dyad, (span.first, span.until))
    weeks = tuple((pair, (day - span.first).days // 7) for pair, day in met)
    own = series.of(subject.classes)[series.dyads.index(subject.dyad)]
    breaks = breaks_in(subject.data, span)

    def measured(pair: tuple[str, str], relation: Relation, horizon: Horizon) -> Change:
        asked = Asked(pair, classes_of(relation), span.at, news, weeks, breaks)
        return change_in_counts(series, asked, horizon)

    return _Source(
        series.dyads,
        measured,
        _points(subject, own.tolist(), news),
        lambda stretch, third: legs_from_counts(store, subject, series, stretch, third),
    )


def _scores(store: Store, subject: Subject) -> _Source:
    span = subject.span
    series = net_from(store, span, subject.data.name)
    check_known(series.dyads, subject)
    news = tuple(series.world().tolist())
    ways = {"cooperation": series, "hostility": series.turned()}
    own = ways[subject.options.relation].sums[series.dyads.index(subject.dyad)]

    def measured(pair: tuple[str, str], relation: Relation, horizon: Horizon) -> Change:
        asked = Asked(pair, classes_of(relation), span.at, news)
        return change_in_scores(ways[relation], asked, horizon)

    return _Source(
        series.dyads,
        measured,
        _points(subject, own.tolist(), news),
        lambda stretch, third: legs_from_scores(store, subject, series, stretch, third),
    )


def _legs(
    source: _Source, changes: tuple[Change, ...], run_up: Change, third: str
) -> Iterator[FoundLeg]:
    word, change = strongest(changes)
    yield leg_ramped_up(word, change.horizon.name)
    yield from source.legs(None if run_up.refusal else run_up.horizon.weeks, third)


def _edges(source: _Source, subject: Subject, horizon: Horizon) -> Iterator[Edge]:
    for pair in subject.triangle:
        if pair in source.dyads:
            cooperation = source.measure(pair, "cooperation", horizon)
            yield Edge(pair, cooperation, source.measure(pair, "hostility", horizon))


def _points(
    subject: Subject, values: list[float], news: tuple[float, ...]
) -> tuple[WeekPoint, ...]:
    missing = missing_weeks(news)
    return tuple(
        WeekPoint((subject.span.first + week * WEEK).isoformat(), value, world, week in missing)
        for week, (value, world) in enumerate(zip(values, news, strict=True))
    )
