"""The time a question asks about: the day it wants an answer for, or since or in which days."""

from __future__ import annotations

import re

from dragoman.coding.dates.dates import Anchor, DateExpression, find_dates

_LIMIT = re.compile(r"\b(as of|as at|until|till|by|up to|through)( the end of)?\s*$", re.IGNORECASE)
_WITHIN = re.compile(r"\b(in|on|during|throughout)\s*$", re.IGNORECASE)
_SINCE = re.compile(r"\b(since|after|following)\b[^,;?]*$", re.IGNORECASE)
# "since their summit in 2015": the date belongs to an event, and bounds nothing.
_EVENT = re.compile(r"\b(since|after|before|following|from|despite)\b", re.IGNORECASE)


def as_of_in(text: str) -> str | None:
    """The last day that a question wants used, as an ISO date; None where it names none.

    >>> as_of_in("Were Iran and Oman allies as of March 2023?")
    '2023-03-31'
    """
    found = _date_after(_LIMIT, text)
    return found.last if found else None


def window_in(text: str) -> tuple[str, str] | None:
    """The first and last day of the time a question asks after; None where it names none.

    >>> window_in("Did India and Pakistan trade blows in 2019?")
    ('2019-01-01', '2019-12-31')
    >>> window_in("Has Iran warmed to Oman since the talks in March 2023?") is None
    True
    """
    found = _date_after(_WITHIN, text)
    return (found.first, found.last) if found and found.first and found.last else None


def since_in(text: str) -> str | None:
    """The first day since which a question asks for a change, as an ISO date; None without one.

    >>> since_in("Has Iran warmed to Oman since the talks in March 2023?")
    '2023-03-01'
    """
    dates = find_dates(text, Anchor())
    return next((d.first for d in dates if d.first and _SINCE.search(text[: d.start])), None)


def _date_after(opening: re.Pattern[str], text: str) -> DateExpression | None:
    for date in find_dates(text, Anchor()):
        before = text[: date.start]
        if date.last and opening.search(before) and not _EVENT.search(before):
            return date
    return None
