"""The commands: `dragoman code`, `ask` and `explain`, each a library call with words around it.

Exit status: 0 when anything was coded, 1 when nothing could be, 2 for misuse.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from dragoman import cli_measure, cli_store
from dragoman.cli_coder import chosen, coder_options
from dragoman.cli_terminal import (
    MOST_JOBS,
    STORE,
    Command,
    cores,
    date,
    progress,
    stdout,
    tell,
    told_plainly,
    writable,
    write,
)

# What a command needs is imported inside it, so that `dragoman --help` answers at once.
if TYPE_CHECKING:
    from dragoman.running.runs import Output, Watcher

_NOTHING_CODED = 1
_SUFFIXES = (".jsonl", ".parquet")


class _CodeOptions(TypedDict):
    store: Path | None
    jobs: int | None
    tables: Path | None
    coder: str
    endpoint: str | None
    model: str | None


class _AskOptions(TypedDict):
    store: Path | None
    as_of: str | None
    as_json: bool
    html: Path | None
    tables: Path | None


def _events_file(context: click.Context, option: click.Parameter, value: str | None) -> Path | None:
    if value is None:
        return None
    if not value.endswith(_SUFFIXES):
        raise click.BadParameter(f"{value!r} ends neither in .jsonl nor in .parquet.")
    return writable(context, option, value)


def _paths(*, required: bool) -> Callable[[Command], Command]:
    return click.argument(
        "paths",
        nargs=-1,
        required=required,
        metavar="PATH…" if required else "[PATH…]",
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


cli_store.attach(main)
cli_measure.attach(main)


@main.command()
@_paths(required=True)
@click.option(
    "-o",
    "--output",
    callback=_events_file,
    metavar="OUT",
    help="OUT.jsonl or OUT.parquet for the events; without it they go to standard output.",
)
@click.option(
    "--published",
    callback=date,
    metavar="DATE",
    help="The date of articles that carry none, such as 2021-12-16.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Processes to use at most; without it the machine's cores, up to {MOST_JOBS}.",
)
@click.option(
    "--store",
    type=STORE,
    metavar="DIR",
    help="Add events and texts to the store in this folder, made where it is not there.",
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
    NAME.articles.jsonl; with --store, all texts go into the store with the events.
    """
    from dragoman.reading.files import read
    from dragoman.running.asked import code_through
    from dragoman.running.writing import articles_beside, write_file, write_lines

    if output and options["store"]:
        raise click.UsageError("Write the events to a file with -o or into a store, not both.")
    if output:
        _keep_apart(paths, output, articles_beside(output))
    chat = chosen(options["coder"], options["endpoint"], options["model"])
    jobs = options["jobs"] or (1 if chat else cores())
    with told_plainly(), _watched() as watcher:
        outputs = code_through(chat, read(paths, published), jobs=jobs, tables=options["tables"])
        if options["store"]:
            from dragoman.running.keeping import keep

            summary, kept = keep(outputs, options["store"], watcher)
            click.echo(kept, err=True)
        elif output:
            summary = write_file(outputs, output, watcher)
        else:
            summary = write_lines(outputs, stdout(), watcher=watcher)
            stdout().flush()
    tell(summary)
    sys.exit(0 if summary.coded else _NOTHING_CODED)


@main.command()
@click.argument("question")
@_paths(required=False)
@click.option(
    "--store", type=STORE, metavar="DIR", help="Measure in the years of events of this store."
)
@click.option(
    "--as-of", callback=date, metavar="DATE", help="Use nothing published or dated after this day."
)
@click.option("--json", "as_json", is_flag=True, help="The answer as JSON.")
@click.option(
    "--html", callback=writable, metavar="OUT", help="Write a report that works offline as well."
)
@_tables
def ask(question: str, paths: tuple[str, ...], **options: Unpack[_AskOptions]) -> None:
    """Answer a question about two states from articles, with dated, verbatim evidence.

    QUESTION is one sentence, such as "Is Saudi Arabia warming to Iran?"; PATH as for `code`. With
    --store the pair is measured in years of events too, and without PATH the articles are those of
    the store.
    """
    from dragoman.reading.files import read
    from dragoman.running.library import answer, events_of, kept_articles, read_asked
    from dragoman.running.runs import code_all

    tables, store = options["tables"], options["store"]
    if not paths and not store:
        raise click.UsageError("Name articles to read, or a store with --store.")
    if options["html"]:
        _keep_apart(paths, options["html"])
    with told_plainly():
        asked = read_asked(question, as_of=options["as_of"], tables=tables)
        inputs = read(paths) if paths or not store else kept_articles(asked, store)
        with _watched() as watcher:
            outputs = code_all(inputs, jobs=cores(), tables=tables)
            events = events_of(watcher(output) for output in outputs)
        if not events.articles and not store:  # from nothing, nothing is answered
            tell(events.summary)
            sys.exit(_NOTHING_CODED)
        given = answer(asked, events, store)
        record = json.dumps(given.record(), indent=2, ensure_ascii=False)
        write((record if options["as_json"] else str(given)).rstrip("\n") + "\n")
        if options["html"]:
            options["html"].write_text(given.to_html(), encoding="utf-8")
    tell(events.summary)


@main.command()
@click.argument("event_id")
@click.argument("events", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def explain(event_id: str, events: Path) -> None:
    """Show the words and the steps an event rests on.

    EVENT_ID is the event's id or its beginning, EVENTS the .jsonl or .parquet file that has it.
    """
    from dragoman.reporting.explanation import explain as explained
    from dragoman.storing.events import find_event

    with told_plainly():
        write(explained(find_event(events, event_id)))


@contextmanager
def _watched() -> Iterator[Watcher]:
    """What is told of each output, and hands it on."""
    with progress("articles") as advance:

        def watch(output: Output) -> Output:
            if advance:
                advance()
            return output

        yield watch


def _keep_apart(paths: tuple[str, ...], *outputs: Path) -> None:
    """Misuse where a file that is read would be written over."""
    for output in outputs:
        if output.exists() and any(output.samefile(path) for path in paths if path != "-"):
            raise click.UsageError(f"{output} would be both read and written.")
