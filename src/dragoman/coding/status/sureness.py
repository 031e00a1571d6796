"""Sureness: how sure it is that what a word says came about, by the network and the words around.

The network reads a number off the sentence; how far that can be trusted depends on what the words
say. Where they say "will", little is needed to hold that nothing has happened yet; where they deny
it, much is needed to hold that it happened all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from dragoman.coding.acts.surroundings import StanceTables
from dragoman.coding.status.stance import firmness
from dragoman.model.parses import Sentence
from dragoman.tables.load import load

OPEN = 1 / 3
"""Between this and its negative it is open whether something happened: a reader who judges from -3
to 3 is within 1 of the middle."""

Limits = Mapping[str, tuple[float, float]]
"""By status: the readings below which something did not happen, and above which it did."""


def load_limits(own: Path | None = None) -> dict[str, tuple[float, float]]:
    """The table sureness, with the user's own rows laid over.

    >>> sorted(load_limits())
    ['actual', 'future', 'hypothetical', 'negated']
    """
    rows = load("sureness", ("status",), own)
    return {row["status"]: (float(row["undone"]), float(row["done"])) for row in rows}


def sureness(sentence: Sentence, word: int, tables: StanceTables, limits: Limits) -> float:
    """How sure it is that what a word says came about: -1 surely not, 0 open, 1 surely.

    Args:
        sentence: a sentence that a network with such a head has read.
        word: the word of an act.
        tables: what words around it and above it say.
        limits: the table sureness.
    """
    undone, done = limits[firmness(sentence, word, tables).status]
    return scaled(sentence.happened[word], undone, done)


def scaled(reading: float, undone: float, done: float) -> float:
    """A reading with its two limits moved to the edges of what is open, evenly in between.

    >>> scaled(0.6, -0.4, 0.6) == OPEN, scaled(-0.7, -0.4, 0.6) < -OPEN, scaled(1, -0.4, 0.6)
    (True, True, 1.0)
    """
    knots = ((-1.0, -1.0), (undone, -OPEN), (done, OPEN), (1.0, 1.0))
    (low, first), (high, last) = next(
        pair for pair in pairwise(knots) if reading <= pair[1][0] or pair[1] == knots[-1]
    )
    return first + (last - first) * (reading - low) / (high - low)
