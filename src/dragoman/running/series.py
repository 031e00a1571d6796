"""Series: what a store holds of all dyads, week by week, as the arrays that measuring works on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.measuring.net_weeks import NetWeeks
from dragoman.measuring.series import CLASSES, WeeklyCounts
from dragoman.running.subjects import Span
from dragoman.storing.counts import score_weeks
from dragoman.storing.dyads import DyadWeeks, dyad_weeks
from dragoman.storing.store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray


def counts_from(store: Store, span: Span, dataset: str, *, by_row: bool = False) -> WeeklyCounts:
    """The weekly counts of all dyads in a dataset of events.

    Raises: StoreError where a part cannot be read.
    """
    rows = dyad_weeks(store, span.first, span.weeks, [dataset], by_row=by_row)
    return counts_of(rows, span.first, span.weeks)


def counts_of(rows: DyadWeeks, first: date, weeks: int) -> WeeklyCounts:
    """Counts out of a store as one table by week, weeks without events among them."""
    table = np.zeros((len(rows.pairs), len(CLASSES), weeks))
    places = np.array([CLASSES.index(name) for name in rows.classes], dtype=int)
    cells = np.ravel_multi_index((rows.pair, places[rows.kind], rows.week), table.shape)
    np.add.at(table.reshape(-1), cells, rows.events)
    return WeeklyCounts(rows.pairs, first.toordinal(), table)


def net_from(store: Store, span: Span, measure: str) -> NetWeeks:
    """The weekly net scores of all dyads in a measure of daily scores.

    Raises: StoreError where a part cannot be read.
    """
    rows = score_weeks(store, measure, span.first, span.weeks)
    pairs = list(zip(rows.a.tolist(), rows.b.tolist(), strict=True))
    dyads = {pair: row for row, pair in enumerate(sorted(set(pairs)))}
    at = np.array([dyads[pair] for pair in pairs], dtype=int)

    def placed(column: NDArray[Any]) -> NDArray[np.float64]:
        table = np.zeros((len(dyads), span.weeks))
        table[at, rows.week] = column
        return table

    tables = (placed(rows.score), placed(rows.volume), placed(rows.days))
    return NetWeeks(tuple(dyads), span.first.toordinal(), *tables)
