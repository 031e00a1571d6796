"""Legs: what each two of the parties asked about did with and to one another, counted as acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from dragoman.asking.classes import class_of
from dragoman.asking.days import count_acts
from dragoman.asking.evidence import Evidence, is_between, is_plan
from dragoman.asking.third_findings import bases
from dragoman.model.actors import Basis
from dragoman.model.assessment import Leg, Question
from dragoman.model.events import Event
from dragoman.model.text import Article

_BASES: tuple[Basis, ...] = ("actor", "third", "unnamed", "author")


def legs(
    question: Question, articles: Mapping[str, Article], events: Sequence[Event]
) -> tuple[Leg, ...]:
    """The legs between each two of the pair and the third party: of acts done, no plans."""
    parties = (*question.pair, *([question.against] if question.against else []))
    done = [e for e in events if e.status == "actual" and not is_plan(e, articles)]
    return tuple(_leg((first, second), done) for first, second in combinations(parties, 2))


def aims(question: Question, evidence: Evidence) -> tuple[tuple[Basis, int], ...]:
    """How many joint acts are said to be against the third party, by whose word it is.

    What the pair does to it together in word or deed counts as their own word.
    """
    if question.against is None:
        return ()
    told: list[set[Basis]] = [bases(event, question.against) for event in evidence.aimed]
    told += [{"actor"} for _ in evidence.joint_blows]
    counts = ((basis, sum(basis in bases_told for bases_told in told)) for basis in _BASES)
    return tuple((basis, number) for basis, number in counts if number)


def _leg(parties: tuple[str, str], events: Sequence[Event]) -> Leg:
    there = [event for event in events if is_between(event, frozenset(parties))]

    def count(*classes: str) -> int:
        return count_acts([event for event in there if class_of(event) in classes])

    return Leg(
        parties,
        cooperation=count("commitment", "deed"),
        hostility=count("hostile word", "hostile act"),
        talk=count("talk", "support"),
    )
