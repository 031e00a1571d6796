"""Series: what a store holds of all dyads, week by week, as the arrays that measuring works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.measuring.net_weeks import NetWeeks
from dragoman.measuring.series import BY_RELATION, WeeklyCounts
from dragoman.running.subjects import Span
from dragoman.storing.counts import score_weeks
from dragoman.storing.dyads import dyad_weeks
from dragoman.storing.store import Store

if TYPE_CHECKING:
    from numpy.typing import NDArray


def counts_from(store: Store, span: Span, dataset: str, *, by_row: bool = False) -> WeeklyCounts:
    """The weekly counts of all dyads in a dataset of events, added up by relation.

    Raises: StoreError where a part cannot be read.
    """
    weeks = span.first, span.weeks
    found = dyad_weeks(store, weeks, BY_RELATION, [dataset], by_row=by_row)
    return WeeklyCounts(found.pairs, span.first.toordinal(), found.counts, BY_RELATION)


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
