"""Questions and answers: what was asked, what was found, and how far it carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model.actors import Basis
from dragoman.model.text import Span

Relation = Literal["cooperation", "hostility"]
Verdict = Literal["clear", "possible", "not shown", "too little news", "cannot be told"]
Side = Literal["for", "against", "neither"]
Asks = Literal["change", "state", "contact", "act"]
Degree = Literal["relation", "alliance", "war"]


@dataclass(frozen=True, slots=True)
class AskedAct:
    """One act that a question asks about: its type and modes, who is to have done it to whom.

    `cameo` is the CAMEO code of a SUPPORT, which tells recognition from praise.
    """

    type: str
    mode: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question about two states or more, as it was read.

    `pair` holds the actor keys of those it asks about (mostly two; the members of AUKUS are
    three), `against` that of a third party or None, `occasion` the words that name the event asked
    about ("summit"), `as_of` an ISO date after which nothing is used. `asks` tells whether it asks
    if the relation changed ("ramped up", "closer"), if it is there, only if they met, or only if
    one did something to the other ("attacked"), which `act` then holds; `degree` whether it asks
    for more than the relation, an alliance or a war. `window` holds the first and
    last day (ISO) on which it asks whether something took place ("in June 2021"), or None; `since`
    the day from which it asks for a change ("since the talks in March 2023"), or None. `topic`
    holds words that narrow the relation down ("on climate") and are not read further, `clause`
    words that tell a time and could not be read ("since Modi came to power"), `aside` the keys of
    parties that the question names and is not about.

    Raises: ValueError for fewer than two parties, or a third party that is one of them.
    """

    text: str
    pair: tuple[str, ...]
    relation: Relation
    against: str | None = None
    occasion: str | None = None
    as_of: str | None = None
    asks: Asks = "change"
    degree: Degree = "relation"
    window: tuple[str, str] | None = None
    since: str | None = None
    topic: str | None = None
    clause: str | None = None
    aside: tuple[str, ...] = ()
    act: AskedAct | None = None

    def __post_init__(self) -> None:
        if len(set(self.pair)) < 2:  # noqa: PLR2004
            raise ValueError("a question is about two parties at least")
        if self.against in self.pair:
            raise ValueError("a third party is none of those asked about")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article that a finding rests on."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim in words, which way it speaks, and the events and quotes it rests on.

    `topic` names in a word or two what it is about ("talk", "commitments").
    """

    claim: str
    speaks: Side
    events: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """What two parties did with or to one another, as numbers of different acts."""

    parties: tuple[str, str]
    cooperation: int
    hostility: int
    talk: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to a question: verdict, reason, findings, and what is missing to say more.

    `legs` are those between each two of the parties asked about, the third among them; `aims` says
    of how many joint acts it is told, and on whose word, that they are against the third party.
    """

    question: Question
    verdict: Verdict
    why: str
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    legs: tuple[Leg, ...] = ()
    aims: tuple[tuple[Basis, int], ...] = ()

    def record(self) -> dict[str, Any]:
        """The answer as plain data, in the form of `dragoman ask --json`."""
        asked = self.question
        return {
            "question": asked.text,
            "read": {
                "pair": list(asked.pair),
                "relation": asked.relation,
                "act": _act_record(asked.act) if asked.act else None,
                "against": asked.against,
                "occasion": asked.occasion,
                "as_of": asked.as_of,
            },
            "verdict": self.verdict,
            "why": self.why,
            "findings": [
                {
                    "claim": finding.claim,
                    "speaks": finding.speaks,
                    "events": list(finding.events),
                    "quotes": [
                        {
                            "article_id": quote.article_id,
                            "start": quote.span.start,
                            "end": quote.span.end,
                            "text": quote.span.text,
                        }
                        for quote in finding.quotes
                    ],
                }
                for finding in self.findings
            ],
            "missing": list(self.missing),
        }


def _act_record(act: AskedAct) -> dict[str, Any]:
    return {
        "type": act.type,
        "mode": list(act.mode),
        "actor": list(act.actor),
        "recipient": list(act.recipient),
    }
