"""Opening: files, folders and archives as sources of bytes, never more of them than is likely."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from dragoman.errors import ImportFormatError
from dragoman.importing.layouts import Head

_MOST_TIMES_ITS_SIZE = 200
_MOST_EXPANDED = 64_000_000
"""Event data shrink to a tenth or a thirtieth; what shrinks to less is made to fill a disk."""
_PIECE = 1 << 22
_HEAD = 1 << 16
_HEAD_LINES = 100
_ENCRYPTED = 0x1
_IGNORED = (".md", ".rejects.csv")
_REMEDY = "Fetch the file once more, or unpack it and look what it holds"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or one member of a zip archive.

    `name` is what rows are said to come from: the file's name, for a member with it after "/";
    `named` stands for it where the bytes are a copy in another form.
    """

    path: Path
    member: str | None = None
    named: str | None = None

    @property
    def name(self) -> str:
        """The file's name, without its folder: a moved file is the same."""
        if self.named:
            return self.named
        return self.path.name if self.member is None else f"{self.path.name}/{self.member}"


def files_under(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those under the folders named, in the order of their names."""
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            yield from (p for p in sorted(found) if not p.name.endswith(_IGNORED))
        else:
            yield path


def sources_in(path: Path) -> tuple[Source, ...]:
    """What a file holds: itself, or the members of a zip archive in order.

    Raises: ImportFormatError for a broken, encrypted or empty archive.
    """
    if path.suffix.lower() != ".zip":
        return (Source(path),)
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise ImportFormatError(f"{path} is no whole zip archive ({error})", _REMEDY) from error
    if any(info.flag_bits & _ENCRYPTED for info in members):
        raise ImportFormatError(f"{path} is encrypted", "Unpack it with its password first")
    if not members:
        raise ImportFormatError(f"{path} is an empty archive", _REMEDY)
    return tuple(Source(path, info.filename) for info in members)


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """The bytes of a source, unpacked.

    Raises: ImportFormatError, while they are read, where a packed file is cut off or broken.
    """
    try:
        if source.member is not None:
            with zipfile.ZipFile(source.path) as archive, archive.open(source.member) as stream:
                yield stream
        elif source.path.suffix.lower() == ".gz":
            with gzip.open(source.path) as stream:
                yield cast("IO[bytes]", stream)
        else:
            with source.path.open("rb") as stream:
                yield stream
    except (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile) as error:
        raise ImportFormatError(f"{source.name} is cut off or broken ({error})", _REMEDY) from error


def pieces(source: Source) -> Iterator[bytes]:
    """The bytes of a source in pieces of some megabytes.

    Raises: ImportFormatError for a packed file that is broken or goes on beyond all measure.
    """
    most = max(_MOST_EXPANDED, _MOST_TIMES_ITS_SIZE * source.path.stat().st_size)
    total = 0
    with opened(source) as stream:
        while piece := stream.read(_PIECE):
            total += len(piece)
            if total > most:
                raise ImportFormatError(
                    f"{source.name} expands to more than {most // 1_000_000} MB", _REMEDY
                )
            yield piece


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes as they lie on disk."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def head_of(source: Source) -> Head:
    """The first lines of a source, to tell its layout from."""
    with opened(source) as stream:
        start = stream.read(_HEAD)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start:
        raise ImportFormatError(f"{source.name} is no text in UTF-8", "Save it as UTF-8 text")
    text = start.decode("utf-8-sig", "replace")
    lines = (line for line in text.splitlines() if line.strip())
    return Head(
        source.name, tuple(line for line, _ in zip(lines, range(_HEAD_LINES), strict=False))
    )
