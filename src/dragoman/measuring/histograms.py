"""Histograms: how the effects of placebos are spread, with the pair's own effect among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 24
_TAIL = 0.01  # of values on either side; a far outlier would press all others into a few bins


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts of values in bins of one width, the first of which begins at `start`.

    `own` is an edge: the bins right of it hold the values that are at least as large. The first and
    the last bin hold what lies beyond them as well.
    """

    start: float
    width: float
    counts: tuple[int, ...]
    own: float

    @property
    def end(self) -> float:
        """The right edge of the last bin."""
        return self.start + self.width * len(self.counts)

    @property
    def bins(self) -> tuple[tuple[float, float, int, bool], ...]:
        """Each bin: its edges, its count, and whether its values are at least the pair's own."""
        edges = [self.start + self.width * number for number in range(len(self.counts) + 1)]
        return tuple(
            (left, right, count, left >= self.own - self.width / 2)
            for left, right, count in zip(edges, edges[1:], self.counts, strict=False)
        )


def histogram(values: Sequence[float], own: float) -> Histogram | None:
    """The spread of placebo effects around a pair's own; None where there are none.

    >>> found = histogram([0.0, 1.0, 1.0, 2.0], own=1.0)
    >>> sum(count for _, _, count, is_as_large in found.bins if is_as_large)
    3
    """
    if not values:
        return None
    found = np.asarray(values)
    low, high = (float(np.quantile(found, share)) for share in (_TAIL, 1 - _TAIL))
    low, high = min(low, own), max(high, own)
    width = (high - low) / (BINS - 2) or 1.0
    # One bin more on either side, so that the pair's own mark never stands at the end.
    left = int(np.ceil((own - low) / width)) + 1
    right = int(np.ceil((high - own) / width)) + 1
    at = np.clip(np.floor((found - own) / width), -left, right - 1).astype(int) + left
    counts = np.bincount(at, minlength=left + right)
    return Histogram(own - left * width, width, tuple(counts.tolist()), own)
