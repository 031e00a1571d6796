"""A trained parser → one ONNX file with int8 weights, its labels and its tokenizer.

The graph is written operation by operation instead of traced, because its form decides its speed:
queries, keys and values are one product, attention one operation, and the sums before each
normalisation stay plain (onnxruntime's fused SkipLayerNormalization is a quarter slower).
Matrices are quantised column by column and word vectors row by row; with one scale for a whole
matrix the vectors drift. Activations are quantised while reading. The heads, a tiny part of the
work, stay in float.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import onnx
from asked_pairs import ROOTS
from encoder import ATTENTION_HEADS, EPSILON, SHARED, Encoder, Layer
from heads import ActReader, Parser
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

LARGEST_WEIGHT = 64
"""Seven bits of eight: with more, processors without VNNI saturate when they add products."""
OURS = "com.microsoft"


class Graph:
    """An ONNX graph under construction; every method adds to it and gives its result's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[TensorProto] = []

    def constant(self, array: NDArray[np.generic]) -> str:
        """A fixed array."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, operation: str, *inputs: str, domain: str = "", **settings: object) -> str:
        """The one result of an operation."""
        return self.split(operation, 1, *inputs, domain=domain, **settings)[0]

    def split(
        self, operation: str, count: int, *inputs: str, domain: str = "", **settings: object
    ) -> list[str]:
        """The `count` results of an operation."""
        results = [f"n{len(self.nodes)}_{number}" for number in range(count)]
        node = helper.make_node(operation, inputs, results, domain=domain, **settings)
        self.nodes.append(node)
        return results

    def named(self, name: str, source: str) -> None:
        """Gives a result its public name."""
        self.nodes.append(helper.make_node("Identity", [source], [name]))

    def model(
        self,
        name: str,
        inputs: Sequence[onnx.ValueInfoProto],
        outputs: Sequence[onnx.ValueInfoProto],
    ) -> onnx.ModelProto:
        """What a runtime loads."""
        body = helper.make_graph(self.nodes, name, inputs, outputs, initializer=self.constants)
        operators = [helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)]
        return helper.make_model(body, opset_imports=operators, ir_version=8)


def export(parser: Parser, reader: ActReader, tokenizer: Path, folder: Path) -> None:
    """Writes parser.onnx, labels.json and tokenizer.json into `folder`."""
    graph = Graph()
    vectors = _looked_up(graph, parser.encoder)
    graph.named("below", vectors)
    shared = layered(graph, parser.encoder.layers[:SHARED], vectors)
    _heads(graph, parser, layered(graph, parser.encoder.layers[SHARED:], shared))
    _act_heads(graph, reader, layered(graph, reader.layers, shared))
    onnx.save(_model(graph), folder / "parser.onnx")
    labels = {
        name: list(getattr(parser.labels, name))
        for name in ("tags", "fine_tags", "relations", "names", "acts", "statuses", "roles")
    }
    labels["cameo_roots"] = list(ROOTS)
    text = json.dumps(labels, indent=1, ensure_ascii=False) + "\n"
    (folder / "labels.json").write_text(text, encoding="utf-8")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")


def _model(graph: Graph) -> onnx.ModelProto:
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"])
        for name in ("pieces", "shapes")
    ]
    inputs += [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["places"])
        for name in ("firsts", "lasts")
    ]
    numbers = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["words"])
        for name in ("tags", "fine_tags", "names")
    ]
    scores = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in {
            "arcs": ["words", "places"],
            "dependents": ["words", "relations", "width"],
            "governors": ["places", "width"],
            "acts": ["words", "types"],
            "statuses": ["words", "firmness"],
            "happened": ["words", 1],
            "roles": ["words", "parties", "role"],
            "below": [1, "pieces", "width"],
        }.items()
    ]
    return graph.model("parser", inputs, [*numbers, *scores])


def _looked_up(graph: Graph, encoder: Encoder) -> str:
    """One vector a piece, before any layer."""
    words, scales = quantised(array_of(encoder.words.weight), axis=1)
    summed = graph.add(
        "Mul",
        graph.add("Cast", graph.add("Gather", graph.constant(words), "pieces"), to=1),
        graph.add("Gather", graph.constant(scales[:, None]), "pieces"),
    )
    length = graph.add("Shape", "pieces", start=1)
    zero = graph.constant(np.zeros(1, np.int64))
    positions = graph.constant(array_of(encoder.positions.weight))
    places = graph.add("Slice", positions, zero, length, zero)
    shapes = graph.add("Gather", graph.constant(array_of(encoder.shapes.weight)), "shapes")
    summed = graph.add("Add", graph.add("Add", summed, places), shapes)
    return _normalised(graph, encoder.norm, summed)


def layered(graph: Graph, layers: Iterable[nn.Module], vectors: str) -> str:
    """The vectors after some layers, one on the other."""
    for layer in layers:
        vectors = _layer(graph, layer, vectors)
    return vectors


def _layer(graph: Graph, layer: Layer, vectors: str) -> str:
    seen = _attention(graph, layer, vectors)
    summed = graph.add("Add", _product(graph, layer.attended, seen), vectors)
    vectors = _normalised(graph, layer.attended_norm, summed)
    inner = graph.add("Gelu", _product(graph, layer.widen, vectors), domain=OURS)
    summed = graph.add("Add", _product(graph, layer.narrow, inner), vectors)
    return _normalised(graph, layer.narrow_norm, summed)


def _attention(graph: Graph, layer: Layer, vectors: str) -> str:
    """Attention as one int8 operation, a ninth faster in all than a product and float attention."""
    whole, scales = quantised(array_of(layer.attend.weight).T, axis=0)
    small, scale, zero = graph.split("DynamicQuantizeLinear", 3, vectors)
    return graph.add(
        "QAttention",
        small,
        graph.constant(whole),
        graph.constant(array_of(layer.attend.bias)),
        scale,
        graph.constant(scales),
        "",  # no mask: a sentence is read alone, without padding
        zero,
        graph.constant(np.zeros(len(scales), np.int8)),
        domain=OURS,
        num_heads=ATTENTION_HEADS,
    )


def _product(graph: Graph, linear: nn.Linear, vectors: str) -> str:
    return quantised_product(graph, array_of(linear.weight).T, array_of(linear.bias), vectors)


def quantised_product(
    graph: Graph, weights: NDArray[np.float32], bias: NDArray[np.float32], vectors: str
) -> str:
    """A linear step with int8 weights; what comes in is quantised on the way."""
    whole, scales = quantised(weights, axis=0)
    return graph.add(
        "DynamicQuantizeMatMul",
        vectors,
        graph.constant(whole),
        graph.constant(scales),
        graph.constant(np.zeros(len(scales), np.int8)),
        graph.constant(bias),
        domain=OURS,
    )


def _normalised(graph: Graph, norm: nn.LayerNorm, vectors: str) -> str:
    weight, bias = graph.constant(array_of(norm.weight)), graph.constant(array_of(norm.bias))
    return graph.add("LayerNormalization", vectors, weight, bias, epsilon=EPSILON)


def _heads(graph: Graph, parser: Parser, vectors: str) -> None:
    """Tags, names, trees and relations: one product for what they see of each place."""
    seen = _seen(graph, {**parser.taggers, **parser.views}, _places(graph, vectors))
    for name in parser.taggers:
        words = _words(graph, seen[name])
        graph.named(name, graph.add("ArgMax", words, axis=1, keepdims=0))
    views = {name: graph.add("LeakyRelu", seen[name], alpha=0.1) for name in parser.views}
    arc = array_of(parser.arc)
    projected = graph.add("MatMul", views["arc_dependent"], graph.constant(arc[:-1]))
    projected = graph.add("Add", projected, graph.constant(arc[-1]))
    turned = graph.add("Transpose", views["arc_governor"], perm=[1, 0])
    graph.named("arcs", graph.add("MatMul", _words(graph, projected), turned))
    graph.named("dependents", _projected(graph, parser.relation, views["dependent"]))
    graph.named("governors", _with_constant(graph, views["governor"]))


def _act_heads(graph: Graph, reader: ActReader, vectors: str) -> None:
    """Acts, statuses, whether they happened, and roles."""
    views = {name: reader.views[name] for name in ("deed", "party")}
    seen = _seen(graph, {**reader.taggers, **views}, _places(graph, vectors))
    for name in ("acts", "statuses"):
        graph.named(name, graph.add("Softmax", _words(graph, seen[name]), axis=1))
    graph.named("happened", _words(graph, seen["happened"]))
    deeds, parties = (graph.add("LeakyRelu", seen[name], alpha=0.1) for name in views)
    _roles(graph, reader.role, deeds, parties)


def _places(graph: Graph, vectors: str) -> str:
    """One vector a place, half of its first and half of its last piece."""
    pieces = graph.add("Squeeze", vectors, graph.constant(np.zeros(1, np.int64)))
    firsts, lasts = (graph.add("Gather", pieces, edge, axis=0) for edge in ("firsts", "lasts"))
    half = graph.constant(np.array(0.5, np.float32))
    return graph.add("Mul", graph.add("Add", firsts, lasts), half)


def _seen(graph: Graph, linears: dict[str, nn.Linear], places: str) -> dict[str, str]:
    """What each linear step makes of each place, by name; all of them are one product."""
    weights = np.concatenate([array_of(linear.weight) for linear in linears.values()]).T
    bias = np.concatenate([array_of(linear.bias) for linear in linears.values()])
    product = graph.add("Gemm", places, graph.constant(weights), graph.constant(bias))
    widths = np.array([linear.out_features for linear in linears.values()])
    parts = graph.split("Split", len(widths), product, graph.constant(widths), axis=1)
    return dict(zip(linears, parts, strict=True))


def _words(graph: Graph, places: str) -> str:
    """All places but the root's."""
    one, end = np.ones(1, np.int64), np.array([np.iinfo(np.int64).max])
    axis = graph.constant(np.zeros(1, np.int64))
    return graph.add("Slice", places, graph.constant(one), graph.constant(end), axis)


