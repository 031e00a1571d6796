"""Contexts: the fields an act belongs to (military, economic, …), by its row and its words."""

from __future__ import annotations

from dragoman.coding.acts.acts import Act
from dragoman.coding.acts.tables import ActTables
from dragoman.model.parses import Sentence


def contexts(sentence: Sentence, act: Act, tables: ActTables) -> tuple[str, ...]:
    """The contexts of an act, those of its row first, then those of the words below it."""
    found = list(act.row.context)
    for word in sentence.subtree(act.word):
        found += tables.contexts.get(sentence.lemmas[word].lower(), ())
    return tuple(dict.fromkeys(found))
