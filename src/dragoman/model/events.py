"""Events: who did what to whom, with the words each rests on. The record is public interface."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model.actors import Actor, Target
from dragoman.model.text import Span

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
COOPERATIVE = 2
"""Quads up to this one are cooperation, those above it conflict."""
MATERIAL_CONFLICT = 4
"""The quad of blows, in deeds and not in words."""
EVENT_TYPES = tuple(QUADS)
RECIPROCAL_TYPES = frozenset({"CONSULT", "COOPERATE", "AGREE"})
Status = Literal["actual", "future", "hypothetical", "negated"]
STATUSES: tuple[Status, ...] = ("actual", "future", "hypothetical", "negated")
VoiceKind = Literal["speaker", "outlet", "unnamed"]


@dataclass(frozen=True, slots=True)
class When:
    """The days an act took: first and last day (ISO, both inclusive), how exact, and the words.

    `precision` is day, week, month, season, quarter, year, decade, range or publication.
    """

    date: str
    enddate: str
    precision: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an act took place; `country` is ISO 3166 alpha-3, coordinates in degrees."""

    text: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody the article leans on for an event: a speaker, an outlet, or unnamed people."""

    span: Span
    kind: VoiceKind
    code: str | None = None
    sector: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One reason for an event: the step taken, the rule or model head, its words, its score."""

    step: str
    rule: str
    words: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act, coded: type, parties, date, firmness, and the words it rests on.

    `evidence` is the whole sentence, `trigger` the words that name the act; both always stand in
    the article's text at their offsets. `because` holds the steps that made it, in order.

    Raises: ValueError for an unknown type or status, or without a reason.
    """

    article_id: str
    type: str
    trigger: Span
    evidence: Span
    because: tuple[Step, ...]
    score: float
    coder: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    cameo: str | None = None
    promises: str | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    against: tuple[Target, ...] = ()
    issue: tuple[Span, ...] = ()
    status: Status = "actual"
    historical: bool = False
    when: When | None = None
    location: Location | None = None
    attribution: tuple[Attribution, ...] = ()
    quote: Span | None = None
    confidence: float = 0.5

    def __post_init__(self) -> None:
        if self.type not in QUADS:
            raise ValueError(f"{self.type!r} is no event type; there are {', '.join(EVENT_TYPES)}")
        if self.status not in STATUSES:
            raise ValueError(f"{self.status!r} is no status; there are {', '.join(STATUSES)}")
        if not self.because:
            raise ValueError("an event must say what it rests on")

    @property
    def id(self) -> str:
        """A hash of article id, trigger and type: the same input gives the same id."""
        key = f"{self.article_id}\x1f{self.trigger.start}\x1f{self.trigger.end}\x1f{self.type}"
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def quad(self) -> int:
        """1 verbal or 2 material cooperation, 3 verbal or 4 material conflict."""
        return QUADS[self.type]

    def record(self) -> dict[str, Any]:
        """The event as the public record: plain lists, dicts, strings and numbers, in order."""
        return {
            "id": self.id,
            "article_id": self.article_id,
            "type": self.type,
            "mode": list(self.mode),
            "context": list(self.context),
            "quad": self.quad,
            "score": self.score,
            "cameo": self.cameo,
            "promises": self.promises,
            "actor": [_actor_record(actor) for actor in self.actor],
            "recipient": [_actor_record(actor) for actor in self.recipient],
            "against": [{**_actor_record(t.actor), "basis": t.basis} for t in self.against],
            "issue": [_span_record(span) for span in self.issue],
            "status": self.status,
            "historical": self.historical,
            "date": self.when.date if self.when else None,
            "enddate": self.when.enddate if self.when else None,
            "date_precision": self.when.precision if self.when else None,
            "date_text": self.when.text if self.when else None,
            "location": _location_record(self.location),
            "attribution": [_attribution_record(voice) for voice in self.attribution],
            "quote": _span_record(self.quote) if self.quote else None,
            "evidence": _span_record(self.evidence),
            "trigger": _span_record(self.trigger),
            "because": [
                {"step": s.step, "rule": s.rule, "words": s.words, "score": s.score}
                for s in self.because
            ],
            "confidence": self.confidence,
            "coder": self.coder,
        }


def _span_record(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _actor_record(actor: Actor) -> dict[str, Any]:
    who = actor.identity
    return {
        "code": who.code,
        "id": who.id,
        "sector": list(who.sector),
        "name": who.name,
        "role": who.role,
        "text": actor.span.text,
        "start": actor.span.start,
        "end": actor.span.end,
    }


def _location_record(place: Location | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"text": place.text, "country": place.country, "lat": place.lat, "lon": place.lon}


def _attribution_record(voice: Attribution) -> dict[str, Any]:
    return {
        "text": voice.span.text,
        "start": voice.span.start,
        "end": voice.span.end,
        "code": voice.code,
        "sector": list(voice.sector),
        "kind": voice.kind,
    }
