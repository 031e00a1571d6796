"""JSON → articles: one object is one article, its text kept to the letter."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from dragoman.errors import ArticleError
from dragoman.model.text import Article, digest
from dragoman.reading.publication import published_of
from dragoman.tables.load import load

_MEND = "Mend the line or write it with a JSON library"


def article_of_record(record: object, source: str) -> Article:
    """The article in a JSON object, under the keys of tables/record_keys.csv.

    Other keys are ignored. A missing id is the sha256 of the text; a date that cannot be read is
    none.

    Raises: ArticleError for anything that is no object with a text.

    >>> article_of_record({"article_id": 7, "text": "Peru left.", "published": 2012}, "x").published
    '2012'
    >>> article_of_record({"body": "Peru left.", "source": {"name": "Andes News"}}, "x").publisher
    'Andes News'
    """
    if not isinstance(record, dict):
        raise ArticleError("it is not a JSON object", 'Write {"id": …, "text": …, "published": …}')
    given = _by_key(record)
    text = _first("text", given)
    if not isinstance(text, str):
        raise ArticleError('it has no "text"', 'Put the article\'s words under the key "text"')
    if not text.strip():
        raise ArticleError("its text is empty", "Give the article's words")
    return Article(
        id=_string(_first("id", given)) or digest(text),
        text=text,
        title=_string(_first("title", given)),
        published=published_of(_first("published", given)),
        url=_string(_first("url", given)),
        publisher=_string(_first("publisher", given)),
        byline=_string(_first("byline", given)),
        language=_string(_first("language", given)),
        source=source,
    )


def _by_key(record: dict[str, Any]) -> dict[str, Any]:
    """The values by folded key, those of an object within by both keys; of two keys the first."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        found.setdefault(_folded(key), value)
        if isinstance(value, dict):
            for inner, held in value.items():
                found.setdefault(f"{_folded(key)}.{_folded(inner)}", held)
    return found


def _folded(key: str) -> str:
    return "".join(letter for letter in key.lower() if letter.isalnum())


def _first(field: str, given: dict[str, Any]) -> object:
    """The first value that is one under a key of the field; an object or nothing is none."""
    values = (given.get(key) for key in _keys()[field])
    return next((v for v in values if v not in (None, "", []) and not isinstance(v, dict)), None)


@cache
def _keys() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in load("record_keys", ("field", "key")):
        found.setdefault(row["field"], []).append(row["key"])
    return found


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
    """A string or whole number as a string, several names as one; None for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
