"""Votes: how alike states vote in the General Assembly by year; slow context, never a verdict.

Formulas: docs/measures.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

FEWEST_CALLS = 10
"""A year with fewer roll calls is left out: its share of agreement would be that of a topic."""
YEARS_BACK = 3
_VALUES = {"yes": 1, "abstain": 0, "no": -1}
_FURTHEST = 2  # from yes to no

Counted = tuple[int, tuple[str, ...], int]
"""A year, the votes of X and Y (and Z), and on how many roll calls they were cast."""
Ballot = tuple[tuple[int, ...], int]
"""Votes as numbers, and on how many roll calls they were cast."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike two states vote: S, and kappa, which takes off what chance alone would give.

    S is 1 where every vote is the same, −1 where every one is the opposite. `kappa` is None where
    both always cast one and the same vote.
    """

    s: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class VoteYear:
    """A year's roll calls on which all voted: how alike the pair is, and each with the third.

    `opposed` is the share on which the two voted alike and the third the opposite; without a third
    it is None, and `with_third` is empty.
    """

    year: int
    calls: int
    pair: Agreement
    with_third: tuple[Agreement, ...] = ()
    opposed: float | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """A pair's votes by year, the earliest first, and the day on which the votes known end."""

    years: tuple[VoteYear, ...]
    last_day: str | None

    @property
    def latest(self) -> VoteYear | None:
        """The last year known."""
        return self.years[-1] if self.years else None

    @property
    def earlier(self) -> VoteYear | None:
        """The year it is compared with: three years before it, or the last one before that."""
        if not self.years:
            return None
        until = self.years[-1].year - YEARS_BACK
        return next((one for one in reversed(self.years) if one.year <= until), None)

    @property
    def moves(self) -> tuple[float, ...]:
        """How far S moved between these two years: of the pair, then of each with the third."""
        if self.latest is None or self.earlier is None:
            return ()
        now, then = ((one.pair, *one.with_third) for one in (self.latest, self.earlier))
        return tuple(late.s - early.s for late, early in zip(now, then, strict=True))

    @property
    def is_third_apart(self) -> bool | None:
        """Whether the two are opposed to the third more often because it and they grew apart.

        That is: S with the third fell by more, on average, than S of the two rose. None where they
        are not opposed to it more often than before.
        """
        if self.latest is None or self.earlier is None or self.latest.opposed is None:
            return None
        if self.latest.opposed <= (self.earlier.opposed or 0.0):
            return None
        own, *third = self.moves
        return -sum(third) / len(third) > own


def votes_by_year(counted: Iterable[Counted], last_day: str | None) -> Votes:
    """The agreement of two states, and of each with a third, in each year with ten roll calls.

    Args:
        counted: how X, Y (and Z) voted on the roll calls on which all of them did.
        last_day: the ISO day on which the votes known end.

    >>> found = votes_by_year([(2019, ("yes", "yes", "no"), 9), (2019, ("yes", "no", "no"), 3)], "")
    >>> found.latest.pair.s, found.latest.opposed
    (0.5, 0.75)
    """
    years: dict[int, list[Ballot]] = defaultdict(list)
    for year, votes, calls in counted:
        years[year].append((tuple(_VALUES[vote] for vote in votes), calls))
    found = (_year(year, ballots) for year, ballots in sorted(years.items()))
    return Votes(tuple(one for one in found if one.calls >= FEWEST_CALLS), last_day)


def agreement(ballots: Iterable[Ballot]) -> Agreement:
    """S (Signorino and Ritter 1999) and kappa, weighted alike (Cohen 1968), of two states' votes.

    >>> found = agreement([((1, 1), 10), ((0, 1), 1), ((1, 0), 1)])
    >>> round(found.s, 2), round(found.kappa, 2)
    (0.83, -0.09)
    """
    table = list(ballots)
    total = sum(calls for _, calls in table)
    apart = sum(abs(one - other) * calls for (one, other), calls in table) / total
    shares = [
        {value: sum(n for votes, n in table if votes[side] == value) / total
         for value in _VALUES.values()}
        for side in (0, 1)
    ]  # fmt: skip
    by_chance = sum(
        abs(one - other) * shares[0][one] * shares[1][other]
        for one, other in product(_VALUES.values(), repeat=2)
    )
    return Agreement(1 - 2 * apart / _FURTHEST, 1 - apart / by_chance if by_chance else None)


def _year(year: int, ballots: list[Ballot]) -> VoteYear:
    calls = sum(n for _, n in ballots)
    pair = agreement(_between(ballots, 0, 1))
    if len(ballots[0][0]) == len(("x", "y")):
        return VoteYear(year, calls, pair)
    opposed = sum(n for (x, y, z), n in ballots if x == y and x * z < 0)
    third = tuple(agreement(_between(ballots, side, 2)) for side in (0, 1))
    return VoteYear(year, calls, pair, third, opposed / calls)


def _between(ballots: Iterable[Ballot], one: int, other: int) -> list[Ballot]:
    return [((votes[one], votes[other]), calls) for votes, calls in ballots]
