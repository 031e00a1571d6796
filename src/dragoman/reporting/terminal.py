"""The answer as plain text for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Assessment, Finding, Quote, Side
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.reporting.labels import SIDES, SIGNS, by_id, quote_dates, reading_of, source_of
from dragoman.reporting.lines import in_lines
from dragoman.reporting.measured_text import measured_lines
from dragoman.reporting.plain import printable

# Of a finding's quotes the first and the last are shown; the HTML report shows all.
SHOWN_QUOTES = 2
LONGEST_QUOTE = 320
_HEADINGS: dict[Side, str] = {
    "for": "SPEAKS FOR IT",
    "against": "SPEAKS AGAINST IT",
    "neither": "SPEAKS FOR NEITHER",
}


def to_terminal(
    assessment: Assessment,
    articles: Mapping[str, Article],
    events: Sequence[Event],
    measured: Measured | None = None,
) -> str:
    """The answer in words: verdict and reason first, then findings with dated quotes.

    Args:
        assessment: the answer.
        articles: the articles by id, for the sources of quotes.
        events: their events, for the dates of quotes.
        measured: the pair measured in a store, told between the reason and the findings.
    """
    known = by_id(events)
    lines = [*_wrapped(assessment.question.text, ""), ""]
    lines += _wrapped(f"{assessment.verdict.upper()}. {assessment.why}", "")
    lines += ["", *_wrapped(f"Read as: {' · '.join(reading_of(assessment.question))}", "", "  ")]
    if measured:
        lines += ["", *measured_lines(measured)]
    for side in SIDES:
        found = [finding for finding in assessment.findings if finding.speaks == side]
        if found:
            lines += ["", _HEADINGS[side]]
        for finding in found:
            lines += _finding(finding, articles, quote_dates(finding, known))
    if assessment.missing:
        lines += ["", "WHAT WOULD CHANGE THIS ANSWER, AND WHAT IT LEAVES OUT"]
        for text in assessment.missing:
            lines += _wrapped(text, "  · ", "    ")
    return "\n".join(lines) + "\n"


def _finding(
    finding: Finding, articles: Mapping[str, Article], dates: Mapping[Quote, str]
) -> Iterator[str]:
    yield from _wrapped(finding.claim, f"  {SIGNS[finding.speaks]} ", "    ")
    shown = _chosen(finding.quotes, dates)
    for quote in shown:
        text = textwrap.shorten(printable(quote.span.text), LONGEST_QUOTE, placeholder=" …")
        when = f"of {dates[quote]}, in " if quote in dates else "in "
        source = source_of(articles.get(quote.article_id))
        yield from _wrapped(f"{when}{source}:", "      ", "        ")
        yield from _wrapped(text, "        ")
    if left := len(finding.quotes) - len(shown):
        yield f"      ({left} more {'quote' if left == 1 else 'quotes'} in --json and --html)"


def _chosen(quotes: Sequence[Quote], dates: Mapping[Quote, str]) -> Sequence[Quote]:
    """The first and the last quote, dated ones where there are."""
    dated = [quote for quote in quotes if quote in dates] or quotes
    return dated if len(dated) <= SHOWN_QUOTES else (dated[0], dated[-1])


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return in_lines(printable(text), first, rest)
