"""Opening files: bytes of plain and gzipped files, never more than an article can have."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from dragoman.errors import ArticleError

MOST_OF_A_FILE = 20_000_000
"""Bytes of a page or text file: a hundred times the longest article."""
MOST_OF_A_DOCUMENT = 200_000_000
"""Bytes of a .json file, which is read as a whole."""
MOST_OF_A_LINE = 20_000_000
_MOST_EXPANDED = 200_000_000
_MOST_TIMES_ITS_SIZE = 200
"""News shrinks to a third or a tenth; what shrinks to a two-hundredth is made to fill a disk."""


def opened(path: Path) -> IO[bytes]:
    """A file to read from, unpacked where its name ends in .gz."""
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


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

    Args:
        stream: what to read.
        packed_size: the size of the file it is unpacked from, where it is.

    Raises: ArticleError where a packed file goes on beyond all measure.
    """
    most = max(_MOST_EXPANDED, _MOST_TIMES_ITS_SIZE * packed_size) if packed_size else None
    total = 0
    while line := stream.readline(MOST_OF_A_LINE + 1):
        is_whole = len(line) <= MOST_OF_A_LINE
        rest = line
        while not rest.endswith(b"\n") and rest:
            rest = stream.readline(MOST_OF_A_LINE)
            total += len(rest)
        total += len(line)
        if most and total > most:
            raise ArticleError("it expands beyond all measure", "Unpack it and look what it holds")
        yield line if is_whole else None
