"""Runs: articles in, coded articles and refusals out, in order, on one core or several.

Processes, not threads: the tables' part of coding is Python, of which one thread runs at a time.
Each process reads its own network and tables (a second and 150 MB), so a run that is over before
that would pay off stays in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
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


def _in_processes(batches: Iterable[_Batch], jobs: int, tables: Path | None) -> Iterator[Output]:
    # Imported here: a run that stays in one process starts sooner without.
    from dragoman.running.processes import worked

    for batch, outputs in worked(partial(_code_batch, tables=tables), batches, jobs):
        yield from refused(batch) if outputs is None else outputs


def refused(batch: _Batch) -> list[Output]:
    """A refusal for each article of a batch whose process was killed."""
    reason = "the process that coded it was stopped, likely for want of memory"
    return [
        item
        if isinstance(item, Refusal)
        else Refusal(item.source or item.id, reason, "Run it again with --jobs 1")
        for item in batch
    ]
