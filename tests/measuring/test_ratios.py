from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.measuring.ratios import RateRatio, Window, dispersion, rate_ratio
from dragoman.measuring.verdicts import Placebo, Shift, verdict

counts = st.integers(0, 10_000)
exposures = st.floats(0.1, 1e6)


@given(counts, exposures, counts, exposures)
def test_the_interval_holds_the_ratio(c1, e1, c0, e0):
    found = rate_ratio(Window(c1, e1), Window(c0, e0))
    assert found.low < found.ratio < found.high


@given(counts, exposures, counts, exposures)
def test_swapping_the_windows_turns_the_ratio_over(c1, e1, c0, e0):
    there = rate_ratio(Window(c1, e1), Window(c0, e0))
    back = rate_ratio(Window(c0, e0), Window(c1, e1))
    assert math.isclose(there.ratio * back.ratio, 1.0, rel_tol=1e-9)


def test_overdispersion_widens_the_interval():
    narrow = rate_ratio(Window(30, 10), Window(15, 10))
    wide = rate_ratio(Window(30, 10), Window(15, 10), dispersion=4.0)
    assert wide.low < narrow.low
    assert wide.high > narrow.high


def test_clumped_weeks_are_overdispersed():
    assert dispersion([0, 0, 0, 12], [1, 1, 1, 1]) > 5


def test_a_window_without_exposure_is_refused():
    with pytest.raises(ValueError, match="exposure"):
        rate_ratio(Window(1, 0), Window(1, 1))


UP = RateRatio(2.0, 1.2, 3.0, 1.0)
FLAT = RateRatio(1.1, 0.8, 1.5, 1.0)
RARE, COMMON, UNTESTABLE = Placebo(0.01, 200), Placebo(0.4, 200), Placebo(0.0, 3)


def shift(
    ratio: RateRatio,
    space: Placebo,
    time: Placebo,
    occasion: Placebo = UNTESTABLE,
    events: int = 50,
) -> Shift:
    return Shift(events, ratio, ratio, space, time, occasion)


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (shift(UP, RARE, RARE), "clear"),
        (shift(UP, RARE, UNTESTABLE, RARE), "clear"),
        (shift(UP, RARE, UNTESTABLE), "possible"),
        (shift(UP, COMMON, RARE), "possible"),
        (shift(FLAT, COMMON, RARE), "not shown"),
        (shift(UP, RARE, RARE, events=9), "too little news"),
    ],
)
def test_the_word_follows_from_the_interval_and_the_placebos(found, word):
    assert verdict(found) == word


def test_one_exposure_alone_does_not_make_a_shift_clear():
    found = Shift(50, UP, FLAT, RARE, RARE, UNTESTABLE)
    assert verdict(found) == "possible"
