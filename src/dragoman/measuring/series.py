"""Series: weekly counts of every dyad by class, and the exposures they are counted against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES = ("talk", "commitment", "deeds", "hostile words", "hostile acts")
COOPERATION = ("commitment", "deeds")  # talk never counts as cooperation
HOSTILITY = ("hostile words", "hostile acts")
SINGLY = tuple((name,) for name in CLASSES)
BY_RELATION = (("talk",), COOPERATION, HOSTILITY)


@dataclass(frozen=True, eq=False)  # without slots, so that sums over all dyads are kept
class WeeklyCounts:
    """Events by dyad, class and week; weeks are counted back from a day, so one ends before it.

    `counts[dyad, group, week]` holds weights, not always whole: a meeting of k states gives each
    dyad 1/(k−1). `groups` are the classes of each place on the second axis: each alone, or added up
    already where only sums are asked for, which take half the memory. `dyads` are pairs of state
    codes in alphabetical order; week w holds the 7 days from `first_day + 7 w` (a date ordinal).
    """

    dyads: tuple[tuple[str, str], ...]
    first_day: int
    counts: NDArray[np.float64]
    groups: tuple[tuple[str, ...], ...] = SINGLY

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return int(self.counts.shape[2])

    def of(self, classes: tuple[str, ...]) -> NDArray[np.float64]:
        """Events by dyad and week, added up over `classes`.

        Raises: ValueError where they are added up with others already.
        """
        if classes not in self._sums:
            places = [at for at, group in enumerate(self.groups) if set(group) <= {*classes}]
            if sum(len(self.groups[at]) for at in places) < len(classes):
                raise ValueError(f"{' and '.join(classes)} cannot be told from {self.groups}")
            # One by one: choosing several copies them first, hundreds of megabytes of all dyads.
            first, *rest = (self.counts[:, at] for at in places)
            self._sums[classes] = sum(rest, start=first)
        return self._sums[classes]

    @cached_property
    def rows(self) -> dict[tuple[str, str], int]:
        """The row of each dyad."""
        return {pair: row for row, pair in enumerate(self.dyads)}

    def among(self, *states: str) -> WeeklyCounts:
        """The dyads of these states alone; what is left is no world to be exposed to."""
        rows = [row for row, pair in enumerate(self.dyads) if set(pair) & set(states)]
        return WeeklyCounts(
            tuple(self.dyads[row] for row in rows), self.first_day, self.counts[rows], self.groups
        )

    def world(self) -> NDArray[np.float64]:
        """All events by week: M, the exposure of world news."""
        return self._world

    def expected(self, row: int) -> NDArray[np.float64]:
        """m_X·m_Y/M by week: the events the dyad of a row would have if attention were all.

        m is the number of events of a party without those of the dyad itself.
        """
        own = self.counts[row].sum(axis=0)
        one, other = (self._events_of(state) - own for state in self.dyads[row])
        return np.asarray(one * other / np.maximum(self.world(), 1.0))

    def active(self, weeks: tuple[int, int]) -> NDArray[np.float64]:
        """Of each dyad the share of a stretch of weeks that have an event."""
        return np.asarray(self._has_events[:, slice(*weeks)].mean(axis=1))

    def _events_of(self, state: str) -> NDArray[np.float64]:
        rows = [row for row, pair in enumerate(self.dyads) if state in pair]
        return np.asarray(self.counts[rows].sum(axis=(0, 1)))

    @cached_property
    def _sums(self) -> dict[tuple[str, ...], NDArray[np.float64]]:
        return {}

    @cached_property
    def _world(self) -> NDArray[np.float64]:
        return np.asarray(self.counts.sum(axis=(0, 1)))

    @cached_property
    def _has_events(self) -> NDArray[np.bool_]:
        return np.asarray((self.counts > 0).any(axis=1))


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
