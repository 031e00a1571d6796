"""How results look in a notebook: a short page of their own, without script or style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.asking.days import order, written
from dragoman.model.assessment import Assessment, Finding
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.reporting.labels import (
    SIDES,
    SIGNS,
    STATUSES,
    TYPES,
    parties_of,
    reading_of,
    source_of,
    title_of,
)
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.plain import printable

MOST_ROWS = 20


def answer_in_notebook(assessment: Assessment, articles: Mapping[str, Article]) -> str:
    """Question, verdict, reason, and the findings with their quotes folded away."""
    verdict = element("b", text(f"{assessment.verdict.capitalize()}."))
    reading = text("Read as: " + " · ".join(reading_of(assessment.question)))
    parts = [
        element("h3", text(assessment.question.text)),
        element("p", verdict, text(f" {assessment.why}")),
        element("p", element("small", reading)),
    ]
    for side, name in SIDES.items():
        found = [finding for finding in assessment.findings if finding.speaks == side]
        if found:
            parts.append(element("h4", text(name)))
            parts += [_finding(finding, articles) for finding in found]
    if assessment.missing:
        parts.append(element("h4", text("What would change this answer, and what it leaves out")))
        parts.append(element("ul", *(element("li", text(item)) for item in assessment.missing)))
    return element("div", *parts)


def events_in_notebook(events: Sequence[Event]) -> str:
    """The first events as a table, and how many there are."""
    rows = [
        (
            written(event.when) if event.when else "",
            parties_of(event.actor),
            TYPES[event.type],
            parties_of(event.recipient),
            printable(event.trigger.text),
            STATUSES[event.status],
        )
        for event in sorted(events, key=order)[:MOST_ROWS]
    ]
    titles = ("Date", "Who", "Did", "To whom", "Words", "Status")
    return _listing(f"{len(events)} events", titles, rows)


def articles_in_notebook(articles: Sequence[Article], refused: int) -> str:
    """The first articles as a table, how many there are, and how many were refused."""
    rows = [(source_of(article), title_of(article)) for article in articles[:MOST_ROWS]]
    return _listing(f"{len(articles)} articles, {refused} refused", ("Source", "Title"), rows)


def _finding(finding: Finding, articles: Mapping[str, Article]) -> Markup:
    quotes = [
        element("blockquote", text(printable(quote.span.text)), element("br"),
                element("small", text(source_of(articles.get(quote.article_id)))))
        for quote in finding.quotes
    ]  # fmt: skip
    claim = text(f"{SIGNS[finding.speaks]} {finding.claim}")
    if not quotes:
        return element("p", claim)
    return element("details", element("summary", claim), *quotes)


def _listing(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = element("tr", *(element("th", text(column)) for column in columns))
    body = [element("tr", *(element("td", text(cell)) for cell in row)) for row in rows]
    table = element("table", element("thead", head), element("tbody", *body))
    return element("div", joined(element("p", element("b", text(title))), table))
