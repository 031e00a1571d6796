"""Lines: words as a terminal of 80 columns shows them."""

from __future__ import annotations

import textwrap

WIDTH = 80


def in_lines(words: str, first: str = "", rest: str | None = None) -> list[str]:
    """Words in lines, the first of which opens with `first`, the others with `rest` or as it does.

    >>> in_lines("Peru left.", "  · ")
    ['  · Peru left.']
    """
    after = first if rest is None else rest
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=after)
