"""Legs: what "X and Y together against Z" would show in counts, each leg judged alone.

There is no single score: a triangle whose product of signs is positive says nothing on raw counts
(in late 2021 all three legs of China, Russia and the US were positive). Formulas: docs/measures.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.measuring.placebos import Weeks, log_ratio_of, log_ratios
from dragoman.measuring.series import COOPERATION, HOSTILITY, WeeklyCounts

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_EVENTS = 10
DRAWS = 500
BLOCK_WEEKS = 4
RESPONSE_DAYS = 14


@dataclass(frozen=True, slots=True)
class JointTurn:
    """Leg 2: how far the party that turned least has turned on Z, with a bootstrap interval."""

    turn: float
    low: float
    high: float

    @property
    def is_met(self) -> bool:
        """Whether both turned, and the interval leaves no doubt of it."""
        return self.low > 0


@dataclass(frozen=True, slots=True)
class Specificity:
    """Leg 3: the rank of Z (1 is most) among the states X and Y might have turned on together."""

    rank: int
    among: int


@dataclass(frozen=True, slots=True)
class Response:
    """Leg 5: how often X and Y acted together soon after an act of Z, and on matched other days."""

    after: float
    otherwise: float
    acts: int

    @property
    def is_met(self) -> bool:
        """Whether they did so more often after Z's acts."""
        return self.after > self.otherwise


def turns(series: WeeklyCounts, state: str, weeks: Weeks) -> dict[str, float]:
    """How far `state` turned on each partner: d = log RR hostility − log RR cooperation.

    Each is centred on the median over the state's partners, so that a year in which everybody
    quarrels more counts for nothing. Partners with fewer than ten events are left out.
    """
    rows = [i for i, dyad in enumerate(series.dyads) if state in dyad]
    world = series.world()
    both = slice(min(weeks.before[0], weeks.after[0]), max(weeks.before[1], weeks.after[1]))
    enough = [i for i in rows if series.counts[i, :, both].sum() >= FEWEST_EVENTS]
    if not enough:
        return {}
    raw = _difference(series, world, weeks)[enough]
    centred = raw - np.median(raw)
    partners = [next(c for c in series.dyads[i] if c != state) for i in enough]
    return dict(zip(partners, centred.tolist(), strict=True))


def specificity(
    series: WeeklyCounts, pair: tuple[str, str], z: str, weeks: Weeks
) -> Specificity | None:
    """Leg 3: where Z stands among states by the turn of the party that turned least.

    None where too little is known of Z.
    """
    one, other = (turns(series, state, weeks) for state in pair)
    return ranked(one, other, z)


def ranked(one: Mapping[str, float], other: Mapping[str, float], z: str) -> Specificity | None:
    """The place of Z by the lesser of two states' turns on it; None where one of them has none.

    >>> ranked({"USA": 2.0, "JPN": 1.0}, {"USA": 0.5, "JPN": 3.0}, "USA")
    Specificity(rank=2, among=2)
    """
    shared = {code: min(one[code], other[code]) for code in one.keys() & other.keys()}
    if z not in shared:
        return None
    return Specificity(1 + sum(value > shared[z] for value in shared.values()), len(shared))


def joint_turn(
    series: WeeklyCounts, pair: tuple[str, str], z: str, weeks: Weeks, seed: int = 1
) -> JointTurn | None:
    """Leg 2: min(d_XZ, d_YZ) with a 95 % block-bootstrap interval; None where not testable."""
    one, other = (turns(series, state, weeks).get(z) for state in pair)
    if one is None or other is None:
        return None
    draws = _drawn(weeks, series.weeks, np.random.default_rng(seed))
    values = np.minimum(*(_drawn_turns(series, state, z, weeks, draws) for state in pair))
    low, high = np.quantile(values, (0.025, 0.975))
    return JointTurn(min(one, other), float(low), float(high))


