"""JSON → articles: one object is one article, its text kept to the letter."""

from __future__ import annotations

import json
from typing import Any

from dragoman.errors import ArticleError
from dragoman.model.text import Article, digest
from dragoman.reading.publication import published_of

_MEND = "Mend the line or write it with a JSON library"


def article_of_record(record: object, source: str) -> Article:
    """The article in a JSON object with id (or article_id), text, title, published and the like.

    Other keys are ignored. A missing id is the sha256 of the text; a date that cannot be read is
    none.

    Raises: ArticleError for anything that is no object with a text.

    >>> article_of_record({"article_id": 7, "text": "Peru left.", "published": 2012}, "x").published
    '2012'
    """
    if not isinstance(record, dict):
        raise ArticleError("it is not a JSON object", 'Write {"id": …, "text": …, "published": …}')
    text = record.get("text")
    if not isinstance(text, str):
        raise ArticleError('it has no "text"', 'Put the article\'s words under the key "text"')
    if not text.strip():
        raise ArticleError("its text is empty", "Give the article's words")
    return Article(
        id=_string(record.get("id")) or _string(record.get("article_id")) or digest(text),
        text=text,
        title=_string(record.get("title")),
        published=published_of(record.get("published")),
        url=_string(record.get("url")),
        publisher=_string(record.get("publisher")),
        byline=_string(record.get("byline")),
        language=_string(record.get("language")),
        source=source,
    )


def record_of(line: str) -> Any:  # noqa: ANN401 - any JSON value
    """The JSON value in a string.

    Raises: ArticleError where it is broken, or nested or its numbers long beyond reason.
    """
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        row = f"line {error.lineno}, " if "\n" in line else ""
        where = f"{row}column {error.colno}"
        what = error.msg.removesuffix(" starting at")
        raise ArticleError(f"its JSON is broken ({what} at {where})", _MEND) from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"its JSON cannot be read ({error})", _MEND) from error


def _string(value: object) -> str | None:
    """A string or whole number as a string; None for anything else and for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
