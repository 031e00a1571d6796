"""Triads: legs 2 to 5 of a pair against a third state, from what a store holds of the three."""

from __future__ import annotations

from collections import Counter

from dragoman.measuring.legs import Response, joint_turn, response, specificity
from dragoman.measuring.net_legs import net_joint_turn, net_specificity
from dragoman.measuring.net_weeks import NetWeeks, net_window
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.series import WeeklyCounts
from dragoman.measuring.triads import (
    FoundLeg,
    Named,
    leg_joint_turn,
    leg_named,
    leg_response,
    leg_specificity,
)
from dragoman.running.coverage import whole_days
from dragoman.running.subjects import Subject
from dragoman.storing.counts import Aim, act_days, aims_of
from dragoman.storing.store import Store

HOSTILE = ("hostile words", "hostile acts")
JOINT = ("commitment", "deeds")


def legs_from_counts(
    store: Store, subject: Subject, series: WeeklyCounts, weeks: Weeks | None, third: str
) -> tuple[FoundLeg, ...]:
    """Legs 2 to 5 from counts of events; 2 and 3 over the stretches of the run-up, if it has any.

    Raises: StoreError where a part cannot be read.
    """
    pair = subject.dyad
    near = series.among(*pair)
    return (
        leg_joint_turn(joint_turn(near, pair, third, weeks) if weeks else None),
        leg_specificity(specificity(near, pair, third, weeks) if weeks else None),
        leg_named(_named(store, subject, third)),
        leg_response(_response(store, subject, third)),
    )


def legs_from_scores(
    store: Store, subject: Subject, series: NetWeeks, weeks: Weeks | None, third: str
) -> tuple[FoundLeg, ...]:
    """Legs 2 to 5 where a dataset has scores: 4 and 5 rest on events, where the store has any.

    Raises: StoreError where a part cannot be read.
    """
    window = net_window(series, weeks) if weeks else None
    return (
        leg_joint_turn(net_joint_turn(window, subject.dyad, third) if window else None),
        leg_specificity(net_specificity(window, subject.dyad, third) if window else None),
        leg_named(_named(store, subject, third)),
        leg_response(_response(store, subject, third)),
    )


def _named(store: Store, subject: Subject, third: str) -> Named | None:
    days = (subject.span.first, subject.known_until)
    aims = subject.options.told.beside(aims_of(store, list(subject.dyad), *days), days)
    joint = [aim for aim in aims if aim.pair == subject.dyad]
    if not joint:
        return None
    others = {aim.id: aim for aim in aims if _is_with_others(aim, subject.dyad, third)}
    told = Counter(basis for aim in joint for basis in _bases(aim, third))
    naming = sum(bool(_bases(aim, third)) for aim in others.values())
    return Named(len(joint), tuple(sorted(told.items())), len(others), naming)


def _is_with_others(aim: Aim, dyad: tuple[str, str], third: str) -> bool:
    """Whether one of a pair acts with somebody who is neither the other of it nor the third."""
    return aim.pair != dyad and third not in aim.pair and not {*dyad}.isdisjoint(aim.pair)


def _bases(aim: Aim, third: str) -> set[str]:
    """By whose word an act is against a state."""
    named = (one.partition(":") for one in aim.against)
    return {basis for code, _, basis in named if code == third}


def _response(store: Store, subject: Subject, third: str) -> Response | None:
    days, (one, other) = whole_days(subject), subject.dyad
    ways = [(third, one), (third, other)]
    of_third = act_days(store, ways, (HOSTILE, ()), days)
    together = act_days(store, [(one, other), (other, one)], (JOINT, ("CONSULT",)), days)
    return response(
        [day.toordinal() for day in of_third],
        [day.toordinal() for day in together],
        (days[0].toordinal(), days[1].toordinal() - 1),
    )
