"""The lock of a store: one writer at a time, freed by the system when its process ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import StoreError

_NAME = "lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The store as this process's own to write to.

    A lock of the operating system's, not a file that is there or not: the latter would outlive a
    process that is killed.

    Raises: StoreError where another process writes, or the folder cannot be written to.
    """
    try:
        handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be written to ({error.strerror})", "Choose a folder that is your own"
        ) from error
    try:
        _lock(handle)
        yield
    except BlockingIOError as error:
        raise StoreError(
            f"another process is writing to {folder}", "Wait until it is done, and try again"
        ) from error
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
