"""Dyads: exact weekly counts of every pair of states by class, from the events of a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_summaries import summary_view
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from numpy import float64, int32, int64
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DyadWeeks:
    """Counts by pair, class and week, as columns of equal length; empty weeks are left out.

    `pairs` and `classes` are names in alphabetical order, a pair's parties too; `pair` and `kind`
    are the places in these of each count. `week` counts from 0 for the 7 days from the first one;
    `events` are weighted (a meeting of k states counts 1/(k−1) for each pair); `rows` tell how
    often the same events were told.
    """

    pairs: tuple[tuple[str, str], ...]
    classes: tuple[str, ...]
    pair: NDArray[int32]
    kind: NDArray[int32]
    week: NDArray[int32]
    events: NDArray[float64]
    rows: NDArray[int64]


def dyad_weeks(
    store: Store,
    first: date,
    weeks: int,
    datasets: Iterable[str] | None = None,
    *,
    by_row: bool = False,
) -> DyadWeeks:
    """Weekly counts of every pair of parties by class.

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
            query, given["by_row"] = "dyad_weeks", by_row
        else:
            until = first + timedelta(weeks=weeks)
            summary_view(store, connection, "day_counts", wanted, (first.year, until.year))
            query = "day_weeks"
        connection.execute(query_text(query), given)
        connection.execute(query_text("week_pairs"))
        pairs = connection.execute("SELECT a, b FROM pairs ORDER BY pair").fetchall()
        classes = connection.execute("SELECT class FROM kinds ORDER BY kind").fetchall()
        found = connection.execute(query_text("week_cells")).fetchnumpy()
    columns = (found[name] for name in ("pair", "kind", "week", "events", "rows"))
    return DyadWeeks(tuple(pairs), tuple(name for (name,) in classes), *columns)
