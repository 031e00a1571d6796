"""Text files → articles: headline, date and byline stand on the first lines, all of it is kept."""

from __future__ import annotations

from dragoman.errors import ArticleError
from dragoman.model.text import Article, digest
from dragoman.reading.publication import date_of_text
from dragoman.tables.boilerplate import dateline, line_rule

_LONGEST_TITLE = 30
_STOPS = (".", ",", ";", ":", "”", '"')
_LOOKED_AT = 12


def article_of_text(text: str, source: str) -> Article:
    r"""The article in a text file.

    Its stored text is the file's, with line ends made alike and blanks at both ends left out.

    Raises: ArticleError where there is none.

    >>> article = article_of_text("Peru leaves\nBy Ana Solis\n\nLIMA, 3 May 2012 — Peru left.", "x")
    >>> article.title, article.byline, article.published
    ('Peru leaves', 'Ana Solis', '2012-05-03')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise ArticleError("it is empty", "Give a file that holds the article's text")
    lines = [line.strip() for line in text[:8000].split("\n") if line.strip()]
    return Article(
        id=digest(text),
        text=text,
        title=_title(lines),
        published=date_of_text(text),
        publisher=outlet_in(lines),
        byline=byline_in(lines),
        source=source,
    )


def byline_in(lines: list[str]) -> str | None:
    """Who wrote the article, from a line such as "By Ana Solis in Lima"; None without one."""
    for line in (*lines[:_LOOKED_AT], *lines[-_LOOKED_AT:]):
        rule = line_rule(line)
        if rule and rule.name == "byline":
            return line.partition(" ")[2] if line[:3].lower() == "by " else line
    return None


def _title(lines: list[str]) -> str | None:
    """The first line, where it is short, ends without a stop, and more follows."""
    first = lines[0]
    is_title = len(lines) > 1 and len(first.split()) <= _LONGEST_TITLE
    return first if is_title and not first.endswith(_STOPS) and not line_rule(first) else None


def outlet_in(lines: list[str]) -> str | None:
    """The agency that a dateline names in brackets; None without one."""
    for line in lines[:_LOOKED_AT]:
        if (found := dateline(line[:200])) and found["outlet"]:
            return found["outlet"].strip(" ()/.")
    return None
