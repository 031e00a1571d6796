"""Runs: articles in, coded articles and refusals out, in order, on one core or several.

Processes, not threads: the tables' part of coding is Python, of which one thread runs at a time.
Each process reads its own network and tables (a second and 150 MB), so a run that is over before
that would pay off stays in one.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.model.events import Event
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.running.loaded import coder

_BATCH = 20_000
"""Characters handed to a process at once: half a second of work."""
_WORTH_PROCESSES = 6
"""Batches below which more processes would cost more time than they save."""
_AHEAD = 3
"""Batches a process that lie ready, so that none waits and none but these are kept in memory."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with its events, in the order of its text, and the reasons of those left out."""

    article: Article
    events: tuple[Event, ...]
    left_out: tuple[Refusal, ...] = ()


Input = Article | Refusal
Output = Coded | Refusal
Watcher = Callable[[Output], Output]
"""Is told of each output of a run, and hands it on."""
_Batch = tuple[Input, ...]


def code_all(
    inputs: Iterable[Input], *, jobs: int = 1, tables: Path | None = None
) -> Iterator[Output]:
    """Each article with its events, each refusal as it came, in the order of the inputs.

    The outputs are the same whatever `jobs`.

    Args:
        inputs: what `dragoman.reading.files.read` gives.
        jobs: processes to use at most.
        tables: a folder of the user's own knowledge tables.

    Raises: DragomanError for tables that cannot be read. An article that makes the coder fail is
        refused, and the run goes on.

    >>> [coded] = code_all([Article("a1", "Peru thanked Chile.", published="2012-05-10")])
    >>> [event.type for event in coded.events]
    ['SUPPORT']
    """
    batches = _batches(inputs)
    first = list(islice(batches, _WORTH_PROCESSES))
    if jobs > 1 and len(first) == _WORTH_PROCESSES:
        yield from _in_processes(chain(first, batches), jobs, tables)
    else:
        for batch in chain(first, batches):
            yield from _code_batch(batch, tables)


def code_one(article: Article, code: Callable[[Article], list[Event]]) -> Output:
    """The article with its events, or a refusal where the coder fails on it."""
    try:
        return Coded(article, tuple(code(article)))
    except DragomanError:
        raise
    except Exception as error:  # noqa: BLE001 - one odd article must not end a run of a million
        reason = f"it could not be coded ({type(error).__name__}: {error})"
        return Refusal(article.source or article.id, reason, "Please report it with its text")


def _batches(inputs: Iterable[Input]) -> Iterator[_Batch]:
    """The inputs in batches of about equal work."""
    batch: list[Input] = []
    size = 0
    for item in inputs:
        batch.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if size >= _BATCH:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _code_batch(batch: _Batch, tables: Path | None) -> list[Output]:
    code = coder(tables)
    return [item if isinstance(item, Refusal) else code_one(item, code) for item in batch]


def _in_processes(batches: Iterator[_Batch], jobs: int, tables: Path | None) -> Iterator[Output]:
    # "spawn" is what every system has, and the network's threads do not survive a fork.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[tuple[Future[list[Output]], _Batch]] = deque()
    try:
        for batch in batches:
            waiting.append((_submitted(pool, batch, tables), batch))
            if len(waiting) > jobs * _AHEAD:
                yield from result_of(*waiting.popleft())
        while waiting:
            yield from result_of(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, batch: _Batch, tables: Path | None
) -> Future[list[Output]]:
    try:
        with _deaf_to_interrupts():
            return pool.submit(_code_batch, batch, tables)
    except BrokenProcessPool as error:
        failed: Future[list[Output]] = Future()
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


def result_of(future: Future[list[Output]], batch: _Batch) -> list[Output]:
    """What became of a batch; where its process was killed, a refusal for each of its articles."""
    try:
        return future.result()
    except BrokenProcessPool:
        reason = "the process that coded it was stopped, likely for want of memory"
        return [
            item
            if isinstance(item, Refusal)
            else Refusal(item.source or item.id, reason, "Run it again with --jobs 1")
            for item in batch
        ]
