"""Dyads: exact weekly counts of every pair of states by class, from the events of a store."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_summaries import summary_view
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DyadWeeks:
    """Counts by pair, group of classes and week, weeks without events among them.

    `pairs` are those with an event in these weeks, in alphabetical order, a pair's parties too.
    `counts[pair, group, week]` are weighted: a meeting of k states counts 1/(k−1) for each pair.
    """

    pairs: tuple[tuple[str, str], ...]
    counts: NDArray[float64]


def dyad_weeks(
    store: Store,
    span: tuple[date, int],
    groups: Sequence[Sequence[str]],
    datasets: Iterable[str] | None = None,
    *,
    by_row: bool = False,
) -> DyadWeeks:
    """Weekly counts of every pair of parties by groups of classes.

    Args:
        store: where the events are.
        span: the first day of the first week, and how many weeks.
        groups: the classes that are added up, group by group; events of others are left out.
        datasets: the datasets to count; without them all that have events.
        by_row: count every row; otherwise one event a day, pair and root type.

    Raises: StoreError where a part cannot be read.
    """
    import numpy as np  # here, since most questions that storing answers need none

    first, weeks = span
    given = {"first": first, "weeks": weeks}
    placed = [(name, place) for place, group in enumerate(groups) for name in group]
    asked = given | {"classes": [name for name, _ in placed]}
    places = {"groups": len(groups), "places": [place for _, place in placed]}
    wanted = None if datasets is None else list(datasets)
    with told_as_store_error(store.folder), connected() as connection:
        if by_row or len({part.dataset for part in store.parts(EVENTS, wanted)}) > 1:
            store.view(connection, EVENTS, wanted)
            connection.execute(query_text("dyad_days"), {**given, "by_row": by_row})
        else:
            until = first + timedelta(weeks=weeks)
            summary_view(store, connection, "day_counts", wanted, (first.year, until.year))
        connection.execute(query_text("week_pairs"), asked)
        pairs = connection.execute("SELECT a, b FROM pairs ORDER BY pair").fetchall()
        cells = connection.execute(query_text("week_cells"), {**asked, **places}).fetchnumpy()
    shape = len(pairs), len(groups), weeks
    counts = np.bincount(cells["cell"], cells["events"], math.prod(shape))
    return DyadWeeks(tuple(pairs), np.asarray(counts, np.float64).reshape(shape))
