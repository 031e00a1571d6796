"""Exporting a store: its rows as Parquet, CSV, PLOVER JSON Lines or SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError
from dragoman.storing.quoting import quoted
from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PIECE = 10_000
Record = dict[str, Any]


def export(store: Store, out: Path, dataset: str | None = None) -> int:
    """Write a store's events, or the rows of one dataset, to a file, and say how many.

    The file's name decides the form: .parquet, .csv, .jsonl, .sqlite or .db. In .jsonl an event
    that dragoman coded is its own record again; others have the fields of PLOVER.

    Raises: StoreError for another ending, an unknown dataset, a store without events where no
        dataset is named, or a file that cannot be written.
    """
    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise StoreError(
            f"{out.name} has no ending that tells its form", f"Use one of {', '.join(_WRITERS)}"
        )
    parts = store.parts(datasets=None if dataset is None else [dataset])
    if dataset is not None and not parts:
        raise StoreError(
            f"{store.folder} holds no rows of {dataset!r}", "See dragoman store status"
        )
    if dataset is None and not store.parts(EVENTS):
        names = sorted({file.dataset for file in store.files})
        raise StoreError(
            f"{store.folder} holds no events",
            f"Name another dataset: {', '.join(names)}" if names else "Import events first",
        )
    kind = EVENTS if dataset is None else parts[0].kind
    with told_as_store_error(out.parent), connected() as connection:
        store.view(connection, kind, None if dataset is None else [dataset])
        draft = out.with_name(f".{out.name}.part")
        draft.unlink(missing_ok=True)
        try:
            rows = write(connection, kind, draft)
            draft.replace(out)
        finally:
            draft.unlink(missing_ok=True)
    return rows


def plover_record(row: Record) -> Record:
    """A row as an event in the fields of PLOVER; one that dragoman coded as its own record.

    >>> row = {"dataset": "icews", "id": "1", "type": "AID", "a": "PER", "b": None, "record": None}
    >>> plover_record(row)["actor"]
    [{'code': 'PER'}]
    """
    if row.get("record"):
        own: Record = json.loads(row["record"])
        return own
    own_fields = {"a", "b", "record", "mode", "file", "line", "year"}
    rest = {k: _plain(v) for k, v in row.items() if k not in own_fields and v is not None}
    return {
        **rest,
        "mode": [mode for mode in (row.get("mode") or "").split("|") if mode],
        "actor": [{"code": row["a"]}] if row.get("a") else [],
        "recipient": [{"code": row["b"]}] if row.get("b") else [],
        "imported_from": {"file": row.get("file"), "line": row.get("line")},
    }


def _write_parquet(connection: DuckDBPyConnection, kind: str, out: Path) -> int:
    return _copy(connection, kind, out, "FORMAT parquet, COMPRESSION zstd")


def _write_csv(connection: DuckDBPyConnection, kind: str, out: Path) -> int:
    return _copy(connection, kind, out, "FORMAT csv, HEADER")


def _copy(connection: DuckDBPyConnection, kind: str, out: Path, form: str) -> int:
    [(rows,)] = connection.execute(f"COPY (FROM {kind}) TO {quoted(out)} ({form})").fetchall()
    return int(rows)


def _write_lines(connection: DuckDBPyConnection, kind: str, out: Path) -> int:
    """One record a line; an event of several pairs once."""
    count = 0
    last: str | None = None
    with out.open("w", encoding="utf-8", newline="\n") as stream:
        for row in _records(connection, kind):
            if row.get("record") and row["record"] == last:
                continue
            last = row.get("record")
            stream.write(json.dumps(plover_record(row), ensure_ascii=False) + "\n")
            count += 1
    return count


def _write_sqlite(connection: DuckDBPyConnection, kind: str, out: Path) -> int:
    count = 0
    with closing(sqlite3.connect(out)) as database, database:
        for row in _records(connection, kind):
            if not count:
                names = ", ".join(f'"{name}"' for name in row)
                database.execute(f"CREATE TABLE {kind} ({names})")
            marks = ", ".join("?" * len(row))
            values = [_plain(value) for value in row.values()]
            database.execute(f"INSERT INTO {kind} VALUES ({marks})", values)  # noqa: S608
            count += 1
    return count


def _records(connection: DuckDBPyConnection, kind: str) -> Iterator[Record]:
    found = connection.execute(f"FROM {kind}")
    names = [column[0] for column in found.description or ()]
    while rows := found.fetchmany(_PIECE):
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


_WRITERS: dict[str, Callable[..., int]] = {
    ".parquet": _write_parquet,
    ".csv": _write_csv,
    ".jsonl": _write_lines,
    ".sqlite": _write_sqlite,
    ".db": _write_sqlite,
}
