"""The commands: `dragoman code`, `ask` and `explain`, each a library call with words around it.

Exit status: 0 when anything was coded, 1 when nothing could be, 2 for misuse.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypedDict, Unpack

import click

from dragoman.cli_coder import chosen, coder_options
from dragoman.cli_store import attach
from dragoman.errors import ArticleError, DragomanError, QuestionError, TableError

# What a command needs is imported inside it, so that `dragoman --help` answers at once.
if TYPE_CHECKING:
    from dragoman.model.runs import RunSummary
    from dragoman.running.runs import Output, Watcher

_NOTHING_CODED = 1
_MISUSED = (ArticleError, QuestionError, TableError)
_SUFFIXES = (".jsonl", ".parquet")
_MOST_JOBS = 4
"""Processes used unasked: each takes 150 MB, and a machine has other work."""


_MOST_TOLD = 100
"""Refusals told one by one; of a file of noise there are thousands."""


class _Misuse(click.ClickException):
    exit_code = 2


class _CodeOptions(TypedDict):
    jobs: int | None
    tables: Path | None
    coder: str
    endpoint: str | None
    model: str | None


class _AskOptions(TypedDict):
    as_of: str | None
    as_json: bool
    html: Path | None
    tables: Path | None


def _events_file(_: click.Context, __: click.Parameter, value: str | None) -> Path | None:
    if value is None:
        return None
    if not value.endswith(_SUFFIXES):
        raise click.BadParameter(f"{value!r} ends neither in .jsonl nor in .parquet.")
    return _writable(_, __, value)


def _writable(_: click.Context, __: click.Parameter, value: str | None) -> Path | None:
    path = Path(value) if value is not None else None
    if path and not path.parent.is_dir():
        raise click.BadParameter(f"the folder {str(path.parent)!r} is not there.")
    if path and (path.is_dir() or not os.access(path.parent, os.W_OK)):
        raise click.BadParameter(f"{value!r} cannot be written; name a file where you may write.")
    return path


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    from dragoman.reading.publication import published_of

    date = published_of(value)
    if value is not None and date is None:
        raise click.BadParameter(f"{value!r} is no date; write it as 2021-12-16.")
    return date


_paths = click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH…",
    type=click.Path(exists=True, readable=False, allow_dash=True),
)
_tables = click.option(
    "--tables",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Your own knowledge tables: rows are added to the package's, or replace them.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", prog_name="dragoman")
def main() -> None:
    """Read news articles and tell how states stand to one another."""


attach(main)


@main.command()
@_paths
@click.option(
    "-o",
    "--output",
    callback=_events_file,
    metavar="OUT",
    help="OUT.jsonl or OUT.parquet for the events; without it they go to standard output.",
)
@click.option(
    "--published",
    callback=_date,
    metavar="DATE",
    help="The date of articles that carry none, such as 2021-12-16.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Processes to use at most; without it the machine's cores, up to {_MOST_JOBS}.",
)
@coder_options
@_tables
def code(
    paths: tuple[str, ...],
    output: Path | None,
    published: str | None,
    **options: Unpack[_CodeOptions],
) -> None:
    """Code who did what to whom in articles, as one JSON record an event.

    PATH is a .txt, .html, .json or .jsonl file, also with .gz, a folder of these, or - for JSON
    Lines on standard input. With -o, the texts taken out of pages and text files go beside it as
    NAME.articles.jsonl.
    """
    from dragoman.reading.files import read
    from dragoman.running.asked import code_through
    from dragoman.running.writing import articles_beside, write_file, write_lines

    if output:
        _keep_apart(paths, output, articles_beside(output))
    chat = chosen(options["coder"], options["endpoint"], options["model"])
    jobs = options["jobs"] or (1 if chat else _cores())
    with _told_plainly(), _progress() as watcher:
        inputs = read(paths, published)
        outputs = code_through(chat, inputs, jobs=jobs, tables=options["tables"])
        if output:
            summary = write_file(outputs, output, watcher)
        else:
            summary = write_lines(outputs, _stdout(), watcher=watcher)
            _stdout().flush()
    _tell(summary)
    sys.exit(0 if summary.coded else _NOTHING_CODED)


@main.command()
@click.argument("question")
@_paths
@click.option(
    "--as-of", callback=_date, metavar="DATE", help="Use nothing published or dated after this day."
)
@click.option("--json", "as_json", is_flag=True, help="The answer as JSON.")
@click.option(
    "--html", callback=_writable, metavar="OUT", help="Write a report that works offline as well."
)
@_tables
def ask(question: str, paths: tuple[str, ...], **options: Unpack[_AskOptions]) -> None:
    """Answer a question about two states from articles, with dated, verbatim evidence.

    QUESTION is one sentence, such as "Is Saudi Arabia warming to Iran?"; PATH as for `code`.
    """
    from dragoman.model.runs import RunSummary
    from dragoman.reading.files import read
    from dragoman.running.library import answer, events_of, read_asked
    from dragoman.running.runs import code_all

    tables = options["tables"]
    if options["html"]:
        _keep_apart(paths, options["html"])
    with _told_plainly():
        asked = read_asked(question, as_of=options["as_of"], tables=tables)
        with _progress() as watcher:
            outputs = code_all(read(paths), jobs=_cores(), tables=tables)
            events = events_of(watcher(output) for output in outputs)
        if not events.articles:  # from nothing, nothing is answered
            _tell(RunSummary(0, 0, events.refusals))
            sys.exit(_NOTHING_CODED)
        given = answer(asked, events)
        record = json.dumps(given.record(), indent=2, ensure_ascii=False)
        _write((record if options["as_json"] else str(given)).rstrip("\n") + "\n")
        if options["html"]:
            options["html"].write_text(given.to_html(), encoding="utf-8")
    _tell(RunSummary(len(events.articles), len(events), events.refusals))


@main.command()
@click.argument("event_id")
@click.argument("events", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def explain(event_id: str, events: Path) -> None:
    """Show the words and the steps an event rests on.

    EVENT_ID is the event's id or its beginning, EVENTS the .jsonl or .parquet file that has it.
    """
    from dragoman.reporting.explanation import explain as explained
    from dragoman.storing.events import find_event

    with _told_plainly():
        _write(explained(find_event(events, event_id)))


@contextmanager
def _told_plainly() -> Iterator[None]:
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
def _progress() -> Iterator[Watcher]:
    """What is told of each output: a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda output: output
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=None)

        def watch(output: Output) -> Output:
            bar.advance(task)
            return output

        yield watch


