"""How sure to be: fitted on events that a strict reader judged, and on pairs held back.

Run as `python training/calibrate.py --corpus DIR`, after the new network's files stand in the
package; prints the rows of `src/dragoman/tables/confidence.csv`, then the CALIBRATION of
`coding/parties/relations.py`. An event is right where the reader found its type, its status and
all of its parties right. Of a pair judged by itself the likeliest CAMEO root is right or not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from acts import NO_ACT
from asked_pairs import AskedPair, judged_pairs, parted
from numpy.typing import NDArray
from read_events import judged_now, read_events

from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.pairs import told_between
from dragoman.coding.parties.relations import FIRST_OF, cameo_relation, log_odds, told_together
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

STIFFNESS = 3.0
"""How much a weight is held to 0 (ridge); there are some hundred events for a dozen weights."""
ROUNDS = 50


def main() -> None:
    """Code the sentences held back, fit, and print the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, required=True, help="folder of the news corpora")
    corpus = options.parse_args().corpus
    folder = Path(__file__).parent / "acts"
    knowledge, network = load_knowledge(), Network()
    rows = [
        row
        for article in read_events(folder / "read", corpus)
        for row in judged_now(article, knowledge, network)
    ]
    names = ["intercept", *rows[0][0]]
    table = np.array([[1.0, *values.values()] for values, _ in rows])
    weights = fitted(table, np.array([right for _, right in rows], float))
    print(f"# {len(rows)} events, {sum(right for _, right in rows)} right")
    for name, weight in zip(names, weights, strict=True):
        print(f"{name},{weight:.2f}")
    _, kept = parted(list(judged_pairs(folder / "pairs", corpus)))
    pairs = [odds for text, pair in kept for odds in weighed(text, pair, knowledge, network)]
    table = np.array([[1.0, odds] for odds, _ in pairs])
    intercept, slope = fitted(table, np.array([right for _, right in pairs], float))
    print(f"# {len(pairs)} pairs: CALIBRATION = ({intercept:.3f}, {slope:.3f})")


def weighed(
    text: str, pair: AskedPair, knowledge: Knowledge, network: Network
) -> Iterator[tuple[float, bool]]:
    """The log-odds of the likeliest root of a pair that an act joins, and whether it is right."""
    for sentence in parse(Article("judged", text), network).sentences:
        if pair.type != NO_ACT and sentence.words == pair.words:
            told = told_between(sentence, pair.source, pair.target, knowledge)
            likely = told_together(cameo_relation(sentence, pair.source, pair.target, told))
            best = max(likely, key=likely.__getitem__)
            yield log_odds(likely[best]), best in {FIRST_OF[root] for root in pair.roots}


def fitted(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of a logistic regression with a ridge on all but the intercept.

    >>> fitted(np.array([[1.0, 0], [1, 1]] * 50), np.array([0.0, 1] * 50))[1] > 1
    True
    """
    weights = np.zeros(table.shape[1])
    ridge = np.diag([0.0, *[STIFFNESS] * (table.shape[1] - 1)])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + ridge @ weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
