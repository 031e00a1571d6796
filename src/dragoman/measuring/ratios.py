"""Rate ratios: how many times as often something happened in one window as in another.

The interval is wide enough for overdispersed counts (quasi-Poisson) and still too narrow for
serially correlated ones, which is why a verdict also asks the placebos. Formulas: docs/measures.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

HALF = 0.5  # added to each count, so that a window without events has a finite ratio
Z_95 = 1.96
PER_MILLE = 1000.0


@dataclass(frozen=True, slots=True)
class Window:
    """Events counted in a stretch of time, and the exposure they are counted against."""

    events: float
    exposure: float


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The ratio of two rates with its 95 % interval; `dispersion` is the φ that widened it."""

    ratio: float
    low: float
    high: float
    dispersion: float

    @property
    def is_up(self) -> bool:
        """Whether the whole interval lies above 1."""
        return self.low > 1.0


def rate_ratio(after: Window, before: Window, *, dispersion: float = 1.0) -> RateRatio:
    """How many times the rate of `before` that of `after` is.

    RR = ((C1 + ½)/E1) / ((C0 + ½)/E0), interval exp(log RR ± 1.96 √(φ (1/(C1 + ½) + 1/(C0 + ½)))).

    Args:
        after: the window asked about.
        before: the window compared with.
        dispersion: φ, 1 or more.

    Raises: ValueError for an exposure that is not above 0, or a dispersion below 1.

    >>> found = rate_ratio(Window(20, 100), Window(10, 100))
    >>> round(found.ratio, 2), round(found.low, 2), round(found.high, 2)
    (1.95, 0.93, 4.11)
    """
    if after.exposure <= 0 or before.exposure <= 0:
        raise ValueError("a rate needs an exposure above 0")
    if dispersion < 1:
        raise ValueError("dispersion is 1 or more")
    c1, c0 = after.events + HALF, before.events + HALF
    log_ratio = math.log((c1 / after.exposure) / (c0 / before.exposure))
    half_width = Z_95 * math.sqrt(dispersion * (1 / c1 + 1 / c0))
    return RateRatio(
        math.exp(log_ratio),
        math.exp(log_ratio - half_width),
        math.exp(log_ratio + half_width),
        dispersion,
    )


def dispersion(counts: Sequence[float], exposures: Sequence[float]) -> float:
    """φ: the Pearson χ² of weekly counts over its degrees of freedom, at least 1.

    Args:
        counts: events a week.
        exposures: the exposure of each of those weeks.

    Raises: ValueError where the two differ in length.

    >>> dispersion([2, 2, 2, 2], [1, 1, 1, 1])
    1.0
    """
    if len(counts) != len(exposures):
        raise ValueError("one exposure a week")
    total = sum(exposures)
    if len(counts) == 1 or total <= 0 or sum(counts) == 0:
        return 1.0
    rate = sum(counts) / total
    expected = [rate * exposure for exposure in exposures]
    chi2 = sum((c - e) ** 2 / e for c, e in zip(counts, expected, strict=True) if e > 0)
    return max(1.0, chi2 / (len(counts) - 1))
