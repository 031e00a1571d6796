"""The store's commands: `dragoman import`, `store status`, `check` and `export`, and `cite`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli_terminal import STORE, progress, told_plainly

# What a command needs is imported inside it, so that `dragoman --help` answers at once.
if TYPE_CHECKING:
    from dragoman.model.imported import ImportSummary

_NOTHING_IMPORTED = 1
_NOT_WHOLE = 1
_store = click.option(
    "--store", "folder", required=True, type=STORE, metavar="DIR", help="The store's folder."
)


def attach(group: click.Group) -> None:
    """Add the store's commands to a group."""
    for command in (import_, store, cite):
        group.add_command(command)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="[FORMAT] PATH…")
@_store
def import_(paths: tuple[str, ...], folder: Path) -> None:
    """Bring published event data into a store, each file once.

    PATH is a file (plain, .gz, .zip) or a folder. FORMAT is gdelt1, gdelt2, gdelt-mentions, icews,
    icews-graph, polecat, phoenix, ucdp-ged, acled, cow-mid, cow-alliances, atop, un-votes, dyads,
    events or articles; without it each file is told by its header or its columns. Rows that cannot
    be read go to a file of rejects with line and reason.
    """
    from dragoman.importing.layouts import datasets
    from dragoman.running.imports import import_files

    dataset = paths[0] if paths[0] in datasets() and not Path(paths[0]).exists() else None
    named = [Path(path) for path in (paths[1:] if dataset else paths)]
    if not named:
        raise click.UsageError("Name a file or a folder after the format.")
    if missing := [path for path in named if not path.exists()]:
        near = [name for name in datasets() if name.startswith(str(missing[0]))]
        meant = f"; {' or '.join(near)} may be meant" if near else ""
        raise click.UsageError(f"{missing[0]} is neither a file nor a format{meant}.")
    with told_plainly(), progress("files") as advance:
        watcher = (lambda _: advance()) if advance else None
        summary = import_files(named, folder, dataset, watcher)
    _tell(summary)
    sys.exit(0 if summary.files or summary.known else _NOTHING_IMPORTED)


@click.group()
def store() -> None:
    """See what a store holds, whether it is whole, and take its rows out."""


@store.command("status")
@_store
@click.option("--json", "as_json", is_flag=True, help="The status as JSON.")
def show_status(folder: Path, *, as_json: bool) -> None:
    """Say what a store holds, by dataset."""
    from dragoman.storing.store import open_store, status

    with told_plainly():
        held = [one.record() for one in status(open_store(folder))]
    if as_json:
        click.echo(json.dumps(held, indent=2))
        return
    for one in held:
        days = f", {one['first_day']} to {one['last_day']}" if one["first_day"] else ""
        click.echo(
            f"{one['dataset']}: {_counted(one['rows'], 'row')} of "
            f"{_counted(one['files'], 'file')}{days}, "
            f"{one['bytes']} bytes; {one['repeated']} repeated, {one['rejected']} rejected"
            + (f", {one['back_dated']} back-dated" if one["back_dated"] else "")
        )
    if not held:
        click.echo("It is empty.")


@store.command("check")
@_store
def check_store(folder: Path) -> None:
    """Say whether every part of a store is there and as it was written."""
    from dragoman.storing.store import open_store
    from dragoman.storing.store_check import check, strays

    with told_plainly():
        opened = open_store(folder)
        faults, left = check(opened), strays(opened)
    for fault in faults:
        click.echo(fault)
    if left:
        click.echo(f"Of no commit: {_counted(left, 'file')}; the next import removes them.")
    click.echo(f"{_counted(len(opened.parts()), 'part')}: {'not whole' if faults else 'whole'}.")
    sys.exit(_NOT_WHOLE if faults else 0)


@store.command("export")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@_store
@click.option("--dataset", metavar="NAME", help="One dataset; without it all events.")
def export_store(out: Path, folder: Path, dataset: str | None) -> None:
    """Write a store's events to OUT: .parquet, .csv, .jsonl (PLOVER) or .sqlite."""
    from dragoman.storing.store import open_store
    from dragoman.storing.store_export import export

    with told_plainly():
        rows = export(open_store(folder), out, dataset)
    click.echo(f"{_counted(rows, 'row')} written to {out}", err=True)


@click.command()
@click.option("--store", "folder", type=STORE, metavar="DIR", help="Those of a store only.")
def cite(folder: Path | None) -> None:
    """Print how to cite the datasets, and under which licence they come."""
    from dragoman.importing.layouts import datasets
    from dragoman.storing.store import open_store

    with told_plainly():
        held = {file.dataset for file in open_store(folder).files} if folder else set(datasets())
    for one in datasets().values():
        if one.name in held:
            cited = f"{one.citation} {one.source}".strip()
            click.echo(f"{one.name}: {cited}\n  Licence: {one.licence}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _tell(summary: ImportSummary) -> None:
    for refusal in summary.refusals:
        click.echo(str(refusal), err=True)
    click.echo(str(summary), err=True)
