from __future__ import annotations

import numpy as np
import pytest

from dragoman.measuring.net import NetScores
from dragoman.measuring.net import shift as net_shift
from dragoman.measuring.placebos import Weeks, log_ratios, measure, occasion_placebo
from dragoman.measuring.series import BY_RELATION, COOPERATION, WeeklyCounts
from dragoman.measuring.verdicts import Placebo

STATES = ["AUT", "BEL", "CHL", "DNK", "EGY", "FIN", "GHA", "HUN"]
DYADS = tuple((a, b) for i, a in enumerate(STATES) for b in STATES[i + 1 :])
WEEKS = Weeks(before=(26, 52), after=(52, 60))


def counts(surge: float = 1.0) -> WeeklyCounts:
    draw = np.random.default_rng(7)
    numbers = draw.poisson(3.0, size=(len(DYADS), 5, 60)).astype(float)
    numbers[DYADS.index(("AUT", "BEL")), 1:3, 52:] *= surge
    return WeeklyCounts(DYADS, 730_000, numbers)


def test_a_surge_stands_out_from_like_dyads():
    found = measure(counts(surge=4.0), ("AUT", "BEL"), COOPERATION, WEEKS).shift
    assert found.world.is_up
    assert found.space.share == 0.0


def test_an_ordinary_dyad_does_not_stand_out():
    found = measure(counts(), ("AUT", "BEL"), COOPERATION, WEEKS).shift
    assert not found.world.is_up
    assert found.space.share is not None
    assert found.space.share > 0.05


def test_space_placebos_hold_neither_party():
    found = measure(counts(), ("AUT", "BEL"), COOPERATION, WEEKS).shift
    assert found.space.n == sum("AUT" not in d and "BEL" not in d for d in DYADS)


def test_earlier_dates_are_measured_as_the_occasion_is_each_a_week_further_back():
    series, weeks = counts(), Weeks(before=(40, 48), after=(48, 52))
    found = measure(series, ("AUT", "BEL"), COOPERATION, weeks)
    own = series.of(COOPERATION)[0]
    assert len(found.earlier) == weeks.first - weeks.span + 1
    for back, effect in enumerate(found.earlier, start=weeks.span):
        assert effect == pytest.approx(log_ratios(own, series.world(), weeks.moved(back)))
    assert found.shift.time.n == len(found.earlier) // 4


def test_occasions_of_other_pairs_count_where_their_weeks_lie_inside_and_have_news():
    series, weeks = counts(), Weeks(before=(40, 48), after=(48, 52))
    events, world, row = series.of(COOPERATION), series.world(), DYADS.index(("CHL", "DNK"))
    told = [(("CHL", "DNK"), 7), (("CHL", "DNK"), 41), (("AUT", "GHA"), 7), (("CHL", "ZZZ"), 7)]
    effect = log_ratios(events[row], world, weeks.moved(7))
    found = occasion_placebo(series, 0, events, weeks, told)
    assert found.n == 1
    assert found.share == float(effect >= log_ratios(events[0], world, weeks))
    events[row] = 0.0
    assert occasion_placebo(series, 0, events, weeks, told) == Placebo(None, 0)
    assert occasion_placebo(series, 0, events, weeks, []) == Placebo(None, 0)


def test_expected_events_grow_with_both_parties_attention():
    series = counts()
    busier = series.counts.copy()
    busier[[i for i, d in enumerate(DYADS) if "AUT" in d and "BEL" not in d]] *= 3
    row = DYADS.index(("AUT", "BEL"))
    more = WeeklyCounts(DYADS, 730_000, busier).expected(row).sum()
    assert more > series.expected(row).sum()


def test_classes_added_up_beforehand_give_the_same_and_are_not_told_apart():
    singly = counts(surge=2.0)
    sums = np.stack([singly.of(group) for group in BY_RELATION], axis=1)
    series = WeeklyCounts(DYADS, 730_000, sums, BY_RELATION)
    for one in (series, series.among("AUT")):
        other = singly if one is series else singly.among("AUT")
        assert (one.of(COOPERATION) == other.of(COOPERATION)).all()
        assert (one.world() == other.world()).all()
    found, expected = (measure(s, ("AUT", "BEL"), COOPERATION, WEEKS) for s in (series, singly))
    assert found == expected
    with pytest.raises(ValueError, match="deeds cannot be told"):
        series.of(("deeds",))


def net(break_at: int | None = None) -> NetScores:
    draw = np.random.default_rng(3)
    scores = draw.normal(0.0, 1.0, size=(len(DYADS), 7 * 40))
    if break_at is not None:
        scores[0, break_at:] += 6.0
    return NetScores(DYADS, 730_000, scores)


def test_a_break_in_net_scores_is_found_with_its_direction():
    found = net_shift(net(7 * 30), DYADS[0], 730_000 + 7 * 30, before=26, after=4)
    assert found.z > 0
    assert found.placebo == 0.0


def test_a_single_missing_day_is_borne_and_a_missing_week_refused():
    series = net()
    series.scores[:, 7 * 20] = np.nan
    net_shift(series, DYADS[0], 730_000 + 7 * 30, before=26, after=4)
    series.scores[:, 7 * 20 : 7 * 21] = np.nan
    with pytest.raises(ValueError, match="whole week"):
        net_shift(series, DYADS[0], 730_000 + 7 * 30, before=26, after=4)


def test_windows_that_leave_the_series_are_refused():
    with pytest.raises(ValueError, match="leave"):
        net_shift(net(), DYADS[0], 730_000 + 7 * 38, before=26, after=4)
