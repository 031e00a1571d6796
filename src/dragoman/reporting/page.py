"""The answer as one self-contained HTML page: it asks nothing of any other place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template

from dragoman.asking.days import iso_written, last_day
from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Assessment
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.reporting import answer
from dragoman.reporting.labels import by_id
from dragoman.reporting.markup import Markup, element, text
from dragoman.reporting.measured_sections import measured_section
from dragoman.reporting.packaged import packaged, page_style, sha256
from dragoman.reporting.places import places_of
from dragoman.reporting.sources import sources
from dragoman.reporting.table import table
from dragoman.reporting.timeline import timeline
from dragoman.reporting.triangle import triangle


def to_html(
    assessment: Assessment,
    articles: Mapping[str, Article],
    events: Sequence[Event],
    measured: Measured | None = None,
) -> str:
    """The page: verdict and reason, findings with quotes, diagrams, all events, the articles.

    It opens offline, loads nothing, runs no script but its own, and reads well without that one.

    Args:
        assessment: the answer.
        articles: the articles by id.
        events: all their events.
        measured: the pair measured in a store, told between the reason and the findings.
    """
    places = places_of(assessment, articles, events)
    used = {key for finding in assessment.findings for key in finding.events}
    shown = answer.Sources(articles, places, by_id(events))
    style, script = page_style(), packaged("script.js")
    return Template(packaged("page.html")).substitute(
        title=text(assessment.question.text),
        style=style,
        style_hash=sha256(style),
        script=script,
        script_hash=sha256(script),
        header=answer.header(assessment),
        measured=measured_section(measured) if measured else "",
        measured_link='<a href="#m-answers">Measured</a>' if measured else "",
        coverage=_coverage(articles, events, len(used)),
        findings=answer.findings(assessment, shown),
        missing=answer.missing(assessment),
        picture_title="Who with whom, and against whom",
        triangle=triangle(assessment),
        timeline=timeline(assessment.findings, by_id(events)),
        table=table(events, used, places),
        sources=sources(places, events, (q for f in assessment.findings for q in f.quotes)),
    )


def _coverage(articles: Mapping[str, Article], events: Sequence[Event], used: int) -> Markup:
    """What the answer was drawn from: how many articles of whom, of what time, how many events."""
    publishers = {a.publisher for a in articles.values() if a.publisher}
    days = sorted(day for a in articles.values() if (day := last_day(a.published)))
    first_and_last = dict.fromkeys([*days[:1], *days[-1:]])
    span = f", published {' to '.join(map(iso_written, first_and_last))}" if days else ""
    sources_ = f" from {_number(len(publishers), 'publisher')}" if publishers else ""
    told = (
        f"{_number(len(articles), 'article')}{sources_}{span}; "
        f"{_number(len(events), 'event')} coded, {used} of them in the findings."
    )
    return element("p", text(told), class_="coverage")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"
