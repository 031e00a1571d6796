"""Pairs of parties pointed out in a sentence → what joins them, read a second time.

The first reading scores any two words for themselves. This one sees which two parties are asked
about while it reads: their pieces are marked, and two layers more read the whole sentence with
these marks. It learns from every pair of parties that stand in a marked sentence, joined or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from random import Random

import torch
from acts import MUTUAL, NO_ACT, ActSentence, Marks, Words, by_words, relation_of
from data import grouped, laid_out_all
from encoder import WIDTH, through
from heads import BELOW, ActReader
from torch import Tensor, nn
from torch.nn import functional

from dragoman.coding.actor_tables import ActorTables
from dragoman.coding.mentions import find_mentions
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network
from dragoman.parsing.pieces import Pieces

HIDDEN = 256
PAIR_PIECES = 1200
SOURCE, TARGET = 1, 2
"""The marks of the pieces of the two parties; 0 is any other piece."""
SMOOTHED = 0.05
"""How much of each answer is kept for the others: two readers do not always agree."""

Joined = Mapping[tuple[Words, Words], str]


@dataclass(frozen=True, slots=True)
class AskedPair:
    """Two parties of a sentence, and the type of what the first does to the second."""

    words: tuple[str, ...]
    source: Words
    target: Words
    type: str


@dataclass(frozen=True, slots=True)
class Named:
    """A party of a sentence, with the keys that the tables know it by; none for a marked one."""

    words: Words
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Below:
    """What the layers below give of a sentence: vectors (pieces, width), each word's pieces."""

    vectors: Tensor
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def marks(self, pair: AskedPair) -> Tensor:
        """The mark of each piece."""
        marks = torch.zeros(len(self.vectors), dtype=torch.long)
        for mark, words in ((SOURCE, pair.source), (TARGET, pair.target)):
            for word in words:
                marks[self.firsts[word] : self.lasts[word] + 1] = mark
        return marks


