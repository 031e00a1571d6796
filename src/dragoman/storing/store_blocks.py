"""Blocks: lines between tabs read by their dataset's own SQL into a table of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.imported import Block, Dataset, Layout
from dragoman.storing.store_tables import query_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_EVENTS = "events"
_LONGEST_LINE = 16_777_216


@dataclass(frozen=True, slots=True)
class Form:
    """How blocks are read: their layout, its SQL, the dataset they are of.

    `numbered` gives a block of lines as they are as blocks of lines that open with file and number.
    """

    layout: Layout
    query: str
    dataset: Dataset
    numbered: Callable[[Block], Iterable[Block]]


def read_block(connection: DuckDBPyConnection, block: Block, form: Form) -> bool:
    """Read a block into the table `block` of a connection.

    Gives: False where its lines are as they are and not even: of another width, blank, or no text.
    """
    import duckdb  # here, since it takes a quarter of a second to load

    finish = query_text("events") if form.dataset.kind == _EVENTS else "SELECT * FROM found"
    if block.first_line is None:
        connection.execute(query_text("lines"), [str(block.path)])
        connection.execute(
            query_text("block").format(
                width=block.width,
                extra=block.width - len(block.columns),
                expected=len(block.columns),
                columns=_columns(block, form.layout),
                query=form.query,
                finish=finish,
            )
        )
        return True
    try:
        connection.execute(_even_sql(block, form, finish), [str(block.path)])
    except duckdb.InvalidInputException:  # it names the first line that is of another width
        return False
    [(last,)] = connection.execute("SELECT max(line) FROM block").fetchall()
    return not block.rows or last == block.first_line + block.rows - 1


def _even_sql(block: Block, form: Form, finish: str) -> str:
    columns = ", ".join(f"'f{i}': 'VARCHAR'" for i in range(1, block.width + 1))
    return query_text("even").format(
        name=block.name.replace("'", "''"),
        first=block.first_line,
        skip=block.skip,
        fields=columns,
        longest=_LONGEST_LINE,
        columns=_columns(block, form.layout),
        query=form.query,
        finish=finish,
    )


def _columns(block: Block, layout: Layout) -> str:
    """The columns that the dataset's SQL asks for, each as a field of a line or NULL."""
    is_numbered = block.first_line is None
    field = "nullif(f[{}], '')" if is_numbered else "f{}"
    places = {name: i for i, name in enumerate(block.columns, start=3 if is_numbered else 1)}
    return ", ".join(
        (field.format(places[name]) if name in places else "NULL") + f' AS "{name}"'
        for name in dict.fromkeys((*layout.columns, *layout.optional, *block.columns))
        if name
    )
