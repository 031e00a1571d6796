"""Words → what the network reads: numbers of word pieces, and the shape each word is written in.

Training and reading share this file, so that the network meets at run time exactly what it was
trained on. A word's pieces never depend on its neighbours; they are remembered from one sentence
to the next, which makes them four times cheaper than cutting each sentence anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

CLASSIFIER_PIECE = 101
SEPARATOR_PIECE = 102
UNKNOWN_PIECE = 100

NO_SHAPE = 0
"""The shape of the pieces that stand for no word."""
LOWER, TITLE, UPPER, MIXED, UNCASED = range(1, 6)
SHAPE_COUNT = 6

MOST_PIECES_A_WORD = 12
"""Only the first piece stands for the word; past a dozen the rest are links and noise."""
MOST_CHARACTERS_A_WORD = 100
REMEMBERED_WORDS = 1 << 16

_SURROGATES = re.compile("[\ud800-\udfff]")


def shape(word: str) -> int:
    """How a word is written: one of LOWER, TITLE, UPPER, MIXED and UNCASED (figures, signs).

    >>> [shape(word) for word in ("talks", "Kremlin", "NATO", "iPhone", "2021")]
    [1, 2, 3, 4, 5]
    """
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[:1].isupper() and word[1:].islower():
        return TITLE
    return MIXED if word.upper() != word.lower() else UNCASED


Cut = tuple[tuple[int, ...], int]
"""A word as the network reads it: the numbers of its pieces, one at least, and its shape."""


class Layout(NamedTuple):
    """A sentence laid out for the network; in `firsts` and `lasts` place 0 is the root's.

    `numbers` and `shapes` have one value a piece; `firsts` and `lasts` say which pieces a word is
    read from.
    """

    numbers: list[int]
    shapes: list[int]
    firsts: list[int]
    lasts: list[int]


def laid_out(words: Iterable[Cut]) -> Layout:
    """The pieces of a sentence's words with those around them, and where each word stands.

    >>> laid_out([((7, 8), LOWER), ((9,), UNCASED)]).lasts
    [0, 2, 3]
    """
    numbers, shapes, firsts, lasts = [CLASSIFIER_PIECE], [NO_SHAPE], [0], [0]
    for pieces, written in words:
        firsts.append(len(numbers))
        numbers += pieces
        shapes += [written] * len(pieces)
        lasts.append(len(numbers) - 1)
    numbers.append(SEPARATOR_PIECE)
    shapes.append(NO_SHAPE)
    return Layout(numbers, shapes, firsts, lasts)


class Pieces:
    """Cuts words into the numbers of their pieces; safe to share between threads.

    Args:
        tokenizer: the tokenizer.json that the network was trained with.
    """

    def __init__(self, tokenizer: Path) -> None:
        # Imported here: `import dragoman` must stay light.
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_str(tokenizer.read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.of = lru_cache(REMEMBERED_WORDS)(self._cut)

    def _cut(self, word: str) -> Cut:
        """The numbers of a word's pieces, one at least, and its shape."""
        legible = _SURROGATES.sub("\ufffd", word[:MOST_CHARACTERS_A_WORD])
        numbers = self._tokenizer.encode(legible, add_special_tokens=False).ids
        return tuple(numbers[:MOST_PIECES_A_WORD]) or (UNKNOWN_PIECE,), shape(word)
