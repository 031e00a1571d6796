"""Confidence: the probability that an event's type and parties are right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dragoman.coding.acts import Act
from dragoman.coding.mentions import Mention
from dragoman.coding.sides import Sides
from dragoman.model.events import Status, Step
from dragoman.tables.load import load

_LONG_SENTENCE = 40


def confidence(act: Act, found: Sides, status: Status, words: int) -> tuple[float, Step]:
    """The probability in (0, 1) and the features it rests on.

    Args:
        act: the act with the row it met.
        found: its parties.
        status: whether it happened.
        words: how many words its sentence has.
    """
    weights = _weights()
    features = [name for name, holds in _features(act, found, status, words) if holds]
    log_odds = weights["intercept"] + sum(weights[name] for name in features)
    probability = round(1 / (1 + math.exp(-log_odds)), 3)
    return probability, Step("confidence", "log-odds of features", ", ".join(features), probability)


def _features(act: Act, found: Sides, status: Status, words: int) -> Iterable[tuple[str, bool]]:
    mentions = [*found.actor, *found.recipient]
    yield "two_sided", len({i.key for m in mentions for i in m.identities}) > 1
    yield "is_verb", act.row.pos == "verb"
    yield "has_needs", bool(act.row.needs)
    yield "by_reference", _any_kind(mentions, "group", "pronoun")
    yield "by_adjective", _any_kind(mentions, "adjective")
    yield "not_actual", status != "actual"
    yield "long_sentence", words > _LONG_SENTENCE


def _any_kind(mentions: Iterable[Mention], *kinds: str) -> bool:
    return any(mention.kind in kinds for mention in mentions)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load("confidence", ("feature",))}
