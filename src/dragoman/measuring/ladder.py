"""The depth ladder: how deep a tie goes, each rung with its dated evidence or none.

The rungs follow Korolev's ordinal scale of alignment (2019); docs/measures.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RUNGS = (
    "talk",
    "declared support",
    "agreement",
    "repeated joint deeds",
    "treaty in force",
    "defence obligation",
    "integration",
)
REPEATED = 3  # days with a joint deed in the year


@dataclass(frozen=True, slots=True)
class Proof:
    """What a rung rests on: an ISO day, an id and the dataset that has it."""

    day: str
    id: str
    dataset: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder: its latest proof, how many there are, or why none is found."""

    name: str
    proof: Proof | None
    count: int = 0
    note: str = "none found"


def ladder(
    found: Mapping[str, Sequence[Proof]], notes: Mapping[str, str] | None = None
) -> tuple[Rung, ...]:
    """The rungs from talk to integration, each with its latest proof.

    Args:
        found: the proofs by rung; for "repeated joint deeds" those of each day with a deed.
        notes: why a rung has none, where that is known.

    >>> rungs = ladder({"talk": [Proof("2021-06-28", "e1", "events")]})
    >>> [(rung.name, rung.count) for rung in rungs[:2]]
    [('talk', 1), ('declared support', 0)]
    """
    told = notes or {}
    return tuple(_rung(name, found.get(name, ()), told.get(name, "none found")) for name in RUNGS)


def _rung(name: str, proofs: Sequence[Proof], note: str) -> Rung:
    if name == "repeated joint deeds" and 0 < len({proof.day for proof in proofs}) < REPEATED:
        return Rung(name, None, 0, f"{len(proofs)} only, three days would be repeated")
    if not proofs:
        return Rung(name, None, 0, note)
    return Rung(name, max(proofs, key=lambda proof: (proof.day, proof.id)), len(proofs), "")
