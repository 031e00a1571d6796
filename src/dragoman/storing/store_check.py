"""Checking a store: whether every part is there, whole, and has the rows its commit says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.storing.store import Store
from dragoman.storing.store_commits import Part, stray_files
from dragoman.storing.store_writing import connected

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def check(store: Store) -> tuple[str, ...]:
    """What is wrong with a store, each in a sentence; nothing where it is whole."""
    numbers = [commit.number for commit in store.commits]
    found = []
    if numbers != list(range(1, len(numbers) + 1)):
        found.append("a commit is missing: their numbers do not follow one another")
    with connected() as connection:
        for part in store.parts():
            found.extend(_faults(store, part, connection))
    return tuple(found)


def strays(store: Store) -> int:
    """How many files no commit names: left by a writer that was stopped, or still at work."""
    return len(stray_files(store.folder, store.commits))


def _faults(store: Store, part: Part, connection: DuckDBPyConnection) -> Iterator[str]:
    import duckdb  # here, since it takes a quarter of a second to load

    path = store.folder / part.path
    try:
        data = path.read_bytes()
    except OSError as error:
        yield f"{part.path} cannot be read ({error.strerror})"
        return
    if hashlib.sha256(data).hexdigest() != part.sha256:
        yield f"{part.path} is not as it was written ({len(data)} bytes, not {part.size})"
        return
    try:
        [(rows,)] = connection.execute(
            "SELECT count(*) FROM read_parquet(?)", [str(path)]
        ).fetchall()
    except duckdb.Error as error:
        yield f"{part.path} is no Parquet ({error})"
        return
    if rows != part.rows:
        yield f"{part.path} has {rows} rows, not {part.rows}"
