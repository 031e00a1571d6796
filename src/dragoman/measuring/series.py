"""Series: weekly counts of every dyad by class, and the exposures they are counted against."""

from __future__ import annotations

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
