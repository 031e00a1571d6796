"""Dyads: exact counts by week of every pair of states by class, from the events of a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_summaries import summary_view
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from numpy import float64, int32
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DyadWeeks:
    """Counts by pair, class and week, as columns of equal length; empty weeks are left out.

    `pairs` and `classes` are names in alphabetical order, a pair's parties too; `pair` and `kind`
    are the places in these of each count. `week` counts from 0 for the 7 days from the first one;
    `events` are weighted (a meeting of k states counts 1/(k−1) for each pair). A week has a count
    for each day with events: they are to be added up.
    """

    pairs: tuple[tuple[str, str], ...]
    classes: tuple[str, ...]
    pair: NDArray[int32]
    kind: NDArray[int32]
    week: NDArray[int32]
    events: NDArray[float64]


def dyad_weeks(
    store: Store,
    first: date,
    weeks: int,
    datasets: Iterable[str] | None = None,
    *,
    by_row: bool = False,
) -> DyadWeeks:
    """Counts of every pair of parties by class and week.

    Args:
        store: where the events are.
        first: the first day of the first week.
        weeks: how many weeks.
        datasets: the datasets to count; without them all that have events.
        by_row: count every row; otherwise one event a day, pair and root type.

    Raises: StoreError where a part cannot be read.
    """
    given: dict[str, object] = {"first": first, "weeks": weeks}
    wanted = None if datasets is None else list(datasets)
    with told_as_store_error(store.folder), connected() as connection:
        if by_row or len({part.dataset for part in store.parts(EVENTS, wanted)}) > 1:
            store.view(connection, EVENTS, wanted)
            connection.execute(query_text("dyad_days"), {**given, "by_row": by_row})
        else:
            until = first + timedelta(weeks=weeks)
            summary_view(store, connection, "day_counts", wanted, (first.year, until.year))
        connection.execute(query_text("week_names"))
        pairs = connection.execute("SELECT a, b FROM pairs ORDER BY pair").fetchall()
        classes = connection.execute("SELECT class FROM kinds ORDER BY kind").fetchall()
        found = connection.execute(query_text("week_cells"), given).fetchnumpy()
    return _of_these_weeks(pairs, [name for (name,) in classes], found)


def _of_these_weeks(
    pairs: list[tuple[str, str]], classes: list[str], found: dict[str, NDArray[Any]]
) -> DyadWeeks:
    """Counts without the pairs and the classes that have none: daily ones are of whole years."""
    there, pair = _renumbered(found["pair"], len(pairs))
    told, kind = _renumbered(found["kind"], len(classes))
    return DyadWeeks(
        tuple(pairs[at] for at in there),
        tuple(classes[at] for at in told),
        pair,
        kind,
        found["week"],
        found["events"],
    )


def _renumbered(numbers: NDArray[int32], most: int) -> tuple[list[int], NDArray[int32]]:
    """The numbers below `most` that occur, in order, and each as its place among these.

    >>> import numpy as np
    >>> there, places = _renumbered(np.array([4, 1, 4]), 9)
    >>> there, places.tolist()
    ([1, 4], [1, 0, 1])
    """
    import numpy as np  # here, since most questions that storing answers need none

    occurs = np.bincount(numbers, minlength=most) > 0
    places = np.cumsum(occurs, dtype=np.int32) - 1
    return np.flatnonzero(occurs).tolist(), places[numbers]