class PairReader(nn.Module):
    """The second reading: marks, layers begun as those of acts, and what both parties tell."""

    def __init__(self, reader: ActReader) -> None:
        super().__init__()
        self.labels = reader.labels
        self.marks = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.layers = nn.ModuleList(deepcopy(layer) for layer in reader.layers[BELOW:])
        self.dropout = nn.Dropout(0.2)
        self.hidden = nn.Linear(2 * WIDTH, HIDDEN)
        self.types = nn.Linear(HIDDEN, len(self.labels.acts))

    def forward(self, below: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Scores (pairs, types) of vectors (pairs, pieces, width) with their marks."""
        vectors = through(self.layers, below + self.marks(marks), mask)
        both = torch.cat([_mean(vectors, marks == mark) for mark in (SOURCE, TARGET)], dim=-1)
        hidden = functional.gelu(self.hidden(self.dropout(both)))
        scores: Tensor = self.types(self.dropout(hidden))
        return scores


def _mean(vectors: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.float() / chosen.sum(1, keepdim=True)
    return (weights[:, :, None] * vectors).sum(1)


def asked_pairs(
    marked: Iterable[tuple[str, Sequence[Marks]]], tables: ActorTables, network: Network
) -> Iterator[AskedPair]:
    """The pairs of parties of marked sentences, each once: what joins them, or that nothing does.

    Parties are those marked and those that the tables find in a sentence as `network` reads it.
    """
    for text, acts in marked:
        sentence = by_words(text, acts)
        joined = {pair: relation_of(act) for act in sentence.acts for pair in act.dyads()}
        named = [*_found(text, sentence.words, tables, network), *_marked(sentence)]
        asked = dict.fromkeys((*joined, *_apart(named)))
        for source, target in asked:
            kind = _told(joined, source, target)
            if kind:
                yield AskedPair(sentence.words, source, target, kind)


def _found(
    text: str, words: tuple[str, ...], tables: ActorTables, network: Network
) -> Iterator[Named]:
    parsed = parse(Article("marked", text), network).sentences
    if len(parsed) == 1 and parsed[0].words == words:
        for mention in find_mentions(parsed[0], tables, None):
            if mention.identities:
                keys = frozenset(identity.key for identity in mention.identities)
                yield Named(tuple(range(mention.first, mention.last + 1)), keys)


def _marked(sentence: ActSentence) -> Iterator[Named]:
    parties = dict.fromkeys(words for act in sentence.acts for _, words in act.parties)
    yield from (Named(words, frozenset()) for words in parties)


def _apart(named: Sequence[Named]) -> Iterator[tuple[Words, Words]]:
    for source in named:
        for target in named:
            if not _shares(source.words, target.words) and not source.keys & target.keys:
                yield source.words, target.words


def _told(joined: Joined, source: Words, target: Words) -> str | None:
    """What joins two parties; None where it may be read from either of them."""
    backwards = None
    for (one, other), kind in joined.items():
        if _shares(one, source) and _shares(other, target):
            return kind
        if _shares(one, target) and _shares(other, source) and kind in MUTUAL:
            backwards = kind
    return None if backwards else NO_ACT


def _shares(one: Words, other: Words) -> bool:
    return not set(one).isdisjoint(other)


def read_below(
    reader: ActReader, pairs: Iterable[AskedPair], pieces: Pieces
) -> dict[tuple[str, ...], Below]:
    """What the layers below give of each sentence; they do not learn, so once is enough."""
    sentences = [ActSentence(words, ()) for words in dict.fromkeys(p.words for p in pairs)]
    found = {}
    with torch.inference_mode():
        for group in grouped(sentences, pieces, size=4000):
            batch = laid_out_all([s.words for s in group], pieces)
            vectors = reader.lower(batch, BELOW)
            for number, sentence in enumerate(group):
                length, words = int(batch.mask[number].sum()), len(sentence.words) + 1
                found[sentence.words] = Below(
                    vectors[number, :length].half().clone(),
                    tuple(batch.firsts[number, 1:words].tolist()),
                    tuple(batch.lasts[number, 1:words].tolist()),
                )
    return found


def pair_loss(
    network: PairReader, pairs: Sequence[AskedPair], below: Mapping[tuple[str, ...], Below]
) -> Tensor:
    """What is still to be learned of some pairs."""
    wanted = torch.tensor([network.labels.acts.index(pair.type) for pair in pairs])
    scores = pair_scores(network, pairs, below)
    return functional.cross_entropy(scores, wanted, label_smoothing=SMOOTHED)


def pair_scores(
    network: PairReader, pairs: Sequence[AskedPair], below: Mapping[tuple[str, ...], Below]
) -> Tensor:
    """The scores (pairs, types) of some pairs, read together."""
    vectors = [below[pair.words].vectors.float() for pair in pairs]
    marks = [below[pair.words].marks(pair) for pair in pairs]
    padded = partial(nn.utils.rnn.pad_sequence, batch_first=True)
    mask = padded([torch.ones(len(one), dtype=torch.bool) for one in vectors])
    scores: Tensor = network(padded(vectors), mask, padded(marks))
    return scores


def drawn(pairs: Sequence[AskedPair], chance: Random) -> list[AskedPair]:
    """A round's pairs: all that an act joins, and as many that nothing does."""
    joined = [pair for pair in pairs if pair.type != NO_ACT]
    others = [pair for pair in pairs if pair.type == NO_ACT]
    return joined + chance.sample(others, min(len(joined), len(others)))


def measure_pairs(
    network: PairReader,
    pairs: Sequence[AskedPair],
    below: Mapping[tuple[str, ...], Below],
    pieces: Pieces,
) -> dict[str, float]:
    """Of pairs that an act joins the share with the right type; F1 of which are joined at all."""
    network.eval()
    right = joined = hits = said = 0
    with torch.inference_mode():
        for group in grouped(pairs, pieces, size=4000):
            for pair, row in zip(group, pair_scores(network, group, below), strict=True):
                gold, none = network.labels.acts.index(pair.type), pair.type == NO_ACT
                is_joined = bool(row.softmax(-1)[0] < 0.5)
                right += not none and int(row[1:].argmax()) + 1 == gold
                joined, said = joined + (not none), said + is_joined
                hits += is_joined and not none
    return {"types": 100 * right / max(joined, 1), "joined": 200 * hits / max(joined + said, 1)}
