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
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
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


def export(parser: Parser, reader: ActReader, tokenizer: Path, folder: Path) -> None:
    """Writes parser.onnx, labels.json and tokenizer.json into `folder`."""
    graph = Graph()
    shared = _shared(graph, parser.encoder)
    _heads(graph, parser, _layers(graph, parser.encoder.layers[SHARED:], shared))
    _act_heads(graph, reader, _layers(graph, reader.layers, shared))
    onnx.save(_model(graph), folder / "parser.onnx")
    labels = {
        name: list(getattr(parser.labels, name))
        for name in ("tags", "fine_tags", "relations", "names", "acts", "statuses", "roles")
    }
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
            "dyads": ["words", "others", "relation"],
        }.items()
    ]
    body = helper.make_graph(
        graph.nodes, "parser", inputs, [*numbers, *scores], initializer=graph.constants
    )
    operators = [helper.make_opsetid("", 17), helper.make_opsetid(OURS, 1)]
    return helper.make_model(body, opset_imports=operators, ir_version=8)


def _shared(graph: Graph, encoder: Encoder) -> str:
    """The layers that trees and acts share."""
    words, scales = quantised(_array(encoder.words.weight), axis=1)
    summed = graph.add(
        "Mul",
        graph.add("Cast", graph.add("Gather", graph.constant(words), "pieces"), to=1),
        graph.add("Gather", graph.constant(scales[:, None]), "pieces"),
    )
    length = graph.add("Shape", "pieces", start=1)
    zero = graph.constant(np.zeros(1, np.int64))
    positions = graph.constant(_array(encoder.positions.weight))
    places = graph.add("Slice", positions, zero, length, zero)
    shapes = graph.add("Gather", graph.constant(_array(encoder.shapes.weight)), "shapes")
    summed = graph.add("Add", graph.add("Add", summed, places), shapes)
    return _layers(graph, encoder.layers[:SHARED], _normalised(graph, encoder.norm, summed))


def _layers(graph: Graph, layers: Iterable[nn.Module], vectors: str) -> str:
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
    whole, scales = quantised(_array(layer.attend.weight).T, axis=0)
    small, scale, zero = graph.split("DynamicQuantizeLinear", 3, vectors)
    return graph.add(
        "QAttention",
        small,
        graph.constant(whole),
        graph.constant(_array(layer.attend.bias)),
        scale,
        graph.constant(scales),
        "",  # no mask: a sentence is read alone, without padding
        zero,
        graph.constant(np.zeros(len(scales), np.int8)),
        domain=OURS,
        num_heads=ATTENTION_HEADS,
    )


def _product(graph: Graph, linear: nn.Linear, vectors: str) -> str:
    return _quantised_product(graph, _array(linear.weight).T, _array(linear.bias), vectors)


def _quantised_product(
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
    weight, bias = graph.constant(_array(norm.weight)), graph.constant(_array(norm.bias))
    return graph.add("LayerNormalization", vectors, weight, bias, epsilon=EPSILON)


def _heads(graph: Graph, parser: Parser, vectors: str) -> None:
    """Tags, names, trees and relations: one product for what they see of each place."""
    seen = _seen(graph, {**parser.taggers, **parser.views}, _places(graph, vectors))
    for name in parser.taggers:
        words = _words(graph, seen[name])
        graph.named(name, graph.add("ArgMax", words, axis=1, keepdims=0))
    views = {name: graph.add("LeakyRelu", seen[name], alpha=0.1) for name in parser.views}
    arc = _array(parser.arc)
    projected = graph.add("MatMul", views["arc_dependent"], graph.constant(arc[:-1]))
    projected = graph.add("Add", projected, graph.constant(arc[-1]))
    turned = graph.add("Transpose", views["arc_governor"], perm=[1, 0])
    graph.named("arcs", graph.add("MatMul", _words(graph, projected), turned))
    graph.named("dependents", _projected(graph, parser.relation, views["dependent"]))
    graph.named("governors", _with_constant(graph, views["governor"]))


def _act_heads(graph: Graph, reader: ActReader, vectors: str) -> None:
    """Acts, statuses, whether they happened, roles and dyads."""
    seen = _seen(graph, {**reader.taggers, **reader.views}, _places(graph, vectors))
    for name in ("acts", "statuses"):
        graph.named(name, graph.add("Softmax", _words(graph, seen[name]), axis=1))
    graph.named("happened", _words(graph, seen["happened"]))
    views = {name: graph.add("LeakyRelu", seen[name], alpha=0.1) for name in reader.views}
    _pairs(graph, "roles", reader.role, views["deed"], views["party"])
    _pairs(graph, "dyads", reader.dyad, views["source"], views["target"])


def _places(graph: Graph, vectors: str) -> str:
    """One vector a place, half of its first and half of its last piece."""
    pieces = graph.add("Squeeze", vectors, graph.constant(np.zeros(1, np.int64)))
    firsts, lasts = (graph.add("Gather", pieces, edge, axis=0) for edge in ("firsts", "lasts"))
    half = graph.constant(np.array(0.5, np.float32))
    return graph.add("Mul", graph.add("Add", firsts, lasts), half)


def _seen(graph: Graph, linears: dict[str, nn.Linear], places: str) -> dict[str, str]:
    """What each linear step makes of each place, by name; all of them are one product."""
    weights = np.concatenate([_array(linear.weight) for linear in linears.values()]).T
    bias = np.concatenate([_array(linear.bias) for linear in linears.values()])
    product = graph.add("Gemm", places, graph.constant(weights), graph.constant(bias))
    widths = np.array([linear.out_features for linear in linears.values()])
    parts = graph.split("Split", len(widths), product, graph.constant(widths), axis=1)
    return dict(zip(linears, parts, strict=True))


def _words(graph: Graph, places: str) -> str:
    """All places but the root's."""
    one, end = np.ones(1, np.int64), np.array([np.iinfo(np.int64).max])
    axis = graph.constant(np.zeros(1, np.int64))
    return graph.add("Slice", places, graph.constant(one), graph.constant(end), axis)


def _pairs(graph: Graph, name: str, scorer: Tensor, ones: str, others: str) -> None:
    """Names the scores (words, words, labels) of every pair of words."""
    projected = _projected(graph, scorer, ones)
    turned = graph.add("Transpose", _with_constant(graph, _words(graph, others)), perm=[1, 0])
    scores = graph.add("MatMul", projected, turned)
    graph.named(name, graph.add("Transpose", scores, perm=[0, 2, 1]))


def _projected(graph: Graph, scorer: Tensor, places: str) -> str:
    """What each word's view asks of another's, label by label (words, labels, width)."""
    weights = _array(scorer)
    count, wide, _ = weights.shape
    flat = weights.transpose(1, 0, 2).reshape(wide, count * wide)
    projected = _quantised_product(graph, flat[:-1], flat[-1], _words(graph, places))
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


def _array(tensor: Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.detach().numpy().astype(np.float32)
    return array
