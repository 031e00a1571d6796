"""The commands that measure: `dragoman measure` and `dyads`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from dragoman.cli_terminal import STORE, date, told_plainly, with_options, writable, write

# What a command needs is imported inside it, so that `dragoman --help` answers at once.
if TYPE_CHECKING:
    from dragoman.model.assessment import Relation


class _Wishes(TypedDict):
    relation: Relation
    as_of: str | None
    dataset: str | None
    by_row: bool


class _Measured(_Wishes):
    since: str
    against: str | None


_measuring = with_options(
    click.option("--store", required=True, type=STORE, metavar="DIR", help="The store's folder."),
    click.option(
        "--since",
        required=True,
        callback=date,
        metavar="DATE",
        help="The occasion's day, such as 2021-12-15.",
    ),
    click.option(
        "--as-of", callback=date, metavar="DATE", help="Use nothing dated after this day."
    ),
    click.option(
        "--relation",
        type=click.Choice(("cooperation", "hostility")),
        default="cooperation",
        help="What may have ramped up: cooperation, as without it, or hostility.",
    ),
    click.option(
        "--dataset",
        metavar="NAME",
        help="A dataset of events, or a column of scores; without it that with most rows.",
    ),
    click.option(
        "--by-row",
        is_flag=True,
        help="Count every row, not one event a day, pair and root type.",
    ),
    click.option("--json", "as_json", is_flag=True, help="The answer as JSON."),
)


def attach(group: click.Group) -> None:
    """Add the commands that measure to a group."""
    for command in (measure, dyads):
        group.add_command(command)


@click.command()
@click.argument("states", nargs=2, metavar="STATE STATE")
@click.option("--against", metavar="STATE", help="A third state they may act against.")
@_measuring
@click.option(
    "--html", callback=writable, metavar="OUT", help="Write a page with charts that works offline."
)
@click.option(
    "--png", callback=writable, metavar="OUT", help="Write the chart of the series as a picture."
)
def measure(
    states: tuple[str, str],
    store: Path,
    *,
    as_json: bool,
    html: Path | None,
    png: Path | None,
    **wishes: Unpack[_Measured],
) -> None:
    """Say whether two states have ramped up at an occasion, and whether against a third.

    STATE is a code such as CHN. Three answers (the level, the run-up and the weeks after), each
    with an interval and placebos: how many other pairs, and other dates, moved as far.
    """
    from dragoman.running.library import measure as measured

    with told_plainly():
        found = measured(*states, store, **wishes)
        write(_json(found.record()) if as_json else str(found))
        if html:
            html.write_text(found.to_html(), encoding="utf-8")
        if png:
            png.write_bytes(found.to_png())


@click.command()
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=20,
    metavar="N",
    help="Pairs to show at most; 20 without it.",
)
@_measuring
def dyads(most: int, store: Path, since: str, *, as_json: bool, **wishes: Unpack[_Wishes]) -> None:
    """Say which pairs of states moved most in the four weeks after a day.

    Ranked and capped: some pairs rise at any time, and the placebos say how many do.
    """
    from dragoman.running.library import dyads as moved

    with told_plainly():
        found = moved(store, since, most=most, **wishes)
        write(_json(found.record()) if as_json else str(found))


def _json(record: object) -> str:
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"
