"""The occasion a question names: which event of the pair it is, and what the articles say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.asking.classes import class_of
from dragoman.asking.days import last_day, order, written
from dragoman.asking.evidence import Evidence, gather
from dragoman.asking.findings import Claim, findings_of
from dragoman.asking.horizon import look
from dragoman.asking.names import names_of
from dragoman.model.assessment import Finding, Question
from dragoman.model.events import Event, When
from dragoman.model.text import Article

_TALK = frozenset(
    {"summit", "meeting", "talk", "talks", "visit", "call", "trip", "tour", "conference",
     "negotiation"}
)  # fmt: skip
_DEED = frozenset({"drill", "drills", "exercise", "exercises", "patrol", "patrols", "parade"})
_COMMITMENT = frozenset(
    {"treaty", "pact", "deal", "agreement", "accord", "memorandum", "declaration", "statement",
     "roadmap", "contract", "ceasefire", "truce"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event a question's occasion is taken to be, and when that was.

    `is_dated` tells whether the articles date it; else `when` is the day of the report.
    """

    event: Event
    when: When
    is_dated: bool


def find_occasion(
    question: Question, evidence: Evidence, articles: Mapping[str, Article]
) -> Occasion | None:
    """The newest event of the pair that the question's occasion can mean; None without one.

    A dated act named by the occasion's own word comes first, then one so named that is left
    undated, as of the day of its report, then a dated act of the same class.
    """
    if not question.occasion:
        return None
    noun = question.occasion.lower().split()[-1]
    actual = [e for e in evidence.of_pair if e.status == "actual"]
    named = [e for e in actual if noun.removesuffix("s") in e.trigger.text.lower()]
    alike = [e for e in actual if class_of(e) == _class_named(noun)]
    choices = (_dated(named), _as_reported(named, articles), _dated(alike))
    return max(next(filter(None, choices), ()), key=_last, default=None)


def _dated(events: Iterable[Event]) -> list[Occasion]:
    return [Occasion(event, event.when, is_dated=True) for event in events if event.when]


def _as_reported(events: Iterable[Event], articles: Mapping[str, Article]) -> list[Occasion]:
    """The undated events on the days of their reports, those of long ago left out."""
    told = [
        (event, last_day(articles[event.article_id].published))
        for event in events
        if event.when is None and not event.historical and event.article_id in articles
    ]
    return [
        Occasion(event, When(day, day, "publication"), is_dated=False) for event, day in told if day
    ]


def occasion_day(
    question: Question, articles: Mapping[str, Article], events: Sequence[Event]
) -> tuple[str | None, str | None]:
    """The first day of the occasion a question names, and the last day that may be used.

    Either is None where the articles do not tell.
    """
    view = look(question, articles, events)
    evidence = gather(view.question, view.articles, view.events)
    found = find_occasion(view.question, evidence, view.articles)
    return found.when.date if found else None, view.question.as_of


def class_of_occasion(occasion: str) -> str | None:
    """The class of acts that the words for an occasion name: talk, deed or commitment.

    >>> class_of_occasion("the naval drills")
    'deed'
    """
    return _class_named(occasion.lower().split()[-1])


def on_occasion(question: Question, evidence: Evidence, found: Occasion | None) -> list[Finding]:
    """What is reported of the pair on the days of the occasion asked about."""
    if found is None:
        return []
    newest = f"the newest of {names_of(question.pair)} in these articles"
    taken = f"The {question.occasion} asked about is taken to be"
    if not found.is_dated:
        claim = f"{taken} one reported on {written(found.when)} and left undated, {newest}."
        return findings_of([Claim("occasion", "neither", (found.event,), claim)])
    there = [e for e in evidence.of_pair if e.status == "actual" and _is_then(e, found.when)]
    of_then = "that day" if found.when.date == found.when.enddate else "those days"
    claim = f"{taken} that of {written(found.when)}, {newest}; this is reported of {of_then}."
    return findings_of([Claim("occasion", "neither", there, claim)])


def _class_named(noun: str) -> str | None:
    if noun in _TALK:
        return "talk"
    if noun in _DEED:
        return "deed"
    return "commitment" if noun in _COMMITMENT else None


def _last(occasion: Occasion) -> tuple[str, tuple[str, str, str, int]]:
    return occasion.when.enddate, order(occasion.event)


def _is_then(event: Event, then: When) -> bool:
    """Whether an event falls wholly into the days of the occasion."""
    when = event.when
    return bool(when and then.date <= when.date and when.enddate <= then.enddate)
