"""The store: one folder of Parquet files by dataset and year, and what it holds.

A store that is open is the state of its last commit: an import that runs beside it adds files it
does not see. The folder may be copied at any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError
from dragoman.model.imported import ImportCounts
from dragoman.storing.quoting import quoted
from dragoman.storing.store_commits import Commit, ImportedFile, Part, commits_in
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVENT_COLUMNS = {
    "file": "VARCHAR",
    "line": "BIGINT",
    "id": "VARCHAR",
    "day": "DATE",
    "date": "DATE",
    "reported": "DATE",
    "back_dated": "SMALLINT",
    "a": "VARCHAR",
    "b": "VARCHAR",
    "source": "VARCHAR",
    "target": "VARCHAR",
    "code": "VARCHAR",
    "type": "VARCHAR",
    "mode": "VARCHAR",
    "class": "VARCHAR",
    "quad": "TINYINT",
    "status": "VARCHAR",
    "weight": "FLOAT",
    "reports": "INTEGER",
    "sources": "INTEGER",
    "dataset": "VARCHAR",
    "year": "INTEGER",
}
"""What all events of a store have; a dataset's own scores and words stand beside them."""
EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Store:
    """A store as it was when it was opened."""

    folder: Path
    commits: tuple[Commit, ...]

    @property
    def files(self) -> tuple[ImportedFile, ...]:
        """The files that were imported, in order."""
        return tuple(file for commit in self.commits for file in commit.files)

    def parts(
        self, kind: str | None = None, datasets: Iterable[str] | None = None
    ) -> tuple[Part, ...]:
        """The Parquet files of a kind of rows, of some datasets, or of all."""
        wanted = None if datasets is None else set(datasets)
        return tuple(
            part
            for commit in self.commits
            for part in commit.parts
            if kind in (None, part.kind) and (wanted is None or part.dataset in wanted)
        )

    def view(
        self, connection: DuckDBPyConnection, kind: str, datasets: Iterable[str] | None = None
    ) -> None:
        """Give a connection the rows of a kind as a view of its name.

        Raises: StoreError where there are none; a store without events has an empty view of them.
        """
        self.view_of(connection, kind, self.parts(kind, datasets))

    def view_of(self, connection: DuckDBPyConnection, kind: str, parts: Iterable[Part]) -> None:
        """Give a connection the rows of some parts of a kind as a view of its name.

        Raises: StoreError where there are none; without parts the view of events is empty.
        """
        paths = [quoted(self.folder / part.path) for part in parts]
        if paths:
            listed = ", ".join(paths)
            rows = (
                f"SELECT * FROM read_parquet([{listed}], union_by_name = true, "  # noqa: S608
                "hive_partitioning = true, "
                "hive_types = {'dataset': VARCHAR, 'year': INTEGER})"
            )
        elif kind == EVENTS:
            empty = ", ".join(f'NULL::{type_} AS "{name}"' for name, type_ in EVENT_COLUMNS.items())
            rows = f"SELECT {empty} WHERE false"
        else:
            raise StoreError(f"{self.folder} holds no {kind}", "Import a dataset that has them")
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {kind} AS {rows}")


@dataclass(frozen=True, slots=True)
class DatasetStatus:
    """What a store holds of a dataset: files, rows, bytes, days, and what became of the input."""

    name: str
    kind: str
    files: int
    rows: int
    size: int
    counts: ImportCounts
    first: str | None = None
    last: str | None = None
    dyadic: int | None = None

    def record(self) -> dict[str, Any]:
        """The status as plain data."""
        return {
            "dataset": self.name,
            "kind": self.kind,
            "files": self.files,
            "rows": self.rows,
            "bytes": self.size,
            "first_day": self.first,
            "last_day": self.last,
            "rows_of_two_states": self.dyadic,
            "read": self.counts.read,
            "kept": self.counts.kept,
            "repeated": self.counts.repeated,
            "rejected": self.counts.rejected,
            "back_dated": self.counts.back_dated,
        }


def open_store(folder: Path) -> Store:
    """The store in a folder, as its last commit left it.

    Raises: StoreError for a folder that is no store, or one of a newer version.
    """
    return Store(folder, commits_in(folder))


def status(store: Store) -> tuple[DatasetStatus, ...]:
    """What a store holds, by dataset in alphabetical order.

    Raises: StoreError where a part cannot be read.
    """
    covered = _days(store)
    found = []
    for name in sorted({file.dataset for file in store.files}):
        parts = store.parts(datasets=[name])
        files = [file for file in store.files if file.dataset == name]
        first, last, dyadic = covered.get(name, (None, None, None))
        found.append(
            DatasetStatus(
                name=name,
                kind=parts[0].kind if parts else "",
                files=len(files),
                rows=sum(part.rows for part in parts),
                size=sum(part.size for part in parts),
                counts=sum((file.counts for file in files), ImportCounts()),
                first=first,
                last=last,
                dyadic=dyadic,
            )
        )
    return tuple(found)


def _days(store: Store) -> dict[str, tuple[str | None, str | None, int]]:
    with told_as_store_error(store.folder), connected() as connection:
        store.view(connection, EVENTS)
        rows = connection.execute(query_text("status")).fetchall()
    return {name: (first, last, dyadic) for name, first, last, dyadic in rows}
