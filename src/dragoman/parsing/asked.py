"""Asked: what joins two parties of a sentence, read once more with the two pointed out.

The first reading of a sentence keeps the vectors that it looked up for its pieces; layers of their
own read these with the pieces of both parties marked. Nothing is read until somebody asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import MissingPartError
from dragoman.model.parses import ReadPair

SOURCE, TARGET = 1, 2
"""The marks of the pieces of the two parties; any other piece has 0."""


class PairReader:
    """The second reading; the first question loads it, and threads may share it.

    Args:
        path: the weights, pairs.onnx.
        types: the event types it chooses from; the first is that nothing joins the two.
        roots: the CAMEO roots it chooses from, likewise.
    """

    def __init__(self, path: Path, types: Sequence[str], roots: Sequence[str]) -> None:
        self._path = path
        self._types = types
        self._roots = roots
        self._lock = Lock()
        self._session: Any = None  # onnxruntime.InferenceSession, which has no types

    def read(self, below: NDArray[np.float32], marks: NDArray[np.int64]) -> ReadPair:
        """The probability of each event type and of each CAMEO root.

        Args:
            below: what the tables give for a sentence (1, pieces, width).
            marks: the mark of each piece (1, pieces).
        """
        types, roots = self._ready().run(["types", "roots"], {"below": below, "marks": marks})
        return ReadPair(_named(self._types, types), _named(self._roots, roots))

    def _ready(self) -> Any:  # noqa: ANN401
        with self._lock:
            if self._session is None:
                self._session = loaded(self._path)
            return self._session


@dataclass(frozen=True, slots=True, eq=False)
class AskedDyads:
    """The pairs of one sentence, read when they are asked about.

    `below` (1, pieces, width) is what stands below all layers; `firsts` and `lasts` are each word's
    first and last piece, behind those of the root; `known` is what was answered.
    """

    reader: PairReader
    below: NDArray[np.float32]
    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], ReadPair] = field(default_factory=dict)

    def between(self, source: Sequence[int], target: Sequence[int]) -> ReadPair:
        """What the words `source` do to the words `target`."""
        asked = tuple(source), tuple(target)
        if asked not in self.known:
            self.known[asked] = self.reader.read(self.below, self._marks(source, target))
        return self.known[asked]

    def _marks(self, source: Sequence[int], target: Sequence[int]) -> NDArray[np.int64]:
        marks = np.zeros((1, self.below.shape[1]), np.int64)
        for mark, words in ((SOURCE, source), (TARGET, target)):
            for word in words:
                marks[0, self.firsts[word + 1] : self.lasts[word + 1] + 1] = mark
        return marks


def _named(names: Sequence[str], likely: NDArray[np.float32]) -> dict[str, float]:
    return dict(zip(names[1:], likely[0, 1:].tolist(), strict=True))


def loaded(path: Path) -> Any:  # noqa: ANN401 - the runtime has no types
    """A session of the runtime with the weights of a file.

    Raises: MissingPartError where the file is not there.
    """
    # Imported here: `import dragoman` must stay light.
    import onnxruntime

    if not path.exists():
        raise MissingPartError(
            f"The network's weights are not in {path.parent}",
            "Install dragoman again from its wheel",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Sentences differ in length, so a plan of memory for one length is seldom used again.
    options.enable_mem_pattern = False
    # The graphs are written as they run fastest: the runtime found nothing to better, in 20 ms.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
