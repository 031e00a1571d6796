"""What all commands share: errors told plainly, progress, and what goes to the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dragoman.errors import ArticleError, DragomanError, QuestionError, TableError

# What a command needs is imported inside it, so that `dragoman --help` answers at once.
if TYPE_CHECKING:
    from dragoman.model.runs import RunSummary

Command = Callable[..., object]
_MISUSED = (ArticleError, QuestionError, TableError)
STORE = click.Path(file_okay=False, path_type=Path)
MOST_JOBS = 4
"""Processes used unasked: each takes 150 MB, and a machine has other work."""
_MOST_TOLD = 100
"""Refusals told one by one; of a file of noise there are thousands."""


class _Misuse(click.ClickException):
    exit_code = 2


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """What gives a command several options, told by its help in this order."""

    def given(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def writable(_: click.Context, __: click.Parameter, value: str | None) -> Path | None:
    """An option's file, which can be written where it stands."""
    path = Path(value) if value is not None else None
    if path and not path.parent.is_dir():
        raise click.BadParameter(f"the folder {str(path.parent)!r} is not there.")
    if path and (path.is_dir() or not os.access(path.parent, os.W_OK)):
        raise click.BadParameter(f"{value!r} cannot be written; name a file where you may write.")
    return path


def date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """An option's date in ISO 8601."""
    from dragoman.reading.publication import published_of

    found = published_of(value)
    if value is not None and found is None:
        raise click.BadParameter(f"{value!r} is no date; write it as 2021-12-16.")
    return found


@contextmanager
def told_plainly() -> Iterator[None]:
    """Says what went wrong and what to do about it; a reader that has gone away is no error."""
    try:
        yield
    except DragomanError as error:
        said = _Misuse if isinstance(error, _MISUSED) else click.ClickException
        raise said(str(error)) from error
    except BrokenPipeError:
        # `dragoman code … | head` has what it wants; what is still buffered must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        place = error.filename or "standard output"
        problem = f"{place} cannot be written ({error.strerror})."
        raise click.ClickException(f"{problem} Name another place or make room.") from error


@contextmanager
def progress(noun: str) -> Iterator[Callable[[], None] | None]:
    """What is called for each thing done: a bar on a terminal, None in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed}} {noun}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(noun, total=None)
        yield lambda: bar.advance(task)


def stdout() -> BinaryIO:
    """Standard output as bytes."""
    if sys.stdout is None:  # a shell's `>&-`
        raise click.ClickException("Standard output is closed. Open it or write to a file with -o.")
    return sys.stdout.buffer


def write(text: str) -> None:
    """Print a text as it is; what UTF-8 cannot hold as its escape."""
    stdout().write(text.encode("utf-8", "backslashreplace"))
    stdout().flush()


def tell(summary: RunSummary) -> None:
    """The counts of a run and each refusal with its remedy, on standard error.

    Nothing where no article was to be read: a store alone may hold years and no articles.
    """
    from dragoman.reporting.plain import printable

    reasons = (*summary.refusals, *summary.left_out)
    for refusal in reasons[:_MOST_TOLD]:
        click.echo(printable(str(refusal)), err=True)
    if reasons[_MOST_TOLD:]:
        click.echo(f"… and {len(reasons) - _MOST_TOLD} more", err=True)
    if summary.articles:
        click.echo(str(summary), err=True)


def cores() -> int:
    """The cores this process may use, up to what is taken unasked."""
    has_affinity = hasattr(os, "sched_getaffinity")  # macOS and Windows have none
    found = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return min(found, MOST_JOBS)
