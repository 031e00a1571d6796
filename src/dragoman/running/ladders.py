"""Ladders: the proofs of each rung that a store holds for a pair, in the year before a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from dragoman.measuring.ladder import Proof, Rung, ladder
from dragoman.running.subjects import Subject
from dragoman.storing.counts import Act, acts_among, covered, treaties_of
from dragoman.storing.store import EVENTS, Store

YEAR = timedelta(days=365)
_UNKNOWN = "the store holds no alliances"
_NO_DATA = "no dataset of the store tells of it"
_NO_EVENTS = "the store holds no events of that year"
_OF_ACTS = ("talk", "declared support", "agreement", "repeated joint deeds")


def ladder_of(store: Store, subject: Subject) -> tuple[Rung, ...]:
    """The ladder of a pair: acts of the year up to the last week used, treaties on that day.

    Raises: StoreError where a part cannot be read.
    """
    until = subject.span.until
    found: dict[str, list[Proof]] = defaultdict(list)
    for act in acts_among(store, (subject.dyad,), until - YEAR, until):
        if rung := _rung(act):
            found[rung].append(Proof(act.day.isoformat(), act.id, act.dataset))
    treaties = treaties_of(store, subject.dyad, until - timedelta(days=1))
    for treaty in treaties or ():
        proof = Proof(treaty.start.isoformat(), treaty.id, treaty.dataset)
        found["treaty in force"].append(proof)
        if treaty.is_defence:
            found["defence obligation"].append(proof)
    notes = {"integration": _NO_DATA}
    if treaties is None:
        notes |= dict.fromkeys(("treaty in force", "defence obligation"), _UNKNOWN)
    if not _has_events(store, until - YEAR, until):
        notes |= dict.fromkeys(_OF_ACTS, _NO_EVENTS)
    return ladder(found, notes)


def _has_events(store: Store, first: date, until: date) -> bool:
    """Whether a dataset of events reaches into these days: without one nothing is known of acts."""
    return any(
        one.kind == EVENTS and one.rows and one.first < until and one.last >= first
        for one in covered(store)
    )


def _rung(act: Act) -> str | None:
    if act.class_ == "talk":
        return "declared support" if act.type == "SUPPORT" else "talk"
    return {"commitment": "agreement", "deeds": "repeated joint deeds"}.get(act.class_)
