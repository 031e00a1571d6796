"""Net-score series: has a dyad's score moved after a day more than other dyads' scores did?

For daily matrices of net scores, where no counts are known. Source and bars: docs/measures.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DAYS_A_WEEK = 7
# A dyad with less than this share of the median dyad's spread would turn any ripple into a shift.
SPREAD_FLOOR = 0.25
LIKE_VOLUME = 4.0
ACTIVE_SHARE = 0.30


@dataclass(frozen=True, slots=True)
class NetScores:
    """Daily net scores of dyads: `scores[dyad, day]`, NaN on days the source lacks altogether.

    `dyads` are pairs of codes in alphabetical order, `first_day` the ordinal of column 0.
    """

    dyads: tuple[tuple[str, str], ...]
    first_day: int
    scores: NDArray[np.float64]

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Which days the source lacks."""
        return np.asarray(np.isnan(self.scores).all(axis=0))


@dataclass(frozen=True, slots=True)
class NetShift:
    """How far a dyad's weekly share moved, in units of its spread before, and its placebo rank.

    `placebo` is the share of like dyads without either party that moved at least as far in the same
    direction; `n` says how many those are. None where fewer than one is left.
    """

    z: float
    placebo: float | None
    n: int


def shift(
    series: NetScores, dyad: tuple[str, str], day: int, *, before: int, after: int
) -> NetShift:
    """The shift of `dyad` at ordinal `day`: the weeks from it against the weeks before it.

    Args:
        series: the daily scores of all dyads.
        dyad: the pair asked about, in alphabetical order.
        day: the occasion's day as a date ordinal; the first week after begins on it.
        before: weeks before the day.
        after: weeks from the day on.

    Raises: ValueError where the windows leave the series or hold a week the source lacks.
    """
    weekly = _weekly_shares(series, day, before, after)
    spread = weekly[:, :before].std(axis=1, ddof=1)
    active = _active(series, day, before)
    floor = SPREAD_FLOOR * float(np.median(spread[active]))
    z = (weekly[:, before:].mean(axis=1) - weekly[:, :before].mean(axis=1)) / np.maximum(
        spread, floor
    )
    own = series.dyads.index(dyad)
    volume = _volume(series, day, before)
    like = active & (volume >= volume[own] / LIKE_VOLUME) & (volume <= volume[own] * LIKE_VOLUME)
    like &= np.array([not set(pair) & set(dyad) for pair in series.dyads])
    others = z[like]
    n = int(like.sum())
    direction = 1.0 if z[own] >= 0 else -1.0
    rank = float((direction * others >= direction * z[own]).mean()) if n else None
    return NetShift(float(z[own]), rank, n)


def _window(series: NetScores, day: int, before: int, after: int) -> NDArray[np.float64]:
    first = day - series.first_day - before * DAYS_A_WEEK
    last = day - series.first_day + after * DAYS_A_WEEK
    if first < 0 or last > series.scores.shape[1]:
        raise ValueError("the windows leave the series")
    # A single missing day leaves its week's share of the world intact; a missing week does not.
    if series.missing[first:last].reshape(-1, DAYS_A_WEEK).all(axis=1).any():
        raise ValueError("the source lacks a whole week inside the windows")
    return series.scores[:, first:last]


def _weekly_shares(series: NetScores, day: int, before: int, after: int) -> NDArray[np.float64]:
    """Each dyad's weekly score over the world's weekly sum of absolute scores."""
    window = _window(series, day, before, after)
    weeks = np.nan_to_num(window).reshape(len(series.dyads), before + after, DAYS_A_WEEK)
    world = np.abs(weeks).sum(axis=(0, 2))
    return np.asarray(weeks.sum(axis=2) / world)


def _active(series: NetScores, day: int, before: int) -> NDArray[np.bool_]:
    window = _window(series, day, before, 0)
    return np.asarray((np.nan_to_num(window) != 0).mean(axis=1) >= ACTIVE_SHARE)


def _volume(series: NetScores, day: int, before: int) -> NDArray[np.float64]:
    return np.asarray(np.abs(np.nan_to_num(_window(series, day, before, 0))).sum(axis=1))
