"""How alike states vote is told by S and kappa, and a rise in opposition by who moved."""

from __future__ import annotations

import pytest

from dragoman.measuring.votes import FEWEST_CALLS, agreement, votes_by_year

ALIKE, APART, AGAINST = ("yes", "yes", "yes"), ("yes", "no", "no"), ("yes", "yes", "no")


@pytest.mark.parametrize(
    ("ballots", "s", "kappa"),
    [
        ([((1, 1), 6), ((-1, -1), 4)], 1.0, 1.0),
        ([((1, -1), 5), ((-1, 1), 5)], -1.0, -1.0),
        ([((1, 0), 5), ((0, 1), 5)], 0.0, -1.0),
        ([((1, 1), 5), ((1, -1), 5), ((-1, 1), 5), ((-1, -1), 5)], 0.0, 0.0),
    ],
)
def test_an_abstention_is_half_way_between_yes_and_no(ballots, s, kappa):
    found = agreement(ballots)
    assert found.s == pytest.approx(s)
    assert found.kappa == pytest.approx(kappa)


def test_two_states_that_nearly_always_vote_yes_agree_in_s_and_by_chance_alone():
    found = agreement([((1, 1), 90), ((1, 0), 5), ((0, 1), 5)])
    assert found.s == pytest.approx(0.9)
    assert -0.1 < found.kappa < 0


def test_where_both_always_cast_one_vote_there_is_no_kappa():
    assert agreement([((1, 1), 20)]).kappa is None


def test_a_year_of_few_roll_calls_is_left_out():
    few = (2020, AGAINST, FEWEST_CALLS - 1)
    found = votes_by_year([(2019, AGAINST, FEWEST_CALLS), few], "2020-01-14")
    assert [year.year for year in found.years] == [2019]
    assert found.last_day == "2020-01-14"


def test_the_last_year_is_compared_with_the_third_before_it_or_one_still_earlier():
    found = votes_by_year([(year, ALIKE, 20) for year in (2012, 2014, 2017, 2018)], None)
    assert (found.latest.year, found.earlier.year) == (2018, 2014)
    assert votes_by_year([(2018, ALIKE, 20), (2017, ALIKE, 20)], None).earlier is None
    assert votes_by_year([], None).latest is None


def test_opposition_that_rose_because_the_third_moved_is_told_from_the_two_drawing_closer():
    left = votes_by_year([(2016, ALIKE, 20), (2019, AGAINST, 20)], None)
    assert left.moves == pytest.approx((0.0, -2.0, -2.0))
    assert left.is_third_apart is True
    closer = votes_by_year([(2016, APART, 20), (2019, AGAINST, 20)], None)
    assert closer.moves == pytest.approx((2.0, 0.0, -2.0))
    assert closer.is_third_apart is False


def test_opposition_that_did_not_rise_is_nobodys_move():
    fell = votes_by_year([(2016, AGAINST, 20), (2019, ALIKE, 20)], None)
    assert (fell.latest.opposed, fell.is_third_apart) == (0.0, None)


def test_without_a_third_there_is_no_opposition_to_tell():
    found = votes_by_year([(2016, ("yes", "no"), 20), (2019, ("yes", "yes"), 20)], None)
    assert found.latest.opposed is None
    assert found.latest.with_third == ()
    assert found.moves == pytest.approx((2.0,))
    assert found.is_third_apart is None


def test_abstaining_together_is_no_opposition():
    found = votes_by_year([(2019, ("abstain", "abstain", "no"), 20)], None)
    assert found.latest.opposed == 0
