"""What one marked party of a sentence does to the other: `benchmarks/plv.py FILE [--calibration]`.

FILE has one JSON object a line: sentence, marked (the sentence with <s>source</s> and
<t>target</t>), root (a PLOVER type of before 2.0) and quad. The marked words are taken for two
parties, whoever they are, and the coder says which act joins them; where none does, its act nearest
to the root is taken, since some relation there is. A sentence without an act counts as wrong.

The last line reads `binary 97.0 quad 93.0 root 84.0`, macro-F1 in percent over the classes of gold;
with --calibration `ece 0.050`, the expected error of the probability in ten bins of equal size.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from dragoman.coding.acts import find_acts
from dragoman.coding.complements import Draft, settle
from dragoman.coding.confidence import confidence
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.mentions import Mention, find_mentions
from dragoman.coding.roles import Parties, parties_of
from dragoman.coding.sides import Sides, sides
from dragoman.coding.stance import status
from dragoman.model.actors import Identity
from dragoman.model.events import COOPERATIVE, QUADS, Status, Step
from dragoman.model.parses import Sentence
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

TAG = re.compile(r"</?[st]>")
SOURCE, TARGET = Identity("source"), Identity("target")
YIELDING = ("CONCEDE", "RETREAT")
PROMISED = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
BINS = 10


class Relation(NamedTuple):
    """An act between the marked parties: how well it joins them, its root, its probability."""

    joins: int
    root: str
    probability: float


NOTHING = Relation(-1, "", 0.0)
NOBODY = Sides((), (), Step("roles", "the coder finds no party of this act", ""))


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
    """The act that joins the marked parties best; of equal ones the nearest to the root."""
    places = spans(marked)
    text = TAG.sub("", marked)
    candidates = [
        (one.joins, -depth, one)
        for sentence in parse(Article("row", text), network).sentences
        for depth, one in _relations(sentence, places, knowledge)
    ]
    return max(candidates, key=lambda c: c[:2], default=(-1, 0, NOTHING))[2]


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


def _relations(
    sentence: Sentence, places: dict[Identity, tuple[int, int]], knowledge: Knowledge
) -> Iterator[tuple[int, Relation]]:
    """The acts of a sentence, each with its depth in the tree."""
    parties = marked_parties(sentence, places, knowledge)
    for draft in settle(sentence, find_acts(sentence, knowledge.acts, parties)):
        found = sides(draft, parties) or NOBODY
        word = draft.act.word
        firm, _ = status(sentence, word, knowledge.stance)
        sure, _ = confidence(draft.act, found, firm, len(sentence))
        depth = sum(1 for _ in sentence.ancestors(word))
        yield depth, Relation(_joined(found), root_of(draft, firm), sure)


def marked_parties(
    sentence: Sentence, places: dict[Identity, tuple[int, int]], knowledge: Knowledge
) -> Parties:
    """The marked words as two parties, with the others that the coder finds beside them."""
    mentions = []
    taken: set[int] = set()
    for who, (start, end) in places.items():
        words = [w for w, at in enumerate(sentence.starts) if start <= at < end]
        if words:
            head = next((w for w in words if sentence.heads[w] not in words), words[0])
            mentions.append(Mention(words[0], words[-1], head, (who,), "name", "marked"))
            taken.update(words)
    others = find_mentions(sentence, knowledge.actors, None)
    apart = [m for m in others if taken.isdisjoint(range(m.first, m.last + 1))]
    return parties_of(sentence, [*mentions, *apart])


def _joined(found: Sides) -> int:
    """3 where source acts on or with target, 2 the other way round, 1 for one alone, 0 for none."""
    actor, recipient = (
        {i for m in side for i in m.identities} for side in (found.actor, found.recipient)
    )
    if SOURCE in actor and TARGET in actor | recipient:
        return 3
    if {SOURCE, TARGET} <= actor | recipient:
        return 2
    return int(SOURCE in actor or TARGET in recipient)


def root_of(draft: Draft, firm: Status) -> str:
    """The root of the gold set that an act belongs to.

    It follows CAMEO where dragoman's codebook does not: to promise to yield is to agree (CAMEO 03),
    not to yield, agree or meet is to reject (12), and to convict is to accuse.
    """
    is_promised = firm == "future" or any(step.rule.startswith("promise") for step in draft.steps)
    if firm == "negated" and draft.type in (*YIELDING, "AGREE", "CONSULT"):
        return "REJECT"
    if is_promised and draft.type in (*PROMISED, *YIELDING):
        return "AGREE"
    if draft.type in YIELDING:
        return "YIELD"
    return "ACCUSE" if draft.mode == ("convict",) else draft.type


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
    ranked = sorted(sure)
    edges = [len(ranked) * number // BINS for number in range(BINS + 1)]
    bins = [ranked[a:b] for a, b in pairwise(edges) if a < b]
    gaps = (abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in bins)
    return sum(gaps) / len(ranked)


if __name__ == "__main__":
    sys.exit(main())
