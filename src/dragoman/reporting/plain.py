"""Text from articles made safe to show: no control characters, no tricks with direction."""

from __future__ import annotations

import re

# C0 and C1 controls but line breaks and tabs, lone surrogates, and the marks that change the
# direction of what follows: a headline must not be able to rewrite the page or the terminal.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SURROGATES = "\ud800-\udfff"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSHOWN = re.compile(f"[{_CONTROLS}{_SURROGATES}{_DIRECTIONS}]")


def showable(text: str) -> str:
    r"""A text with what must not be shown replaced, sign by sign, so that offsets still hold.

    >>> showable("a\x1b[2Jb")
    'a�[2Jb'
    """
    return _UNSHOWN.sub("\ufffd", text)


def printable(text: str) -> str:
    r"""A showable text on one line, its blanks single.

    >>> printable("two  lines\nof it")
    'two lines of it'
    """
    return " ".join(showable(text).split())
