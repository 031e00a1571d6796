"""Writing to a store: blocks of rows into parts, and parts into a commit, whole or not at all."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError
from dragoman.model.imported import Block, Dataset, ImportCounts
from dragoman.storing.quoting import quoted
from dragoman.storing.store_blocks import Form, read_block
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

_MEMORY = "800MB"
"""What a DuckDB may hold; two of them and Python stay below 2 GB."""
_READERS = 2
"""Blocks read at once, each by a DuckDB of its own: numbering lines keeps one to a core."""
_IN_ORDER = "SET disabled_optimizers = 'join_order,build_side_probe_side'"
"""Joins as they are written: swapped, they would change the order of a small block's rows."""
_EVENTS = "events"
_PARQUET = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"


@dataclass(slots=True)
class Writer:
    """A store opened for writing: parts gather until a commit makes them belong to it."""

    folder: Path
    opened: Callable[[int], DuckDBPyConnection]
    commits: list[Commit]
    connections: list[DuckDBPyConnection] = field(default_factory=list)
    pending: list[Part] = field(default_factory=list)
    rejects: list[Path] = field(default_factory=list)

    @property
    def scratch(self) -> Path:
        """A folder for lines on their way in; gone when the writer is closed."""
        return self.folder / "scratch"

    @property
    def known(self) -> set[tuple[str, str]]:
        """The datasets and digests of the files that are in the store."""
        return {(file.dataset, file.sha256) for commit in self.commits for file in commit.files}

    @property
    def number(self) -> int:
        """The number of the commit that is being gathered."""
        return self.commits[-1].number + 1 if self.commits else 1

    def add(self, blocks: Iterable[Block], form: Form) -> ImportCounts:
        """Read blocks into parts that wait for the commit, and count their rows.

        Blocks are read side by side and written in their order, so that of repeats the first stays.

        Args:
            blocks: the lines, each block readable until the next but one is asked for.
            form: how they are read.

        Raises: StoreError where the disk is full or cannot be written to.
        """
        counts = ImportCounts()
        reading: deque[tuple[Block, DuckDBPyConnection, Future[bool]]] = deque()
        with ThreadPoolExecutor(_READERS) as pool:
            for number, block in enumerate(blocks):
                connection = self._connection(number % _READERS)
                begun = pool.submit(read_block, connection, block, form)
                reading.append((block, connection, begun))
                if len(reading) == _READERS:
                    counts += self._taken(*reading.popleft(), form)
            while reading:
                counts += self._taken(*reading.popleft(), form)
        return counts

    def write_part(
        self, connection: DuckDBPyConnection, sql: str, dataset: Dataset, year: int
    ) -> Part:
        """Write what a query gives, rows of one year, to a part that waits for the commit."""
        folder = Path("data", f"dataset={dataset.name}", f"year={year}")
        path = folder / f"{self.number:08d}-{len(self.pending):04d}.parquet"
        (self.folder / folder).mkdir(parents=True, exist_ok=True)
        rows = copy_out(connection, sql, self.folder / path, _PARQUET)
        data = (self.folder / path).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        part = Part(path.as_posix(), dataset.name, dataset.kind, year, rows, len(data), digest)
        self.pending.append(part)
        return part

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

    def _connection(self, number: int) -> DuckDBPyConnection:
        """The DuckDB of a reader, opened once it is needed: most files are one block."""
        if number == len(self.connections):
            with told_as_store_error(self.folder):
                self.connections.append(self.opened(number))
        return self.connections[number]

    def _taken(
        self, block: Block, connection: DuckDBPyConnection, begun: Future[bool], form: Form
    ) -> ImportCounts:
        """Write a block that is read; where it is of uneven lines, line by line."""
        with told_as_store_error(self.folder):
            if begun.result():
                return self._kept(block, connection, form.dataset)
            counts = ImportCounts()
            for part in form.numbered(block):
                read_block(connection, part, form)
                counts += self._kept(part, connection, form.dataset)
            return counts

    def _kept(self, block: Block, connection: DuckDBPyConnection, dataset: Dataset) -> ImportCounts:
        self._find_repeated(connection, dataset)
        counts = _counts(connection, block, dataset)
        self._write_parts(connection, dataset)
        if counts.rejected:
            self._write_rejects(connection)
        return counts

    def _find_repeated(self, connection: DuckDBPyConnection, dataset: Dataset) -> None:
        key = ", ".join(f"block.{column}" for column in dataset.key)
        same = " AND ".join(f"doubles.{c} IS NOT DISTINCT FROM block.{c}" for c in dataset.key)
        connection.execute(query_text("repeated").format(key=key, same=same))
        years = {
            row[0] for row in _fetch(connection, "SELECT DISTINCT coalesce(year, 0) FROM block")
        }
        parts = [p for c in self.commits for p in c.parts] + self.pending
        paths = [
            str(self.folder / p.path)
            for p in parts
            if p.dataset == dataset.name and p.year in years
        ]
        if paths:
            key, first = ", ".join(dataset.key), dataset.key[0]
            sql = query_text("stored").format(key=key, first=first, same=same)
            connection.execute(sql, [paths])

    def _write_parts(self, connection: DuckDBPyConnection, dataset: Dataset) -> None:
        kept = "reason IS NULL AND rowid NOT IN (SELECT row FROM repeated)"
        sql = f"SELECT DISTINCT coalesce(year, 0) FROM block WHERE {kept} ORDER BY 1"  # noqa: S608
        for (year,) in _fetch(connection, sql):
            of_year = f"coalesce(year, 0) = {year}"
            sql = f"SELECT * EXCLUDE (reason, year) FROM block WHERE {kept} AND {of_year}"  # noqa: S608
            self.write_part(connection, sql, dataset, year)

    def _write_rejects(self, connection: DuckDBPyConnection) -> None:
        (self.folder / "rejects").mkdir(exist_ok=True)
        path = self.folder / "rejects" / f"{self.number:08d}-{len(self.rejects):04d}.csv"
        sql = "SELECT DISTINCT file, line, reason FROM block WHERE reason IS NOT NULL ORDER BY ALL"
        copy_out(connection, sql, path, "FORMAT csv, HEADER")
        self.rejects.append(path)


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
        try:
            with ExitStack() as stack:
                writer = Writer(
                    folder, lambda n: stack.enter_context(_prepared(scratch / f"{n}")), commits
                )
                yield writer
                writer.discard()
        finally:
            rmtree(scratch, ignore_errors=True)


