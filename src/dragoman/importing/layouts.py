"""Layouts: the forms in which datasets come, and which of them a file has."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import ImportFormatError
from dragoman.model.imported import Dataset, Layout
from dragoman.tables.load import cells, load

_JSON_START = "{"
_ARTICLE_FIELDS = ('"text"', '"sha256"')


@dataclass(frozen=True, slots=True)
class Head:
    """What a file begins with: its name, and its first lines."""

    name: str
    lines: tuple[str, ...]


@cache
def datasets() -> dict[str, Dataset]:
    """The datasets by name.

    >>> datasets()["polecat"].tried_on
    'documented columns'
    """
    return {
        row["dataset"]: Dataset(
            name=row["dataset"],
            kind=row["kind"],
            key=cells(row["key"]),
            title=row["title"],
            licence=row["licence"],
            citation=row["citation"],
            source=row["source"],
            tried_on=row["tried"],
        )
        for row in load("import_datasets", ("dataset",))
    }


@cache
def layouts() -> tuple[Layout, ...]:
    """All layouts, in the order of their table."""
    return tuple(
        Layout(
            name=row["layout"],
            dataset=row["dataset"],
            reader=row["reader"],
            has_header=row["header"] == "yes",
            columns=cells(row["columns"]),
            optional=cells(row["optional"]),
            encoding=row["encoding"],
            query=row["query"],
        )
        for row in load("import_layouts", ("layout",))
    )


def query(layout: Layout) -> str:
    """The SQL that reads rows of this layout, over a relation `named` with its columns."""
    path = files("dragoman.importing").joinpath("queries", f"{layout.query}.sql")
    return path.read_text(encoding="utf-8")


def layout_of(head: Head, dataset: str | None = None) -> Layout:
    r"""The layout of a file, by its header or by how many columns it has.

    Args:
        head: what the file begins with.
        dataset: the dataset it is said to be of.

    Raises: ImportFormatError where no layout (of that dataset) fits.

    >>> head = Head("a.csv", ("date,a,b,w", "2019-03-01,PER,CHL,2.5"))
    >>> layout_of(head).dataset
    'dyads'
    """
    if dataset is not None and dataset not in datasets():
        raise ImportFormatError(
            f"{dataset!r} is no dataset that can be imported", f"Known: {', '.join(datasets())}"
        )
    fitting = [one for one in layouts() if dataset in (None, one.dataset) and _fits(one, head)]
    if not fitting:
        raise ImportFormatError(
            f"{head.name} has not the form of {dataset or 'any dataset known'}"
            f" ({_described(head)})",
            "Look at its first lines, and at docs/datasets.md for the columns it should have",
        )
    return max(fitting, key=lambda one: len(one.columns))


def columns_of(layout: Layout, head: Head) -> tuple[str, ...]:
    """The columns of a file in order: those of its header, or the layout's own."""
    return _names(layout, head) if layout.has_header else layout.columns


def column_name(title: str) -> str:
    """A column's title as a name: lower case, "_" for what is no letter or digit.

    >>> column_name("Event ID")
    'event_id'
    """
    return re.sub(r"[^a-z0-9]+", "_", title.strip().strip('"').lower()).strip("_")


def _fits(layout: Layout, head: Head) -> bool:
    if not head.lines:
        return False
    first = head.lines[0]
    if first.startswith(_JSON_START) or layout.reader == "json":
        is_article = all(field in first for field in _ARTICLE_FIELDS) and '"trigger"' not in first
        known = layout.reader == "json" and first.startswith(_JSON_START)
        return known and is_article == (layout.dataset == "articles")
    if layout.has_header:
        return set(layout.columns) <= set(_names(layout, head))
    fields = _fields(layout, head)
    return len(fields) == len(layout.columns) and fields[0][-1:].isdigit()


def _names(layout: Layout, head: Head) -> tuple[str, ...]:
    return tuple(column_name(title) for title in _fields(layout, head))


def _fields(layout: Layout, head: Head) -> list[str]:
    """The fields of the first row, which in quotes may go on over several lines."""
    if layout.reader == "tab":
        return head.lines[0].split("\t")
    return next(csv.reader(line + "\n" for line in head.lines), [])


def _described(head: Head) -> str:
    if not head.lines:
        return "it is empty"
    tabs, commas = head.lines[0].count("\t"), head.lines[0].count(",")
    return f"{tabs + 1} columns between tabs, {commas + 1} between commas"
