"""Directions: who of a pair acted and on whom, so that no claim says "one another" of one side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.asking.evidence import keys
from dragoman.asking.names import names_of
from dragoman.model.events import Event


class Way(NamedTuple):
    """Who acts and on whom, as names: "Chile", "Peru and Bolivia"."""

    doers: str
    targets: str


def one_way(pair: Sequence[str], events: Sequence[Event]) -> Way | None:
    """Who does to whom what these events tell; None where they go both ways or are done together.

    Args:
        pair: the keys of those asked about, in the question's order.
        events: acts between them.
    """
    sides = [(keys(event.actor), keys(event.recipient)) for event in events]
    doers = [key for key in pair if any(key in actors for actors, _ in sides)]
    targets = [key for key in pair if any(key in recipients for _, recipients in sides)]
    is_all_told = all(not actors.isdisjoint(doers) for actors, _ in sides)
    if not doers or not targets or not is_all_told or set(doers) & set(targets):
        return None
    return Way(names_of(doers), names_of(targets))
