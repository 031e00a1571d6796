"""Places: the numbers of articles in a report, and the anchors of quotes in their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.model.assessment import Assessment
from dragoman.model.events import Event
from dragoman.model.text import Article, Span

# Beyond this many articles only those that a finding quotes are printed in full.
MOST_ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Places:
    """The articles that a report prints, in order, and where in it a span of one can be found."""

    printed: tuple[Article, ...]
    numbers: Mapping[str, int]

    def anchor(self, article_id: str, span: Span) -> str | None:
        """The id of a span's place in the report; None where its article is not printed."""
        number = self.numbers.get(article_id)
        return None if number is None else f"a{number}-{span.start}-{span.end}"


def places_of(
    assessment: Assessment, articles: Mapping[str, Article], events: Iterable[Event]
) -> Places:
    """The places of a report: articles with an event, oldest first, or only those quoted."""
    quoted = {quote.article_id for finding in assessment.findings for quote in finding.quotes}
    wanted = quoted | {event.article_id for event in events}
    if len(wanted) > MOST_ARTICLES:
        wanted = quoted
    there = [article for key, article in articles.items() if key in wanted]
    printed = tuple(sorted(there, key=lambda a: (a.published or "9999", a.id)))
    return Places(printed, {article.id: n for n, article in enumerate(printed, start=1)})
