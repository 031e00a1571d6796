"""The answer's own part of the page: question, verdict, reason, findings, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.assessment import Assessment, Finding, Quote, Side
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.reporting.labels import SIDES, SIGNS, quote_dates, reading_of, source_of
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.places import Places
from dragoman.reporting.plain import printable
from dragoman.reporting.verdict_signs import VERDICT_SIGNS

# More quotes than these are folded away; they open on a click and in print.
SHOWN_QUOTES = 3
_MEANINGS: dict[Side, str] = {
    "for": "What speaks for it",
    "against": "What speaks against it",
    "neither": "What speaks for neither, and what is not firm",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What a quote is shown with: its article, its place in the page, the events it tells of."""

    articles: Mapping[str, Article]
    places: Places
    events: Mapping[str, Event]


def header(assessment: Assessment) -> Markup:
    """The question, the verdict with its reason, and how the question was read."""
    sign = element(
        "span", text(VERDICT_SIGNS[assessment.verdict]), class_="sign", aria_hidden="true"
    )
    verdict = element("p", sign, text(assessment.verdict.capitalize()), class_="verdict")
    parts = [element("li", text(part)) for part in reading_of(assessment.question)]
    return element(
        "header",
        element("h1", text(assessment.question.text), dir="auto"),
        verdict,
        element("p", text(assessment.why), class_="why"),
        element("ul", element("li", text("Read as")), *parts, class_="read"),
    )


def findings(assessment: Assessment, sources: Sources) -> Markup:
    """The findings under what they speak for, each with its quotes."""
    return joined(
        *(
            _side(side, [f for f in assessment.findings if f.speaks == side], sources)
            for side in SIDES
        )
    )


def missing(assessment: Assessment) -> Markup:
    """What would change the answer; nothing where nothing is missing."""
    if not assessment.missing:
        return Markup("")
    items = [element("li", text(item)) for item in assessment.missing]
    title = element("h2", text("What would change this answer, and what it leaves out"))
    return element("section", title, element("ul", *items), class_="missing")


def _side(side: Side, found: Sequence[Finding], sources: Sources) -> Markup:
    if not found:
        nothing = "Nothing." if side == "neither" else "Nothing in these articles."
        told = element("p", text(nothing), class_="nothing")
    else:
        told = joined(*(_finding(finding, sources) for finding in found))
    title = element("h2", text(_MEANINGS[side]))
    return element("section", title, told, class_=f"findings side-{side}")


def _finding(finding: Finding, sources: Sources) -> Markup:
    sign = element("span", text(SIGNS[finding.speaks]), class_="sign", aria_hidden="true")
    claim = element("p", sign, element("span", text(finding.claim)), class_="claim")
    dates = quote_dates(finding, sources.events)
    quotes = [_quote(quote, dates.get(quote), sources) for quote in finding.quotes]
    folded = quotes[SHOWN_QUOTES:]
    more = [
        element("details", element("summary", text(f"{len(folded)} more")), *folded)
    ] if folded else []  # fmt: skip
    return element("div", claim, *quotes[:SHOWN_QUOTES], *more, class_="finding")


def _quote(quote: Quote, date: str | None, sources: Sources) -> Markup:
    """The words as they stand, when what they tell took place, and a link to their place."""
    words = element("p", text(printable(quote.span.text)), dir="auto")
    when = [element("b", text(date)), text(" · ")] if date else []
    source = text(source_of(sources.articles.get(quote.article_id)))
    anchor = sources.places.anchor(quote.article_id, quote.span)
    place = element("a", text("in the article"), href=f"#{anchor}") if anchor else Markup("")
    dot = element("span", text(" · "), class_="link") if anchor else Markup("")
    cite = element("footer", *when, source, dot, place)
    return element("blockquote", words, cite)
