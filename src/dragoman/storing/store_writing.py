"""Writing to a store: blocks of rows into parts, and parts into a commit, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError
from dragoman.model.imported import Block, Dataset, ImportCounts, Layout
from dragoman.storing.store_commits import (
    Commit,
    ImportedFile,
    Part,
    commits_in,
    create,
    stray_files,
    write_commit,
)
from dragoman.storing.store_lock import locked
from dragoman.storing.store_tables import load_tables, query_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY = "1GB"
"""What DuckDB may hold; with Python and a block's text a process stays below 2 GB."""
_IN_ORDER = "SET disabled_optimizers = 'join_order,build_side_probe_side'"
"""Joins as they are written: swapped, they would change the order of a small block's rows."""
_EVENTS = "events"
_DISTINCT_LINES = "count(DISTINCT hash(file, line))"


@dataclass(slots=True)
class Writer:
    """A store opened for writing: parts gather until a commit makes them belong to it."""

    folder: Path
    connection: DuckDBPyConnection
    commits: list[Commit]
    pending: list[Part] = field(default_factory=list)
    rejects: list[Path] = field(default_factory=list)

    @property
    def scratch(self) -> Path:
        """A file for lines on their way in; gone when the writer is closed."""
        return self.folder / "scratch" / "lines.tsv"

    @property
    def known(self) -> set[tuple[str, str]]:
        """The datasets and digests of the files that are in the store."""
        return {(file.dataset, file.sha256) for commit in self.commits for file in commit.files}

    @property
    def number(self) -> int:
        """The number of the commit that is being gathered."""
        return self.commits[-1].number + 1 if self.commits else 1

    def add(self, block: Block, layout: Layout, query: str, dataset: Dataset) -> ImportCounts:
        """Read a block into parts that wait for the commit, and count its rows.

        Args:
            block: the lines.
            layout: the form they have.
            query: the layout's SQL.
            dataset: what they are rows of.

        Raises: StoreError where the disk is full or cannot be written to.
        """
        with told_as_store_error(self.folder):
            lines = query_text("lines").format(skip=block.skip)
            self.connection.execute(lines, [str(block.path)])
            self.connection.execute(_block_sql(block, layout, query, dataset))
            self._find_repeated(dataset)
            counts = self._counts(block, dataset)
            self._write_parts(dataset)
            if counts.rejected:
                self._write_rejects()
        return counts

    def commit(self, files: list[ImportedFile]) -> None:
        """Make the parts that wait, and the files they came from, belong to the store."""
        with told_as_store_error(self.folder):
            commit = Commit(self.number, tuple(self.pending), tuple(files))
            write_commit(self.folder, commit)
        self.commits.append(commit)
        self.pending.clear()

    def discard(self) -> None:
        """Drop the parts that wait: their file could not be read to its end."""
        for part in self.pending:
            (self.folder / part.path).unlink(missing_ok=True)
        self.pending.clear()

    def _find_repeated(self, dataset: Dataset) -> None:
        key = ", ".join(f"block.{column}" for column in dataset.key)
        same = " AND ".join(f"doubles.{c} IS NOT DISTINCT FROM block.{c}" for c in dataset.key)
        self.connection.execute(query_text("repeated").format(key=key, same=same))
        years = {row[0] for row in self._fetch("SELECT DISTINCT coalesce(year, 0) FROM block")}
        parts = [p for c in self.commits for p in c.parts] + self.pending
        paths = [
            str(self.folder / p.path)
            for p in parts
            if p.dataset == dataset.name and p.year in years
        ]
        if paths:
            key, first = ", ".join(dataset.key), dataset.key[0]
            sql = query_text("stored").format(key=key, first=first, same=same)
            self.connection.execute(sql, [paths])

    def _counts(self, block: Block, dataset: Dataset) -> ImportCounts:
        is_as_it_lies = block.first_line is not None  # then a line of it is a line of the file
        lines = "(SELECT count(*) FROM block_lines)" if is_as_it_lies else _DISTINCT_LINES
        is_back_dated = "back_dated IS NOT NULL" if dataset.kind == _EVENTS else "false"
        sql = query_text("counts").format(back_dated=is_back_dated, read=lines)
        [(read, repeated, rejected, back_dated)] = self._fetch(sql)
        kept = read - repeated - rejected
        return ImportCounts(read, kept, repeated, rejected, back_dated)

    def _write_parts(self, dataset: Dataset) -> None:
        kept = "reason IS NULL AND rowid NOT IN (SELECT row FROM repeated)"
        years = self._fetch(
            f"SELECT coalesce(year, 0) AS y, count(*) FROM block WHERE {kept} GROUP BY y ORDER BY y"  # noqa: S608
        )
        for year, rows in years:
            folder = Path("data", f"dataset={dataset.name}", f"year={year}")
            path = folder / f"{self.number:08d}-{len(self.pending):04d}.parquet"
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            of_year = f"coalesce(year, 0) = {year}"
            self._copy(
                f"SELECT * EXCLUDE (reason, year) FROM block WHERE {kept} AND {of_year}",  # noqa: S608
                self.folder / path,
                "FORMAT parquet, COMPRESSION zstd",
            )
            data = (self.folder / path).read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            self.pending.append(
                Part(path.as_posix(), dataset.name, dataset.kind, year, rows, len(data), digest)
            )

    def _write_rejects(self) -> None:
        (self.folder / "rejects").mkdir(exist_ok=True)
        path = self.folder / "rejects" / f"{self.number:08d}-{len(self.rejects):04d}.csv"
        sql = "SELECT DISTINCT file, line, reason FROM block WHERE reason IS NOT NULL ORDER BY ALL"
        self._copy(sql, path, "FORMAT csv, HEADER")
        self.rejects.append(path)

    def _copy(self, sql: str, path: Path, form: str) -> None:
        draft = path.with_name(f".{path.name}.part")
        quoted = str(draft).replace("'", "''")
        self.connection.execute(f"COPY ({sql}) TO '{quoted}' ({form})")
        draft.replace(path)

    def _fetch(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """A store to write to, made where it is not there; what a killed writer left is swept away.

    Raises: StoreError where another process writes to it, it is newer, or it cannot be written.
    """
    create(folder)
    with locked(folder), told_as_store_error(folder):
        commits = list(commits_in(folder))
        for path in stray_files(folder, commits):
            path.unlink()
        scratch = folder / "scratch"
        scratch.mkdir(exist_ok=True)
        connection = connected(scratch)
        try:
            load_tables(connection)
            connection.execute(_IN_ORDER)
            writer = Writer(folder, connection, commits)
            yield writer
            writer.discard()
        finally:
            connection.close()
            rmtree(scratch, ignore_errors=True)


def connected(scratch: Path | None = None) -> DuckDBPyConnection:
    """A DuckDB of its own in memory, which spills to `scratch` what it cannot hold."""
    import duckdb  # here, since it takes a quarter of a second to load

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    if scratch is not None:
        connection.execute("SET temp_directory = ?", [str(scratch / "spill")])
    return connection


@contextmanager
def told_as_store_error(folder: Path) -> Iterator[None]:
    """What DuckDB or the disk objects to, as a StoreError with its remedy."""
    import duckdb  # here, since it takes a quarter of a second to load

    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise StoreError(
            f"{folder} could not be written to or read ({error})",
            "Check the folder's rights and the free space; what was stored before is untouched",
        ) from error


def _block_sql(block: Block, layout: Layout, query: str, dataset: Dataset) -> str:
    is_numbered = block.first_line is None
    places = {name: i for i, name in enumerate(block.columns, start=3 if is_numbered else 1)}
    named = [
        f"nullif(f[{places[name]}], '') AS \"{name}\"" if name in places else f'NULL AS "{name}"'
        for name in dict.fromkeys((*layout.columns, *layout.optional, *block.columns))
        if name
    ]
    name = block.name.replace("'", "''")
    return query_text("block").format(
        line="0" if is_numbered else f"rowid + {block.first_line}",
        file="f[1]" if is_numbered else f"'{name}'",
        number="f[2]::BIGINT" if is_numbered else "line",
        width=block.width,
        extra=block.width - len(block.columns),
        expected=len(block.columns),
        columns=", ".join(named),
        query=query,
        finish=query_text("events") if dataset.kind == _EVENTS else "SELECT * FROM found",
    )
