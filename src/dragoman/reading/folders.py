"""Folders: the files below one in a fixed order, and a refusal for each that is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.runs import Refusal

_ABOUT_A_FOLDER = ("readme", "license", "licence", "copying")
"""What a folder of articles says about itself is no input."""


def files_below(folder: Path) -> list[Path | Refusal]:
    """The files below a folder in order of names, and refusals for what cannot be opened.

    Hidden files and what tells about the folder are left out. A link to a folder is followed once,
    so that links in a circle end; links to nothing, pipes and devices are refused.

    >>> files_below(Path("no-such-folder"))[0].reason
    'it cannot be read (No such file or directory)'
    """
    return sorted(_below(folder), key=lambda item: _place(item).parts)


def _below(folder: Path) -> Iterator[Path | Refusal]:
    failed: list[OSError] = []
    seen = {folder.resolve()}
    for place, folders, names in os.walk(folder, followlinks=True, onerror=failed.append):
        here = [Path(place, name) for name in folders if not name.startswith(".")]
        folders[:] = sorted(path.name for path in here if path.resolve() not in seen)
        seen |= {path.resolve() for path in here}
        for name in names:
            if not name.startswith(".") and Path(name).stem.lower() not in _ABOUT_A_FOLDER:
                yield _file(Path(place, name))
    for error in failed:
        reason = f"it cannot be read ({error.strerror})"
        yield Refusal(str(error.filename), reason, "Check who may read the folder")


def _file(path: Path) -> Path | Refusal:
    if path.is_file():
        return path
    is_link = path.is_symlink()
    reason = "it is a link to nothing" if is_link else "it is neither a file nor a folder"
    return Refusal(str(path), reason, "Put the file itself there")


def _place(item: Path | Refusal) -> Path:
    return Path(item.source) if isinstance(item, Refusal) else item
