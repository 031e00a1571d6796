"""Over a break in what a source covers nothing is compared, and the past begins after it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.measuring.breaks import Break, whole_since
from dragoman.measuring.changes import Asked, Change, change_in_counts
from dragoman.measuring.horizons import horizons, unusable
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.series import CLASSES, COOPERATION, WeeklyCounts

AT, WEEKS = 300, 308
STATES = ("ARG", "BOL", "BRA", "CHL", "COL", "ECU", "MEX", "PER", "PRY", "URY")
PAIRS = tuple((a, b) for n, a in enumerate(STATES) for b in STATES[n + 1 :])
OTHERS = tuple((("BRA", "MEX"), week) for week in range(60, 300, 6))


def at(week: float, until: float | None = None) -> Break:
    return Break(week, week if until is None else until, "on 2013-04-01: daily files begin")


def changes(*breaks: Break) -> dict[str, Change]:
    counts = np.random.default_rng(7).poisson(3.0, (len(PAIRS), len(CLASSES), WEEKS)).astype(float)
    series = WeeklyCounts(PAIRS, 730000, counts)
    news = tuple(series.world().tolist())
    asked = Asked(("ARG", "CHL"), COOPERATION, AT, news, OTHERS, breaks)
    return {one.name: change_in_counts(series, asked, one) for one in horizons(AT, WEEKS)}


@pytest.mark.parametrize(
    ("week", "refused"),
    [
        (80, set()),
        (92, set()),
        (93, {"level"}),
        (230, {"level", "season"}),
        (248, {"level", "season"}),
        (260, {"level", "season", "run-up"}),
        (290.5, {"level", "season", "run-up", "after 4", "after 8"}),
        (AT, {"after 4", "after 8"}),
        (305, {"after 8"}),
    ],
)
def test_an_answer_whose_weeks_lie_across_a_break_cannot_be_told(week, refused):
    found = changes(at(week))
    assert {name for name, one in found.items() if one.verdict == "cannot be told"} == refused
    for name in refused:
        assert found[name].refusal.endswith("weeks compared, on 2013-04-01: daily files begin")
        assert found[name].counts is None


def test_weeks_that_lie_within_a_long_break_are_refused_too():
    assert "coverage breaks" in unusable(Weeks((4, 6), (6, 8)), [100.0] * 9, [at(2, 20)])
    assert unusable(Weeks((4, 6), (6, 8)), [100.0] * 9, [at(0, 4)]) == ""


def test_other_dates_and_occasions_are_taken_from_the_same_side_of_a_break():
    whole, cut = changes()["run-up"], changes(at(150))["run-up"]
    assert cut.counts.world == whole.counts.world
    assert cut.earlier == whole.earlier[: len(cut.earlier)]
    assert (len(whole.earlier), len(cut.earlier)) == (248 - 52 + 1, 98 - 52 + 1)
    assert 0 < cut.occasion.n < whole.occasion.n


def test_a_break_after_the_weeks_compared_shortens_no_past():
    whole, late = changes()["run-up"], changes(at(304))["run-up"]
    assert late == replace(whole, horizon=late.horizon)


def test_the_past_begins_with_the_first_whole_week_after_a_break():
    assert whole_since([at(3), at(7.2), at(-5), at(20)], 12) == 8
    assert whole_since([at(-5)], 12) == 0
    assert whole_since([], 12) == 0
