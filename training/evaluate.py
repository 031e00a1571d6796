"""How well a network in training does on sentences with gold words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import eq
from pathlib import Path

import torch
from data import IGNORED, Batch, batch_of, grouped
from heads import Parser, Scores
from torch import Tensor
from treebank import TreebankSentence

from dragoman.parsing.network import Network
from dragoman.parsing.pieces import Pieces


def measure(
    parser: Parser, sentences: Sequence[TreebankSentence], pieces: Pieces
) -> dict[str, float]:
    """Shares in percent: las (relations with subtype), uas, upos, xpos, and names' F1.

    Heads are each word's best, not yet made into one tree; that moves them by about 0.1.
    """
    parser.eval()
    counts: Counter[str] = Counter()
    with torch.inference_mode():
        for group in grouped(sentences, pieces, size=4000):
            batch = batch_of(group, parser.labels, pieces)
            scores = parser(batch.inputs)
            counts += _right(parser, scores, batch)
    return _shares(counts)


def measure_exported(folder: Path, sentences: Sequence[TreebankSentence]) -> dict[str, float]:
    """The same figures for the exported network, its trees made whole, where names are known."""
    network = Network(folder)
    counts: Counter[str] = Counter()
    for sentence in sentences:
        reading = network.read(sentence.words)
        pairs = list(zip(reading.heads, reading.relations, strict=True))
        gold = list(zip(sentence.heads, sentence.relations, strict=True))
        wanted = set(spans(sentence.names))
        found = {(name.first, name.last, name.kind) for name in reading.mentions}
        counts += Counter(
            words=len(sentence.words),
            uas=sum(map(eq, reading.heads, sentence.heads)),
            las=sum(map(eq, pairs, gold)),
            upos=sum(map(eq, reading.tags, sentence.tags)),
            xpos=sum(map(eq, reading.fine_tags, sentence.fine_tags)),
            names_found=len(found),
            names_gold=len(wanted),
            names_right=len(found & wanted),
        )
    return _shares(counts)


def _shares(counts: Counter[str]) -> dict[str, float]:
    columns = ("las", "uas", "upos", "xpos")
    figures = {name: 100 * counts[name] / counts["words"] for name in columns}
    found, gold = counts["names_found"], counts["names_gold"]
    return figures | {"names": 200 * counts["names_right"] / max(found + gold, 1)}


def _right(parser: Parser, scores: Scores, batch: Batch) -> Counter[str]:
    """How many words and names of a batch each head got right."""
    real = batch.heads != IGNORED
    places = torch.arange(scores.arcs.shape[2]) <= real.sum(1, keepdim=True)
    heads = scores.arcs.masked_fill(~places[:, None, :], -1e9).argmax(-1)
    relations = parser.relations(scores, heads).argmax(-1)
    attached = (heads == batch.heads) & real
    lengths = real.sum(1).tolist()
    found = _names(scores.words["names"].argmax(-1), batch.names, lengths, parser)
    gold = _names(batch.names, batch.names, lengths, parser)
    return Counter(
        words=int(real.sum()),
        uas=int(attached.sum()),
        las=int((attached & (relations == batch.relations)).sum()),
        upos=int(((scores.words["tags"].argmax(-1) == batch.tags) & real).sum()),
        xpos=int(((scores.words["fine_tags"].argmax(-1) == batch.fine_tags) & real).sum()),
        names_found=len(found),
        names_gold=len(gold),
        names_right=len(found & gold),
    )


def _names(
    chosen: Tensor, gold: Tensor, lengths: list[int], parser: Parser
) -> set[tuple[int, int, int, str]]:
    """Sentence, first and last word and kind of each name, where all labels are known."""
    found = set()
    for row, length in enumerate(lengths):
        if min(gold[row, :length].tolist()) >= 0:
            texts = [parser.labels.names[label] for label in chosen[row, :length].tolist()]
            found |= {(row, *span) for span in spans(texts)}
    return found


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, last word and kind of each name in a row of BIO labels.

    >>> spans(["B-person", "I-person", "O", "I-place"])
    [(0, 1, 'person'), (3, 3, 'place')]
    """
    found: list[tuple[int, int, str]] = []
    for word, label in enumerate(labels):
        edge, _, kind = label.partition("-")
        if edge == "I" and found and found[-1][1:] == (word - 1, kind):
            found[-1] = (found[-1][0], word, kind)
        elif edge != "O":
            found.append((word, word, kind))
    return found
