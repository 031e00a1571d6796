"""Processes: work handed out to several of them, its results in the order of what was given."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 3
"""Pieces a process that lie ready, so that none waits and none but these are kept in memory."""


def worked(
    work: Callable[[Given], Made], pieces: Iterable[Given], processes: int
) -> Iterator[tuple[Given, Made | None]]:
    """Each piece with what `work` makes of it; None where the process at work on it was killed.

    Args:
        work: a function that another process can import.
        pieces: what to work on, taken up little by little.
        processes: how many to start.

    Raises: what `work` raises.
    """
    # "spawn" is what every system has, and the network's threads do not survive a fork.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    waiting: deque[tuple[Given, Future[Made]]] = deque()
    try:
        for piece in pieces:
            waiting.append((piece, _submitted(pool, work, piece)))
            if len(waiting) > processes * _AHEAD:
                given, future = waiting.popleft()
                yield given, result_of(future)
        for given, future in waiting:
            yield given, result_of(future)
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[Given], Made], piece: Given
) -> Future[Made]:
    try:
        with _deaf_to_interrupts():
            return pool.submit(work, piece)
    except BrokenProcessPool as error:
        failed: Future[Made] = Future()
        failed.set_exception(error)
        return failed


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Lets processes that start meanwhile take no notice of Ctrl-C, which is for this one to end.

    Interrupted like their parent, they died over their queue, and its pool waited for ever.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def result_of(future: Future[Made]) -> Made | None:
    """What became of a piece; None where its process was killed."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None
