"""The encoder: MiniLM-L6 as plain PyTorch, with one table more for how a word is written.

Written out rather than taken from a library, so that training needs torch and safetensors alone
and the export knows every operation.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.parsing.pieces import SHAPE_COUNT

WIDTH = 384
LAYERS = 6
SHARED = 3
"""Layers that acts share with trees; above these each has its own."""
ATTENTION_HEADS = 12
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward step, each added and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Vectors (sentences, pieces, width); mask (sentences, 1, 1, pieces), true to attend."""
        batch, length, _ = vectors.shape
        query, key, value = (
            part.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in self.attend(vectors).chunk(3, dim=-1)
        )
        rate = self.dropout.p if self.training else 0.0
        seen = functional.scaled_dot_product_attention(query, key, value, mask, rate)
        seen = self.attended(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        vectors = self.attended_norm(vectors + self.dropout(seen))
        inner = self.narrow(functional.gelu(self.widen(vectors)))
        return self.narrow_norm(vectors + self.dropout(inner))


class Encoder(nn.Module):
    """Word pieces and shapes → one vector a piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        nn.init.zeros_(self.shapes.weight)  # it starts as the encoder it was without shapes
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """All three (sentences, pieces); mask is true where there is a piece."""
        return through(self.layers[SHARED:], self.lower(pieces, shapes, mask), mask)

    def lower(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """What the layers give that all heads share."""
        return through(self.layers[:SHARED], self.looked_up(pieces, shapes), mask)

    def looked_up(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """One vector a piece out of the tables, which no layer has seen."""
        places = torch.arange(pieces.shape[1])
        summed = self.words(pieces) + self.positions(places) + self.shapes(shapes)
        return self.dropout(self.norm(summed))


def through(layers: Iterable[nn.Module], vectors: Tensor, mask: Tensor) -> Tensor:
    """The vectors after some layers, one on the other."""
    for layer in layers:
        vectors = layer(vectors, mask[:, None, None, :])
    return vectors


def load_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the published weights of `folder/model.safetensors`."""
    published = load_file(folder / "model.safetensors")
    encoder = Encoder(dropout)
    state = encoder.state_dict()
    for name, value in _renamed(published).items():
        state[name] = value
    encoder.load_state_dict(state)
    return encoder


def _renamed(published: dict[str, Tensor]) -> dict[str, Tensor]:
    """The published tensors under this file's names; the one token type joins the positions."""
    table = "embeddings.{}_embeddings.weight".format
    renamed = {
        "words.weight": published[table("word")],
        "positions.weight": published[table("position")] + published[table("token_type")][0],
    }
    for kind in ("weight", "bias"):
        renamed[f"norm.{kind}"] = published[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            renamed |= _layer_renamed(published, number, kind)
    return renamed


def _layer_renamed(published: dict[str, Tensor], number: int, kind: str) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
    parts = [
        published[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")
    ]
    return {
        f"{ours}.attend.{kind}": torch.cat(parts),
        f"{ours}.attended.{kind}": published[f"{theirs}.attention.output.dense.{kind}"],
        f"{ours}.attended_norm.{kind}": published[f"{theirs}.attention.output.LayerNorm.{kind}"],
        f"{ours}.widen.{kind}": published[f"{theirs}.intermediate.dense.{kind}"],
        f"{ours}.narrow.{kind}": published[f"{theirs}.output.dense.{kind}"],
        f"{ours}.narrow_norm.{kind}": published[f"{theirs}.output.LayerNorm.{kind}"],
    }
