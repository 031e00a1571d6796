"""Relations: what one party of a sentence does to another, whoever the two are.

Three readings are weighed: the acts that rows of the tables tell between the two, the network's
reading of the pair, and the parts that it gives them in each act it sees. What they tell is a CAMEO
root, so that coders and datasets of CAMEO can be compared with: there a promise to withdraw is an
intent, and a ban on a party coercion.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.coding.acts.complements import Draft
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import COOPERATIVE, QUADS, Status
from dragoman.model.parses import NOT_READ, ReadAct, Sentence

JOINED = (0.0, 0.3, 0.6, 1.2, 1.8)
"""What an act of the tables adds to the log-odds of its root, by how well it joins the two.

These, BY_ROLES and BY_PAIR were chosen among three dozen settings. Several had a point more or less
of 591 judged pairs right whose sentences nothing learned from; plv_dev decided between these.
"""
BY_ROLES = 0.15
"""The weight of the network's first reading, of the parts the two have in the acts it sees."""
BY_PAIR = 0.35
"""The weight of either half of its second reading, of the pair itself: types and roots."""
CALIBRATION = (0.271, 0.708)
"""Intercept and slope in log-odds that make the best type's probability the share that is right.

Fitted on 1,344 judged pairs whose sentences nothing learned from (training/calibrate.py).
"""
CAMEO_ROOTS = tuple(f"{number:02}" for number in range(1, 21))
ROOTS_OF = {
    "AGREE": ("03",), "CONSULT": ("04",), "SUPPORT": ("05",), "COOPERATE": ("06",), "AID": ("07",),
    "CONCEDE": ("08",), "RETREAT": ("08",), "REQUEST": ("02", "10"), "ACCUSE": ("09", "11"),
    "REJECT": ("12",), "THREATEN": ("13",), "PROTEST": ("14",), "MOBILIZE": ("15",),
    "SANCTION": ("16",), "COERCE": ("17",), "ASSAULT": ("18", "19", "20"),
}  # fmt: skip
"""The CAMEO roots that each event type takes the place of (PLOVER manual 2.0)."""
FIRST_OF = {root: roots[0] for roots in ROOTS_OF.values() for root in roots}
"""The root that stands for all which PLOVER has as one type: "10" is told as "02"."""
INTENT, REFUSAL, CENSURE = "03", "12", "11"
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_LEAST = 1e-4
_CLOSEST = 1e-3
_HAPPENS = 0.5

Words = Sequence[int]


@dataclass(frozen=True, slots=True)
class Told:
    """An act of the tables between two parties: its draft, status, and how well it joins them.

    `joins` is 4 where the first acts on or with the second, 3 the other way round, 2 for one of
    them alone, 1 for neither.
    """

    draft: Draft
    status: Status
    joins: int


def cameo_relation(
    sentence: Sentence, source: Words, target: Words, told: Iterable[Told]
) -> dict[str, float]:
    """The probability of each CAMEO root ("01" … "20") for what `source` does to `target`.

    That some act joins the two is taken for granted. Roots that PLOVER has as one type share what
    the network knows of the type.

    Args:
        sentence: the sentence, read by a network that knows acts.
        source: the words that name who acts.
        target: the words that name on or with whom.
        told: the acts that the tables find in the sentence.
    """
    pair = sentence.dyads.between(source, target) if sentence.dyads else NOT_READ
    roles = _by_roles(sentence.acts, source, target)
    points = dict.fromkeys(CAMEO_ROOTS, JOINED[0])
    for one in told:
        for root in cameo_roots(one.draft, one.status):
            points[root] = max(points[root], JOINED[one.joins])
    by_type, by_roles = _by_root(pair.types), _by_root(roles)
    return _shares(
        {
            root: points[root]
            + BY_PAIR * (_log(pair.roots.get(root, 0.0)) + _log(by_type.get(root, 0.0)))
            + BY_ROLES * _log(by_roles.get(root, 0.0))
            for root in CAMEO_ROOTS
        }
    )


def cameo_roots(draft: Draft, firm: Status) -> tuple[str, ...]:
    """The CAMEO roots that an act of the tables may belong to.

    CAMEO departs from the codebook in three ways: to promise to yield is an intent, not to yield,
    agree or meet is to reject, and to convict is to disapprove.
    """
    is_promised = firm == "future" or any(step.rule.startswith("promise") for step in draft.steps)
    if firm == "negated" and draft.type in _YIELDING | {"AGREE", "CONSULT"}:
        return (REFUSAL,)
    if is_promised and (draft.type in _YIELDING | _PROMISED):
        return (INTENT,)
    return (CENSURE,) if draft.mode == ("convict",) else ROOTS_OF[draft.type]


def _by_root(types: Mapping[str, float]) -> dict[str, float]:
    """For each CAMEO root the probability of the event types that take its place."""
    summed: dict[str, float] = {}
    for kind, probability in types.items():
        for root in ROOTS_OF[kind]:
            summed[root] = summed.get(root, 0.0) + probability
    return summed


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Log-odds as probabilities that sum to 1."""
    highest = max(scores.values())
    powers = {name: math.exp(score - highest) for name, score in scores.items()}
    return {name: power / sum(powers.values()) for name, power in powers.items()}


def told_together(likely: Mapping[str, float]) -> dict[str, float]:
    """The probability of CAMEO roots with those that PLOVER has as one type added up.

    >>> told_together({"02": 0.25, "10": 0.5})
    {'02': 0.75}
    """
    summed: dict[str, float] = {}
    for root, probability in likely.items():
        first = FIRST_OF.get(root, root)
        summed[first] = summed.get(first, 0.0) + probability
    return summed


def calibrated(probability: float) -> float:
    """How likely the best of `told_together` is right, given its probability.

    >>> round(calibrated(0.9), 2)
    0.86
    """
    intercept, slope = CALIBRATION
    return 1 / (1 + math.exp(-intercept - slope * log_odds(probability)))


def log_odds(probability: float) -> float:
    """The log-odds of a probability, which is taken to be neither 0 nor 1.

    >>> log_odds(0.5)
    0.0
    """
    bounded = min(max(probability, _CLOSEST), 1 - _CLOSEST)
    return math.log(bounded / (1 - bounded))


def joins(found: Sides | None, source: Words, target: Words) -> int:
    """How well an act's sides join two parties, from 1 to 4 as in `Told`."""
    if found is None:
        return 1
    actor, recipient = (
        {word for mention in side for word in mention.words}
        for side in (found.actor, found.recipient)
    )
    first, second = set(source), set(target)
    if first & actor and second & (actor | recipient):
        return 4
    if first & (actor | recipient) and second & (actor | recipient):
        return 3
    return 2 if first & actor or second & recipient else 1


def _by_roles(acts: Mapping[int, ReadAct], source: Words, target: Words) -> dict[str, float]:
    """The likeliest act of each type between the two, by the roles the network gives them."""
    found: dict[str, float] = {}
    for read in acts.values():
        doer = max(read.roles[word][0] for word in source)
        other = max(max(read.roles[word][:2]) for word in target)
        for name, likely in read.types:
            kind = _undone(name, is_negated=read.statuses[-1] > _HAPPENS)
            found[kind] = max(found.get(kind, 0.0), likely * doer * other)
    return found


def _undone(kind: str, *, is_negated: bool) -> str:
    return "REJECT" if is_negated and QUADS[kind] <= COOPERATIVE else kind


def _log(probability: float) -> float:
    return math.log(max(probability, _LEAST))
