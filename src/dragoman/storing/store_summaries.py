"""Summaries: what questions ask of events again and again, by day, kept beside a store.

The Parquet files are the truth. A summary of a dataset and year is made from them when it is first
asked for, and anew when its parts or its query change; the folder `cache` may be deleted.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.storing.quoting import quoted
from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_commits import Part
from dragoman.storing.store_tables import query_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CACHE = "cache"
_FORM = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480"
"""Small groups of rows: a question about one pair reads those alone that its rows may stand in."""


def summary_view(
    store: Store,
    connection: DuckDBPyConnection,
    name: str,
    datasets: Iterable[str] | None = None,
    years: tuple[int, int] | None = None,
) -> None:
    """Give a connection a summary of a store's events as a view of its name.

    Args:
        store: where the events are.
        connection: the connection.
        name: the query that makes the summary of a dataset and year.
        datasets: the datasets; without them all that have events.
        years: the first and the last year; without them all.
    """
    parts = [
        part
        for part in store.parts(EVENTS, datasets)
        if years is None or years[0] <= part.year <= years[1]
    ]
    given = [
        _summary(store, connection, name, tuple(group))
        for _, group in groupby(sorted(parts, key=_place), key=_place)
    ]
    if not given:
        store.view_of(connection, EVENTS, ())
        given = [query_text(name)]
    rows = " UNION ALL BY NAME ".join(f"({one})" for one in given)
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {rows}")


def _place(part: Part) -> tuple[str, int]:
    return part.dataset, part.year


def _summary(
    store: Store, connection: DuckDBPyConnection, name: str, parts: tuple[Part, ...]
) -> str:
    """SQL that gives the summary of the parts of a dataset and year."""
    dataset, year = _place(parts[0])
    path = store.folder / _CACHE / f"{name}-{dataset}-{year}-{_digest(name, parts)}.parquet"
    if not path.exists():
        store.view_of(connection, EVENTS, parts)
        if not _is_made(connection, name, path):
            table = f"{name}_{dataset.replace('-', '_')}_{year}"
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {query_text(name)}")
            return f"FROM {table}"
    return f"FROM read_parquet({quoted(path)})"


def _digest(name: str, parts: tuple[Part, ...]) -> str:
    told = "".join([query_text(name), *(part.sha256 for part in parts)])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _is_made(connection: DuckDBPyConnection, name: str, path: Path) -> bool:
    """Write a summary in place of older ones; False where the folder cannot be written to."""
    import duckdb  # here, since it takes a quarter of a second to load

    draft = path.with_name(f".{path.name}.{os.getpid()}")
    sql = f"COPY ({query_text(name)}) TO {quoted(draft)} ({_FORM})"
    try:
        path.parent.mkdir(exist_ok=True)
        connection.execute(sql)
        for old in path.parent.glob(f"{path.name.rpartition('-')[0]}-*"):
            old.unlink(missing_ok=True)
        draft.replace(path)
    except (OSError, duckdb.IOException):
        return False
    return True
