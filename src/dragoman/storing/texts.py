"""Texts: the articles of a store that tell of two states together."""

from __future__ import annotations

import json

from dragoman.model.text import Article
from dragoman.storing.counts import OWN
from dragoman.storing.store import EVENTS, Store
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

ARTICLES = "articles"


def articles_on(store: Store, pair: tuple[str, str]) -> tuple[Article, ...]:
    """The articles of a store with an event between two states, the newest first.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(ARTICLES) or not store.parts(EVENTS, [OWN]):
        return ()
    given = {"a": min(pair), "b": max(pair)}
    with told_as_store_error(store.folder), connected() as connection:
        store.view(connection, ARTICLES)
        store.view(connection, EVENTS, [OWN])
        rows = connection.execute(query_text("articles_on"), given).fetchall()
    return tuple(Article(**json.loads(record)) for (record,) in rows)
