"""Articles: the whole way from an article's text to sentences with words, lemmas and trees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Article
from dragoman.parsing.lemmas import lemma
from dragoman.parsing.sentences import Piece, split
from dragoman.parsing.words import has_unseen, split_words, visible

if TYPE_CHECKING:  # the file of readings loads numpy, which `import dragoman` must not
    from dragoman.parsing.readings import Reading


class WordReader(Protocol):
    """What reads a sentence: `dragoman.parsing.network.Network`, or another parser in its place."""

    def read(self, words: Sequence[str]) -> Reading:
        """The tree, tags and names of one sentence."""
        ...


def parse(article: Article, network: WordReader) -> Parse:
    """An article with its sentences, each with words, lemmas, tags, tree and names.

    Page furniture, datelines and the second of two equal captions are passed over. A sentence's
    words are those of the text at their offsets, without characters that no reader sees.

    Args:
        article: what to parse.
        network: what reads a sentence.

    >>> from dragoman.parsing.network import Network
    >>> parsed = parse(Article("a1", "Peru thanked Chile. Brazil did not."), Network())
    >>> [sentence.lemmas for sentence in parsed.sentences]
    [('Peru', 'thank', 'Chile', '.'), ('Brazil', 'do', 'not', '.')]
    """
    text = article.text
    is_clean = not has_unseen(text)
    sentences = []
    for index, piece in enumerate(split(text)):
        places = split_words(text, piece.start, piece.end)
        words = tuple([text[start:end] for start, end in places])
        words = words if is_clean else tuple(map(visible, words))
        sentences.append(_sentence(index, piece, words, places, network.read(words)))
    return Parse(article, tuple(sentences))


def parse_words(words: Sequence[str], network: WordReader) -> Sentence:
    """One sentence whose words are known already; its text is these words parted by blanks.

    >>> from dragoman.parsing.network import Network
    >>> parse_words(("Peru", "thanked", "Chile", "."), Network()).lemmas
    ('Peru', 'thank', 'Chile', '.')
    """
    ends = [end - 1 for end in accumulate(len(word) + 1 for word in words)]
    places = [(end - len(word), end) for word, end in zip(words, ends, strict=True)]
    piece = Piece(0, ends[-1] if ends else 0, 0, "body")
    return _sentence(0, piece, tuple(words), places, network.read(words))


def _sentence(
    index: int,
    piece: Piece,
    words: tuple[str, ...],
    places: list[tuple[int, int]],
    reading: Reading,
) -> Sentence:
    tags = tuple(map(_agreed, reading.tags, reading.fine_tags, reading.relations))
    return Sentence(
        index=index,
        start=piece.start,
        end=piece.end,
        paragraph=piece.paragraph,
        kind=piece.kind,
        words=words,
        starts=tuple([start for start, _ in places]),
        ends=tuple([end for _, end in places]),
        lemmas=tuple(map(lemma, words, tags, reading.fine_tags)),
        tags=tags,
        fine_tags=reading.fine_tags,
        heads=reading.heads,
        relations=reading.relations,
        mentions=reading.mentions,
        acts=reading.acts,
        happened=reading.happened,
        dyads=reading.dyads,
    )


# Relations of clauses: their heads are verbs where the fine tag says so too.
_CLAUSES = frozenset({"root", "advcl", "acl", "acl:relcl", "xcomp", "ccomp", "csubj", "parataxis"})


def _agreed(tag: str, fine_tag: str, relation: str) -> str:
    """The part of speech; a verb by its fine tag and its place in the tree is one ("met", NOUN)."""
    is_verb = fine_tag.startswith("VB") and relation in _CLAUSES
    return "VERB" if is_verb and tag in ("NOUN", "PROPN") else tag
