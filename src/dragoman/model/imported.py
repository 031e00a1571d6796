"""Rows of published datasets: the dataset, the block of a file that is read at once, the counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.model.runs import Refusal


@dataclass(frozen=True, slots=True)
class Dataset:
    """A published dataset: what its rows are, which columns tell one from another, whose it is.

    `kind` is events, mentions, articles, scores, votes, alliances or disputes; `tried_on` says
    whether it was tried on real rows or on documented columns alone.
    """

    name: str
    kind: str
    key: tuple[str, ...]
    title: str
    licence: str
    citation: str
    source: str
    tried_on: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of a dataset's files: how a row is split, and the columns in it.

    `reader` is tab, csv, rda or json. Where the files open with a header, `columns` are those a
    file must have and `optional` those it may have; without a header, `columns` are all of them in
    order. Names are in lower case with "_" for what is no letter or digit.
    """

    name: str
    dataset: str
    reader: str
    has_header: bool
    columns: tuple[str, ...]
    optional: tuple[str, ...]
    encoding: str
    query: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text to read at once: fields between tabs.

    Where `first_line` is None every line opens with the name of its file and its number there;
    otherwise the lines are those of the file `name` as they are, `rows` of them from that number
    on, after `skip` lines that are no rows.

    >>> Block(Path("a.tsv"), ("id", "date"), first_line=2, name="a.tsv", rows=9).width
    2
    """

    path: Path
    columns: tuple[str, ...]
    first_line: int | None = None
    name: str = ""
    skip: int = 0
    rows: int = 0

    @property
    def width(self) -> int:
        """How many fields a line must have."""
        return len(self.columns) + (2 if self.first_line is None else 0)


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Rows read = kept + repeated + rejected; `back_dated` are those of the kept that are so.

    >>> ImportCounts(read=2, kept=2) + ImportCounts(read=1, repeated=1)
    ImportCounts(read=3, kept=2, repeated=1, rejected=0, back_dated=0)
    >>> str(ImportCounts(read=1, kept=1))
    '1 row read: 1 kept, 0 repeated, 0 rejected'
    """

    read: int = 0
    kept: int = 0
    repeated: int = 0
    rejected: int = 0
    back_dated: int = 0

    def __add__(self, other: ImportCounts) -> ImportCounts:
        return ImportCounts(
            self.read + other.read,
            self.kept + other.kept,
            self.repeated + other.repeated,
            self.rejected + other.rejected,
            self.back_dated + other.back_dated,
        )

    def __str__(self) -> str:
        rows = "row" if self.read == 1 else "rows"
        told = f"{self.read} {rows} read: {self.kept} kept, {self.repeated} repeated"
        told += f", {self.rejected} rejected"
        return told + (f"; {self.back_dated} of the kept back-dated" if self.back_dated else "")


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What became of the files of an import: rows by dataset, files known before, refusals.

    `rejects` is the file with the rejected rows, None where there are none.
    """

    counts: dict[str, ImportCounts] = field(default_factory=dict)
    files: int = 0
    known: int = 0
    refusals: tuple[Refusal, ...] = ()
    rejects: Path | None = None

    @property
    def total(self) -> ImportCounts:
        """The rows of all datasets."""
        return sum(self.counts.values(), ImportCounts())

    def __str__(self) -> str:
        lines = [f"{name}: {counts}" for name, counts in sorted(self.counts.items())]
        if self.rejects:
            lines.append(f"rejected rows: {self.rejects}")
        noun = "file" if self.files == 1 else "files"
        told = f"{self.files} {noun} imported, {self.known} known before"
        return "\n".join([*lines, f"{told}, {len(self.refusals)} refused"])
