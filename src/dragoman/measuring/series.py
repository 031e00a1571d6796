"""Series: weekly counts of every dyad by class, and the exposures they are counted against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES = ("talk", "commitment", "deeds", "hostile words", "hostile acts")
COOPERATION = ("commitment", "deeds")  # talk never counts as cooperation
HOSTILITY = ("hostile words", "hostile acts")
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class WeeklyCounts:
    """Events by dyad, class and week; weeks are counted back from a day, so one ends before it.

    `counts[dyad, class, week]` holds weights, not always whole: a meeting of k states gives each
    dyad 1/(k−1). `dyads` are pairs of state codes in alphabetical order; week w holds the 7 days
    from `first_day + 7 w` (a date ordinal).
    """

    dyads: tuple[tuple[str, str], ...]
    first_day: int
    counts: NDArray[np.float64]

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return int(self.counts.shape[2])

    def of(self, classes: tuple[str, ...]) -> NDArray[np.float64]:
        """Events by dyad and week, added up over `classes`."""
        chosen = [CLASSES.index(name) for name in classes]
        return np.asarray(self.counts[:, chosen, :].sum(axis=1))

    def among(self, *states: str) -> WeeklyCounts:
        """The dyads of these states alone; what is left is no world to be exposed to."""
        rows = [row for row, pair in enumerate(self.dyads) if set(pair) & set(states)]
        return WeeklyCounts(
            tuple(self.dyads[row] for row in rows), self.first_day, self.counts[rows]
        )

    def world(self) -> NDArray[np.float64]:
        """All events by week: M, the exposure of world news."""
        return np.asarray(self.counts.sum(axis=(0, 1)))

    def expected(self) -> NDArray[np.float64]:
        """m_X·m_Y/M by dyad and week: the events a dyad would have if attention were all.

        m is the number of events of a party without those of the dyad itself.
        """
        total = self.counts.sum(axis=1)
        world = np.maximum(total.sum(axis=0), 1.0)
        states = {code: i for i, code in enumerate(sorted({c for d in self.dyads for c in d}))}
        first = np.array([states[a] for a, _ in self.dyads])
        second = np.array([states[b] for _, b in self.dyads])
        margins = np.zeros((len(states), self.weeks))
        np.add.at(margins, first, total)
        np.add.at(margins, second, total)
        return np.asarray((margins[first] - total) * (margins[second] - total) / world)


def tabulated(
    pairs: Sequence[tuple[str, str]],
    classes: Sequence[str],
    cells: Sequence[tuple[int, float]],
    *,
    first_day: int,
    weeks: int,
) -> WeeklyCounts:
    """Rows of a pair, a class, a week and a number of events as one series, added up.

    Args:
        pairs: the pair of each row, in alphabetical order.
        classes: the class of each row, one of CLASSES.
        cells: the week (from 0) and the events of each row.
        first_day: the ordinal of week 0's first day.
        weeks: how many weeks the series has, empty ones among them.

    >>> found = tabulated([("CHN", "RUS")], ["deeds"], [(1, 2.0)], first_day=738000, weeks=3)
    >>> found.of(("deeds",)).tolist()
    [[0.0, 2.0, 0.0]]
    """
    dyads = {pair: row for row, pair in enumerate(sorted(set(pairs)))}
    counts = np.zeros((len(dyads), len(CLASSES), weeks))
    places = {name: place for place, name in enumerate(CLASSES)}
    rows = [dyads[pair] for pair in pairs]
    chosen = [places[name] for name in classes]
    week = [at for at, _ in cells]
    np.add.at(counts, (rows, chosen, week), [events for _, events in cells])
    return WeeklyCounts(tuple(dyads), first_day, counts)
