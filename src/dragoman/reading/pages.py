"""Pages → articles: the words of the article alone, out of an HTML page."""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import Any

from dragoman.errors import ArticleError
from dragoman.model.text import Article, digest
from dragoman.reading.publication import date_of_text, moment_in
from dragoman.reading.texts import byline_in, outlet_in
from dragoman.tables.boilerplate import kinds_of

_TAG = re.compile(r"<[a-zA-Z!/]")
# The moment of publication where a page's head gives it; trafilatura hands on the day alone, and
# takes one in the page's address for it before that.
_MOMENT = re.compile(
    r"(?:article:published_time|datePublished|parsely-pub-date|DC\.date\.issued|sailthru\.date)"
    r"[\"']?\s*(?:content\s*=|:)\s*[\"']([^\"']{4,40})[\"']",
    re.IGNORECASE,
)
_LINK = re.compile(r"<a[\s>]", re.IGNORECASE)
_LONGEST_LINK = 1000
_TAGS = re.compile(r"<[^<>]*>")
_FEWEST_IN_PROSE = 6
# Without bounds of our own the library asks the clock, and a page's date would change with the day.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2999-12-31",
}
_NO_ARTICLE = "no article was found in the page"
_SAVE = "Save the article's own page, or its words as a text file"


def is_page(text: str) -> bool:
    """Whether a text has tags, so that its words must be looked for."""
    return bool(_TAG.search(text))


def article_of_page(html: str, source: str) -> Article:
    """The article in a page, with what the page says of it.

    The stored text has one paragraph a line with a blank line between, without menus, captions that
    stand twice, comments, bylines, corrections, and pull quotes that repeat the article.

    Raises: ArticleError where the page has none.
    """
    found = _extracted(html)
    lines = [line.strip() for line in (found.text or "").splitlines() if line.strip()]
    kept = _news(lines)
    prose = [line for line in kept if _is_prose(line)]
    if not prose:
        raise ArticleError(_NO_ARTICLE, _SAVE)
    if _linked(html).issuperset(line.removeprefix("- ") for line in prose):
        raise ArticleError("the page holds links to articles and none itself", _SAVE)
    text = "\n\n".join(kept)
    return Article(
        id=digest(text),
        text=text,
        title=found.title,
        published=_published(html, found.date, lines),
        url=found.url,
        publisher=found.sitename or outlet_in(lines),
        byline=found.author or byline_in(lines),
        source=source,
    )


def _linked(html: str) -> set[str]:
    """The words of each link of a page, as they are shown."""
    after = (piece[:_LONGEST_LINK] for piece in _LINK.split(html)[1:])
    shown = (_TAGS.sub(" ", f"<a {piece.partition('</a')[0]}") for piece in after)
    return {" ".join(unescape(words).split()) for words in shown}


def _extracted(html: str) -> Any:  # noqa: ANN401 - the library has no types
    # Imported here: it takes a quarter of a second, which JSON and text need not wait for.
    from trafilatura import bare_extraction

    for library in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
        # A library's remarks on a page are no concern of who reads the events.
        logging.getLogger(library).addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            html,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # hostile pages make the library fail in many ways
        raise ArticleError(f"its page cannot be read ({error!r:.100})", _SAVE) from error
    if found is None:
        raise ArticleError(_NO_ARTICLE, _SAVE)
    return found


def _news(lines: list[str]) -> list[str]:
    """The lines that are news or captions, each once, without pull quotes."""
    kept = [
        line
        for line, kind in zip(lines, kinds_of(lines), strict=True)
        if kind in ("news", "caption")
    ]
    kept = list(dict.fromkeys(kept))
    whole = "\n".join(kept)
    return [line for line in kept if not _is_pull_quote(line, whole)]


def _is_pull_quote(line: str, whole: str) -> bool:
    """Whether a line repeats words of another one, as quotes set large do."""
    words = line.strip("“”\"'‘’ ")
    return len(words.split()) >= _FEWEST_IN_PROSE and whole.count(words) > 1


def _is_prose(line: str) -> bool:
    is_ended = line.rstrip("”\"')’ ").endswith((".", "!", "?", "…"))
    return is_ended and len(line.split()) >= _FEWEST_IN_PROSE


def _published(html: str, day: str | None, lines: list[str]) -> str | None:
    """The moment the page's head gives, else that of a line, else the day trafilatura finds."""
    for found in _MOMENT.finditer(html):
        if moment := moment_in(found[1]):
            return moment
    said = date_of_text("\n".join(lines))
    return said if said and (day is None or said.startswith(day)) else day
