"""The day up to which a question wants an answer."""

from __future__ import annotations

import re

from dragoman.coding.dates import Anchor, find_dates

_LIMIT = re.compile(
    r"\b(as of|as at|until|till|by|up to|through|before|in|on|during)( the end of)?\s*$",
    re.IGNORECASE,
)
# "since their summit in 2015": the date tells when something began, not how far to look.
_START = re.compile(r"\b(since|after|following|from)\b", re.IGNORECASE)


def as_of_in(text: str) -> str | None:
    """The last day a question asks about, as an ISO date; None where it names none.

    >>> as_of_in("Did India and Pakistan trade blows in 2019?")
    '2019-12-31'
    >>> as_of_in("Has Iran warmed to Oman since the talks in March 2023?") is None
    True
    """
    for date in find_dates(text, Anchor()):
        before = text[: date.start]
        if date.last and _LIMIT.search(before) and not _START.search(before):
            return date.last
    return None
