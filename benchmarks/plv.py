"""What one marked party of a sentence does to the other: `benchmarks/plv.py FILE [--calibration]`.

FILE has one JSON object a line: sentence, marked (the sentence with <s>source</s> and
<t>target</t>), root (a PLOVER type of before 2.0) and quad. The marked words are taken for two
parties, whoever they are, and `coding/parties/relations.py` says what joins them.

The last line reads `binary 97.0 quad 93.0 root 84.0`, macro-F1 in percent over the classes of gold;
with --calibration `ece 0.050`, the expected error of the probability in ten bins of equal size.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.pairs import told_between
from dragoman.coding.parties import relations
from dragoman.model.actors import Identity
from dragoman.model.events import COOPERATIVE, QUADS
from dragoman.model.parses import Sentence
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

TAG = re.compile(r"</?[st]>")
SOURCE, TARGET = Identity("source"), Identity("target")
YIELDING = ("CONCEDE", "RETREAT")
ROOTS = {
    root: "YIELD" if kind in YIELDING else kind
    for kind, roots in relations.ROOTS_OF.items()
    for root in roots
}
"""The gold set's roots by CAMEO's; it has none for statements (01)."""
BINS = 10


class Relation(NamedTuple):
    """What joins the marked parties: its root in the gold set, and its probability."""

    root: str
    probability: float


NOTHING = Relation("", 0.0)


def main() -> int:
    """Print each class's F1, then the figures."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    knowledge, network = load_knowledge(), Network()
    found = [relation(row["marked"], knowledge, network) for row in rows]
    roots = [(row["root"], one.root) for row, one in zip(rows, found, strict=True)]
    if "--calibration" in sys.argv:
        sure = [
            (one.probability, one.root == row["root"]) for row, one in zip(rows, found, strict=True)
        ]
        print(f"ece {expected_error(sure):.3f}")
        return 0
    quads = [(row["quad"], quad(one.root)) for row, one in zip(rows, found, strict=True)]
    binary = [(a > COOPERATIVE, b > COOPERATIVE if b else None) for a, b in quads]
    for name, score in sorted(f1_by_class(roots).items()):
        print(f"{name:10} {100 * score:5.1f}")
    print(f"nothing found in {sum(one is NOTHING for one in found)} of {len(rows)}")
    figures = (("binary", binary), ("quad", quads), ("root", roots))
    print(" ".join(f"{name} {100 * macro_f1(pairs):.1f}" for name, pairs in figures))
    return 0


def relation(marked: str, knowledge: Knowledge, network: Network) -> Relation:
    """What joins the marked parties, in the sentence that has both, else in the first with one."""
    places = spans(marked)
    found = [
        (sentence, [words_at(sentence, places.get(who)) for who in (SOURCE, TARGET)])
        for sentence in parse(Article("row", TAG.sub("", marked)), network).sentences
    ]
    for sentence, (source, target) in sorted(found, key=lambda one: -sum(map(bool, one[1]))):
        if source or target:
            pair = (source or target, target or source)
            told = told_between(sentence, *pair, knowledge)
            return by_root(relations.cameo_relation(sentence, *pair, told))
    return NOTHING


def words_at(sentence: Sentence, place: tuple[int, int] | None) -> list[int]:
    """The words that begin within a place of the text."""
    start, end = place or (0, 0)
    return [word for word, at in enumerate(sentence.starts) if start <= at < end]


def by_root(likely: dict[str, float]) -> Relation:
    """The likeliest root of the gold set."""
    together = relations.told_together(likely)
    root, probability = max(together.items(), key=lambda pair: pair[1])
    return Relation(ROOTS.get(root, ""), relations.calibrated(probability))


def spans(marked: str) -> dict[Identity, tuple[int, int]]:
    """Where the two parties stand in the text without its marks.

    >>> spans("<s>Peru</s> met <t>Chile</t>.")[TARGET]
    (9, 14)
    """
    opened: dict[str, int] = {}
    removed = 0
    found = {}
    for tag in TAG.finditer(marked):
        at, name = tag.start() - removed, tag[0].strip("</>")
        removed += len(tag[0])
        if tag[0].startswith("</"):
            found[SOURCE if name == "s" else TARGET] = (opened[name], at)
        else:
            opened[name] = at
    return found


def quad(root: str) -> int | None:
    """The quad of a root; YIELD is 2 there, for words and deeds alike."""
    return 2 if root == "YIELD" else QUADS.get(root)


def macro_f1(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """The mean of F1 over the classes that gold has; `pairs` are gold and coded."""
    by_class = f1_by_class(pairs)
    return sum(by_class.values()) / len(by_class)


def f1_by_class(pairs: Sequence[tuple[Hashable, Hashable]]) -> dict[Hashable, float]:
    """F1 of each class that gold has."""
    gold, coded = Counter(g for g, _ in pairs), Counter(c for _, c in pairs)
    hits = Counter(g for g, c in pairs if g == c)
    return {name: 2 * hits[name] / (gold[name] + coded[name]) for name in gold}


def expected_error(sure: Sequence[tuple[float, bool]]) -> float:
    """The mean distance of probability and share right, over bins of equal size."""
    ranked = sorted(sure, key=lambda one: one[0])
    edges = [len(ranked) * number // BINS for number in range(BINS + 1)]
    bins = [ranked[a:b] for a, b in pairwise(edges) if a < b]
    gaps = (abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in bins)
    return sum(gaps) / len(ranked)


if __name__ == "__main__":
    sys.exit(main())
