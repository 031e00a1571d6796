"""R data files: the first table in one, as rows of text."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ImportFormatError, MissingPartError

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-not-found, import-untyped, unused-ignore]


def rda_head(path: Path) -> str:
    """The names of the table's columns, as the header of a file between commas.

    Raises: MissingPartError without the library rdata; ImportFormatError for another file.
    """
    return ",".join(str(name) for name in _table(path).columns)


def rda_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows of the table in an R data file, numbered from 1.

    A factor is given by its words, since numbers of its levels would be added up; a missing value
    is "", and so is nothing else: "NA" is Namibia.
    """
    table = _table(path)
    lists = [table[name].astype(object).tolist() for name in table.columns]
    for number, row in enumerate(zip(*lists, strict=True), start=1):
        yield number, [_text(value) for value in row][: len(columns)]


def _table(path: Path) -> DataFrame:
    try:
        import rdata  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingPartError(
            f"{path.name} is R data, and rdata is not installed", "Install it: pip install rdata"
        ) from error
    try:
        read = rdata.read_rda(path)
    except (ValueError, NotImplementedError, OSError, EOFError) as error:
        raise ImportFormatError(
            f"{path.name} cannot be read ({error})", "Save it as CSV"
        ) from error
    return next(iter(read.values()))  # type: ignore[no-any-return, unused-ignore]


def _text(value: object) -> str:
    if isinstance(value, float):
        return "" if isnan(value) else str(int(value) if value.is_integer() else value)
    if value is None:
        return ""
    return str(value)
