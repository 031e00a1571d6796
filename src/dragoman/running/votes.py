"""Votes: what a store holds of a pair's votes in the General Assembly, in whole years."""

from __future__ import annotations

from dragoman.measuring.votes import Votes, votes_by_year
from dragoman.running.subjects import Subject
from dragoman.storing.ballots import ballots_of
from dragoman.storing.store import Store


def votes_of(store: Store, subject: Subject) -> Votes | None:
    """The votes of a pair, and of a third state, in the whole years before the day of asking.

    None where the store holds no votes. A year that is not over is left out, since most roll calls
    come in December.

    Raises: StoreError where a part cannot be read.
    """
    third = subject.options.against
    states = [*subject.dyad, *([third] if third else [])]
    found = ballots_of(store, states, subject.as_of.replace(month=1, day=1))
    if found is None:
        return None
    return votes_by_year(found.counted, found.last.isoformat() if found.last else None)
