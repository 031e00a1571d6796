"""The answer as one self-contained HTML page: it asks nothing of any other place."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from string import Template

from dragoman.asking.days import iso_written, last_day
from dragoman.model.assessment import Assessment
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.reporting import answer
from dragoman.reporting.labels import by_id
from dragoman.reporting.markup import Markup, element, text
from dragoman.reporting.places import places_of
from dragoman.reporting.sources import sources
from dragoman.reporting.table import table
from dragoman.reporting.timeline import timeline
from dragoman.reporting.triangle import triangle


def to_html(
    assessment: Assessment, articles: Mapping[str, Article], events: Sequence[Event]
) -> str:
    """The page: verdict and reason, findings with quotes, diagrams, all events, the articles.

    It opens offline, loads nothing, runs no script but its own, and reads well without that one.

    Args:
        assessment: the answer.
        articles: the articles by id.
        events: all their events.
    """
    places = places_of(assessment, articles, events)
    used = {key for finding in assessment.findings for key in finding.events}
    shown = answer.Sources(articles, places, by_id(events))
    style, script = _packaged("style.css"), _packaged("script.js")
    return Template(_packaged("page.html")).substitute(
        title=text(assessment.question.text),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        header=answer.header(assessment),
        coverage=_coverage(articles, events, len(used)),
        findings=answer.findings(assessment, shown),
        missing=answer.missing(assessment),
        picture_title="Who with whom, and against whom",
        triangle=triangle(assessment),
        timeline=timeline(assessment.findings, by_id(events)),
        table=table(events, used, places),
        sources=sources(places, events),
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


def _packaged(name: str) -> str:
    return files("dragoman.reporting").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The sha256 by which the page's policy allows its own style and script and no other."""
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
