"""The heads on the encoder: parts of speech, trees and names, read from one vector a word."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from acts import ROLES, STATUSES, TYPES
from encoder import SHARED, WIDTH, Encoder, through
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from data import Inputs

ARC_WIDTH = 128
RELATION_WIDTH = 64
ROLE_WIDTH = 96
DYAD_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head chooses from, in the order of its columns."""

    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    acts: tuple[str, ...] = TYPES
    statuses: tuple[str, ...] = STATUSES
    roles: tuple[str, ...] = ROLES


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of trees, tags and names; place 0 of each sentence stands for the root.

    `words` has the scores of each head that reads one word, by name (sentences, words, labels).
    `arcs` (sentences, words, places): how well each place fits as a word's head.
    `dependents` and `governors` (sentences, words or places, width): what gives relations.
    """

    words: dict[str, Tensor]
    arcs: Tensor
    dependents: Tensor
    governors: Tensor


@dataclass(frozen=True, slots=True)
class ActScores:
    """Scores of acts: `words` as in `Scores`.

    The rest (sentences, words, width) is what pairs of words are scored from: `deeds` and `parties`
    for roles, `sources` and `targets` for dyads.
    """

    words: dict[str, Tensor]
    deeds: Tensor
    parties: Tensor
    sources: Tensor
    targets: Tensor


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
        self.relation = _paired(len(labels.relations), RELATION_WIDTH)

    def forward(self, batch: Inputs) -> Scores:
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
            words={name: tagger(words) for name, tagger in self.taggers.items()},
            arcs=arcs,
            dependents=with_constant(views["dependent"][:, 1:]),
            governors=with_constant(views["governor"]),
        )

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Scores (sentences, words, relations) of each relation, given each word's head place."""
        governors = _picked(scores.governors, heads)
        projected = torch.einsum("bwi,rij->bwrj", scores.dependents, self.relation)
        return torch.einsum("bwrj,bwj->bwr", projected, governors)


class ActReader(nn.Module):
    """What reads acts: layers of its own above those of a parser, and heads on top.

    The parser stays as it is. Taught together, trees lost 1.2 points and the coder 8 with them.
    Dyads are taught so that the layers learn who acts on whom, and are not exported: `pairs.py`
    reads them better.
    """

    def __init__(self, parser: Parser, dropout: float = 0.33) -> None:
        super().__init__()
        # Kept in a tuple, so that the parser is none of the parts that learn.
        self._below = (parser,)
        self.labels = parser.labels
        self.layers = nn.ModuleList(deepcopy(layer) for layer in parser.encoder.layers[SHARED:])
        self.dropout = nn.Dropout(dropout)
        self.taggers = nn.ModuleDict(
            {
                "acts": nn.Linear(WIDTH, len(self.labels.acts)),
                "statuses": nn.Linear(WIDTH, len(self.labels.statuses)),
                "happened": nn.Linear(WIDTH, 1),
            }
        )
        self.views = nn.ModuleDict(
            {
                "deed": nn.Linear(WIDTH, ROLE_WIDTH),
                "party": nn.Linear(WIDTH, ROLE_WIDTH),
                "source": nn.Linear(WIDTH, DYAD_WIDTH),
                "target": nn.Linear(WIDTH, DYAD_WIDTH),
            }
        )
        self.role = _paired(len(self.labels.roles), ROLE_WIDTH)
        self.dyad = _paired(len(self.labels.acts), DYAD_WIDTH)

    @property
    def encoder(self) -> Encoder:
        """The parser's encoder, whose lower layers it shares."""
        return self._below[0].encoder

    def forward(self, batch: Inputs) -> ActScores:
        """What all heads make of a batch."""
        with torch.no_grad():
            shared = self.encoder.lower(batch.pieces, batch.shapes, batch.mask)
        vectors = through(self.layers, shared, batch.mask)
        words = (_picked(vectors, batch.firsts) + _picked(vectors, batch.lasts))[:, 1:] / 2
        views = {
            name: with_constant(self.dropout(functional.leaky_relu(view(words), 0.1)))
            for name, view in self.views.items()
        }
        kept = self.dropout(words)
        return ActScores(
            words={name: tagger(kept) for name, tagger in self.taggers.items()},
            deeds=views["deed"],
            parties=views["party"],
            sources=views["source"],
            targets=views["target"],
        )

    def roles(self, deeds: Tensor, parties: Tensor) -> Tensor:
        """Scores (acts, words, roles) of each word's role in acts (acts, width)."""
        projected = torch.einsum("ai,rij->arj", deeds, self.role)
        return torch.einsum("arj,awj->awr", projected, parties)

    def dyads(self, sources: Tensor, targets: Tensor) -> Tensor:
        """Scores (pairs, types) of what each source does to its target, both (pairs, width)."""
        projected = torch.einsum("pi,tij->ptj", sources, self.dyad)
        return torch.einsum("ptj,pj->pt", projected, targets)


def _paired(labels: int, width: int) -> nn.Parameter:
    """What scores two views, each with a constant behind it, for every label."""
    return nn.Parameter(torch.randn(labels, width + 1, width + 1) * 0.02)


def _picked(vectors: Tensor, pieces: Tensor) -> Tensor:
    """The vectors of some pieces of each sentence."""
    return vectors.gather(1, pieces[:, :, None].expand(-1, -1, vectors.shape[-1]))


def with_constant(vectors: Tensor) -> Tensor:
    """The vectors with a 1 behind each."""
    return functional.pad(vectors, (0, 1), value=1.0)
