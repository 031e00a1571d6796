"""From which reading on something happened, by what the words around it say: fitted on UDS-IH2.

Run as `python training/sureness.py FILE` with its training part, after the new network's files
stand in the package; prints the rows of `src/dragoman/tables/sureness.csv`. Limits are sought that
give the best mean F1 of the three answers: it did not happen, it is open, it happened.

The network has learned from these very sentences, so that it reads them better than others. Its
readings therefore count as blurred, by as much as brings Pearson's r down to what it is elsewhere
(.83 to .80); taken as they are, they gave limits too near the middle.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from happened import read_judged
from numpy.typing import NDArray

from dragoman.coding.acts.surroundings import load_stance_tables
from dragoman.coding.status.stance import firmness
from dragoman.coding.status.sureness import OPEN
from dragoman.parsing.articles import parse_words
from dragoman.parsing.network import Network

BLUR = 1 / 6
"""Standard deviation of what is added to a reading."""
ROUNDS = 5
GRID = np.arange(-28, 29) / 30

Numbers = NDArray[np.float64]
Cut = tuple[int, int]
Row = tuple[str, float, float]
"""Of a judged word: its status by the words around it, its reading, its judgement."""


def main() -> None:
    """Read the sentences, fit, and print the limits."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    by_status: dict[str, list[Row]] = {}
    for row in read(options.parse_args().file):
        by_status.setdefault(row[0], []).append(row)
    counted = {status: counts(rows) for status, rows in by_status.items()}
    cuts = fitted(counted)
    for status, (undone, done) in sorted(cuts.items()):
        print(f"{status},{GRID[undone]:.2f},{GRID[done]:.2f}")
    print(f"# mean F1 {mean_f1(sum(answers(counted[s], cut) for s, cut in cuts.items())):.3f}")


def read(path: Path) -> Iterator[Row]:
    """The judged words of a file."""
    network, tables = Network(), load_stance_tables()
    for row in read_judged(path):
        sentence = parse_words(row.words, network)
        for word, judgement in row.judgements:
            status = firmness(sentence, word, tables).status
            yield status, sentence.happened[word], judgement


def counts(rows: Sequence[Row]) -> Numbers:
    """Of each judged answer how many readings lie below each point of the grid; all, at its end."""
    found = np.zeros((3, len(GRID) + 1))
    for _, reading, judgement in rows:
        found[answer(judgement), :-1] += _shares_below((GRID - reading) / BLUR)
        found[answer(judgement), -1] += 1
    return found


_shares_below = np.vectorize(lambda distance: (1 + math.erf(distance / math.sqrt(2))) / 2)


def answer(judgement: float) -> int:
    """0 for what did not happen, 1 for what is open, 2 for what did.

    >>> answer(-1), answer(OPEN), answer(0.5)
    (0, 1, 2)
    """
    return int(judgement >= -OPEN) + int(judgement > OPEN)


def fitted(counted: Mapping[str, Numbers]) -> dict[str, Cut]:
    """The two points of the grid for each status, one status after the other, over and over."""
    cuts = {status: (len(GRID) // 3, 2 * len(GRID) // 3) for status in counted}
    choices = [(a, b) for a in range(len(GRID)) for b in range(a + 1, len(GRID))]
    for _ in range(ROUNDS):
        for status, own in counted.items():
            others = sum(answers(counted[s], cuts[s]) for s in counted if s != status)
            cuts[status] = _best(choices, own, others)
    return cuts


def _best(choices: Sequence[Cut], own: Numbers, others: Numbers | int) -> Cut:
    return max(choices, key=lambda cut: mean_f1(others + answers(own, cut)))


def answers(counted: Numbers, cut: Cut) -> Numbers:
    """How many of each judged answer (rows) get each answer (columns) by two limits."""
    undone, done, everything = counted[:, cut[0]], counted[:, cut[1]], counted[:, -1]
    return np.stack([undone, done - undone, everything - done], axis=1)


def mean_f1(found: Numbers | int) -> float:
    """The mean of the F1 of the three answers."""
    table = np.asarray(found)
    return float(np.mean(2 * np.diag(table) / (table.sum(0) + table.sum(1))))


if __name__ == "__main__":
    main()
