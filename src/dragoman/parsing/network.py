"""Words of a sentence → tags, tree and names, by the embedded network.

One sentence is one run: quantising while reading takes its scale from all that is read together,
so in a batch a sentence's tree would depend on its neighbours (1.5 % of heads did).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.model.parses import ROOT
from dragoman.parsing.asked import AskedDyads, PairReader, loaded
from dragoman.parsing.pieces import Cut, Pieces, laid_out
from dragoman.parsing.readings import (
    NOTHING,
    ROOT_RELATION,
    Reading,
    joined,
    named_mentions,
    read_acts,
)
from dragoman.parsing.trees import best_tree

WEIGHTS = Path(__file__).parent / "weights"
MOST_PIECES = 500
"""What is read at once; the encoder knows 512 places and was trained on up to 200."""
MOST_WORDS = 200
_ENDS_A_PART = frozenset(";:,.!?")


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The network in memory: its session, its tokenizer and the labels of its heads."""

    session: Any  # onnxruntime.InferenceSession, which has no types
    outputs: tuple[str, ...]
    pairs: PairReader
    pieces: Pieces
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    acts: tuple[str, ...]
    statuses: tuple[str, ...]
    roles: tuple[str, ...]


class Network:
    """The embedded network. Making one is cheap, the first reading loads it; threads may share it.

    Args:
        folder: the weights: parser.onnx, pairs.onnx, tokenizer.json and labels.json.

    >>> reading = Network().read(["China", "and", "Russia", "met", "."])
    >>> reading.heads, reading.relations[3]
    ((3, 2, 0, -1, 3), 'root')
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder
        self._lock = Lock()
        self._loaded: _Loaded | None = None

    def read(self, words: Sequence[str]) -> Reading:
        """The tree, tags and names of a sentence, the same whatever else is being read.

        Any strings will do. A sentence too long to be read at once is read in parts, cut at
        punctuation where there is some, and the roots of the later parts hang from the first's.

        Raises: MissingPartError where the weights are not there.
        """
        network = self._ready()
        cut = [network.pieces.of(word) for word in words]
        parts = [_read_part(network, cut[first:end]) for first, end in _parts(words, cut)]
        return parts[0] if len(parts) == 1 else joined(parts)

    def _ready(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._folder)
            return self._loaded


def _load(folder: Path) -> _Loaded:
    session = loaded(folder / "parser.onnx")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    columns = {name: tuple(values) for name, values in labels.items()}
    outputs = tuple(output.name for output in session.get_outputs())
    pairs = PairReader(folder / "pairs.onnx", columns["acts"], columns.pop("cameo_roots"))
    return _Loaded(session, outputs, pairs, Pieces(folder / "tokenizer.json"), **columns)


def _parts(words: Sequence[str], cut: Sequence[Cut]) -> Iterator[tuple[int, int]]:
    """First and end of the parts that are read at once: the whole sentence nearly always."""
    first, filled = 0, 0
    for word, (numbers, _) in enumerate(cut):
        filled += len(numbers)
        if filled > MOST_PIECES or word - first >= MOST_WORDS:
            end = _best_end(words, first, word)
            yield first, end
            first = end
            filled = sum(len(numbers) for numbers, _ in cut[first : word + 1])
    yield first, len(words)


def _best_end(words: Sequence[str], first: int, limit: int) -> int:
    """The end of a part before word `limit`: behind the last punctuation in its later half."""
    for word in range(limit - 1, (first + limit) // 2, -1):
        if words[word] in _ENDS_A_PART:
            return word + 1
    return limit


def _read_part(network: _Loaded, cut: Sequence[Cut]) -> Reading:
    if not cut:
        return NOTHING
    inputs = _inputs(cut)
    out = dict(zip(network.outputs, network.session.run(None, inputs), strict=True))
    heads = best_tree(out["arcs"])
    return Reading(
        heads=tuple(heads),
        relations=_relations(network.relations, heads, out["dependents"], out["governors"]),
        tags=tuple([network.tags[tag] for tag in out["tags"].tolist()]),
        fine_tags=tuple([network.fine_tags[tag] for tag in out["fine_tags"].tolist()]),
        mentions=named_mentions([network.names[name] for name in out["names"].tolist()]),
        acts=read_acts(network.acts, out["acts"], out["statuses"], out["roles"]),
        happened=tuple(out["happened"][:, 0].clip(-1, 1).tolist()),
        dyads=AskedDyads(network.pairs, out["below"], inputs["firsts"], inputs["lasts"]),
    )


def _inputs(cut: Sequence[Cut]) -> dict[str, NDArray[np.int64]]:
    """What the graph takes; it has the sentence alone, so a first axis of 1 where it wants one."""
    laid = laid_out(cut)
    return {
        "pieces": np.array([laid.numbers]),
        "shapes": np.array([laid.shapes]),
        "firsts": np.array(laid.firsts),
        "lasts": np.array(laid.lasts),
    }


def _relations(
    names: tuple[str, ...],
    heads: list[int],
    dependents: NDArray[np.float32],
    governors: NDArray[np.float32],
) -> tuple[str, ...]:
    """The best relation of each word to its head; the root's is `root` and no other word's is."""
    chosen = governors[np.array(heads) + 1]
    scores = np.matmul(dependents, chosen[:, :, None])[:, :, 0]
    root = names.index(ROOT_RELATION)
    scores[:, root] = -np.inf
    best = scores.argmax(axis=1).tolist()
    best[heads.index(ROOT)] = root
    return tuple([names[relation] for relation in best])
