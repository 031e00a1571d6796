"""Legs are judged one by one, and only what they say together is a meaning."""

from __future__ import annotations

import pytest

from dragoman.measuring.ladder import Proof, ladder
from dragoman.measuring.legs import JointTurn, Response, Specificity
from dragoman.measuring.triads import (
    FoundLeg,
    Named,
    leg_joint_turn,
    leg_named,
    leg_response,
    leg_specificity,
    meaning,
)


@pytest.mark.parametrize(
    ("leg", "is_met"),
    [
        (leg_joint_turn(JointTurn(0.5, 0.1, 0.9)), True),
        (leg_joint_turn(JointTurn(0.5, -0.1, 0.9)), False),
        (leg_joint_turn(None), None),
        (leg_specificity(Specificity(1, 40)), True),
        (leg_specificity(Specificity(3, 40)), False),
        (leg_specificity(Specificity(1, 9)), None),
        (leg_named(Named(10, (("actor", 4),), 100, 5)), True),
        (leg_named(Named(10, (("third", 9),), 100, 0)), False),
        (leg_named(Named(10, (("actor", 1),), 100, 50)), False),
        (leg_named(None), None),
        (leg_response(Response(0.6, 0.4, 12)), True),
        (leg_response(Response(0.6, 0.4, 9)), None),
    ],
)
def test_a_leg_is_met_or_not_or_cannot_be_tested(leg, is_met):
    assert leg.is_met is is_met


def test_only_the_actors_own_word_counts_as_theirs():
    told = leg_named(Named(10, (("actor", 4), ("third", 3)), 100, 5)).told
    assert told.startswith("4 of 10 joint acts name it by their own word, 3 read as against it by")


def legs(*met: bool | None) -> list[FoundLeg]:
    return [FoundLeg(number, "", is_met, "") for number, is_met in enumerate(met, start=1)]


@pytest.mark.parametrize(
    ("met", "word", "told"),
    [
        ((True, True, True, False, None), "clear", "parallel, not jointly directed (3 of 4"),
        ((False, None, None, True, None), "not shown", "said, not done (1 of 2"),
        ((False, None, None, True, None), "possible", "1 of 2 testable legs are met"),
        ((True, True, True, True, True), "clear", "5 of 5 testable legs are met"),
        ((None, None, None, None, None), "cannot be told", "none of the five legs can be tested"),
    ],
)
def test_what_the_legs_mean_together(met, word, told):
    assert meaning(legs(*met), word).startswith(told)


def test_deeds_on_fewer_than_three_days_are_not_repeated():
    deeds = [Proof(f"2021-0{month}-01", f"e{month}", "events") for month in (1, 2)]
    rung = ladder({"repeated joint deeds": deeds})[3]
    assert (rung.proof, rung.note) == (None, "2 only, three days would be repeated")
    third = Proof("2021-03-01", "e3", "events")
    assert ladder({"repeated joint deeds": [*deeds, third]})[3].proof == third
