"""Knowledge tables: CSV files with a header that says what, source, key and changes.

A table opens with lines that start with "#"; the first row after them names the columns. Cells are
text; a list in a cell is separated by "|". A folder of the user's own may hold tables of the same
names: a row whose key is there already replaces it, any other row is added.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from difflib import get_close_matches
from operator import itemgetter
from pathlib import Path

from dragoman.errors import TableError

Row = dict[str, str]
SHIPPED = Path(__file__).parent
"""The folder of the package's tables."""


def load(name: str, key: tuple[str, ...], own: Path | None = None) -> list[Row]:
    """The rows of table `name`: the package's, with those of the user's folder `own` laid over.

    Args:
        name: the table's file name without ".csv".
        key: the columns that tell one row from another.
        own: a folder that may hold a table of that name, with the columns of the package's.

    Raises: TableError for a missing column, or a row with too many or too few cells.

    >>> load("states", ("code",))[0]["code"]
    'AFG'
    """
    key_of = itemgetter(*key)
    shipped = (SHIPPED / f"{name}.csv").read_text(encoding="utf-8")
    rows = {key_of(row): row for row in _read(shipped, f"{name}.csv", key)}
    if own is not None and (path := own / f"{name}.csv").is_file():
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TableError(
                f"{path} cannot be read ({error})", "Save it as UTF-8 text."
            ) from error
        columns = next(iter(rows.values())).keys() if rows else key
        rows.update((key_of(row), row) for row in _read(text, str(path), columns))
    return list(rows.values())


def check_names(own: Path) -> None:
    """Raises TableError for a CSV file in a user's folder that no table of the package answers to.

    >>> check_names(Path("no-such-folder"))
    """
    known = {item.stem for item in SHIPPED.iterdir()}
    for path in sorted(own.glob("*.csv")):
        if path.stem not in known:
            near = get_close_matches(path.stem, sorted(known), n=1)
            meant = f"Name it {near[0]}.csv" if near else "Name it as a table of docs/tables.md"
            raise TableError(f"{path} is not the name of a table", f"{meant}, or take it away.")


def cells(value: str) -> tuple[str, ...]:
    """The items of a list in a cell.

    >>> cells("GOV|MIL")
    ('GOV', 'MIL')
    """
    if "|" not in value:
        return (value.strip(),) if value.strip() else ()
    return tuple(filter(None, map(str.strip, value.split("|"))))


def _read(text: str, where: str, columns: Iterable[str]) -> list[Row]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    reader = csv.reader(lines)
    header = next(reader, [])
    if missing := [column for column in columns if column not in header]:
        raise TableError(f"{where} has no column {missing[0]!r}", f"Its columns are {header}.")
    rows = []
    for number, row in enumerate(reader, start=1):
        if len(row) != len(header):
            raise TableError(
                f"{where}: row {number} has {len(row)} cells, not {len(header)}: {row[:3]}",
                "Give every column a cell, empty where nothing is known.",
            )
        rows.append(dict(zip(header, map(str.strip, row), strict=True)))
    return rows
