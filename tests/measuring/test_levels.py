"""What is drawn over a series comes from the same numbers as the verdict."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.measuring.changes import Change
from dragoman.measuring.histograms import histogram
from dragoman.measuring.horizons import Horizon
from dragoman.measuring.levels import FEWEST_LIKE, levels_in_counts, levels_in_scores
from dragoman.measuring.net_weeks import NetMove
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.ratios import RateRatio
from dragoman.measuring.verdicts import Placebo, Shift

NO = Placebo(None, 0)
RATIO = RateRatio(2.0, 1.5, 2.5, 1.0)
effects = st.lists(st.floats(-50, 50), min_size=1, max_size=200)


@given(effects, st.floats(-50, 50))
def test_a_histogram_holds_every_value_and_those_at_least_as_large_as_the_own(values, own):
    found = histogram(values, own)
    assert sum(found.counts) == len(values)
    far = sum(count for _, _, count, is_as_large in found.bins if is_as_large)
    assert far == pytest.approx(sum(value >= own for value in values), abs=_on_edge(values, own))
    assert found.start < own < found.end


def _on_edge(values: list[float], own: float) -> int:
    """How many values stand so near the edge that floating point decides."""
    return sum(math.isclose(value, own, abs_tol=1e-9) and value != own for value in values)


def test_without_values_there_is_no_histogram():
    assert histogram([], 1.0) is None


def test_a_histogram_of_one_value_has_a_width():
    assert histogram([1.0, 1.0], 1.0).width > 0


def test_far_outliers_do_not_press_the_others_into_one_bin():
    values = [number / 100 for number in range(200)] + [1e6]
    assert sum(count > 0 for count in histogram(values, 1.0).counts) > 10


def test_the_levels_of_counts_are_the_ratio_and_its_interval_drawn_from_the_level_before():
    found = levels_in_counts(9.5, 1000.0, RATIO, [math.log(3.0)] * FEWEST_LIKE)
    assert (found.before, found.after, found.low, found.high) == (10.0, 20.0, 15.0, 25.0)
    assert found.band == pytest.approx((30.0, 30.0))


def test_of_few_like_pairs_there_is_no_band():
    few = [0.0] * (FEWEST_LIKE - 1)
    assert levels_in_counts(9.5, 1000.0, RATIO, few).band is None
    assert levels_in_scores((1.0, 2.0), (0.5, 1.5), 1.0, few).band is None


def test_the_band_of_scores_is_in_the_units_of_the_series():
    others = [-1.0, *[0.0] * 38, 1.0]
    assert levels_in_scores((5.0, 6.0), (0.0, 2.0), 4.0, others).band == (5.0, 5.0)
    assert levels_in_scores((5.0, 6.0), (0.0, 2.0), 4.0, [1.0] * 20).band == (9.0, 9.0)


@pytest.mark.parametrize(
    ("low", "high", "direction"), [(0.1, 1.0, "up"), (-2.0, -0.1, "down"), (-1.0, 1.0, "neither")]
)
def test_scores_go_up_or_down_where_the_whole_interval_says_so(low, high, direction):
    move = NetMove(1.0, 2.0, 1.0, low, high, is_active=True, space=NO, time=NO)
    assert _change(scores=move).direction == direction


@pytest.mark.parametrize(
    ("expected", "world", "direction"),
    [
        ((1.2, 2.0), (1.1, 2.0), "up"),
        ((0.5, 0.9), (0.4, 0.8), "down"),
        ((1.2, 2.0), (0.9, 2.0), "neither"),
        ((0.5, 0.9), (0.4, 1.1), "neither"),
    ],
)
def test_counts_go_up_or_down_where_both_exposures_say_so(expected, world, direction):
    both = [RateRatio(1.0, low, high, 1.0) for low, high in (expected, world)]
    assert _change(counts=Shift(20, *both, NO, NO, NO)).direction == direction


def test_what_was_not_measured_goes_neither_way():
    assert _change().direction == "neither"


def _change(**found: object) -> Change:
    return Change(Horizon("run-up", "", Weeks((0, 26), (26, 30))), "not shown", **found)
