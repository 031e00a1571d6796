"""Coded events and articles as rows: an event for each two of its parties, with its record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Any

from dragoman.model.actors import NAMED_CODES

_FIELDS_OF_ARTICLES = (
    "id",
    "published",
    "title",
    "url",
    "publisher",
    "language",
    "source",
    "sha256",
)
_TEXT_FIELDS = ("id", "date", "enddate", "date_precision")
Record = dict[str, Any]


def event_rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines of event records as rows with the number of their line, one for each two parties.

    A line that is no event record gives a row of one field, which is rejected for its width.
    """
    for number, line in enumerate(lines, start=1):
        record = _record(line)
        if record is None or not isinstance(record.get("actor"), list):
            yield number, ["not an event record"]
            continue
        for pair in pairs(record):
            yield number, _event_fields(record, pair)


def article_rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines of article records as rows with the number of their line."""
    for number, line in enumerate(lines, start=1):
        record = _record(line)
        if record is None or "text" not in record:
            yield number, ["not an article record"]
        else:
            fields = [str(record.get(name) or "") for name in _FIELDS_OF_ARTICLES]
            yield number, [*fields, _json(record)]


def pairs(record: Record) -> list[tuple[Record | None, Record | None, float]]:
    """Each two parties of an event, as source, target and weight.

    Those on the same side of a meeting or an agreement are pairs of their own, as a meeting has no
    recipient. In a meeting of k parties each pair weighs 1/(k−1), so that a party counts once.

    >>> parties = [{"code": "PER"}, {"code": "CHL"}, {"code": "BOL"}]
    >>> [weight for _, _, weight in pairs({"type": "CONSULT", "actor": parties, "recipient": []})]
    [0.5, 0.5, 0.5]
    """
    actors, recipients = record["actor"], record.get("recipient") or []
    if not recipients:
        found = list(combinations(actors, 2))
    else:
        found = [(a, b) for a, b in product(actors, recipients) if party(a) != party(b)]
    met = len({party(one) for one in (*actors, *recipients)})
    weight = 1 / (met - 1) if record.get("type") == "CONSULT" and met > 1 else 1.0
    if found:
        return [(a, b, weight) for a, b in found]
    return [(actors[0] if actors else None, recipients[0] if recipients else None, 1.0)]


def party(actor: Record) -> str:
    """What tells a party from others: its code, or its id where the code names only a kind.

    >>> party({"code": "IGO", "id": "NATO"})
    'NATO'
    """
    is_kind = str(actor.get("code")) in NAMED_CODES
    return str(actor.get("id") if is_kind and actor.get("id") else actor["code"])


def _event_fields(record: Record, pair: tuple[Record | None, Record | None, float]) -> list[str]:
    source, target, weight = pair
    against = [f"{party(one)}:{one.get('basis')}" for one in record.get("against") or []]
    return [
        *(str(record.get(name) or "") for name in _TEXT_FIELDS),
        *(str((one or {}).get("text") or "") for one in (source, target)),
        *(party(one) if one else "" for one in (source, target)),
        str(record.get("type") or ""),
        "|".join(record.get("mode") or []),
        str(record.get("cameo") or ""),
        str(record.get("promises") or ""),
        str(record.get("status") or ""),
        repr(round(weight, 6)),
        str(record.get("score")),
        "|".join(against),
        str(record.get("article_id") or ""),
        _json(record),
    ]


def _record(line: str) -> Record | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=True)
