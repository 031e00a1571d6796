"""Measurements made by hand: a pair that rises among others that do not, with weeks missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from dragoman.measuring.changes import Asked, Change, change_in_counts, change_in_scores
from dragoman.measuring.horizons import horizons
from dragoman.measuring.ladder import Proof, ladder
from dragoman.measuring.measured import Edge, Measured, WeekPoint
from dragoman.measuring.net_weeks import NetWeeks
from dragoman.measuring.series import CLASSES, WeeklyCounts
from dragoman.measuring.triads import (
    leg_joint_turn,
    leg_named,
    leg_ramped_up,
    leg_response,
    leg_specificity,
    meaning,
)

FIRST, AT, WEEKS = date(2019, 1, 2), 150, 154
LACKING = range(10, 13)
STATES = ("ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GUY", "MEX", "PER", "PRY", "SUR", "URY")
PAIRS = tuple((a, b) for n, a in enumerate(STATES) for b in STATES[n + 1 :])
PAIR = ("ARG", "CHL")
TRIANGLE = (PAIR, ("ARG", "PER"), ("CHL", "PER"))
HOSTILE = "<script>alert(1)</script> & \"'"


def values() -> np.ndarray:
    made = np.random.default_rng(3).poisson(12, (len(PAIRS), WEEKS)).astype(float)
    made[PAIRS.index(PAIR), AT - 26 :] += 30
    made[:, list(LACKING)] = 0
    return made


def changes_in(unit: str, pair: tuple[str, str], classes: tuple[str, ...]) -> tuple[Change, ...]:
    made = values()
    asked = Asked(pair, classes, AT, tuple(made.sum(axis=0).tolist()))
    if unit == "scores":
        active = np.where(made > 0, 5.0, 0.0)
        scores = NetWeeks(PAIRS, FIRST.toordinal(), made, made, active)
        return tuple(change_in_scores(scores, asked, one) for one in horizons(AT, WEEKS))
    counts = np.stack([made if name in classes[:1] else made * 0 for name in CLASSES], axis=1)
    series = WeeklyCounts(PAIRS, FIRST.toordinal(), counts)
    return tuple(change_in_counts(series, asked, one) for one in horizons(AT, WEEKS))


def made_measured(unit: str, against: str | None = "PER", proof: str = "e1") -> Measured:
    classes = CLASSES[:1]
    changes = changes_in(unit, PAIR, classes)
    legs = (leg_ramped_up("clear", "run-up"), leg_joint_turn(None), leg_specificity(None),
            leg_named(None), leg_response(None))  # fmt: skip
    edges = [changes_in(unit, pair, classes)[1] for pair in TRIANGLE]
    made, own = values(), PAIRS.index(PAIR)
    return Measured(
        PAIR, against, "cooperation", (FIRST + AT * timedelta(weeks=1)).isoformat(), "2022-01-12",
        f"made {HOSTILE}", unit, changes,
        tuple(Edge(pair, c, c) for pair, c in zip(TRIANGLE, edges, strict=True)) if against else (),
        legs if against else (), meaning(legs, "clear") if against else "",
        ladder({"talk": [Proof("2021-06-28", proof, "made")]}),
        tuple(
            WeekPoint((FIRST + week * timedelta(weeks=1)).isoformat(), made[own, week],
                      made[:, week].sum(), week in LACKING)
            for week in range(WEEKS)
        ),
    )  # fmt: skip


@pytest.fixture(params=("scores", "events"))
def measured(request: pytest.FixtureRequest) -> Measured:
    return made_measured(request.param, proof=HOSTILE)


@pytest.fixture
def untold() -> Measured:
    """A pair of which nothing could be compared, without a third state."""
    found = made_measured("events", against=None)
    early = tuple(Change(one, "cannot be told", one.refusal) for one in horizons(2, 2))
    return replace(found, changes=early)
