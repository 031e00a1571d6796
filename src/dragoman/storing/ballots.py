"""Ballots: how states voted together in the General Assembly, counted from a store's votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.storing.store import Store
from dragoman.storing.store_tables import query_text
from dragoman.storing.store_writing import connected, told_as_store_error

VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Ballots:
    """How some states voted on roll calls on which all of them did, and the last day known.

    `counted` holds a year, the votes in the states' order ("yes", "abstain", "no") and on how many
    roll calls they were cast; `last` is the day of the store's last roll call, None without dates.
    """

    counted: tuple[tuple[int, tuple[str, ...], int], ...]
    last: date | None


def ballots_of(store: Store, states: Sequence[str], until: date) -> Ballots | None:
    """The votes of some states before a day; None where the store holds no votes.

    Raises: StoreError where a part cannot be read.
    """
    if not store.parts(VOTES):
        return None
    given = {"states": [*states], "until": until}
    with told_as_store_error(store.folder), connected() as connection:
        store.view(connection, VOTES)
        rows = connection.execute(query_text("ballots"), given).fetchall()
        ends = connection.execute(query_text("last_vote")).fetchone()
    counted = tuple((year, tuple(ballot), calls) for year, ballot, calls in rows)
    return Ballots(counted, ends[0] if ends else None)
