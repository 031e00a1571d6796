"""Promises: a cooperative act that is still to come is AGREE now, a yielding one CONCEDE."""

from __future__ import annotations

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_CONCEDED = frozenset({"RETREAT", "CONCEDE"})


def as_promise(to_come: str) -> tuple[str, str | None] | None:
    """The type that an act still to come has today, with the type it promises where one is.

    None for the types of which a coming act stays what it is.

    >>> as_promise("AID"), as_promise("RETREAT"), as_promise("SANCTION")
    (('AGREE', 'AID'), ('CONCEDE', None), None)
    """
    if to_come in _CONCEDED:
        return "CONCEDE", None
    if to_come in _PROMISED:
        return "AGREE", to_come
    return ("AGREE", None) if to_come == "AGREE" else None
