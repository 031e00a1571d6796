"""Weekly net scores: how far a dyad's share of the world's news moved between two stretches.

For daily scores of pairs, where no counts are known. The same estimator as net.py, with weeks that
are counted from a day, placebos in space and in time, and an interval. Formulas: docs/measures.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.measuring.net import (
    ACTIVE_SHARE,
    DAYS_A_WEEK,
    LIKE_VOLUME,
    SPREAD_FLOOR,
    NetScores,
)
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.ratios import PER_MILLE, Z_95
from dragoman.measuring.verdicts import FEWEST_TIMES, SPACE_LIMIT, TIME_LIMIT, Placebo
from dragoman.model.assessment import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

LAGS = 4  # weeks over which a week's news still echoes in the next ones' (Newey and West 1987)


@dataclass(frozen=True, slots=True)
class NetWeeks:
    """Scores by dyad and week: `sums` of the daily scores, `volumes` of their absolute values.

    `active` counts the days with a score. Week w holds the 7 days from `first_day + 7 w`.
    """

    dyads: tuple[tuple[str, str], ...]
    first_day: int
    sums: NDArray[np.float64]
    volumes: NDArray[np.float64]
    active: NDArray[np.float64]

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return int(self.sums.shape[1])

    def world(self) -> NDArray[np.float64]:
        """The world's weekly sum of absolute scores."""
        return np.asarray(self.volumes.sum(axis=0))

    def shares(self) -> NDArray[np.float64]:
        """Each dyad's weekly score over the world's, in per mille."""
        return np.asarray(self.sums / np.maximum(self.world(), 1e-9) * PER_MILLE)

    def turned(self) -> NetWeeks:
        """The same scores with their sign turned, so that a move up is one to hostility."""
        return NetWeeks(self.dyads, self.first_day, -self.sums, self.volumes, self.active)


@dataclass(frozen=True, slots=True)
class NetMove:
    """A move of a dyad's share, in per mille of the world's scores, and how unusual it is.

    `z` is the move over the dyad's weekly spread before; `low` and `high` bound the move itself
    (95 %, with HAC errors). `is_active` says whether there was news on 30 % of the days before.
    """

    before: float
    after: float
    z: float
    low: float
    high: float
    is_active: bool
    space: Placebo
    time: Placebo


def by_week(series: NetScores, day: int) -> NetWeeks:
    """Daily scores by whole weeks, counted so that a week begins on `day` (an ordinal)."""
    start = (day - series.first_day) % DAYS_A_WEEK
    weeks = (series.scores.shape[1] - start) // DAYS_A_WEEK
    daily = np.nan_to_num(series.scores[:, start : start + weeks * DAYS_A_WEEK])
    cut = daily.reshape(len(series.dyads), weeks, DAYS_A_WEEK)
    sums, volumes, active = cut.sum(axis=2), np.abs(cut).sum(axis=2), (cut != 0).sum(axis=2)
    return NetWeeks(series.dyads, series.first_day + start, sums, volumes, active.astype(float))


@dataclass(frozen=True, slots=True)
class NetWindow:
    """Two stretches of a series, and what all dyads did in them: worked out once for all pairs.

    `shares` are those of the whole series, `z` the moves, `active` and `volumes` of the weeks
    before, `floor` the least spread that a move is divided by.
    """

    series: NetWeeks
    weeks: Weeks
    shares: NDArray[np.float64]
    z: NDArray[np.float64]
    active: NDArray[np.bool_]
    volumes: NDArray[np.float64]
    floor: float

    def moves(self) -> dict[tuple[str, str], float]:
        """The z of every active dyad, in the dyads' order."""
        rows = np.flatnonzero(self.active).tolist()
        return {self.series.dyads[row]: float(self.z[row]) for row in rows}

    def spread(self, row: int) -> float:
        """What a row's move is divided by: its spread in the weeks before, or the floor."""
        return max(float(self.shares[row][slice(*self.weeks.before)].std(ddof=1)), self.floor)

    def like(self, row: int) -> list[int]:
        """The rows of active dyads of like volume without either party of a row's."""
        volume, parties = self.volumes, set(self.series.dyads[row])
        is_near = (volume >= volume[row] / LIKE_VOLUME) & (volume <= volume[row] * LIKE_VOLUME)
        found = np.flatnonzero(self.active & is_near).tolist()
        return [at for at in found if not parties & set(self.series.dyads[at])]