def _roles(graph: Graph, scorer: Tensor, deeds: str, parties: str) -> None:
    """Names the scores (words, words, roles) of each word in the act of each other."""
    projected = _projected(graph, scorer, deeds)
    turned = graph.add("Transpose", _with_constant(graph, _words(graph, parties)), perm=[1, 0])
    scores = graph.add("MatMul", projected, turned)
    graph.named("roles", graph.add("Transpose", scores, perm=[0, 2, 1]))


def _projected(graph: Graph, scorer: Tensor, places: str) -> str:
    """What each word's view asks of another's, label by label (words, labels, width)."""
    weights = array_of(scorer)
    count, wide, _ = weights.shape
    flat = weights.transpose(1, 0, 2).reshape(wide, count * wide)
    projected = quantised_product(graph, flat[:-1], flat[-1], _words(graph, places))
    return graph.add("Reshape", projected, graph.constant(np.array([-1, count, wide])))


def _with_constant(graph: Graph, places: str) -> str:
    """The views with a 1 behind each."""
    one = graph.constant(np.ones(1, np.float32))
    return graph.add("Pad", places, graph.constant(np.array([0, 0, 0, 1])), one)


def quantised(
    weights: NDArray[np.float32], axis: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights as small whole numbers, and what one of each row or column is worth.

    Args:
        weights: a matrix.
        axis: the one that shares a scale: 0 for a scale a column, 1 for a scale a row.

    >>> quantised(np.array([[0.5, -1.0]], np.float32), axis=1)[0].tolist()
    [[32, -64]]
    """
    scales = np.abs(weights).max(axis=axis, keepdims=True) / LARGEST_WEIGHT
    whole = np.rint(weights / np.maximum(scales, 1e-12)).astype(np.int8)
    return whole, scales.squeeze(axis).astype(np.float32)


def array_of(tensor: Tensor) -> NDArray[np.float32]:
    """A weight as numbers that ONNX takes."""
    array: NDArray[np.float32] = tensor.detach().numpy().astype(np.float32)
    return array
