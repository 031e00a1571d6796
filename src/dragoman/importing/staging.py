"""Staging: a source's rows as blocks of plain lines, which storing reads at full speed.

Lines between tabs are handed on as they are, a plain file even where it lies. All else (quoted,
in JSON, with odd line ends or bytes) is written out as lines that open with their file's name and
their own number there, so that a row can always be found again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

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
    """The rows of a source in blocks, each of which may be read until the next is asked for.

    Args:
        source: where the rows are.
        layout: the form they have.
        head: the source's first lines.
        scratch: a file to write lines to where they cannot be read where they lie.

    Raises: ImportFormatError for a packed file that is broken.
    """
    is_rda = source.path.suffix.lower() == ".rda"
    columns = _DYAD_COLUMNS if layout.name == "dyads" else columns_of(layout, head)
    if layout.reader == "tab" and not is_rda:
        yield from _tab_blocks(source, layout, columns, scratch)
        return
    rows = rda_rows(source.path, columns) if is_rda else _rows(source, layout)
    for path in _written(rows, source.name, scratch):
        yield Block(path, columns)


def _tab_blocks(
    source: Source, layout: Layout, columns: tuple[str, ...], scratch: Path
) -> Iterator[Block]:
    """Blocks of lines as they are; those of a chunk with odd bytes one by one."""
    can_stay = source.is_plain and layout.encoding == _UTF8
    can_stay = can_stay and source.path.stat().st_size <= _BLOCK
    number = 1
    for chunk in _chunks(source):
        skip = 1 if number == 1 and layout.has_header else 0
        data, first = _in_utf8(chunk, layout.encoding), number + skip
        number += chunk.count(b"\n")
        if not _is_clean(data):
            lines = (_decoded(line, layout.encoding) for line in chunk.split(b"\n")[skip:])
            rows = ((first + i, line.split("\t")) for i, line in enumerate(lines) if line.strip())
            for path in _written(rows, source.name, scratch):
                yield Block(path, columns)
            continue
        if not can_stay:
            scratch.write_bytes(data)
        del chunk, data  # while it is read, it need not be held twice
        path = source.path if can_stay else scratch
        yield Block(path, columns, first_line=first, name=source.name, skip=skip)


def _chunks(source: Source) -> Iterator[bytes]:
    """The bytes of a source in large pieces that end with a line."""
    gathered: list[bytes] = []
    size = 0
    for piece in pieces(source):
        gathered.append(piece)
        size += len(piece)
        if size > _BLOCK and (end := piece.rfind(b"\n") + 1):
            gathered[-1] = piece[:end]
            yield b"".join(gathered)
            gathered, size = [piece[end:]], len(piece) - end
    if size:
        yield b"".join(gathered)


def _in_utf8(chunk: bytes, encoding: str) -> bytes:
    return chunk if encoding == _UTF8 else chunk.decode(encoding, "replace").encode(_UTF8)


def _is_clean(data: bytes) -> bool:
    """Whether DuckDB would see the lines that there are: no odd ends, blank lines or bytes."""
    odd = (b"\r", b"\x01", b"\x00", b"\n\n")
    if data.startswith((_BOM, b"\n")) or any(one in data for one in odd):
        return False
    return data.isascii() or _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


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
    """The scratch file, filled with a block of rows at a time."""
    size = 0
    stream = scratch.open("w", encoding=_UTF8, newline="")
    try:
        for number, fields in rows:
            size += stream.write(f"{name}\t{number}\t" + "\t".join(map(_clean, fields)) + "\n")
            if size > _BLOCK:
                stream.close()
                yield scratch
                stream, size = scratch.open("w", encoding=_UTF8, newline=""), 0
    finally:
        stream.close()
    if size:
        yield scratch


def _clean(field: str) -> str:
    r"""A field without what would end it or its line.

    >>> _clean("two\nlines")
    'two lines'
    """
    if field.isprintable() or field == NOT_TEXT:
        return field
    return " ".join("".join(c if c.isprintable() else " " for c in field).split())
