"""The second reading: what joins two parties of a sentence that are pointed out.

The first reading scores any two words for themselves. This one sees which two parties are asked
about while it reads: their pieces are marked, and layers of its own read the whole sentence with
these marks. It tells the event type and the CAMEO root of what the first party does to the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial

import torch
from acts import NO_ACT, ActSentence
from asked_pairs import ROOTS, AskedPair
from data import grouped, laid_out_all
from encoder import SHARED, WIDTH, through
from heads import ActReader
from torch import Tensor, nn
from torch.nn import functional

from dragoman.parsing.pieces import Pieces

HIDDEN = 256
PAIR_PIECES = 1200
SOURCE, TARGET = 1, 2
"""The marks of the pieces of the two parties; 0 is any other piece."""
SMOOTHED = 0.05
"""How much of each answer is kept for the others: two readers do not always agree."""


@dataclass(frozen=True, slots=True)
class Below:
    """What the tables give of a sentence: vectors (pieces, width), each word's pieces."""

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
    """The second reading: marks, layers begun as those for acts, and what both parties tell."""

    def __init__(self, reader: ActReader) -> None:
        super().__init__()
        self.labels = reader.labels
        self.marks = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)
        begun_as = (*reader.encoder.layers[:SHARED], *reader.layers)
        self.layers = nn.ModuleList(deepcopy(layer) for layer in begun_as)
        self.dropout = nn.Dropout(0.2)
        self.hidden = nn.Linear(2 * WIDTH, HIDDEN)
        self.types = nn.Linear(HIDDEN, len(self.labels.acts))
        self.roots = nn.Linear(HIDDEN, len(ROOTS))

    def forward(self, below: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of types and of roots for vectors (pairs, pieces, width) with their marks."""
        vectors = through(self.layers, below + self.marks(marks), mask)
        both = torch.cat([_mean(vectors, marks == mark) for mark in (SOURCE, TARGET)], dim=-1)
        hidden = self.dropout(functional.gelu(self.hidden(self.dropout(both))))
        return self.types(hidden), self.roots(hidden)


def _mean(vectors: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.float() / chosen.sum(1, keepdim=True)
    return (weights[:, :, None] * vectors).sum(1)


def read_below(
    reader: ActReader, pairs: Iterable[AskedPair], pieces: Pieces
) -> dict[tuple[str, ...], Below]:
    """What the tables give of each sentence; they do not learn, so once is enough."""
    sentences = [ActSentence(words, ()) for words in dict.fromkeys(p.words for p in pairs)]
    found = {}
    with torch.inference_mode():
        for group in grouped(sentences, pieces, size=4000):
            batch = laid_out_all([s.words for s in group], pieces)
            vectors = reader.encoder.looked_up(batch.pieces, batch.shapes)
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
    """What is still to be learned of some pairs: of their types, and that a root may be theirs."""
    wanted = torch.tensor([network.labels.acts.index(pair.type) for pair in pairs])
    may_be = torch.tensor([[root in pair.roots for root in ROOTS] for pair in pairs])
    types, roots = pair_scores(network, pairs, below)
    likely = roots.log_softmax(-1)
    of_roots = likely.masked_fill(~may_be, -torch.inf).logsumexp(-1).mean()
    of_types: Tensor = functional.cross_entropy(types, wanted, label_smoothing=SMOOTHED)
    return of_types - (1 - SMOOTHED) * of_roots - SMOOTHED * likely.mean()


def pair_scores(
    network: PairReader, pairs: Sequence[AskedPair], below: Mapping[tuple[str, ...], Below]
) -> tuple[Tensor, Tensor]:
    """The scores (pairs, types) and (pairs, roots) of some pairs, read together."""
    vectors = [below[pair.words].vectors.float() for pair in pairs]
    marks = [below[pair.words].marks(pair) for pair in pairs]
    padded = partial(nn.utils.rnn.pad_sequence, batch_first=True)
    mask = padded([torch.ones(len(one), dtype=torch.bool) for one in vectors])
    types, roots = network(padded(vectors), mask, padded(marks))
    return types, roots


def measure_pairs(
    network: PairReader,
    pairs: Sequence[AskedPair],
    below: Mapping[tuple[str, ...], Below],
    pieces: Pieces,
) -> dict[str, float]:
    """Of pairs that an act joins the share with right type and root; F1 of which are joined."""
    network.eval()
    types = roots = joined = hits = said = 0
    with torch.inference_mode():
        for group in grouped(pairs, pieces, size=4000):
            for pair, row, root in zip(group, *pair_scores(network, group, below), strict=True):
                is_joined = pair.type != NO_ACT
                is_said = bool(row.softmax(-1)[0] < 0.5)
                types += is_joined and network.labels.acts[int(row[1:].argmax()) + 1] == pair.type
                roots += is_joined and ROOTS[int(root[1:].argmax()) + 1] in pair.roots
                joined, said = joined + is_joined, said + is_said
                hits += is_joined and is_said
    return {
        "types": 100 * types / max(joined, 1),
        "roots": 100 * roots / max(joined, 1),
        "joined": 200 * hits / max(joined + said, 1),
    }
