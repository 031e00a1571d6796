"""Sources: the articles in full, with every span an event rests on marked in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.assessment import Quote
from dragoman.model.events import Event
from dragoman.model.text import Article, Span
from dragoman.reporting.labels import source_of, title_of
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.places import Places


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: its anchor in the page, and whether it names the act itself."""

    span: Span
    anchor: str
    is_trigger: bool


def sources(places: Places, events: Iterable[Event], quotes: Iterable[Quote] = ()) -> Markup:
    """The printed articles one after the other, what events and quotes rest on marked in them."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.article_id, []).append(event)
    quoted: dict[str, list[Span]] = {}
    for quote in quotes:
        quoted.setdefault(quote.article_id, []).append(quote.span)
    return joined(
        *(
            _article(a, places, by_article.get(a.id, []), quoted.get(a.id, []))
            for a in places.printed
        )
    )


def marked(article: Article, marks: Sequence[Mark]) -> Markup:
    """An article's text in paragraphs, the marks laid over it.

    Spans may overlap: the text is cut wherever one begins or ends, and each piece carries the
    anchors of all that cover it, so that a script can light up the whole of one.
    """
    paragraphs = []
    start = 0
    for line in article.text.split("\n"):
        if line.strip():
            pieces = _pieces(article, marks, start, start + len(line))
            paragraphs.append(element("p", *pieces, dir="auto"))
        start += len(line) + 1
    return joined(*paragraphs)


def _article(
    article: Article, places: Places, events: Sequence[Event], quoted: Sequence[Span]
) -> Markup:
    marks = _marks(article.id, places, events, quoted)
    number = places.numbers[article.id]
    byline = f" · by {article.byline}" if article.byline else ""
    head = element("h3", text(f"{number}. {title_of(article)}"), dir="auto")
    about = element("p", text(f"{source_of(article)}{byline}"), *_link(article), class_="about")
    return element("article", head, about, marked(article, marks), id=f"a{number}", class_="source")


def _link(article: Article) -> list[Markup]:
    """A link to where the article stood, if that is a web address and nothing else."""
    url = article.url or ""
    if not url.startswith(("https://", "http://")):
        return []
    link = element("a", text(url), href=url, rel="noopener noreferrer nofollow")
    return [text(" · "), link]


def _marks(
    article_id: str, places: Places, events: Sequence[Event], quoted: Iterable[Span]
) -> list[Mark]:
    found: dict[tuple[int, int, bool], Mark] = {}
    spans = [(span, False) for span in (*(event.evidence for event in events), *quoted)]
    for span, is_trigger in (*spans, *((event.trigger, True) for event in events)):
        if anchor := places.anchor(article_id, span):
            found[span.start, span.end, is_trigger] = Mark(span, anchor, is_trigger)
    return list(found.values())


def _pieces(article: Article, marks: Sequence[Mark], start: int, end: int) -> list[Markup]:
    here = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
    cuts = {start, end}
    for mark in here:
        cuts |= {max(mark.span.start, start), min(mark.span.end, end)}
    return [_piece(article.span(*cut), here) for cut in pairwise(sorted(cuts))]


def _piece(piece: Span, marks: Iterable[Mark]) -> Markup:
    over = [mark for mark in marks if mark.span.overlaps(piece)]
    if not over:
        return text(piece.text)
    opening = dict.fromkeys(mark.anchor for mark in over if mark.span.start == piece.start)
    targets = [element("span", id=anchor, class_="anchor") for anchor in opening]
    words = element(
        "mark",
        text(piece.text),
        class_="trigger" if any(mark.is_trigger for mark in over) else None,
        data_at=" ".join(dict.fromkeys(mark.anchor for mark in over)),
    )
    return Markup("".join([*targets, words]))
