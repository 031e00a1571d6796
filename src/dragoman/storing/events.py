"""Stored events: the records of a file, and one of them by its id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.errors import EventNotFoundError, StoreError
from dragoman.storing.parquet import read_parquet

_SHOWN = 5


def records_in(path: Path) -> Iterator[dict[str, Any]]:
    """The event records in a .jsonl or .parquet file, in order.

    Raises: StoreError for a file that is neither or is broken.
    """
    if path.suffix == ".parquet":
        yield from read_parquet(path)
        return
    try:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                if line.strip():
                    yield json.loads(line)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path} cannot be read ({error})", "Give a file that `dragoman code` wrote"
        ) from error


def find_event(path: Path, id_: str) -> dict[str, Any]:
    """The record of the event whose id is `id_` or begins with it.

    Raises: EventNotFoundError where there is none, or several begin so.
    """
    named = (r for r in records_in(path) if isinstance(r, dict) and _id_of(r).startswith(id_))
    found = {_id_of(record): record for record in islice(named, _SHOWN)}
    if id_ in found or len(found) == 1:
        return found.get(id_) or next(iter(found.values()))
    if found:
        raise EventNotFoundError(
            f"several events of {path} have ids that begin with {id_!r}",
            f"Give more of it: {', '.join(found)}",
        )
    raise EventNotFoundError(
        f"no event of {path} has the id {id_!r}", "Take an id from that file; its beginning will do"
    )


def _id_of(record: dict[str, Any]) -> str:
    return str(record.get("id", ""))
