"""Findings on a pair: what the events say of it, each a claim with its dates, side and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.asking.classes import class_of
from dragoman.asking.days import order, when_clause
from dragoman.asking.evidence import Evidence
from dragoman.asking.names import names_of, sentence
from dragoman.model.assessment import Finding, Question, Quote, Side
from dragoman.model.events import Event


class Claim(NamedTuple):
    """What a finding would say if there are events for it; "{when}" stands for their dates."""

    topic: str
    speaks: Side
    events: Sequence[Event]
    text: str


def findings_of(claims: Iterable[Claim]) -> list[Finding]:
    """The claims that have events, with these in the order of dates and their whole sentences."""
    found = []
    for claim in claims:
        if not claim.events:
            continue
        events = sorted(claim.events, key=order)
        quotes = dict.fromkeys(Quote(event.article_id, event.evidence) for event in events)
        text = sentence(claim.text.replace("{when}", when_clause(events)))
        found.append(
            Finding(text, claim.speaks, tuple(e.id for e in events), tuple(quotes), claim.topic)
        )
    return found


def on_pair(question: Question, evidence: Evidence) -> list[Finding]:
    """What the pair did with, for and to one another, and which way each speaks."""
    pair = names_of(question.pair)
    joint, hostile, talk = _speaks(question)
    blows = () if question.against else evidence.joint_blows
    return findings_of(
        (
            Claim("commitments", joint, evidence.commitments,
                  f"{pair} reached, signed or promised agreements {{when}}."),
            Claim("joint deeds", joint, evidence.deeds,
                  f"{pair} acted together or gave one another material help {{when}}."),
            Claim("together against others", joint, blows,
                  f"{pair} together criticised, opposed or acted against others {{when}}."),
            Claim("hostile acts", hostile, evidence.hostile_acts,
                  f"hostile acts between {pair} are reported {{when}}."),
            Claim("hostile words", hostile, evidence.hostile_words,
                  f"{pair} accused, threatened or turned down one another in words {{when}}."),
            Claim("talk", talk, evidence.talk,
                  f"{pair} met or spoke {{when}}{_weight_of_talk(question)}."),
            Claim("requests", "neither", evidence.requests,
                  f"requests between {pair} are reported {{when}}."),
            Claim("support in words", "neither", evidence.support,
                  f"praise or support in words between {pair} is reported {{when}}; words are "
                  "not deeds."),
        )
    )  # fmt: skip


def _speaks(question: Question) -> tuple[Side, Side, Side]:
    """Which way joint acts, hostile ones and talk speak, given what is asked."""
    if question.asks == "contact":
        return "neither", "neither", "for"
    if question.relation == "cooperation":
        return "for", "against", "neither"
    return "against", "for", "neither"


def _weight_of_talk(question: Question) -> str:
    if question.asks == "contact":
        return ""
    return "; talk alone is counted neither as cooperation nor as a lack of it"


def not_firm(question: Question, evidence: Evidence) -> list[Finding]:
    """What of the pair is denied, or only planned, expected, conditional or rumoured."""
    pair = names_of(question.pair)
    denied = [e for e in evidence.negated if is_kind(e, question)]
    other = [e for e in evidence.negated if e not in denied]
    expected = [e for e in evidence.uncertain if e.status == "future"]
    rumoured = [e for e in evidence.uncertain if e.status == "hypothetical"]
    kind = "a meeting" if question.asks == "contact" else question.relation
    return findings_of(
        (
            Claim("denied", "against", denied,
                  f"{kind} between {pair} is denied, or said not to have come about, {{when}}."),
            Claim("denied", "neither", other,
                  f"other acts between {pair} are denied, or said not to have come about, "
                  "{when}."),
            Claim("plans", "neither", evidence.plans,
                  f"{pair} promised talks, or something for a later day, {{when}}."),
            Claim("expected", "neither", expected,
                  f"acts of {pair} are expected {{when}} and not reported as done."),
            Claim("only possible", "neither", rumoured,
                  f"acts of {pair} are only hoped for, rumoured, conditional or in question "
                  "{when}."),
        )
    )  # fmt: skip


def is_kind(event: Event, question: Question) -> bool:
    """Whether an act is of the kind asked about: a meeting, a joint act or a hostile one."""
    if question.asks == "contact":
        return class_of(event) == "talk"
    joint = ("commitment", "deed")
    hostile = ("hostile word", "hostile act")
    return class_of(event) in (joint if question.relation == "cooperation" else hostile)
