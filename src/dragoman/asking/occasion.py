"""The occasion a question names: which event of the pair it is, and what the articles say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.asking.classes import class_of
from dragoman.asking.days import order, written
from dragoman.asking.evidence import Events, Evidence, gather
from dragoman.asking.findings import Claim, findings_of
from dragoman.asking.horizon import look
from dragoman.asking.names import names_of
from dragoman.model.assessment import Finding, Question
from dragoman.model.events import Event
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


def find_occasion(question: Question, evidence: Evidence) -> Event | None:
    """The newest dated event of the pair that the question's occasion can mean; None without one.

    An act named by the occasion's own word comes first, then one of its class.
    """
    if not question.occasion:
        return None
    noun = question.occasion.lower().split()[-1]
    actual = [e for e in evidence.of_pair if e.status == "actual" and e.when]
    named = [e for e in actual if noun.removesuffix("s") in e.trigger.text.lower()]
    alike = [e for e in actual if class_of(e) == _class_named(noun)]
    return max(named or alike, key=lambda event: (_last(event), order(event)), default=None)


def occasion_day(
    question: Question, articles: Mapping[str, Article], events: Sequence[Event]
) -> tuple[str | None, str | None]:
    """The first day of the occasion a question names, and the last day that may be used.

    Either is None where the articles do not tell.
    """
    view = look(question, articles, events)
    event = find_occasion(view.question, gather(view.question, view.articles, view.events))
    return event.when.date if event and event.when else None, view.question.as_of


def class_of_occasion(occasion: str) -> str | None:
    """The class of acts that the words for an occasion name: talk, deed or commitment.

    >>> class_of_occasion("the naval drills")
    'deed'
    """
    return _class_named(occasion.lower().split()[-1])


def on_occasion(question: Question, evidence: Evidence) -> list[Finding]:
    """What else is reported of the pair on the days of the occasion asked about."""
    event = find_occasion(question, evidence)
    if event is None or event.when is None:
        return []
    there: Events = tuple(e for e in evidence.of_pair if _is_then(e, event))
    claim = (
        f"The {question.occasion} asked about is taken to be that of {written(event.when)}, the "
        f"newest of {names_of(question.pair)} in these articles."
    )
    return findings_of([Claim("occasion", "neither", there, claim)])


def _class_named(noun: str) -> str | None:
    if noun in _TALK:
        return "talk"
    if noun in _DEED:
        return "deed"
    return "commitment" if noun in _COMMITMENT else None


def _last(event: Event) -> str:
    return event.when.enddate if event.when else ""


def _is_then(event: Event, occasion: Event) -> bool:
    """Whether an event falls wholly into the days of the occasion."""
    then, when = occasion.when, event.when
    return bool(then and when and then.date <= when.date and when.enddate <= then.enddate)
