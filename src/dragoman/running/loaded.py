"""What a process loads once: the network and the tables, which no run changes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import TableError
from dragoman.model.events import Event
from dragoman.model.parses import Parse
from dragoman.model.text import Article
from dragoman.tables.load import check_names

# Both take most of a short call's time and memory, and a process that only hands out articles to
# others needs neither, so they are imported where they are loaded.
if TYPE_CHECKING:
    from dragoman.coding.knowledge import Knowledge
    from dragoman.parsing.network import Network


def parse_article(article: Article) -> Parse:
    """An article with its sentences and trees, by the embedded network."""
    from dragoman.parsing.articles import parse

    return parse(article, _network())


@cache
def knowledge(tables: Path | None = None) -> Knowledge:
    """The tables, with those of the user's folder laid over the package's.

    Raises: TableError for a table that cannot be read, or a file that is no table's.
    """
    from dragoman.coding.knowledge import load_knowledge

    if tables is not None:
        check_names(tables)
    with _kept_for_good(), _told_as_table_error(tables):
        return load_knowledge(tables)


def coder(tables: Path | None = None) -> Callable[[Article], list[Event]]:
    """The function from an article to its events.

    >>> [event.type for event in coder()(Article("a1", "Peru thanked Chile on Monday."))]
    ['SUPPORT']
    """
    code = coder_of_parses(tables)
    return lambda article: code(parse_article(article))


def coder_of_parses(tables: Path | None = None) -> Callable[[Parse], list[Event]]:
    """The function from an article's parse to its events."""
    with _kept_for_good():
        from dragoman.coding.code import code_article

        known = knowledge(tables)
    return lambda parse: code_article(parse, known)


@contextmanager
def _told_as_table_error(own: Path | None) -> Iterator[None]:
    """A user's row that no reader of tables can use is told, not thrown."""
    try:
        yield
    except (KeyError, ValueError) as error:
        if own is None:
            raise
        problem = f"a row of the tables in {own} cannot be used ({error})"
        raise TableError(problem, "Compare it with the rows of the package's own table.") from error


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """Spares what is made meanwhile, and all there is, the collector of rubbish.

    Tables and modules make no rubbish and stay until the end; going through them took it a sixth of
    the time of a short call.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()


@cache
def _network() -> Network:
    from dragoman.parsing.network import Network

    return Network()