def response(
    acts: Sequence[int], together: Sequence[int], days: tuple[int, int], before: int = 182
) -> Response | None:
    """Leg 5: joint acts of X and Y within 14 days after acts of Z, against matched days.

    Args:
        acts: days (ordinals) on which Z acted against X or Y.
        together: days on which X and Y consulted or acted jointly.
        days: first and last day of the series.
        before: matched days lie this many days before each act (half a year keeps the season out
            of step on purpose: summits keep to the calendar).
    """
    matched = [day - before for day in acts if day - before >= days[0]]
    if not acts or not matched:
        return None
    return Response(_share(acts, together), _share(matched, together), len(acts))


def _share(days: Sequence[int], together: Sequence[int]) -> float:
    met = sorted(set(together))
    nearest = [(start, bisect_right(met, start)) for start in days]
    hits = sum(at < len(met) and met[at] - start <= RESPONSE_DAYS for start, at in nearest)
    return hits / len(days)


def _difference(
    series: WeeklyCounts, world: NDArray[np.float64], weeks: Weeks
) -> NDArray[np.float64]:
    hostility = log_ratios(series.of(HOSTILITY), world, weeks)
    return hostility - log_ratios(series.of(COOPERATION), world, weeks)


def _drawn(weeks: Weeks, length: int, draw: np.random.Generator) -> NDArray[np.float64]:
    """How often each week is drawn, by stretch (before, after), week and draw.

    The weeks of each stretch are drawn again in blocks.
    """
    found = np.zeros((2, length, DRAWS))
    for number in range(DRAWS):
        for place, stretch in enumerate((weeks.before, weeks.after)):
            chosen = drawn_weeks(stretch, draw)
            found[place, :, number] = np.bincount(chosen, minlength=length)
    return found


def drawn_weeks(stretch: tuple[int, int], draw: np.random.Generator) -> NDArray[np.int64]:
    """As many weeks of a stretch as it has, drawn again in blocks."""
    first, last = stretch
    block = min(BLOCK_WEEKS, last - first)
    starts = draw.integers(first, last - block + 1, size=-(-(last - first) // block))
    return np.asarray((starts[:, None] + np.arange(block)).ravel()[: last - first])


def _drawn_turns(
    series: WeeklyCounts, state: str, z: str, weeks: Weeks, draws: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How far `state` turned on `z` in each draw; 0 where these weeks have too little of z."""
    pairs = [pair for pair in series.dyads if state in pair]
    rows = [series.rows[pair] for pair in pairs]
    own = pairs.index((min(state, z), max(state, z)))
    world = tuple(series.world() @ stretch for stretch in draws)
    hostile, friendly = (
        log_ratio_of(tuple(series.of(classes)[rows] @ stretch for stretch in draws), world)
        for classes in (HOSTILITY, COOPERATION)
    )
    raw = hostile - friendly
    enough = series.counts[rows].sum(axis=1) @ _kept(weeks, draws) >= FEWEST_EVENTS
    return np.where(enough[own], raw[own] - _medians(raw, enough), 0.0)


def _medians(values: NDArray[np.float64], there: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The median of each column over the rows that are there; NaN where none does.

    >>> _medians(np.array([[1.0, 4.0], [9.0, 8.0], [3.0, 6.0]]), np.array([[1, 1], [0, 1], [1, 1]]))
    array([2., 6.])
    """
    ordered = np.sort(np.where(there, values, np.nan), axis=0)
    number, columns = there.sum(axis=0), np.arange(there.shape[1])
    lower, upper = ordered[(number - 1) // 2, columns], ordered[number // 2, columns]
    return np.asarray((lower + upper) / 2)


def _kept(weeks: Weeks, draws: NDArray[np.float64]) -> NDArray[np.float64]:
    """How often each week counts in a draw: those between the stretches are kept as they are."""
    both = range(min(weeks.before[0], weeks.after[0]), max(weeks.before[1], weeks.after[1]))
    between = [*({*both} - {*range(*weeks.before)} - {*range(*weeks.after)})]
    kept = draws.sum(axis=0)
    kept[between] += 1
    return np.asarray(kept)
