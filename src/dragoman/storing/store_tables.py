"""The knowledge that datasets are read by, as tables in DuckDB: states by date, the crosswalk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.tables.load import Row, cells, load

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIRST_YEAR, _LAST_YEAR = 0, 9999
_SYSTEMS = {
    "iso": ("code", "cameo"), "iso2": ("iso2",), "fips": ("fips",), "cow": ("cow",), "gw": ("gw",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StateCode:
    """What a code of some system meant in the years from `first` to `last`."""

    system: str
    alias: str
    first: int
    last: int
    state: str


def load_tables(connection: DuckDBPyConnection) -> None:
    """Give a connection the tables and words that the queries of importing and storing use."""
    connection.execute(query_text("macros"))
    codes = state_codes()
    _fill(
        connection,
        "states(system, alias, first, last, state)",
        [(c.system, c.alias, c.first, c.last, c.state) for c in codes],
    )
    cross = load("crosswalk_cameo", ("prefix",))
    _fill(
        connection,
        "crosswalk(prefix, type, class, quad)",
        [(r["prefix"], r["type"] or None, r["class"], int(r["quad"])) for r in cross],
    )
    connection.execute(query_text("codes"))
    plover = load("plover_classes", ("type", "mode", "cameo", "promises"))
    names = ("type", "mode", "cameo", "promises", "class")
    _fill(
        connection,
        "classes(type, mode, cameo, promises, class, quad)",
        [(*(r[name] for name in names), int(r["quad"])) for r in plover],
    )
    acled = load("acled_types", ("event_type",))
    _fill(
        connection,
        "acled_types(event_type, type)",
        [(r["event_type"], r["type"]) for r in acled],
    )
    words = load("cameo_words", ("words",))
    _fill(connection, "cameo_words(words, code)", [(r["words"], r["code"]) for r in words])


def query_text(name: str) -> str:
    """The text of one of storing's own queries."""
    path = files("dragoman.storing").joinpath("queries", f"{name}.sql")
    return path.read_text(encoding="utf-8")


@cache
def state_codes() -> tuple[StateCode, ...]:
    """Every code and name a dataset may use for a state, with the state it meant in which years.

    A code goes on to mean the same state number before and after its own years: RUS in 1985 is
    the Soviet Union, SRB in 2004 Serbia and Montenegro.

    >>> [c.state for c in state_codes() if (c.system, c.alias) == ("iso", "RUS")]
    ['RUS', 'SUN']
    """
    rows = load("country_codes", ("code", "iso2", "cow", "start"))
    found = [
        StateCode(system, alias, first, last, row["code"])
        for system, columns in _SYSTEMS.items()
        for alias in sorted({row[column] for row in rows for column in columns} - {""})
        for first, last, row in _spells(rows, columns, alias)
    ]
    taken: dict[tuple[str, str], list[StateCode]] = {}
    for code in found:
        taken.setdefault((code.system, code.alias), []).append(code)
    more = [c for c in _named(rows) if _is_free(c, taken.get((c.system, c.alias), []))]
    return tuple(found + more)


def _is_free(code: StateCode, taken: Iterable[StateCode]) -> bool:
    """Whether a code has no meaning of its own in those years."""
    return all(code.last < one.first or code.first > one.last for one in taken)


def _spells(rows: list[Row], columns: Sequence[str], alias: str) -> Iterator[tuple[int, int, Row]]:
    """The years in which a code means a row: its own rows first, then others of the same number."""
    own = [row for row in rows if alias in {row[column] for column in columns}]
    numbers = {row["cow"] for row in own} - {""}
    family = [row for row in rows if row["cow"] in numbers and row not in own]
    taken: list[tuple[int, int]] = []
    for row in (*_latest_first(own), *_latest_first(family)):
        free = _free(_start(row), _end(row), taken)
        taken += free
        if free:
            yield free[0][0], free[-1][1], row


def _free(first: int, last: int, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of the years from `first` to `last` that lie in none of those taken.

    >>> _free(1990, 2010, [(2000, 2005)])
    [(1990, 1999), (2006, 2010)]
    """
    left = [(first, last)] if first <= last else []
    for start, end in taken:
        left = [
            piece
            for one, two in left
            for piece in ((one, min(two, start - 1)), (max(one, end + 1), two))
            if piece[0] <= piece[1]
        ]
    return left


def _latest_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=_start, reverse=True)


def _start(row: Row) -> int:
    return int(row["start"] or _FIRST_YEAR)


def _end(row: Row) -> int:
    return int(row["end"] or _LAST_YEAR)


def _named(rows: list[Row]) -> list[StateCode]:
    """States by their English names, in lower case, and the aliases that datasets use."""
    names = [
        ("name", name.lower(), row["code"])
        for row in load("states", ("code",))
        for name in (row["name"], *cells(row["names"]))
    ]
    aliases = [
        (
            row["system"],
            row["alias"].lower() if row["system"] == "name" else row["alias"],
            row["code"],
        )
        for row in load("country_aliases", ("system", "alias"))
    ]
    meant = {(system, alias): code for system, alias, code in (*names, *aliases)}
    return [
        StateCode(system, alias, first, last, row["code"])
        for (system, alias), code in sorted(meant.items())
        for first, last, row in _spells(rows, ("code",), code)
    ]


def _fill(connection: DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    name, _, columns = table.rstrip(")").partition("(")
    values = [list(column) for column in zip(*rows, strict=True)]
    unnested = ", ".join(f"unnest(?) AS {column.strip()}" for column in columns.split(","))
    connection.execute(f"CREATE TEMP TABLE {name} AS SELECT {unnested}", values)
