"""A trained reader of pairs → a second ONNX file, which goes on where the first one's `below` ends.

It is a file of its own because a runtime runs all of a graph, and pairs are asked about now and
then, one by one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from encoder import WIDTH
from export import Graph, array_of, layered, quantised_product
from numpy.typing import NDArray
from onnx import TensorProto, helper
from pairs import SOURCE, TARGET, PairReader
from torch import nn


def export_pairs(reader: PairReader, folder: Path) -> None:
    """Writes pairs.onnx into `folder`: vectors and marks → the chance of each type, root."""
    graph = Graph()
    marks = graph.add("Gather", graph.constant(array_of(reader.marks.weight)), "marks")
    vectors = layered(graph, reader.layers, graph.add("Add", "below", marks))
    both = [_mean(graph, vectors, mark) for mark in (SOURCE, TARGET)]
    weight, bias = _parts(reader.hidden)
    told = quantised_product(graph, weight, bias, graph.add("Concat", *both, axis=1))
    inner = graph.add("Gelu", told, domain="com.microsoft")
    outputs = []
    for name, linear in (("types", reader.types), ("roots", reader.roots)):
        scores = graph.add("Gemm", inner, *(graph.constant(part) for part in _parts(linear)))
        graph.named(name, graph.add("Softmax", scores, axis=1))
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "kind"]))
    inputs = [
        helper.make_tensor_value_info("below", TensorProto.FLOAT, [1, "pieces", WIDTH]),
        helper.make_tensor_value_info("marks", TensorProto.INT64, [1, "pieces"]),
    ]
    onnx.save(graph.model("pairs", inputs, outputs), folder / "pairs.onnx")


def _parts(linear: nn.Linear) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return array_of(linear.weight).T, array_of(linear.bias)


def _mean(graph: Graph, vectors: str, mark: int) -> str:
    """The mean (1, width) of the vectors with a mark."""
    one = graph.constant(np.array([1], np.int64))
    chosen = graph.add("Equal", "marks", graph.constant(np.array(mark, np.int64)))
    weights = graph.add("Cast", chosen, to=TensorProto.FLOAT)
    weights = graph.add("Div", weights, graph.add("ReduceSum", weights, one, keepdims=1))
    mean = graph.add("MatMul", graph.add("Unsqueeze", weights, one), vectors)
    return graph.add("Squeeze", mean, one)
