"""Findings on a pair: what the events say of it, each a claim with its dates, side and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.asking.classes import class_of
from dragoman.asking.days import order, when_clause
from dragoman.asking.directions import one_way
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


# What the pair did together or both ways, and what one side did to the other.
_WORDS = {
    "commitments": ("{} reached, signed or promised agreements",
                    "{} promised, offered or conceded something to {}"),
    "joint deeds": ("{} acted together or gave one another material help",
                    "{} helped or yielded to {} in deed"),
    "together against others": ("{} together criticised, opposed or acted against others", ""),
    "hostile acts": ("hostile acts between {} are reported",
                     "hostile acts by {} against {} are reported"),
    "hostile words": ("{} accused, threatened or turned down one another in words",
                      "{} accused, threatened or turned down {} in words"),
    "talk": ("{} met or spoke", ""),
    "requests": ("requests between {} are reported", "requests by {} to {} are reported"),
    "support in words": ("praise or support in words between {} is reported",
                         "praise or support in words by {} for {} is reported"),
}  # fmt: skip
_CAUTIONS = {"support in words": "; words are not deeds"}


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
    joint, hostile, talk = _speaks(question)
    pair = names_of(question.pair)
    blows = () if question.against else evidence.joint_blows
    sides: dict[str, tuple[Side, Sequence[Event]]] = {
        "commitments": (joint, evidence.commitments),
        "joint deeds": (joint, evidence.deeds),
        "together against others": (joint, blows),
        "hostile acts": (hostile, evidence.hostile_acts),
        "hostile words": (hostile, evidence.hostile_words),
        "talk": (talk, evidence.talk),
        "requests": ("neither", evidence.requests),
        "support in words": ("neither", evidence.support),
    }
    claims = []
    for topic, (side, events) in sides.items():
        way = one_way(question.pair, events)
        mutual, directed = _WORDS[topic]
        words = directed.format(*way) if way and directed else mutual.format(pair)
        rest = _weight_of_talk(question) if topic == "talk" else _CAUTIONS.get(topic, "")
        claims.append(Claim(topic, side, events, f"{words} {{when}}{rest}."))
    return findings_of(claims)


def _speaks(question: Question) -> tuple[Side, Side, Side]:
    """Which way joint acts, hostile ones and talk speak, given what is asked."""
    if question.asks == "contact":
        return "neither", "neither", "for"
    if question.asks == "act":
        return "neither", "neither", "neither"
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
