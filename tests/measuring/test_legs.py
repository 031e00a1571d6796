"""Legs 2 and 5 as they are worked out from counts and days."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from dragoman.measuring.legs import joint_turn, response, turns
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.series import WeeklyCounts

STATES = ["AUT", "BEL", "CHL", "DNK", "EGY", "FIN"]
DYADS = tuple(combinations(STATES, 2))
WEEKS = Weeks(before=(2, 28), after=(30, 56))


def series(hostile: float) -> WeeklyCounts:
    counts = np.random.default_rng(5).poisson(3.0, size=(len(DYADS), 5, 56)).astype(float)
    for pair in (("AUT", "FIN"), ("BEL", "FIN")):
        counts[DYADS.index(pair), 3:, 30:] *= hostile
    return WeeklyCounts(DYADS, 730_000, counts)


@pytest.mark.parametrize(("hostile", "is_met"), [(4.0, True), (1.0, False)])
def test_both_turned_on_a_third_only_where_both_quarrel_with_it(hostile, is_met):
    found = joint_turn(series(hostile), ("AUT", "BEL"), "FIN", WEEKS)
    assert found is not None
    assert found.is_met is is_met
    assert found.low <= found.turn <= found.high


def test_draws_of_a_series_that_never_varies_all_give_its_own_turn():
    counts = np.random.default_rng(5).integers(1, 9, size=(len(DYADS), 5, 1)).astype(float)
    steady = np.repeat(counts, 56, axis=2)
    steady[DYADS.index(("AUT", "FIN")), 3:, 30:] *= 3
    found = joint_turn(WeeklyCounts(DYADS, 730_000, steady), ("AUT", "BEL"), "FIN", WEEKS)
    own = min(turns(WeeklyCounts(DYADS, 730_000, steady), s, WEEKS)["FIN"] for s in ("AUT", "BEL"))
    assert found is not None
    assert (found.low, found.turn, found.high) == pytest.approx((own, own, own))


def test_a_third_without_news_enough_is_not_testable():
    assert joint_turn(series(1.0), ("AUT", "BEL"), "GHA", WEEKS) is None


def test_a_joint_act_answers_from_the_day_after_to_the_fourteenth():
    found = response([200, 300, 400], [200, 314, 415], (0, 500))
    assert found is not None
    assert (found.after, found.acts) == (pytest.approx(1 / 3), 3)
