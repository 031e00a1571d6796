"""Staging: a source's rows as blocks of plain lines, which storing reads at full speed.

Lines between tabs are handed on as they are. All else (quoted, in JSON, with odd line ends or
bytes, of uneven width) is written out as lines that open with their file's name and their own
number there, so that a row can always be found again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from dragoman.importing.coded import article_rows, event_rows
from dragoman.importing.layouts import Head, column_name, columns_of
from dragoman.importing.opening import Source, pieces
from dragoman.importing.rda import rda_rows
from dragoman.model.imported import Block, Layout

Row = tuple[int, list[str]]
_BLOCK = 128_000_000
"""Bytes read at once: 300,000 rows of GDELT, of which DuckDB makes some 400 MB."""
_LONGEST_LINE = 16_000_000
_BOM = b"\xef\xbb\xbf"
_UTF8 = "utf-8"
NOT_TEXT = "\x1a"
"""The whole of a line whose bytes are not in the file's encoding (SUBSTITUTE, as ASCII has it)."""
_DYAD_COLUMNS = ("date", "a", "b", "measure", "value")


def blocks(source: Source, layout: Layout, head: Head, scratch: Path) -> Iterator[Block]:
    """The rows of a source in blocks, each readable until the next but one is asked for.

    Args:
        source: where the rows are.
        layout: the form they have.
        head: the source's first lines.
        scratch: a folder to write lines to.

    Raises: ImportFormatError for a packed file that is broken.
    """
    is_rda = source.path.suffix.lower() == ".rda"
    columns = _DYAD_COLUMNS if layout.name == "dyads" else columns_of(layout, head)
    if layout.reader == "tab" and not is_rda:
        yield from _tab_blocks(source, layout, columns, scratch)
        return
    rows = rda_rows(source.path, columns) if is_rda else _rows(source, layout)
    for path in _written(rows, source.name, scratch / "rows"):
        yield Block(path, columns)


def numbered(block: Block) -> Iterator[Block]:
    """A block of lines as they are as blocks of lines that open with their file's name and number.

    So are those read that are not all of one width, or no text in UTF-8. Blank lines are no rows.
    """
    first = block.first_line or 1
    with block.path.open("rb") as stream:
        lines = (_decoded(line.rstrip(b"\n"), _UTF8) for line in stream)
        counted = enumerate(lines, start=first - block.skip)
        rows = ((number, line.split("\t")) for number, line in counted if line.strip())
        wanted = (row for row in rows if row[0] >= first)
        for path in _written(wanted, block.name, block.path.with_suffix(".numbered")):
            yield Block(path, block.columns)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines in a file, and whether nothing in them is odd."""

    path: Path
    lines: int
    is_even: bool


def _tab_blocks(
    source: Source, layout: Layout, columns: tuple[str, ...], scratch: Path
) -> Iterator[Block]:
    """Blocks of lines as they are; those of a chunk with odd bytes numbered."""
    number = 1
    for chunk in _chunks(source, layout.encoding, scratch):
        skip = 1 if number == 1 and layout.has_header else 0
        first, rows = number + skip, chunk.lines - skip
        number += chunk.lines
        block = Block(chunk.path, columns, first, source.name, skip, rows)
        if chunk.is_even:
            yield block
        else:
            yield from numbered(block)


def _chunks(source: Source, encoding: str, scratch: Path) -> Iterator[_Chunk]:
    """The lines of a source in two files in turn, written over: new pages would cost more."""
    parts = _in_whole_lines(source)
    for number, first in enumerate(parts):
        path = scratch / f"lines{number % 2}"
        lines = size = 0
        is_even = True
        with _written_over(path) as stream:
            for part in chain([first], parts):
                data = part if encoding == _UTF8 else part.decode(encoding, "replace").encode(_UTF8)
                size += stream.write(data)
                lines += data.count(b"\n") + (not data.endswith(b"\n"))
                is_even = is_even and _is_even(data)
                if size > _BLOCK:
                    break
        yield _Chunk(path, lines, is_even)


def _in_whole_lines(source: Source) -> Iterator[bytes]:
    """The bytes of a source in pieces that end with a line; the last may not."""
    gathered: list[bytes] = []
    for piece in pieces(source):
        end = piece.rfind(b"\n") + 1
        if end:
            yield b"".join([*gathered, piece[:end]])
            gathered = []
        gathered.append(piece[end:])
    if rest := b"".join(gathered):
        yield rest


@contextmanager
def _written_over(path: Path) -> Iterator[IO[bytes]]:
    path.touch()
    with path.open("r+b") as stream:
        yield stream
        stream.truncate()


def _is_even(data: bytes) -> bool:
    """Whether DuckDB would see the lines that there are; it finds those of other widths itself."""
    return not data.startswith(_BOM) and b"\r" not in data and b"\0" not in data


def _rows(source: Source, layout: Layout) -> Iterator[Row]:
    if layout.reader == "json":
        rows = article_rows if layout.dataset == "articles" else event_rows
        return rows(_lines(source, layout.encoding))
    return _csv_rows(source, layout)


def _lines(source: Source, encoding: str) -> Iterator[str]:
    """The lines of a source without their ends; NOT_TEXT for one that cannot be decoded."""
    rest = b""
    for piece in pieces(source):
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            yield _decoded(line, encoding)
    if rest:
        yield _decoded(rest, encoding)


def _decoded(line: bytes, encoding: str) -> str:
    if len(line) > _LONGEST_LINE:
        return NOT_TEXT
    try:
        return line.removeprefix(_BOM).rstrip(b"\r").decode(encoding)
    except UnicodeDecodeError:
        return NOT_TEXT


def _csv_rows(source: Source, layout: Layout) -> Iterator[Row]:
    """The rows of a quoted file; a row that spans lines has the number of its last one."""
    reader = csv.reader(line + "\n" for line in _lines(source, layout.encoding))
    names: tuple[str, ...] = ()
    for fields in reader:
        if not fields:
            continue
        if layout.has_header and not names:
            names = tuple(column_name(title) for title in fields)
        elif layout.name == "dyads":
            yield from _melted(reader.line_num, names, fields)
        else:
            yield reader.line_num, fields


def _melted(number: int, names: tuple[str, ...], fields: list[str]) -> Iterator[Row]:
    """A row of a dyads file as one row for each column of values."""
    if len(fields) != len(names):
        yield number, fields
        return
    row = dict(zip(names, fields, strict=True))
    parties = [row.pop("date"), row.pop("a"), row.pop("b")]
    yield from ((number, [*parties, name, value]) for name, value in row.items())


def _written(rows: Iterable[Row], name: str, scratch: Path) -> Iterator[Path]:
    """Two files in turn, beside `scratch`, filled with a block of rows at a time."""
    left = iter(rows)
    for number, first in enumerate(left):
        path = scratch.with_name(f"{scratch.name}{number % 2}")
        size = 0
        with path.open("w", encoding=_UTF8, newline="") as stream:
            for line, fields in chain([first], left):
                size += stream.write(f"{name}\t{line}\t" + "\t".join(map(_clean, fields)) + "\n")
                if size > _BLOCK:
                    break
        yield path


def _clean(field: str) -> str:
    r"""A field without what would end it or its line.

    >>> _clean("two\nlines")
    'two lines'
    """
    if field.isprintable() or field == NOT_TEXT:
        return field
    return " ".join("".join(c if c.isprintable() else " " for c in field).split())
