"""Triads: which of the five legs of "X and Y together against Z" stand, and what they mean.

There is no single score: each leg is met, not met, or not testable with these data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.measuring.legs import JointTurn, Response, Specificity
from dragoman.model.assessment import Verdict

FEWEST_STATES = 10
SPECIFIC_SHARE = 0.05
FEWEST_ACTS = 10
OWN_WORD = "actor"
NAMED_LEG = 4


@dataclass(frozen=True, slots=True)
class FoundLeg:
    """A leg: its number and name, whether it is met (None where not testable), and the numbers.

    `told` has them in words, `found` as they were worked out; None for the first leg, whose numbers
    are those of the answer it follows, and where nothing could be worked out.
    """

    number: int
    name: str
    is_met: bool | None
    told: str
    found: JointTurn | Specificity | Named | Response | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Leg 4: joint acts of X and Y, those that name Z by whose word, and the base rate.

    `others` are X's and Y's cooperative acts with everybody else, `others_naming` those naming Z.
    """

    joint: int
    by_basis: tuple[tuple[str, int], ...]
    others: int
    others_naming: int

    @property
    def own_word(self) -> int:
        """How many name Z by the actors' own word."""
        return dict(self.by_basis).get(OWN_WORD, 0)

    @property
    def is_met(self) -> bool:
        """Whether they name Z themselves, and more often than in what they do with others."""
        if not self.own_word:
            return False
        return self.own_word / self.joint > self.others_naming / max(self.others, 1)


def leg_ramped_up(word: Verdict, answer: str) -> FoundLeg:
    """Leg 1: whether X and Y have ramped up, by the word of the strongest answer.

    >>> leg_ramped_up("clear", "run-up").is_met, leg_ramped_up("cannot be told", "level").is_met
    (True, None)
    """
    is_told = word not in ("cannot be told", "too little news")
    return FoundLeg(1, "ramped up", word == "clear" if is_told else None, f"{answer}: {word}")


def leg_joint_turn(found: JointTurn | None) -> FoundLeg:
    """Leg 2: whether both turned on Z beyond doubt."""
    if found is None:
        return FoundLeg(2, "both turned", None, "too little news of one of them with the third")
    told = f"the lesser turn is {found.turn:+.2f} (95%: {found.low:+.2f} to {found.high:+.2f})"
    return FoundLeg(2, "both turned", found.is_met, told, found)


def leg_specificity(found: Specificity | None) -> FoundLeg:
    """Leg 3: whether they turned on Z more than on nearly all others."""
    if found is None or found.among < FEWEST_STATES:
        return FoundLeg(3, "on it alone", None, "too few states to rank it among")
    is_met = found.rank <= max(1, SPECIFIC_SHARE * found.among)
    told = f"rank {found.rank} of {found.among} states by the lesser turn on them"
    return FoundLeg(3, "on it alone", is_met, told, found)


def leg_named(found: Named | None) -> FoundLeg:
    """Leg 4: whether what X and Y do together names Z, by their own word."""
    if found is None or not found.joint:
        return FoundLeg(4, "named", None, "no coded text tells against whom they act")
    told = f"{found.own_word} of {found.joint} joint acts name it by their own word"
    for basis, number in found.by_basis:
        if basis != OWN_WORD:
            told += f", {number} read as against it by {READERS.get(basis, basis)}"
    told += f"; {found.others_naming} of {found.others} of their other acts name it"
    return FoundLeg(4, "named", found.is_met, told, found)


def leg_response(found: Response | None) -> FoundLeg:
    """Leg 5: whether X and Y act together soon after Z's acts more often than on matched days."""
    if found is None or found.acts < FEWEST_ACTS:
        return FoundLeg(5, "in answer", None, "fewer than 10 days known on which it acted on them")
    told = (
        f"within 14 days of {found.acts} days of its acts in {found.after:.0%}, "
        f"on matched days in {found.otherwise:.0%}"
    )
    return FoundLeg(5, "in answer", found.is_met, told, found)


def meaning(legs: Sequence[FoundLeg], word: Verdict) -> str:
    """What the legs say together, in words; `word` is that of the first leg.

    >>> three = [FoundLeg(1, "", True, ""), FoundLeg(3, "", True, ""), FoundLeg(4, "", False, "")]
    >>> meaning(three, "clear")
    'parallel, not jointly directed (2 of 3 testable legs are met)'
    """
    met = {leg.number: leg.is_met for leg in legs}
    testable = [leg for leg in legs if leg.is_met is not None]
    count = f"{sum(bool(leg.is_met) for leg in legs)} of {len(testable)} testable legs are met"
    if met.get(1) and met.get(3) and met.get(NAMED_LEG) is False:
        return f"parallel, not jointly directed ({count})"
    if met.get(NAMED_LEG) and word == "not shown":
        return f"said, not done ({count})"
    return count if testable else "none of the five legs can be tested with these data"


READERS = {"third": "others", "unnamed": "unnamed voices", "author": "the author"}
