"""Prompts: an article as a language model is given it, its sentences numbered from 1."""

from __future__ import annotations

from dragoman.errors import ReplyError
from dragoman.model.parses import Parse

LONGEST = 100_000
"""Characters of an article sent at once; most models read this much, few much more."""
_BORDER = "=" * 20


def article_words(parse: Parse) -> str:
    """The article's day, title and sentences, between two lines that mark it as material.

    Raises: ReplyError for an article longer than LONGEST characters.
    """
    article = parse.article
    if len(article.text) > LONGEST:
        problem = f"the article has {len(article.text):,} characters, more than {LONGEST:,}"
        raise ReplyError(problem, "Split it into several")
    lines = [
        f"{number}. {' '.join(article.text[sentence.start : sentence.end].split())}"
        for number, sentence in enumerate(parse.sentences, start=1)
    ]
    published = f"Published: {article.published or 'not known'}"
    return "\n".join((published, _BORDER, *lines, _BORDER))
