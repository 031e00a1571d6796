"""Known breaks against net-score series: `benchmarks/backtest.py BREAKS.csv SCORES.csv.gz`.

For each known break, the net-series estimator of docs/measures.md at 26 weeks before and 4 after:
has the score moved the right way, and further than that of 95 % of like dyads? Breaks whose windows
leave the series or miss a week are left out. The last line reads `sign 0.88 flagged 0.73 n 26`.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from dragoman.measuring.net import NetScores, shift

BEFORE, AFTER = 26, 4


def main() -> int:
    """Print a line a break, then the shares."""
    series = read_scores(Path(sys.argv[2]))
    right = flagged = tried = 0
    for row in csv.DictReader(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()):
        dyad = (min(row["a"], row["b"]), max(row["a"], row["b"]))
        day = date.fromisoformat(row["date"]).toordinal()
        try:
            found = shift(series, dyad, day, before=BEFORE, after=AFTER)
        except ValueError as error:
            print(f"{row['date']} {'-'.join(dyad)} left out: {error}")
            continue
        is_right = (found.z > 0) == (row["dir"] == "+")
        is_flagged = is_right and found.placebo is not None and found.placebo <= 0.05
        tried, right, flagged = tried + 1, right + is_right, flagged + is_flagged
        print(
            f"{row['date']} {'-'.join(dyad)} {row['dir']} z {found.z:6.2f}"
            f" p_s {found.placebo:.3f} of {found.n}{'' if is_right else '  wrong sign'}"
        )
    print(f"sign {right / tried:.2f} flagged {flagged / tried:.2f} n {tried}")
    return 0


def read_scores(path: Path) -> NetScores:
    """The matrix of a file of date, a, b, w, pairs put in alphabetical order and added up."""
    rows = list(_rows(path))
    first = min(day for day, _, _ in rows)
    dyads = {pair: i for i, pair in enumerate(sorted({pair for _, pair, _ in rows}))}
    scores = np.zeros((len(dyads), max(day for day, _, _ in rows) - first + 1))
    seen = np.zeros(scores.shape[1], dtype=bool)
    for day, pair, score in rows:
        scores[dyads[pair], day - first] += score
        seen[day - first] = True
    scores[:, ~seen] = np.nan
    return NetScores(tuple(dyads), first, scores)


def _rows(path: Path) -> Iterator[tuple[int, tuple[str, str], float]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            pair = (min(row["a"], row["b"]), max(row["a"], row["b"]))
            yield date.fromisoformat(row["date"]).toordinal(), pair, float(row["w"])


if __name__ == "__main__":
    sys.exit(main())
