"""An exported network → the state of the parser it was made of, to learn on from.

The weights come back as the export rounded them. Its constants stand in the order in which
export.py adds them, which this file follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import LAYERS, SHARED, WIDTH
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

Array = NDArray[np.generic]
ACT_LINEARS = ("acts", "statuses", "happened", "deed", "party")
"""Likewise of the heads of acts; older files have two more, which pairs were scored from."""
ACT_TAGGERS = 3
LINEARS = ("tags", "fine_tags", "names", "arc_dependent", "arc_governor", "dependent", "governor")
"""The heads of the first part of training, as they lie beside one another in one product."""
TAGGERS = 3


def restored(path: Path) -> dict[str, Tensor]:
    """The state of the heads and the encoder in a parser.onnx of the first part's heads."""
    model = onnx.load(path)
    constants = iter([numpy_helper.to_array(c) for c in model.graph.initializer])
    widths = next(w for w in map(numpy_helper.to_array, model.graph.initializer)
                  if w.shape == (len(LINEARS),))  # fmt: skip
    state = dict(_encoder(constants)) | dict(_heads(constants, widths))
    return {name: torch.tensor(np.array(array, np.float32)) for name, array in state.items()}


def _encoder(constants: Iterator[Array]) -> Iterator[tuple[str, Array]]:
    yield "encoder.words.weight", next(constants) * next(constants)
    next(constants)  # the zero that a slice begins at
    for name in ("positions.weight", "shapes.weight", "norm.weight", "norm.bias"):
        yield f"encoder.{name}", next(constants)
    for number in range(LAYERS):
        yield from _layer(constants, f"encoder.layers.{number}")


def restored_acts(path: Path) -> dict[str, Tensor]:
    """The state of the layers and heads of acts in a parser.onnx that has them; without dyads."""
    arrays = [numpy_helper.to_array(c) for c in onnx.load(path).graph.initializer]
    attends = [place for place, one in enumerate(arrays) if one.shape == (WIDTH, 3 * WIDTH)]
    constants = iter(arrays[attends[LAYERS] :])
    layers = range(LAYERS - SHARED)
    state = dict(entry for number in layers for entry in _layer(constants, f"layers.{number}"))
    state |= dict(_act_heads(list(constants)))
    return {name: torch.tensor(np.array(array, np.float32)) for name, array in state.items()}


def restored_pairs(path: Path) -> dict[str, Tensor]:
    """The state of the second reading in a pairs.onnx."""
    constants = iter([numpy_helper.to_array(c) for c in onnx.load(path).graph.initializer])
    state = {"marks.weight": next(constants)}
    for number in range(LAYERS):
        state |= dict(_layer(constants, f"layers.{number}"))
    matrices = iter([one for one in constants if one.ndim > 0 and one.dtype != np.int64])
    state |= dict(_product(matrices, "hidden"))
    for name in ("types", "roots"):
        state |= {f"{name}.weight": next(matrices).T, f"{name}.bias": next(matrices)}
    return {name: torch.tensor(np.array(array, np.float32)) for name, array in state.items()}


def _act_heads(constants: Sequence[Array]) -> Iterator[tuple[str, Array]]:
    weights = next(place for place, one in enumerate(constants) if one.ndim == 2)
    edges = np.cumsum(constants[weights + 2])[:-1]
    parts = (np.split(one, edges, axis=-1) for one in constants[weights : weights + 2])
    for number, (name, weight, bias) in enumerate(zip(ACT_LINEARS, *parts, strict=False)):
        room = "taggers" if number < ACT_TAGGERS else "views"
        yield f"{room}.{name}.weight", weight.T
        yield f"{room}.{name}.bias", bias
    whole = next(
        place for place, one in enumerate(constants) if one.dtype == np.int8 and one.ndim == 2
    )
    matrix, scales, _, constant = constants[whole : whole + 4]
    yield "role", _paired(np.concatenate([matrix * scales, constant[None]]))


def _layer(constants: Iterator[Array], layer: str) -> Iterator[tuple[str, Array]]:
    whole, bias, scales, _ = (next(constants) for _ in range(4))
    yield f"{layer}.attend.weight", (whole * scales).T
    yield f"{layer}.attend.bias", bias
    yield from _product(constants, f"{layer}.attended")
    yield from _norm(constants, f"{layer}.attended_norm")
    yield from _product(constants, f"{layer}.widen")
    yield from _product(constants, f"{layer}.narrow")
    yield from _norm(constants, f"{layer}.narrow_norm")


def _product(constants: Iterator[Array], name: str) -> Iterator[tuple[str, Array]]:
    whole, scales, _, bias = (next(constants) for _ in range(4))
    yield f"{name}.weight", (whole * scales).T
    yield f"{name}.bias", bias


def _norm(constants: Iterator[Array], name: str) -> Iterator[tuple[str, Array]]:
    yield f"{name}.weight", next(constants)
    yield f"{name}.bias", next(constants)


def _heads(constants: Iterator[Array], widths: Array) -> Iterator[tuple[str, Array]]:
    matrices = [c for c in constants if c.ndim > 0 and c.dtype != np.int64]
    _, weights, bias, arc, arc_constant, whole, scales, _, relation_constant = matrices[:9]
    edges = np.cumsum(widths)[:-1]
    parts = zip(LINEARS, np.split(weights.T, edges), np.split(bias, edges), strict=True)
    for number, (name, weight, constant) in enumerate(parts):
        room = "taggers" if number < TAGGERS else "views"
        yield f"{room}.{name}.weight", weight
        yield f"{room}.{name}.bias", constant
    yield "arc", np.concatenate([arc, arc_constant[None]])
    yield "relation", _paired(np.concatenate([whole * scales, relation_constant[None]]))


def _paired(flat: Array) -> Array:
    """What scores two views for every label, out of the one product it was exported as."""
    wide = len(flat)
    return flat.reshape(wide, -1, wide).transpose(1, 0, 2)
