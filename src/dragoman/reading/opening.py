"""Opening files: bytes of plain and gzipped files, never more than an article can have."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import IO, Protocol, cast

from dragoman.errors import ArticleError
from dragoman.reading.encodings import utf16_mark

MOST_OF_A_FILE = 20_000_000
"""Bytes of a page or text file: a hundred times the longest article."""
MOST_OF_A_DOCUMENT = 200_000_000
"""Bytes of a .json file, which is read as a whole."""
MOST_OF_A_LINE = 20_000_000
_MOST_EXPANDED = 50_000_000
_MOST_TIMES_ITS_SIZE = 50
"""News shrinks to a third or a tenth; what shrinks to a fiftieth is made to fill a disk."""
_BUFFER = 1 << 20


class _Lines(Protocol):
    """What gives lines as bytes, no more of each than asked for."""

    def readline(self, limit: int, /) -> bytes: ...


def opened(path: Path) -> IO[bytes]:
    """A file to read from, unpacked where its name ends in .gz."""
    if path.suffix != ".gz":
        return path.open("rb")
    # Its own lines come one by one through Python: a file of blank ones took two minutes.
    return cast("IO[bytes]", BufferedReader(gzip.open(path), _BUFFER))


def whole(stream: IO[bytes], limit: int) -> bytes:
    """All that is in a stream.

    Raises: ArticleError where it holds more than `limit` bytes; no more than that is read.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(
            f"it holds more than {limit // 1_000_000} MB",
            "Give one article a file, or many as JSON Lines",
        )
    return data


def lines(stream: IO[bytes], packed_size: int | None = None) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, of which no more is kept.

    Lines in UTF-16, as some shells write them, come as UTF-8.

    Args:
        stream: what to read.
        packed_size: the size of the file it is unpacked from, where it is.

    Raises: ArticleError where a packed file goes on beyond all measure.
    """
    most = max(_MOST_EXPANDED, _MOST_TIMES_ITS_SIZE * packed_size) if packed_size else None
    total = 0
    with _in_utf8(stream) as source:
        while line := source.readline(MOST_OF_A_LINE + 1):
            is_whole = len(line) <= MOST_OF_A_LINE
            rest = line
            while not rest.endswith(b"\n") and rest:
                rest = source.readline(MOST_OF_A_LINE)
                total += len(rest)
            total += len(line)
            if most and total > most:
                raise ArticleError("it expands beyond all measure", "Unpack it and look inside")
            yield line if is_whole else None


class _AsUtf8:
    """A text stream whose lines are read as UTF-8."""

    def __init__(self, text: TextIOWrapper) -> None:
        self._text = text

    def readline(self, limit: int, /) -> bytes:
        return self._text.readline(limit).encode("utf-8", "surrogatepass")


@contextmanager
def _in_utf8(stream: IO[bytes]) -> Iterator[_Lines]:
    encoding = utf16_mark(stream.peek(4)[:4]) if isinstance(stream, BufferedReader) else None
    if encoding is None:
        yield stream
        return
    text = TextIOWrapper(stream, encoding, "replace", newline="\n")
    try:
        yield _AsUtf8(text)
    finally:
        text.detach()  # else it closes the stream, which is its owner's to close
