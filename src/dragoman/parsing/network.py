"""Words of a sentence → tags, tree and names, by the embedded network.

One sentence is one run: quantising while reading takes its scale from all that is read together,
so in a batch a sentence's tree would depend on its neighbours (1.5 % of heads did).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import MissingPartError
from dragoman.model.parses import ROOT, NamedMention
from dragoman.parsing.pieces import Cut, Pieces, laid_out
from dragoman.parsing.trees import best_tree

WEIGHTS = Path(__file__).parent / "weights"
MOST_PIECES = 500
"""What is read at once; the encoder knows 512 places and was trained on up to 200."""
MOST_WORDS = 200
ROOT_RELATION = "root"
JOINED_RELATION = "parataxis"
"""How the parts of a sentence too long to be read at once hang together."""
_ENDS_A_PART = frozenset(";:,.!?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network reads off one sentence; the columns have one value a word."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    mentions: tuple[NamedMention, ...]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The network in memory: its session, its tokenizer and the labels of its heads."""

    session: Any  # onnxruntime.InferenceSession, which has no types
    pieces: Pieces
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


class Network:
    """The embedded network. Making one is cheap, the first reading loads it; threads may share it.

    Args:
        folder: the weights: parser.onnx, tokenizer.json and labels.json.

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
        return parts[0] if len(parts) == 1 else _joined(parts)

    def _ready(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._folder)
            return self._loaded


def _load(folder: Path) -> _Loaded:
    # Imported here: `import dragoman` must stay light.
    import onnxruntime

    path = folder / "parser.onnx"
    if not path.exists():
        raise MissingPartError(
            f"The network's weights are not in {folder}", "Install dragoman again from its wheel"
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    columns = {name: tuple(values) for name, values in labels.items()}
    return _Loaded(session, Pieces(folder / "tokenizer.json"), **columns)


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
        return Reading((), (), (), (), ())
    tags, fine_tags, names, arcs, dependents, governors = network.session.run(None, _inputs(cut))
    heads = best_tree(arcs)
    relations = _relations(network.relations, heads, dependents, governors)
    return Reading(
        heads=tuple(heads),
        relations=relations,
        tags=tuple([network.tags[tag] for tag in tags.tolist()]),
        fine_tags=tuple([network.fine_tags[tag] for tag in fine_tags.tolist()]),
        mentions=_mentions([network.names[name] for name in names.tolist()]),
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


def _mentions(labels: Sequence[str]) -> tuple[NamedMention, ...]:
    """The names in a row of BIO labels; an I- that continues nothing begins a name.

    >>> _mentions(["B-person", "I-person", "O", "I-place"])[1]
    NamedMention(first=3, last=3, kind='place')
    """
    found: list[NamedMention] = []
    for word, label in enumerate(labels):
        edge, _, kind = label.partition("-")
        if edge == "I" and found and (found[-1].last, found[-1].kind) == (word - 1, kind):
            found[-1] = NamedMention(found[-1].first, word, kind)
        elif kind:
            found.append(NamedMention(word, word, kind))
    return tuple(found)


def _joined(parts: Sequence[Reading]) -> Reading:
    """The parts of a long sentence as one reading with one root."""
    root = parts[0].heads.index(ROOT)
    heads = list(parts[0].heads)
    relations = list(parts[0].relations)
    mentions = list(parts[0].mentions)
    for part in parts[1:]:
        before = len(heads)
        heads += [root if head == ROOT else head + before for head in part.heads]
        relations += [
            JOINED_RELATION if relation == ROOT_RELATION else relation
            for relation in part.relations
        ]
        mentions += [NamedMention(m.first + before, m.last + before, m.kind) for m in part.mentions]
    return Reading(
        heads=tuple(heads),
        relations=tuple(relations),
        tags=tuple(chain.from_iterable(part.tags for part in parts)),
        fine_tags=tuple(chain.from_iterable(part.fine_tags for part in parts)),
        mentions=tuple(mentions),
    )
