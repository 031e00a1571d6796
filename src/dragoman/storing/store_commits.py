"""The commits of a store: what each import added, one small file each, written last and at once.

What no commit names is not there. A process that is killed leaves parts without a commit, which
the next writer sweeps away; a reader sees the last complete state.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import StoreError
from dragoman.model.imported import ImportCounts

VERSION = 1
"""The version of a store's layout: one with a higher number is left alone."""
_STAMP = "store.json"
_COMMITS = "commits"


@dataclass(frozen=True, slots=True)
class Part:
    """A Parquet file of one dataset and year: its path in the store, and how to know it again."""

    path: str
    dataset: str
    kind: str
    year: int
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was imported: its name, its digest, and what became of its rows."""

    name: str
    sha256: str
    dataset: str
    counts: ImportCounts


@dataclass(frozen=True, slots=True)
class Commit:
    """What one step of an import added."""

    number: int
    parts: tuple[Part, ...]
    files: tuple[ImportedFile, ...]

    @property
    def name(self) -> str:
        """Its number with leading zeros, so that names sort as numbers do."""
        return f"{self.number:08d}"


def create(folder: Path) -> None:
    """Make a folder a store, unless it is one.

    Raises: StoreError where it cannot be made, or is a folder of other things.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _STAMP).exists():
            if any(folder.iterdir()):
                raise StoreError(f"{folder} is no store and not empty", "Name a new folder")
            (folder / _COMMITS).mkdir()
            write_whole(folder / _STAMP, json.dumps({"dragoman store": VERSION}).encode())
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be made a store ({error.strerror})", "Choose a folder of your own"
        ) from error


def commits_in(folder: Path) -> tuple[Commit, ...]:
    """The commits of a store, in order.

    Raises: StoreError for a folder that is no store, a newer one, or a commit that is broken.
    """
    _check_version(folder)
    try:
        paths = sorted((folder / _COMMITS).glob("*.json"))
        return tuple(_commit(json.loads(path.read_bytes())) for path in paths)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder} has a commit that cannot be read ({error!r})", "Copy the folder once more"
        ) from error


def write_commit(folder: Path, commit: Commit) -> None:
    """Make a commit's parts and files belong to the store."""
    data = json.dumps(asdict(commit), ensure_ascii=False, indent=1).encode()
    write_whole(folder / _COMMITS / f"{commit.name}.json", data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, and still is after a power cut."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def stray_files(folder: Path, commits: Iterable[Commit]) -> list[Path]:
    """Files under the store's data that no commit names: what a killed writer left."""
    known = {folder / part.path for commit in commits for part in commit.parts}
    found = (path for path in (folder / "data").rglob("*") if path.is_file())
    return sorted(path for path in found if path not in known)


def _check_version(folder: Path) -> None:
    try:
        version = json.loads((folder / _STAMP).read_bytes())["dragoman store"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder} is no store", "Make one with dragoman import PATH --store DIR"
        ) from error
    if not isinstance(version, int) or version > VERSION:
        raise StoreError(
            f"{folder} was written by a newer version of dragoman", "Upgrade dragoman to read it"
        )


def _commit(record: dict[str, Any]) -> Commit:
    return Commit(
        number=record["number"],
        parts=tuple(Part(**part) for part in record["parts"]),
        files=tuple(
            ImportedFile(**{**file, "counts": ImportCounts(**file["counts"])})
            for file in record["files"]
        ),
    )
