"""Deeds: what nouns such as "the raid" or "the move" take up of what was told before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dragoman.tables.load import load


def deed_made(lemma: str) -> str | None:
    """How the deed that a noun stands for is made: "together", or "" by one; None for no deed."""
    row = _deeds().get(lemma.lower())
    return row["made"] if row else None


def deed_types(lemma: str) -> frozenset[str]:
    """The event types that a noun for a deed may stand for; empty where it may be any."""
    row = _deeds().get(lemma.lower())
    return frozenset(row["types"].split("|")) - {""} if row else frozenset()


@lru_cache(maxsize=1)
def _deeds() -> Mapping[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in load("deeds", ("lemma",))}
