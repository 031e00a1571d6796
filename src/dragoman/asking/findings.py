"""Findings on a pair: what the events say of it, each a claim with its dates, side and quotes."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.asking.days import order, when_clause, written
from dragoman.asking.evidence import COOPERATIVE, Evidence
from dragoman.asking.names import names_of, sentence
from dragoman.model.assessment import Finding, Question, Quote, Side
from dragoman.model.events import Event


def finding(claim: str, speaks: Side, events: Sequence[Event]) -> Finding:
    """A claim with the events it rests on, in the order of dates, and their whole sentences."""
    ordered = sorted(events, key=order)
    quotes = dict.fromkeys(Quote(event.article_id, event.evidence) for event in ordered)
    return Finding(claim, speaks, tuple(event.id for event in ordered), tuple(quotes))


def on_pair(question: Question, evidence: Evidence) -> list[Finding]:
    """What the pair did with, for and to one another, and which way each speaks."""
    speaks = _speaks(question)
    pair = names_of(question.pair)
    told: tuple[tuple[Sequence[Event], Side, str], ...] = (
        (evidence.commitments, speaks["commitment"],
         f"{pair} reached, signed or promised agreements {{when}}."),
        (evidence.deeds, speaks["deed"],
         f"{pair} acted together or gave one another material help {{when}}."),
        (evidence.hostile_acts, speaks["hostile"],
         f"hostile acts between {pair} are reported {{when}}."),
        (evidence.hostile_words, speaks["hostile"],
         f"{pair} accused, threatened or turned down one another in words {{when}}."),
        (evidence.talk, speaks["talk"],
         f"{pair} met or spoke {{when}}{_weight_of_talk(question)}."),
        (evidence.support, "neither",
         f"praise or support in words between {pair} is reported {{when}}; words are not deeds."),
    )  # fmt: skip
    return [
        finding(sentence(claim.format(when=when_clause(events))), side, events)
        for events, side, claim in told
        if events
    ]


def _speaks(question: Question) -> dict[str, Side]:
    """Which way each kind of act speaks, given what is asked."""
    if question.asks == "contact":
        return {"commitment": "neither", "deed": "neither", "hostile": "neither", "talk": "for"}
    if question.relation == "cooperation":
        return {"commitment": "for", "deed": "for", "hostile": "against", "talk": "neither"}
    return {"commitment": "against", "deed": "against", "hostile": "for", "talk": "neither"}


def _weight_of_talk(question: Question) -> str:
    if question.asks == "contact":
        return ""
    return "; talk alone is counted neither as cooperation nor as a lack of it"


def not_firm(question: Question, evidence: Evidence) -> list[Finding]:
    """What of the pair is denied, or only planned, expected, conditional or rumoured."""
    pair = names_of(question.pair)
    denied = [e for e in evidence.negated if _is_kind(e, question)]
    other = [e for e in evidence.negated if e not in denied]
    expected = [e for e in evidence.uncertain if e.status == "future"]
    rumoured = [e for e in evidence.uncertain if e.status == "hypothetical"]
    noun = sentence(question.relation)
    opposite = "hostility" if question.relation == "cooperation" else "cooperation"
    told: tuple[tuple[Sequence[Event], Side, str], ...] = (
        (denied, "against", f"{noun} between {pair} is denied or said not to be: {_acts(denied)}."),
        (other, "neither", f"Of {pair}, {opposite} is denied or said not to be: {_acts(other)}."),
        (evidence.plans, "neither", f"Promised or planned by {pair}: {_acts(evidence.plans)}."),
        (expected, "neither", f"Expected of {pair}, not reported as done: {_acts(expected)}."),
        (rumoured, "neither",
         f"Only hoped, rumoured, conditional or in question of {pair}: {_acts(rumoured)}."),
    )  # fmt: skip
    return [finding(claim, side, events) for events, side, claim in told if events]


def _is_kind(event: Event, question: Question) -> bool:
    """Whether an act is of the kind the question asks about."""
    return (event.quad <= COOPERATIVE) == (question.relation == "cooperation")


def _acts(events: Sequence[Event]) -> str:
    """The acts by the words that name them, each once, with their dates."""
    words: dict[str, str] = {}
    for event in events:
        when = f" ({written(event.when)})" if event.when else ""
        words.setdefault(" ".join(event.trigger.text.split()), when)
    return ", ".join(f"“{word}”{when}" for word, when in words.items())
