"""Verdicts: which word the interval and the placebos allow. The rules stand in docs/measures.md."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.measuring.ratios import RateRatio
from dragoman.model.assessment import Verdict

FEWEST_EVENTS = 10  # before the occasion; with fewer the answer is "too little news"
FEWEST_TIMES = 10  # non-overlapping earlier windows; with fewer the time placebo is not testable
FEWEST_OCCASIONS = 30
SPACE_LIMIT = 0.05
TIME_LIMIT = 0.10
OCCASION_LIMIT = 0.10


@dataclass(frozen=True, slots=True)
class Placebo:
    """The share of comparisons that moved at least as far, and how many comparisons those are."""

    share: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A change at an occasion: its ratios under both exposures, and its placebos.

    `expected` is the ratio against the dyad's expected share of news, `world` against all news.
    """

    events_before: float
    expected: RateRatio
    world: RateRatio
    space: Placebo
    time: Placebo
    occasion: Placebo
    events_after: float = 0.0


def verdict(shift: Shift) -> Verdict:
    """The word for a shift: "clear", "possible", "not shown" or "too little news".

    "clear" needs the interval above 1 under both exposures, a space placebo of at most .05, and a
    time placebo of at most .10 or, where that is not testable, an occasion placebo of at most .10.
    "possible" is two of the three.
    """
    if shift.events_before < FEWEST_EVENTS:
        return "too little news"
    met = (
        shift.expected.is_up and shift.world.is_up,
        _at_most(shift.space, SPACE_LIMIT, 1),
        _is_rare_in_time(shift),
    )
    if all(met):
        return "clear"
    return "possible" if sum(met) == len(met) - 1 else "not shown"


def _is_rare_in_time(shift: Shift) -> bool:
    if shift.time.n >= FEWEST_TIMES:
        return _at_most(shift.time, TIME_LIMIT, FEWEST_TIMES)
    return _at_most(shift.occasion, OCCASION_LIMIT, FEWEST_OCCASIONS)


def _at_most(placebo: Placebo, limit: float, fewest: int) -> bool:
    return placebo.share is not None and placebo.n >= fewest and placebo.share <= limit
