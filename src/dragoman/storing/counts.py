"""Counts: what a store holds of a pair and a third state, for measures: scores, acts, treaties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_summaries import summary_view
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from numpy import float64, int32, str_
    from numpy.typing import NDArray

SCORES = "scores"
ALLIANCES = "alliances"
OWN = "events"
"""The dataset of events that our own coder found; no other tells against whom an act is."""


@dataclass(frozen=True, slots=True)
class Covered:
    """The days that a dataset of events, or a measure of scores, covers."""

    name: str
    kind: str
    first: date
    last: date
    rows: int


@dataclass(frozen=True, slots=True)
class ScoreWeeks:
    """Scores by pair and week, as columns of equal length; empty weeks are left out."""

    a: NDArray[str_]
    b: NDArray[str_]
    week: NDArray[int32]
    score: NDArray[float64]
    volume: NDArray[float64]
    days: NDArray[int32]


@dataclass(frozen=True, slots=True)
class ScoreDay:
    """A pair's score on a day, and the file and line it came from."""

    pair: tuple[str, str]
    day: date
    value: float
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Act:
    """What `a` did to `b` on a day, told by `rows` rows of which `id` is one."""

    day: date
    a: str
    b: str
    class_: str
    type: str
    rows: int
    id: str
    dataset: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A cooperative event of a pair, whom it is against, as CODE:BASIS, and its article's id."""

    id: str
    day: date
    pair: tuple[str, str]
    against: tuple[str, ...]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty in force between two states since a day."""

    id: str
    dataset: str
    start: date
    is_defence: bool


def covered(store: Store) -> tuple[Covered, ...]:
    """The datasets of events and measures of scores in a store, each with the days it covers.

    Raises: StoreError where a part cannot be read.
    """
    found = []
    if store.parts(EVENTS):
        rows = _summed(store, "event_spans", {}, _From("day_spans"))
        found += [Covered(name, EVENTS, first, last, n) for name, first, last, n in rows]
    if store.parts(SCORES):
        rows = _fetch(store, SCORES, "score_spans", {})
        found += [Covered(name, SCORES, first, last, n) for name, first, last, n in rows]
    return tuple(found)


def score_weeks(store: Store, measure: str, first: date, weeks: int) -> ScoreWeeks:
    """Weekly sums of a measure's daily scores for every pair.

    Args:
        store: where the scores are.
        measure: the name of the column they stood in.
        first: the first day of the first week.
        weeks: how many weeks.

    Raises: StoreError where there are no scores or a part cannot be read.
    """
    given = {"first": first, "weeks": weeks, "measure": measure}
    with told_as_store_error(store.folder), connected() as connection:
        store.view(connection, SCORES)
        found = connection.execute(query_text("score_weeks"), given).fetchnumpy()
    names = ("a", "b", "week", "score", "volume", "days")
    return ScoreWeeks(*(found[name] for name in names))


def score_days(
    store: Store,
    measure: str,
    pairs: Iterable[tuple[str, str]],
    days: tuple[date, date],
    most: int,
) -> tuple[ScoreDay, ...]:
    """The largest scores of some pairs from a day until before another; none without scores.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(SCORES):
        return ()
    named = [f"{a} {b}" for a, b in pairs]
    given = {"measure": measure, "pairs": named, "first": days[0], "until": days[1], "most": most}
    rows = _fetch(store, SCORES, "score_days", given)
    return tuple(ScoreDay((a, b), *rest) for a, b, *rest in rows)


def acts_among(
    store: Store, pairs: Iterable[tuple[str, str]], first: date, until: date
) -> tuple[Act, ...]:
    """What the states of some pairs did to one another from a day until before another.

    Of all datasets.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(EVENTS):
        return ()
    both_ways = [way for a, b in pairs for way in ((a, b), (b, a))]
    given = _asked(both_ways, (first, until))
    from_ = _From("day_acts", None, (first.year, until.year))
    return tuple(Act(*row) for row in _summed(store, "acts_among", given, from_))


def act_days(
    store: Store,
    ways: Iterable[tuple[str, str]],
    kinds: tuple[tuple[str, ...], tuple[str, ...]],
    days: tuple[date, date],
) -> tuple[date, ...]:
    """The days on which some states did acts of some kinds to some others, of all datasets.

    Args:
        store: where the events are.
        ways: who acted and on whom.
        kinds: the classes of the acts, and the types that count too whatever their class.
        days: the first day, and the day after the last.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(EVENTS):
        return ()
    classes, types = kinds
    given = _asked(ways, days) | {"classes": [*classes], "types": [*types]}
    from_ = _From("day_acts", None, (days[0].year, days[1].year))
    return tuple(day for (day,) in _summed(store, "act_days", given, from_))


def occasions(
    store: Store, dataset: str, without: tuple[str, str], days: tuple[date, date]
) -> tuple[tuple[tuple[str, str], date], ...]:
    """The pairs that signed an agreement or visited one another, and when; the most reported 500.

    Args:
        store: where the events are.
        dataset: whose events.
        without: states whose own occasions are left out.
        days: the first day, and the day after the last.

    Raises: StoreError where a part cannot be read.
    """
    given = {"states": [*without], "first": days[0], "until": days[1]}
    from_ = _From("day_occasions", [dataset], (days[0].year, days[1].year))
    rows = _summed(store, "occasions", given, from_)
    return tuple(((a, b), day) for a, b, day in rows)


def aims_of(store: Store, states: list[str], first: date, until: date) -> tuple[Aim, ...]:
    """Cooperation of these states with anybody, of events our own coder found; none without such.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(EVENTS, [OWN]):
        return ()
    given = {"states": states, "first": first, "until": until}
    rows = _fetch(store, EVENTS, "aims_of", given, [OWN])
    return tuple(
        Aim(id_, day, (a, b), tuple(one for one in against.split("|") if one), article)
        for id_, day, a, b, against, article in rows
    )


def treaties_of(store: Store, pair: tuple[str, str], day: date) -> tuple[Treaty, ...] | None:
    """The treaties that bind two states on a day; None where the store holds no alliances.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(ALLIANCES):
        return None
    given = {"a": min(pair), "b": max(pair), "day": day}
    return tuple(Treaty(*row) for row in _fetch(store, ALLIANCES, "alliances_of", given))


@dataclass(frozen=True, slots=True)
class _From:
    """A summary of events: its name, and the datasets and years of it."""

    name: str
    datasets: list[str] | None = None
    years: tuple[int, int] | None = None


def _asked(ways: Iterable[tuple[str, str]], days: tuple[date, date]) -> dict[str, Any]:
    named = list(ways)
    return {
        "doers": [a for a, _ in named],
        "others": [b for _, b in named],
        "first": days[0],
        "until": days[1],
    }


def _summed(store: Store, query: str, given: dict[str, Any], from_: _From) -> list[tuple[Any, ...]]:
    with told_as_store_error(store.folder), connected() as connection:
        summary_view(store, connection, from_.name, from_.datasets, from_.years)
        return [*connection.execute(query_text(query), given or None).fetchall()]


def _fetch(
    store: Store, kind: str, query: str, given: dict[str, Any], datasets: list[str] | None = None
) -> list[tuple[Any, ...]]:
    with told_as_store_error(store.folder), connected() as connection:
        store.view(connection, kind, datasets)
        return [*connection.execute(query_text(query), given or None).fetchall()]
