"""Parquet: event records as a table with the columns of the record, nested as they are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import StoreError
from dragoman.storing.quoting import quoted

_SPAN = '"start" INTEGER, "end" INTEGER, "text" VARCHAR'
_ACTOR = (
    'code VARCHAR, id VARCHAR, sector VARCHAR[], name VARCHAR, "role" VARCHAR, '
    '"text" VARCHAR, "start" INTEGER, "end" INTEGER'
)
COLUMNS = {
    "id": "VARCHAR",
    "article_id": "VARCHAR",
    "type": "VARCHAR",
    "mode": "VARCHAR[]",
    "context": "VARCHAR[]",
    "quad": "TINYINT",
    "score": "DOUBLE",
    "cameo": "VARCHAR",
    "promises": "VARCHAR",
    "actor": f"STRUCT({_ACTOR})[]",
    "recipient": f"STRUCT({_ACTOR})[]",
    "against": f"STRUCT({_ACTOR}, basis VARCHAR)[]",
    "issue": f"STRUCT({_SPAN})[]",
    "status": "VARCHAR",
    "historical": "BOOLEAN",
    "date": "VARCHAR",
    "enddate": "VARCHAR",
    "date_precision": "VARCHAR",
    "date_text": "VARCHAR",
    "location": 'STRUCT("text" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE)',
    "attribution": (
        'STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, code VARCHAR, sector VARCHAR[], '
        "kind VARCHAR)[]"
    ),
    "quote": f"STRUCT({_SPAN})",
    "evidence": f"STRUCT({_SPAN})",
    "trigger": f"STRUCT({_SPAN})",
    "because": "STRUCT(step VARCHAR, rule VARCHAR, words VARCHAR, score DOUBLE)[]",
    "confidence": "DOUBLE",
    "coder": "VARCHAR",
}
"""The event record's fields in order, with DuckDB's types; dates stay strings as they are there."""


def write_parquet(json_lines: Path, parquet: Path) -> None:
    """Write event records, one a line of a file, as a Parquet file.

    DuckDB reads the lines itself, so that a run's events need not fit into memory.

    Args:
        json_lines: a file of event records.
        parquet: the file to write; one that is there is replaced.

    Raises: StoreError where the file cannot be written.
    """
    import duckdb  # here, since it takes a quarter of a second to load

    columns = ", ".join(f"{quoted(name)}: {quoted(kind)}" for name, kind in COLUMNS.items())
    query = (
        f"COPY (SELECT * FROM read_json({quoted(json_lines)}, format = 'newline_delimited', "  # noqa: S608
        f"columns = {{{columns}}})) TO {quoted(parquet)} (FORMAT parquet, COMPRESSION zstd)"
    )
    try:
        with duckdb.connect() as connection:
            connection.execute(query)
    except duckdb.Error as error:
        raise StoreError(
            f"{parquet} cannot be written ({error})", "Check the folder and its free space"
        ) from error


def read_parquet(parquet: Path) -> Iterator[dict[str, Any]]:
    """The records in a Parquet file, in order.

    Raises: StoreError for a file that is no Parquet.
    """
    import duckdb  # here, since it takes a quarter of a second to load

    try:
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(parquet)])
            names = [column[0] for column in found.description or ()]
            while rows := found.fetchmany(1000):
                yield from (dict(zip(names, row, strict=True)) for row in rows)
    except duckdb.Error as error:
        raise StoreError(
            f"{parquet} cannot be read ({error})", "Give a file that dragoman wrote"
        ) from error
