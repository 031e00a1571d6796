"""How sure to be: fitted on marked sentences held back from training.

Run as `python training/calibrate.py --corpus DIR`, after the new network's files stand in the
package; prints the rows of `src/dragoman/tables/confidence.csv`, then the CALIBRATION of
`coding/relations.py`. An event is right where a marked act of its type joins its parties; parties
that the tables know by no key count for nothing. Of a pair judged by itself the likeliest CAMEO
root is right or not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from acts import NO_ACT, read_marked
from asked_pairs import AskedPair, judged_pairs, parted
from numpy.typing import NDArray

from dragoman.coding.code import acts_of
from dragoman.coding.confidence import features
from dragoman.coding.found import Found
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.pairs import told_between
from dragoman.coding.readings import Reading, read
from dragoman.coding.relations import FIRST_OF, cameo_relation, log_odds, told_together
from dragoman.model.events import RECIPROCAL_TYPES
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

STIFFNESS = 1.0
"""How much a weight is held to 0 (ridge); there are some hundred events for a dozen weights."""
ROUNDS = 50
UNLEARNED = ("held",)
"""The marked sentences that nothing learns from."""
Rows = list[tuple[dict[str, float], bool]]


def main() -> None:
    """Code the sentences held back, fit, and print the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, required=True, help="folder of the news corpora")
    corpus = options.parse_args().corpus
    folder = Path(__file__).parent / "acts"
    marked = [row for part in UNLEARNED for row in read_marked(folder / part, corpus)]
    knowledge, network = load_knowledge(), Network()
    rows = [row for text, acts in marked for row in judged(text, acts, knowledge, network)]
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


def judged(
    text: str, acts: Sequence[Mapping[str, Any]], knowledge: Knowledge, network: Network
) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each event coded of a sentence, and whether it is right."""
    reading = read(parse(Article("marked", text), network), knowledge)
    gold = {fact for act in acts for fact in _marked_facts(reading, act)}
    for parties in reading.parties:
        for found in acts_of(reading, parties):
            facts = _facts(found)
            values = features(parties.sentence, found.draft, found.sides, found.status)
            yield dict(values), bool(facts) and facts <= gold


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


Fact = tuple[str, str, str]
"""A type with its two parties' keys, "" for none; those of a mutual type in their order."""


def _facts(found: Found) -> set[Fact]:
    actors, recipients = (
        {i.key for m in side for i in m.identities}
        for side in (found.sides.actor, found.sides.recipient)
    )
    return _joined(found.draft.type, actors, recipients)


def _marked_facts(reading: Reading, act: Mapping[str, Any]) -> set[Fact]:
    actors, recipients = (_keys(reading, act.get(role, ())) for role in ("actor", "recipient"))
    return _joined(act["type"], actors, recipients)


def _joined(kind: str, actors: set[str], recipients: set[str]) -> set[Fact]:
    if kind in RECIPROCAL_TYPES or not recipients:
        both = sorted(actors | recipients)
        pairs = {(kind, a, b) for a in both for b in both if a < b}
        return pairs or {(kind, a, "") for a in both}
    return {(kind, a, b) for a in actors or {""} for b in recipients if a != b}


def _keys(reading: Reading, places: Sequence[Sequence[int]]) -> set[str]:
    """The keys of the parties named at some places, by the widest mention at each."""
    keys = set()
    for start, end in places:
        found = [
            mention
            for parties in reading.parties
            for mention in set(parties.by_word.values())
            if parties.sentence.starts[mention.first] < end
            and start < parties.sentence.ends[mention.last]
        ]
        if found:
            widest = max(found, key=lambda m: (m.last - m.first, -m.first))
            keys |= {identity.key for identity in widest.identities}
    return keys


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
