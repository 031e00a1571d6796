"""Moves: which pairs of a store moved most after a day, each with the events behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.errors import MeasureError
from dragoman.measuring.breaks import Break
from dragoman.measuring.changes import Asked
from dragoman.measuring.horizons import Horizon, horizons, unusable
from dragoman.measuring.movers import Mover, Movers, movers_in_counts, movers_in_scores
from dragoman.measuring.placebos import Weeks
from dragoman.reporting.moves import Link, Moved, Moves
from dragoman.running.coverage import breaks_in
from dragoman.running.series import counts_from, net_from
from dragoman.running.subjects import (
    MeasureOptions,
    Span,
    classes_of,
    data_of,
    day_of,
    span_of,
    unit_of,
)
from dragoman.storing.counts import SCORES, Covered, acts_among, score_days
from dragoman.storing.store import Store

AFTER = "after 4"
LINKS = 3
"""Events shown for a pair."""


def moves_since(store: Store, since: str, options: MeasureOptions, most: int) -> Moves:
    """The pairs that moved most in the four weeks after a day, against the half year before.

    Args:
        store: where the data are.
        since: the day, as 2021-12-15.
        options: the relation, the as-of date, the dataset, how events are counted.
        most: how many pairs at most.

    Raises: MeasureError where the data do not cover these weeks; StoreError where they cannot be
        read.
    """
    day = day_of(since)
    data = data_of(store, options.dataset, day)
    as_of = min(day_of(options.as_of), data.last) if options.as_of else data.last
    span = span_of(data, day, as_of)
    horizon = next(one for one in horizons(span.at, span.weeks) if one.name == AFTER)
    if horizon.weeks is None:
        raise MeasureError(
            f"{data.name} cannot tell of {day}: {horizon.refusal}", "Ask about another day"
        )
    found = _movers(store, data, (span, horizon, horizon.weeks), options, most)
    links = _links(store, data.name, found.items, (day, _until(span, horizon)), options)
    items = tuple(Moved(one, tuple(links[one.pair])) for one in found.items)
    told = (since, as_of.isoformat(), data.name, unit_of(data), options.relation)
    return Moves(items, found.among, *told)


def _movers(
    store: Store,
    data: Covered,
    compared: tuple[Span, Horizon, Weeks],
    options: MeasureOptions,
    most: int,
) -> Movers:
    span, horizon, weeks = compared
    if data.kind == SCORES:
        net = net_from(store, span, data.name)
        _check(weeks, net.world().tolist(), (), data.name)
        turned = net.turned() if options.relation == "hostility" else net
        return movers_in_scores(turned, horizon, weeks, most)
    series = counts_from(store, span, data.name, by_row=options.by_row)
    news, breaks = tuple(series.world().tolist()), breaks_in(data, span)
    _check(weeks, news, breaks, data.name)
    asked = Asked(("", ""), classes_of(options.relation), span.at, news, breaks=breaks)
    return movers_in_counts(series, horizon, weeks, asked, most)


def _check(weeks: Weeks, news: Iterable[float], breaks: tuple[Break, ...], name: str) -> None:
    if refusal := unusable(weeks, list(news), breaks):
        raise MeasureError(
            f"{name} cannot tell: {refusal}",
            "Ask about a day whose weeks have no such gap or break, or name other data (--dataset)",
        )


def _until(span: Span, horizon: Horizon) -> date:
    """The day after the last week of a horizon."""
    last = horizon.weeks.after[1] if horizon.weeks else span.weeks
    return span.first + timedelta(weeks=last)


def _links(
    store: Store,
    name: str,
    movers: Iterable[Mover],
    days: tuple[date, date],
    options: MeasureOptions,
) -> dict[tuple[str, str], list[Link]]:
    """The events of each pair in these days, the most told first; without any, its scores."""
    pairs, classes = [mover.pair for mover in movers], classes_of(options.relation)
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    acts = acts_among(store, pairs, *days)
    for act in sorted(acts, key=lambda act: (-act.rows, act.day, act.id)):
        pair = (min(act.a, act.b), max(act.a, act.b))
        if act.class_ in classes and len(found[pair]) < LINKS:
            found[pair].append(Link(act.day.isoformat(), act.id, act.dataset, act.type))
    bare = [pair for pair in pairs if not found[pair]]
    for one in score_days(store, name, bare, days, LINKS):
        found[one.pair].append(
            Link(one.day.isoformat(), f"{one.file}:{one.line}", name, f"{one.value:+.1f}")
        )
    return found