def _keep_apart(paths: tuple[str, ...], *outputs: Path) -> None:
    """Misuse where a file that is read would be written over."""
    for output in outputs:
        if output.exists() and any(output.samefile(path) for path in paths if path != "-"):
            raise click.UsageError(f"{output} would be both read and written.")


def _stdout() -> BinaryIO:
    if sys.stdout is None:  # a shell's `>&-`
        raise click.ClickException("Standard output is closed. Open it or write to a file with -o.")
    return sys.stdout.buffer


def _write(text: str) -> None:
    _stdout().write(text.encode("utf-8", "backslashreplace"))
    _stdout().flush()


def _tell(summary: RunSummary) -> None:
    """The counts of a run and each refusal with its remedy, on standard error."""
    from dragoman.reporting.plain import printable

    reasons = (*summary.refusals, *summary.left_out)
    for refusal in reasons[:_MOST_TOLD]:
        click.echo(printable(str(refusal)), err=True)
    if reasons[_MOST_TOLD:]:
        click.echo(f"… and {len(reasons) - _MOST_TOLD} more", err=True)
    click.echo(str(summary), err=True)


def _cores() -> int:
    """The cores this process may use, up to what is taken unasked."""
    has_affinity = hasattr(os, "sched_getaffinity")  # macOS and Windows have none
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return min(cores, _MOST_JOBS)
