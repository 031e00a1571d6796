"""Horizons compare what the data have, and say why where they do not."""

from __future__ import annotations

import pytest

from dragoman.measuring.horizons import horizons, missing_weeks, unusable
from dragoman.measuring.placebos import Weeks

NEWS = [100.0] * 300


def placed(at: int, until: int) -> dict[str, Weeks | None]:
    return {one.name: one.weeks for one in horizons(at, until)}


def test_the_level_is_the_year_before_against_three():
    assert placed(300, 308)["level"] == Weeks((92, 248), (248, 300))


def test_with_fewer_years_the_level_says_how_many_weeks_it_has():
    [level] = [one for one in horizons(150, 158) if one.name == "level"]
    assert level.weeks == Weeks((0, 98), (98, 150))
    assert "98 weeks" in level.told


def test_the_run_up_is_half_a_year_against_the_half_before():
    assert placed(300, 308)["run-up"] == Weeks((248, 274), (274, 300))


def test_weeks_after_the_day_of_asking_are_not_used():
    found = placed(300, 304)
    assert found["after 4"] == Weeks((274, 300), (300, 304))
    assert found["after 8"] is None


def test_too_short_a_past_is_refused_with_what_there_is():
    refused = {one.name: one.refusal for one in horizons(40, 48) if one.weeks is None}
    assert set(refused) == {"level", "run-up", "season"}
    assert refused["run-up"] == "the data have 40 of the 52 weeks before it that this needs"


def test_a_week_with_hardly_any_news_is_missing():
    assert missing_weeks([100, 5, 90, 100]) == {1}
    assert missing_weeks([0, 0]) == {0, 1}


def test_a_gap_inside_the_weeks_compared_is_refused():
    news = [*NEWS[:280], 0.0, *NEWS[281:]]
    assert "gap of 1 week" in unusable(Weeks((248, 274), (274, 300)), news)
    assert unusable(Weeks((200, 226), (226, 252)), news) == ""


@pytest.mark.parametrize("factor", [9.0, 0.2])
def test_a_break_in_coverage_inside_the_weeks_compared_is_refused(factor):
    news = [*NEWS[:274], *(100.0 * factor for _ in range(26))]
    assert "coverage breaks" in unusable(Weeks((248, 274), (274, 300)), news)


def test_a_source_that_doubles_within_years_is_borne():
    assert unusable(Weeks((0, 150), (150, 300)), [100.0] * 150 + [200.0] * 150) == ""
