"""Breaks: weeks at which what a source covers changed, over which nothing can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Break:
    """A change in what a source covers, in weeks of a series and in words.

    Weeks before `start` are of one kind and those from `end` on of another, nothing between them
    can be compared; both are week numbers, in parts of a week where the day is inside one, and the
    same where the change took no time. `told` says when it was and what changed.
    """

    start: float
    end: float
    told: str

    def lies_in(self, first: int, until: int) -> bool:
        """Whether the weeks from `first` until before `until` are not all on one side.

        >>> at_once = Break(3.0, 3.0, "2013-04-01: daily files begin")
        >>> at_once.lies_in(0, 3), at_once.lies_in(2, 4), at_once.lies_in(3, 5)
        (False, True, False)
        """
        return first < self.end and self.start < until


def break_in(breaks: Iterable[Break], first: int, until: int) -> Break | None:
    """The first of some breaks that lies inside a stretch of weeks; None where it has none.

    >>> print(break_in([Break(3.0, 3.0, "2013-04-01: daily files begin")], 3, 5))
    None
    """
    inside = (one for one in breaks if one.lies_in(first, until))
    return min(inside, key=lambda one: one.start, default=None)


def whole_since(breaks: Iterable[Break], week: int) -> int:
    """The first week of those up to a week that are of one kind with it; 0 without a break before.

    >>> whole_since([Break(3.5, 3.5, "2013-04-01: daily files begin")], 9)
    4
    """
    return max([0, *(math.ceil(one.end) for one in breaks if one.end <= week)])
