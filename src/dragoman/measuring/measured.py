"""What a measurement gives: three answers, five legs, the ladder, the series."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dragoman.measuring.changes import Change, strongest
from dragoman.measuring.horizons import HALF_YEAR
from dragoman.measuring.ladder import Rung
from dragoman.measuring.ratios import PER_MILLE
from dragoman.measuring.triads import NAMED_LEG, FoundLeg, Named
from dragoman.measuring.votes import Votes
from dragoman.model.assessment import Relation, Verdict

_UNTOLD = ("cannot be told", "too little news")


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """A week of the series: its first day (ISO), the dyad's events or score, and the world's.

    `is_missing` where the source lacks the week; then both mean nothing.

    >>> WeekPoint("2021-12-08", 3.0, 600.0).per_mille
    5.0
    """

    day: str
    value: float
    world: float
    is_missing: bool = False

    @property
    def per_mille(self) -> float:
        """The dyad's share of the world's news."""
        return self.value / max(self.world, 1e-9) * PER_MILLE


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of a triangle over the run-up: what a pair did in cooperation and in hostility.

    From net scores the two are the same move, seen from either side.
    """

    pair: tuple[str, str]
    cooperation: Change
    hostility: Change


@dataclass(frozen=True, slots=True)
class Measured:
    """A dyad measured at an occasion, with or without a third state.

    `unit` says whether values are events or net scores, `dataset` whose they are. `changes` hold
    the answers by horizon, `edges` the three pairs of the triangle (those with any news), `legs`
    what stands for "against"; both are empty without a third state. `votes` are slow context, None
    where the store holds none.
    """

    pair: tuple[str, str]
    against: str | None
    relation: Relation
    since: str
    as_of: str
    dataset: str
    unit: Literal["events", "scores"]
    changes: tuple[Change, ...]
    edges: tuple[Edge, ...]
    legs: tuple[FoundLeg, ...]
    meaning: str
    ladder: tuple[Rung, ...]
    weeks: tuple[WeekPoint, ...]
    votes: Votes | None = None

    @property
    def verdict(self) -> Verdict:
        """The word of all answers together."""
        return strongest(self.changes)[0]

    @property
    def headline(self) -> Change:
        """The answer that goes first: the one the word comes from."""
        return strongest(self.changes)[1]

    @property
    def disagreeing(self) -> tuple[Change, ...]:
        """The other answers whose word differs from the headline's, those not told left out."""
        silent = (*_UNTOLD, self.headline.verdict)
        return tuple(change for change in self.changes if change.verdict not in silent)

    @property
    def named(self) -> Named | None:
        """On whose word "against" rests, None where no coded text tells."""
        found = next((leg.found for leg in self.legs if leg.number == NAMED_LEG), None)
        return found if isinstance(found, Named) else None

    @property
    def years(self) -> tuple[tuple[str, float], ...]:
        """Per mille of the world's news by calendar year up to the occasion.

        A year of which the series has less than half is left out.
        """
        before = [one for one in self.weeks if one.day < self.since and not one.is_missing]
        found = []
        for year, points in groupby(before, key=lambda one: one.day[:4]):
            cut = list(points)
            if len(cut) >= HALF_YEAR:
                whole = WeekPoint(year, sum(p.value for p in cut), sum(p.world for p in cut))
                found.append((year, whole.per_mille))
        return tuple(found)
