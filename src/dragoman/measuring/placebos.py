"""Placebos: how often as large a shift turns up where nothing is claimed to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.measuring.net import ACTIVE_SHARE, LIKE_VOLUME
from dragoman.measuring.ratios import HALF, Window, dispersion, rate_ratio
from dragoman.measuring.series import WeeklyCounts
from dragoman.measuring.verdicts import FEWEST_EVENTS, Placebo, Shift

if TYPE_CHECKING:
    from numpy.typing import NDArray

EarlierOccasion = tuple[tuple[str, str], int]
"""A pair that met or signed a treaty, and how many weeks before the occasion asked about."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Two stretches of weeks: `before` and `after` as half-open ranges of week numbers."""

    before: tuple[int, int]
    after: tuple[int, int]

    def moved(self, weeks: int) -> Weeks:
        """Both stretches, `weeks` earlier."""
        (b0, b1), (a0, a1) = self.before, self.after
        return Weeks((b0 - weeks, b1 - weeks), (a0 - weeks, a1 - weeks))

    @property
    def span(self) -> int:
        """Weeks from the first of before to the last of after."""
        return self.until - self.first

    @property
    def first(self) -> int:
        """The earliest week."""
        return min(self.before[0], self.after[0])

    @property
    def until(self) -> int:
        """The week after the latest."""
        return max(self.after[1], self.before[1])


@dataclass(frozen=True, slots=True)
class Moved:
    """How a dyad moved between two stretches of weeks, and the effects its placebos rest on.

    Effects are log ratios against the world's news: the dyad's `own`, those of `others` like it
    without either party, and its own at its `earlier` dates.
    """

    shift: Shift
    own: float
    others: tuple[float, ...]
    earlier: tuple[float, ...]


