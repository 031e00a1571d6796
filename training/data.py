"""Sentences → batches of numbers, with the changes that make them look more like raw news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Protocol, TypeVar

import torch
from heads import Labels
from names import SOME_NAME
from torch import Tensor
from treebank import TreebankSentence

from dragoman.parsing.pieces import NO_SHAPE, Pieces, laid_out

IGNORED = -100
ANY_NAME = -101
"""The number of SOME_NAME: any label but the first, OUTSIDE."""
LONGEST = 200
"""Pieces; the few longer sentences of the treebanks are lists and cost more than they teach."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Sentences of like length, padded: what `Parser.forward` takes."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    firsts: Tensor
    lasts: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of the treebanks, and what the parser should give for them."""

    inputs: Inputs
    tags: Tensor
    fine_tags: Tensor
    names: Tensor
    heads: Tensor
    relations: Tensor


class Worded(Protocol):
    """Anything with words."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words in order."""
        ...


S = TypeVar("S", bound=Worded)


def grouped(
    sentences: Sequence[S], pieces: Pieces, size: int, chance: Random | None = None
) -> list[list[S]]:
    """The sentences in groups of like length, each of at most `size` pieces with its padding.

    With `chance` the groups and their order differ from round to round.
    """
    counted = [(piece_count(sentence, pieces), sentence) for sentence in sentences]
    noise = [count + chance.uniform(-2, 2) if chance else count for count, _ in counted]
    groups: list[list[S]] = [[]]
    longest = 0
    for _, (count, sentence) in sorted(zip(noise, counted, strict=True), key=lambda pair: pair[0]):
        longest = max(longest, count)
        if longest * (len(groups[-1]) + 1) > size and groups[-1]:
            groups.append([])
            longest = count
        groups[-1].append(sentence)
    if chance:
        chance.shuffle(groups)
    return groups


def piece_count(sentence: Worded, pieces: Pieces) -> int:
    """How many pieces a sentence has with the two around it."""
    return 2 + sum(len(pieces.of(word)[0]) for word in sentence.words)


def batch_of(sentences: Sequence[TreebankSentence], labels: Labels, pieces: Pieces) -> Batch:
    """The sentences as one batch."""
    columns = {
        "tags": (labels.tags, [s.tags for s in sentences]),
        "fine_tags": (labels.fine_tags, [s.fine_tags for s in sentences]),
        "relations": (labels.relations, [s.relations for s in sentences]),
        "names": (labels.names, [s.names for s in sentences]),
    }
    targets = {name: _padded_labels(values, column) for name, (values, column) in columns.items()}
    heads = _padded([[head + 1 for head in s.heads] for s in sentences], IGNORED)
    return Batch(laid_out_all([s.words for s in sentences], pieces), heads=heads, **targets)


def laid_out_all(sentences: Sequence[Sequence[str]], pieces: Pieces) -> Inputs:
    """The words of several sentences as the network takes them."""
    inputs = [laid_out([pieces.of(word) for word in words]) for words in sentences]
    return Inputs(
        pieces=_padded([one.numbers for one in inputs], 0),
        shapes=_padded([one.shapes for one in inputs], NO_SHAPE),
        mask=_padded([[1] * len(one.numbers) for one in inputs], 0).bool(),
        firsts=_padded([one.firsts for one in inputs], 0),
        lasts=_padded([one.lasts for one in inputs], 0),
    )


def _padded_labels(values: Sequence[str], columns: Sequence[Sequence[str]]) -> Tensor:
    place = {value: number for number, value in enumerate(values)} | {SOME_NAME: ANY_NAME}
    return _padded([[place.get(label, IGNORED) for label in column] for column in columns], IGNORED)


def _padded(rows: Sequence[Sequence[int]], filling: int) -> Tensor:
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])


def varied(sentence: TreebankSentence, chance: Random) -> TreebankSentence:
    """The sentence as raw text may have it: unfinished, in a headline's capitals, other quotes."""
    draw = chance.random()
    words: tuple[str, ...] = sentence.words
    if draw < 0.03:
        words = tuple(word.lower() for word in words)
    elif draw < 0.05:
        words = tuple(word.upper() for word in words)
    elif draw < 0.10:
        words = tuple(_as_in_a_title(word) for word in words)
    if chance.random() < 0.3:
        words = tuple(
            _curled(word, fine) for word, fine in zip(words, sentence.fine_tags, strict=True)
        )
    changed = replace(sentence, words=words)
    return _unfinished(changed) if chance.random() < 0.1 else changed


def _as_in_a_title(word: str) -> str:
    return word if len(word) < 4 else word[:1].upper() + word[1:]


def _curled(word: str, fine_tag: str) -> str:
    """Treebanks have straight quotes almost alone, newspapers curly ones."""
    if word == '"' and fine_tag in {"``", "''"}:
        return "“" if fine_tag == "``" else "”"
    return word.replace("'", "’")


def _unfinished(sentence: TreebankSentence) -> TreebankSentence:
    """The sentence without its full stop, as headlines and captions are."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last] != "." or last in sentence.heads:
        return sentence
    columns = ("words", "tags", "fine_tags", "heads", "relations", "names")
    return replace(sentence, **{name: getattr(sentence, name)[:last] for name in columns})