def _prepared(scratch: Path) -> DuckDBPyConnection:
    connection = connected(scratch)
    load_tables(connection)
    connection.execute(_IN_ORDER)
    return connection


def connected(scratch: Path | None = None) -> DuckDBPyConnection:
    """A DuckDB of its own in memory, which spills to `scratch` what it cannot hold."""
    import duckdb  # here, since it takes a quarter of a second to load

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    # DuckDB may draw a bar of its own, on a terminal or not; the one shown is the command line's.
    connection.execute("SET enable_progress_bar = false")
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


def _counts(connection: DuckDBPyConnection, block: Block, dataset: Dataset) -> ImportCounts:
    is_back_dated = "back_dated IS NOT NULL" if dataset.kind == _EVENTS else "false"
    sql = query_text("counts").format(back_dated=is_back_dated)
    [(read, repeated, rejected, back_dated)] = _fetch(connection, sql)
    lines = read if block.first_line is None else block.rows
    return ImportCounts(lines, lines - repeated - rejected, repeated, rejected, back_dated)


def copy_out(connection: DuckDBPyConnection, sql: str, path: Path, form: str) -> int:
    """Write what a query gives to a file, which appears once it is whole, and count its rows."""
    draft = path.with_name(f".{path.name}.part")
    [(rows,)] = _fetch(connection, f"COPY ({sql}) TO {quoted(draft)} ({form})")
    draft.replace(path)
    return int(rows)


def _fetch(connection: DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()
