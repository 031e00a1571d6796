"""Places of words: where what a model copied stands in the article, or that it does not."""

from __future__ import annotations

import re

from dragoman.coding.llm.reply import UnusableError
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span


def within(parse: Parse, sentence: Sentence, words: str, field: str) -> Span:
    """The place of words in a sentence.

    Raises: UnusableError where they do not stand there.
    """
    span = parse.sentence_span(sentence)
    found = next(_matches(words).finditer(parse.article.text, span.start, span.end), None)
    if found is None:
        raise UnusableError(f"the {field} {words!r} does not stand in sentence {_number(sentence)}")
    return parse.article.span(*found.span())


def nearest(parse: Parse, sentence: Sentence, words: str, field: str) -> Span:
    """The place of words in a sentence or, failing that, the nearest to it in the article.

    Raises: UnusableError where they stand nowhere.
    """
    found = [match.span() for match in _matches(words).finditer(parse.article.text)]
    if not found:
        raise UnusableError(f"the {field} {words!r} does not stand in the article")
    place = min(found, key=lambda span: (_distance(span, sentence), span))
    return parse.article.span(*place)


def _matches(words: str) -> re.Pattern[str]:
    """The words, letter by letter, with any blanks between them; a part of a word is no match."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){pattern}(?!\w)" if words[:1].isalnum() else pattern)


def _distance(span: tuple[int, int], sentence: Sentence) -> int:
    first, last = span
    return max(sentence.start - first, last - sentence.end, 0)


def _number(sentence: Sentence) -> int:
    return sentence.index + 1
