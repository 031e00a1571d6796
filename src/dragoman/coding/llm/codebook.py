"""Codebook: what a language model is told, and the codes it may answer with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.acts.tables import ActTables
from dragoman.errors import TableError
from dragoman.tables.load import load

_PARTS = ("task", "field", "type", "status", "basis", "rule")


@dataclass(frozen=True, slots=True)
class Codebook:
    """The words of the codebook by part and name, and the codes of all states."""

    parts: Mapping[str, Mapping[str, str]]
    states: frozenset[str]


def load_codebook(own: Path | None = None) -> Codebook:
    """The package's codebook for models, with the user's rows laid over.

    Raises: TableError for a part that is none.

    >>> sorted(load_codebook().parts["status"])
    ['actual', 'future', 'hypothetical', 'negated']
    """
    parts: dict[str, dict[str, str]] = {part: {} for part in _PARTS}
    for row in load("codebook", ("part", "name"), own):
        if row["part"] not in parts:
            problem = f"codebook.csv has the unknown part {row['part']!r}"
            raise TableError(problem, f"Known: {', '.join(_PARTS)}.")
        parts[row["part"]][row["name"]] = row["words"]
    return Codebook(parts, frozenset(row["code"] for row in load("states", ("code",), own)))


def instructions(codebook: Codebook, acts: ActTables) -> str:
    """The codebook as a language model is given it, the modes of each type from the scores."""
    parts = codebook.parts
    modes = {kind: [m for k, m in acts.scores if k == kind and m] for kind in parts["type"]}
    types = [
        f"{kind}: {words}. Modes: {', '.join(modes[kind]) or 'none'}"
        for kind, words in parts["type"].items()
    ]
    return "\n\n".join(
        (
            " ".join(parts["task"].values()),
            "Each event has these fields:\n" + _listed(parts["field"]),
            "Types:\n" + "\n".join(types),
            "Statuses:\n" + _listed(parts["status"]),
            "Basis of a third party:\n" + _listed(parts["basis"]),
            "Rules:\n" + "\n".join(parts["rule"].values()),
        )
    )


def _listed(words: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {meaning}" for name, meaning in words.items())
