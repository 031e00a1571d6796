"""Levels: how high a series stood in the two stretches of a change, and where like pairs' would be.

All in per mille of the world's news, so that they can be drawn over the weekly series. Formulas:
docs/measures.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.measuring.ratios import HALF, PER_MILLE, RateRatio

FEWEST_LIKE = 20
"""Of fewer pairs the outer 5 % would be less than one."""
_INNER = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels before and after, with the 95 % interval of the change drawn from the one before.

    `band` is where nine tenths of like pairs would have ended, had they begun at `before`; None
    where there are too few of them.
    """

    before: float
    after: float
    low: float
    high: float
    band: tuple[float, float] | None = None


def levels_in_counts(
    events: float, world: float, ratio: RateRatio, others: Sequence[float]
) -> Levels:
    """The levels of a pair's share of the world's events.

    Args:
        events: the pair's in the stretch before.
        world: the world's in that stretch, above 0.
        ratio: how many times that rate the rate after is, against the world's news.
        others: the log ratios of like pairs.

    >>> found = levels_in_counts(19.5, 2000.0, RateRatio(2.0, 1.5, 2.5, 1.0), [])
    >>> found.before, found.after, found.low, found.high
    (10.0, 20.0, 15.0, 25.0)
    """
    before = (events + HALF) / world * PER_MILLE
    inner = _inner(others)
    band = (before * float(np.exp(inner[0])), before * float(np.exp(inner[1]))) if inner else None
    return Levels(before, before * ratio.ratio, before * ratio.low, before * ratio.high, band)


def levels_in_scores(
    stretches: tuple[float, float],
    move: tuple[float, float],
    spread: float,
    others: Sequence[float],
) -> Levels:
    """The levels of a pair's share of the world's net scores.

    Args:
        stretches: the mean shares before and after.
        move: the 95 % interval of their difference.
        spread: what the difference is divided by to give a z.
        others: the z of like pairs.

    >>> levels_in_scores((1.0, 3.0), (0.5, 3.5), 2.0, [0.0] * 20)
    Levels(before=1.0, after=3.0, low=1.5, high=4.5, band=(1.0, 1.0))
    """
    (before, after), (low, high), inner = stretches, move, _inner(others)
    band = (before + inner[0] * spread, before + inner[1] * spread) if inner else None
    return Levels(before, after, before + low, before + high, band)


def _inner(others: Sequence[float]) -> tuple[float, float] | None:
    """Between which two values nine tenths of them lie."""
    if len(others) < FEWEST_LIKE:
        return None
    low, high = np.quantile(np.asarray(others), _INNER)
    return float(low), float(high)
