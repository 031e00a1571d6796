"""Ladders: the proofs of each rung that a store holds for a pair, in the year before a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from dragoman.measuring.ladder import Proof, Rung, ladder
from dragoman.running.subjects import Subject
from dragoman.storing.counts import Act, acts_among, treaties_of
from dragoman.storing.store import Store

YEAR = timedelta(days=365)
_UNKNOWN = "the store holds no alliances"
_NO_DATA = "no dataset of the store tells of it"


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
    unknown = dict.fromkeys(("treaty in force", "defence obligation"), _UNKNOWN)
    return ladder(found, {"integration": _NO_DATA} | (unknown if treaties is None else {}))


def _rung(act: Act) -> str | None:
    if act.class_ == "talk":
        return "declared support" if act.type == "SUPPORT" else "talk"
    return {"commitment": "agreement", "deeds": "repeated joint deeds"}.get(act.class_)
