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
from onnx import TensorProto, helper
from pairs import SOURCE, TARGET, PairReader


def export_pairs(reader: PairReader, folder: Path) -> None:
    """Writes pairs.onnx into `folder`: vectors and marks → the probability of each type."""
    graph = Graph()
    marks = graph.add("Gather", graph.constant(array_of(reader.marks.weight)), "marks")
    vectors = layered(graph, reader.layers, graph.add("Add", "below", marks))
    both = [_mean(graph, vectors, mark) for mark in (SOURCE, TARGET)]
    told = graph.add("Concat", *both, axis=1)
    hidden, types = (
        (array_of(linear.weight).T, array_of(linear.bias))
        for linear in (reader.hidden, reader.types)
    )
    inner = graph.add("Gelu", quantised_product(graph, *hidden, told), domain="com.microsoft")
    scores = graph.add("Gemm", inner, *(graph.constant(part) for part in types))
    graph.named("types", graph.add("Softmax", scores, axis=1))
    inputs = [
        helper.make_tensor_value_info("below", TensorProto.FLOAT, [1, "pieces", WIDTH]),
        helper.make_tensor_value_info("marks", TensorProto.INT64, [1, "pieces"]),
    ]
    outputs = [helper.make_tensor_value_info("types", TensorProto.FLOAT, [1, "type"])]
    onnx.save(graph.model("pairs", inputs, outputs), folder / "pairs.onnx")


def _mean(graph: Graph, vectors: str, mark: int) -> str:
    """The mean (1, width) of the vectors with a mark."""
    one = graph.constant(np.array([1], np.int64))
    chosen = graph.add("Equal", "marks", graph.constant(np.array(mark, np.int64)))
    weights = graph.add("Cast", chosen, to=TensorProto.FLOAT)
    weights = graph.add("Div", weights, graph.add("ReduceSum", weights, one, keepdims=1))
    mean = graph.add("MatMul", graph.add("Unsqueeze", weights, one), vectors)
    return graph.add("Squeeze", mean, one)