def net_window(series: NetWeeks, weeks: Weeks) -> NetWindow:
    """What all dyads of a series did between two stretches of weeks."""
    shares, stretch = series.shares(), slice(*weeks.before)
    before, after = shares[:, stretch], shares[:, slice(*weeks.after)]
    active = series.active[:, stretch].mean(axis=1) / DAYS_A_WEEK >= ACTIVE_SHARE
    spread = before.std(axis=1, ddof=1)
    # Like net.py: a dyad that hardly moves would turn any ripple into a shift.
    floor = SPREAD_FLOOR * float(np.median(spread[active])) if active.any() else 1e-9
    z = (after.mean(axis=1) - before.mean(axis=1)) / np.maximum(spread, floor)
    volumes = series.volumes[:, stretch].sum(axis=1)
    return NetWindow(series, weeks, shares, z, active, volumes, floor)


def net_move(window: NetWindow, dyad: tuple[str, str]) -> NetMove:
    """How far a dyad's share moved from one stretch to the other, with its placebos.

    Args:
        window: the stretches compared.
        dyad: the pair, in alphabetical order.
    """
    row, weeks = window.series.dyads.index(dyad), window.weeks
    own = window.shares[row]
    low, high = _interval(own, weeks)
    return NetMove(
        before=float(own[slice(*weeks.before)].mean()),
        after=float(own[slice(*weeks.after)].mean()),
        z=float(window.z[row]),
        low=low,
        high=high,
        is_active=bool(window.active[row]),
        space=_space(window, row),
        time=_time(own, weeks, floor=window.floor),
    )


def net_verdict(move: NetMove) -> Verdict:
    """The word for a move up: "clear", "possible", "not shown" or "too little news".

    "clear" needs an interval above 0, a space placebo of at most .05 and a time placebo of at most
    .10; where the time placebo is not testable, no more than "possible" can be said.
    """
    if not move.is_active:
        return "too little news"
    rare_in_space = move.space.share is not None and move.space.share <= SPACE_LIMIT
    rare_in_time = (
        move.time.share is not None
        and move.time.n >= FEWEST_TIMES
        and move.time.share <= TIME_LIMIT
    )
    met = (move.low > 0, rare_in_space, rare_in_time)
    if all(met):
        return "clear"
    return "possible" if sum(met) == len(met) - 1 else "not shown"


def _space(window: NetWindow, row: int) -> Placebo:
    """The share of like dyads that moved as far."""
    rows = window.like(row)
    if not rows:
        return Placebo(None, 0)
    return Placebo(float((window.z[rows] >= window.z[row]).mean()), len(rows))


def earlier_moves(own: NDArray[np.float64], weeks: Weeks, *, floor: float) -> tuple[float, ...]:
    """The z of a dyad at its earlier dates, of whose own weeks none is asked about.

    Their pasts may overlap with each other and with these weeks.
    """
    length = weeks.after[1] - weeks.after[0]
    return tuple(_moved(own, weeks.moved(back), floor) for back in range(length, weeks.first + 1))


def _time(own: NDArray[np.float64], weeks: Weeks, *, floor: float) -> Placebo:
    """The share of the dyad's earlier dates that moved as far; `n` counts windows apart."""
    observed, earlier = _moved(own, weeks, floor), earlier_moves(own, weeks, floor=floor)
    if not earlier:
        return Placebo(None, 0)
    share = sum(value >= observed for value in earlier) / len(earlier)
    return Placebo(share, len(earlier) // (weeks.after[1] - weeks.after[0]))


def _moved(own: NDArray[np.float64], weeks: Weeks, floor: float) -> float:
    """The z of a series between two stretches."""
    before = own[slice(*weeks.before)]
    spread = max(float(before.std(ddof=1)), floor)
    return float(own[slice(*weeks.after)].mean() - before.mean()) / spread


def _interval(own: NDArray[np.float64], weeks: Weeks) -> tuple[float, float]:
    """The 95 % interval of the difference in means, with errors that allow for echoes."""
    before, after = own[slice(*weeks.before)], own[slice(*weeks.after)]
    move = float(after.mean() - before.mean())
    width = Z_95 * math.sqrt(_long_run(before) / len(before) + _long_run(after) / len(after))
    return move - width, move + width


def _long_run(values: NDArray[np.float64]) -> float:
    """The long-run variance of a series: autocovariances with Bartlett's weights."""
    apart = values - values.mean()
    lags = min(LAGS, len(values) - 1)
    total = float((apart**2).mean())
    for lag in range(1, lags + 1):
        total += (
            2
            * (1 - lag / (lags + 1))
            * float((apart[lag:] * apart[:-lag]).mean())
            * ((len(values) - lag) / len(values))
        )
    return max(total, 1e-12)
