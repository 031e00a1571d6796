"""Every act row against its own example: the sentence must give an act of the row's type."""

from __future__ import annotations

from collections import defaultdict

from dragoman.coding.acts.tables import ActRow
from dragoman.coding.code import acts_of
from dragoman.coding.knowledge import load_knowledge
from dragoman.coding.readings import read
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

# The rest are sentences the network reads amiss or whose parties it doubts, and phrases whose
# parties hang one noun deeper.
LEAST_SHARE = 0.92
LEAST_SHARE_OF_A_TYPE = 0.8


def test_the_examples_of_the_act_rows_give_their_type():
    knowledge, network = load_knowledge(), Network()
    fired: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for row in (row for rows in knowledge.acts.rows.values() for row in rows if row.type):
        article = Article("example", row.example, published="2019-05-08")
        reading = read(parse(article, network), knowledge)
        found = {act.draft.type for who in reading.parties for act in acts_of(reading, who)}
        fired[row.type].append(row.type in found)
        if row.type not in found:
            missed.append(_told(row))
    everything = [hit for hits in fired.values() for hit in hits]
    assert sum(everything) / len(everything) >= LEAST_SHARE, "\n".join(missed)
    assert {
        kind: sum(hits) / len(hits)
        for kind, hits in fired.items()
        if sum(hits) / len(hits) < LEAST_SHARE_OF_A_TYPE
    } == {}


def _told(row: ActRow) -> str:
    return f"{row.type} {row.lemma}.{row.pos} [{row.needs_text}]: {row.example}"
