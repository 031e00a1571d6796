"""The heads on the encoder: parts of speech, trees and names, read from one vector a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from encoder import WIDTH, Encoder
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from data import Batch

ARC_WIDTH = 128
RELATION_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head chooses from, in the order of its columns."""

    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a batch of sentences; place 0 of each sentence stands for the root.

    `arcs` (sentences, words, places): how well each place fits as a word's head.
    `dependents` and `governors` (sentences, places, width): what relations are scored from.
    """

    tags: Tensor
    fine_tags: Tensor
    names: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor


class Parser(nn.Module):
    """Encoder and heads.

    A word is read from its first and last pieces, half from each (0.2 points better than from the
    first alone); the root from the piece before all words.
    """

    def __init__(self, encoder: Encoder, labels: Labels, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = encoder
        self.labels = labels
        self.dropout = nn.Dropout(dropout)
        self.taggers = nn.ModuleDict(
            {
                "tags": nn.Linear(WIDTH, len(labels.tags)),
                "fine_tags": nn.Linear(WIDTH, len(labels.fine_tags)),
                "names": nn.Linear(WIDTH, len(labels.names)),
            }
        )
        self.views = nn.ModuleDict(
            {
                "arc_dependent": nn.Linear(WIDTH, ARC_WIDTH),
                "arc_governor": nn.Linear(WIDTH, ARC_WIDTH),
                "dependent": nn.Linear(WIDTH, RELATION_WIDTH),
                "governor": nn.Linear(WIDTH, RELATION_WIDTH),
            }
        )
        # One row more than the view is wide: the constant that lets a place score by itself.
        self.arc = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH))
        nn.init.orthogonal_(self.arc)
        wide = RELATION_WIDTH + 1
        self.relation = nn.Parameter(torch.randn(len(labels.relations), wide, wide) * 0.02)

    def forward(self, batch: Batch) -> Scores:
        """What all heads make of a batch."""
        vectors = self.encoder(batch.pieces, batch.shapes, batch.mask)
        places = (_picked(vectors, batch.firsts) + _picked(vectors, batch.lasts)) / 2
        words = self.dropout(places[:, 1:])
        views = {
            name: self.dropout(functional.leaky_relu(view(places), 0.1))
            for name, view in self.views.items()
        }
        dependents = with_constant(views["arc_dependent"][:, 1:])
        arcs = dependents @ self.arc @ views["arc_governor"].transpose(1, 2)
        return Scores(
            tags=self.taggers["tags"](words),
            fine_tags=self.taggers["fine_tags"](words),
            names=self.taggers["names"](words),
            arcs=arcs,
            dependents=with_constant(views["dependent"][:, 1:]),
            governors=with_constant(views["governor"]),
        )

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Scores (sentences, words, relations) of each relation, given each word's head place."""
        governors = _picked(scores.governors, heads)
        projected = torch.einsum("bwi,rij->bwrj", scores.dependents, self.relation)
        return torch.einsum("bwrj,bwj->bwr", projected, governors)


def _picked(vectors: Tensor, pieces: Tensor) -> Tensor:
    """The vectors of some pieces of each sentence."""
    return vectors.gather(1, pieces[:, :, None].expand(-1, -1, vectors.shape[-1]))


def with_constant(vectors: Tensor) -> Tensor:
    """The vectors with a 1 behind each."""
    return functional.pad(vectors, (0, 1), value=1.0)