def measure(
    series: WeeklyCounts,
    dyad: tuple[str, str],
    classes: tuple[str, ...],
    weeks: Weeks,
    since: int = 0,
) -> Moved:
    """The shift of a dyad between two stretches, with its placebos.

    Args:
        series: weekly counts of all dyads.
        dyad: the pair, in alphabetical order.
        classes: which classes are added up, such as series.COOPERATION.
        weeks: the stretches compared.
        since: the first week that earlier dates are taken from.
    """
    row = series.rows[dyad]
    events, world = series.of(classes), series.world()
    own, exposure = events[row], series.expected(row)
    phi = _phi(own, world, weeks)
    effect, others = _like_ratios(series, row, events, weeks)
    earlier = _earlier_ratios(own, world, weeks, since)
    shift = Shift(
        events_before=float(own[slice(*weeks.before)].sum()),
        expected=rate_ratio(*_windows(own, exposure, weeks), dispersion=phi),
        world=rate_ratio(*_windows(own, world, weeks), dispersion=phi),
        space=Placebo(_share(others, effect), len(others)),
        # Windows that overlap are no proofs of each other: n counts those that do not.
        time=Placebo(_share(earlier, effect), len(earlier) // (weeks.after[1] - weeks.after[0])),
        occasion=Placebo(None, 0),
        events_after=float(own[slice(*weeks.after)].sum()),
    )
    return Moved(shift, effect, tuple(others.tolist()), tuple(earlier.tolist()))


def log_ratios(
    events: NDArray[np.float64], exposure: NDArray[np.float64], weeks: Weeks
) -> NDArray[np.float64]:
    """The log of RR for every row of `events`; `exposure` is one row or one a row of events."""
    before, after = slice(*weeks.before), slice(*weeks.after)
    return log_ratio_of(
        (events[..., before].sum(-1), events[..., after].sum(-1)),
        (exposure[..., before].sum(-1), exposure[..., after].sum(-1)),
    )


def log_ratio_of(
    events: tuple[NDArray[np.float64], NDArray[np.float64]],
    exposure: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> NDArray[np.float64]:
    """The log of RR from the sums of events and of exposure before and after.

    >>> one = np.array(100.0)
    >>> round(float(log_ratio_of((np.array(10.0), np.array(20.0)), (one, one))), 3)
    0.669
    """
    (c0, c1), (e0, e1) = events, exposure
    return np.asarray(np.log(c1 + HALF) - np.log(e1) - np.log(c0 + HALF) + np.log(e0))


def _windows(
    own: NDArray[np.float64], exposure: NDArray[np.float64], weeks: Weeks
) -> tuple[Window, Window]:
    before, after = slice(*weeks.before), slice(*weeks.after)
    return (
        Window(float(own[after].sum()), max(float(exposure[after].sum()), 1e-9)),
        Window(float(own[before].sum()), max(float(exposure[before].sum()), 1e-9)),
    )


def _phi(own: NDArray[np.float64], world: NDArray[np.float64], weeks: Weeks) -> float:
    stretch = slice(*weeks.before)
    return dispersion(own[stretch].tolist(), world[stretch].tolist())


def _like_ratios(
    series: WeeklyCounts, row: int, events: NDArray[np.float64], weeks: Weeks
) -> tuple[float, NDArray[np.float64]]:
    """The log ratio of a dyad, and those of like dyads without either party."""
    before = slice(*weeks.before)
    volume = events[:, before].sum(axis=1)
    active = series.active(weeks.before) >= ACTIVE_SHARE
    like = active & (volume >= volume[row] / LIKE_VOLUME) & (volume <= volume[row] * LIKE_VOLUME)
    parties = set(series.dyads[row])
    rows = [at for at in np.flatnonzero(like).tolist() if not parties & set(series.dyads[at])]
    ratios = log_ratios(events[[row, *rows]], series.world(), weeks)
    return float(ratios[0]), ratios[1:]


def occasion_placebo(
    series: WeeklyCounts,
    row: int,
    events: NDArray[np.float64],
    weeks: Weeks,
    occasions: Sequence[EarlierOccasion],
) -> Placebo:
    """The share of other pairs' earlier occasions at which their events moved at least as far.

    An occasion counts where its stretches lie inside the series, the pair had ten events before,
    and neither party is one of the dyad's.
    """
    world, parties = series.world(), set(series.dyads[row])
    inside = [
        (series.rows[pair], back)
        for pair, back in occasions
        if back <= weeks.first and pair in series.rows and not parties & set(pair)
    ]
    if not inside:
        return Placebo(None, 0)
    rows, back = np.array(inside).T
    sums = _moved_sums(events[rows], weeks, back)
    found = log_ratio_of(sums, _moved_sums(world, weeks, back))[sums[0] >= FEWEST_EVENTS]
    return Placebo(_share(found, float(log_ratios(events[row], world, weeks))), len(found))


def _earlier_ratios(
    own: NDArray[np.float64], world: NDArray[np.float64], weeks: Weeks, since: int
) -> NDArray[np.float64]:
    """The log ratios of a dyad at its earlier dates: every week is one, however they overlap.

    Weeks before `since` are not used.
    """
    back = np.arange(weeks.span, weeks.first - since + 1)
    return log_ratio_of(_moved_sums(own, weeks, back), _moved_sums(world, weeks, back))


def _moved_sums(
    values: NDArray[np.float64], weeks: Weeks, back: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The sums of both stretches, each time as many weeks earlier as `back` has it.

    `values` is one row for all times, or a row for each.
    """
    until = np.insert(np.cumsum(values, axis=-1), 0, 0.0, axis=-1)
    rows = (np.arange(len(back)),) if values.ndim > 1 else ()
    before, after = (
        until[*rows, stretch[1] - back] - until[*rows, stretch[0] - back]
        for stretch in (weeks.before, weeks.after)
    )
    return before, after


def _share(found: NDArray[np.float64], observed: float) -> float | None:
    """The share of effects that are at least as large as the one observed; None without any."""
    return float((found >= observed).mean()) if len(found) else None
