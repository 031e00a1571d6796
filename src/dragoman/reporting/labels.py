"""Labels: the codes of events and answers in plain words, the same in every form of report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from dragoman.asking.asked_acts import told_as
from dragoman.asking.days import iso_written, last_day, order, time_clause, written
from dragoman.asking.names import name_of, names_of
from dragoman.model.actors import Actor, Basis
from dragoman.model.assessment import Finding, Question, Quote, Side
from dragoman.model.events import Event, When
from dragoman.model.text import Article

TYPES = {
    "AGREE": "agreed or promised",
    "CONSULT": "met or spoke",
    "SUPPORT": "backed or signed",
    "CONCEDE": "gave way in words",
    "COOPERATE": "cooperated",
    "AID": "gave aid",
    "RETREAT": "gave way in deed",
    "REQUEST": "demanded",
    "ACCUSE": "criticised or accused",
    "REJECT": "refused",
    "THREATEN": "threatened or warned",
    "PROTEST": "protested",
    "SANCTION": "cut ties or sanctioned",
    "MOBILIZE": "mobilised",
    "COERCE": "coerced",
    "ASSAULT": "attacked",
}
STATUSES = {
    "actual": "done",
    "future": "expected",
    "hypothetical": "only possible",
    "negated": "denied",
}
SIDES: dict[Side, str] = {"for": "For", "against": "Against", "neither": "Neither"}
SIGNS: dict[Side, str] = {"for": "+", "against": "−", "neither": "○"}
BASES: dict[Basis, str] = {
    "actor": "own word or deed",
    "third": "other parties",
    "unnamed": "unnamed sources",
    "author": "articles' own voice",
}


def reading_of(question: Question) -> list[str]:
    """How a question was read, part by part: who, what relation, against whom, what, until when."""
    parts = [names_of(question.pair), _wanted(question)]
    if question.against:
        parts.append(f"against {name_of(question.against)}")
    if question.occasion:
        parts.append(f"occasion: {question.occasion}")
    if question.since:
        parts.append(f"since {iso_written(question.since)}")
    if question.window:
        parts.append(time_clause(written(When(*question.window, "range"))))
    if question.as_of:
        parts.append(f"up to {iso_written(question.as_of)}")
    return parts


def _wanted(question: Question) -> str:
    """What is asked of the pair: an act, a meeting, or a relation and its degree."""
    if question.act:
        return f"whether {told_as(question.act)}"
    if question.asks == "contact":
        return "meetings or calls"
    degree = "" if question.degree == "relation" else f": {question.degree}"
    return f"{question.relation}{degree}"


def source_of(article: Article | None) -> str:
    """Where an article is from: publisher, else file, else id, with its day of publication."""
    if article is None:
        return "an article that is not at hand"
    name = article.publisher or PurePath(article.source or article.id).name
    day = last_day(article.published) if len(article.published or "") >= len("2021-12-16") else None
    return f"{name}, {iso_written(day)}" if day else f"{name}, {article.published or 'undated'}"


def quote_dates(finding: Finding, events: Mapping[str, Event]) -> dict[Quote, str]:
    """For each quote of a finding, when the first dated act the finding has from it took place.

    Args:
        finding: the finding.
        events: events by id, the finding's among them.
    """
    dates: dict[Quote, str] = {}
    for event in sorted((events[key] for key in finding.events), key=order):
        for quote in finding.quotes:
            if event.when and _tells_of(quote, event):
                dates.setdefault(quote, written(event.when))
    return dates


def _tells_of(quote: Quote, event: Event) -> bool:
    """Whether a quote has the words of an act, or those that say against whom it is."""
    places = (event.evidence.start, *(target.actor.span.start for target in event.against))
    span = quote.span
    is_there = any(span.start <= place < span.end for place in places)
    return quote.article_id == event.article_id and is_there


def parties_of(actors: Iterable[Actor]) -> str:
    """The names of the parties on one side of an event, each once; "–" for none."""
    names = dict.fromkeys(name_of(actor.key).removeprefix("the ") for actor in actors)
    return ", ".join(names) or "–"


def title_of(article: Article) -> str:
    """What an article is called: its title, else the first line of its text."""
    first = next((line.strip() for line in article.text.splitlines() if line.strip()), article.id)
    return article.title or first


def by_id(events: Iterable[Event]) -> Mapping[str, Event]:
    """Events by their ids."""
    return {event.id: event for event in events}
