"""Publication dates: what an input says of its day, as ISO 8601 with the time zone where known."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import cache

from dragoman.tables.boilerplate import dateline, line_rule
from dragoman.tables.load import load

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?:(?P<year>\d{{4}})(?:(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)"
    r"|(?P<packed>[01]\d[0-3]\d)(?!\d))"
    rf"|(?P<day_first>\d\d?)(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year_last>\d{{4}})(?!\d)"
    rf"|{_MONTH.replace('month', 'month_first')} (?P<day_second>\d\d?)(?:st|nd|rd|th)?,? "
    r"(?P<year_end>\d{4})(?!\d))",
    re.IGNORECASE | re.ASCII,
)
_HOUR = re.compile(
    r"(?:T|,? (?:at )?|\s*[|·•–-]\s*)(?P<hour>\d\d?)[:.](?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d+)?)?(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?: ?\(?(?P<zone>[A-Z]{1,5})\b| ?(?P<offset>[+-]\d\d:?\d\d)\b)?",
)
_BARE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
# From 2001 on, with or without milliseconds; what opens with 19 or 2 is the digits of an hour.
_SECONDS = re.compile(r"1[0-8]\d{8}(?:\d{3})?", re.ASCII)
_FIRST_LINES = 8
"""How far down a text the line with its date may stand, below headline, dek and byline."""


def published_of(value: object) -> str | None:
    """What an input gives as its date, in ISO 8601: a moment, day, month or year; else None.

    A number is read as a year, as the digits of a day or as seconds or milliseconds since 1970.

    >>> published_of("2021-05"), published_of(2021), published_of("Thu, 16 Dec 2021 16:47:00 GMT")
    ('2021-05', '2021', '2021-12-16T16:47:00+00:00')
    >>> published_of(1204675200), published_of("1204675200000")
    ('2008-03-05T00:00:00+00:00', '2008-03-05T00:00:00+00:00')
    >>> published_of("soon") is None
    True
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    if _BARE.fullmatch(text):
        return text if int(text[:4]) else None
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return moment_in(text)


def moment_in(text: str) -> str | None:
    """The first day in a text, with the hour and zone that follow it.

    >>> moment_in("Posted on : 2021-12-16 16:47 KST Modified on : 2021-12-17")
    '2021-12-16T16:47:00+09:00'
    >>> moment_in("15 December 2021, 8.45pm CST")
    '2021-12-15T20:45:00'
    """
    for found in _DAY.finditer(text):
        if day := _day(found):
            hour = _HOUR.match(text, found.end())
            moment = _moment(day, hour) if hour else None
            return moment or day.isoformat()
    return None


def date_of_text(text: str) -> str | None:
    r"""The date on a text's first lines: of "Posted on", of a byline, of a dateline with year.

    >>> date_of_text("Peru leaves\nPublished: 3 May 2012\n\nPeru left the talks.")
    '2012-05-03'
    >>> date_of_text("Peru leaves\nBy Ana Solis | Andes News | May 3, 2012\n\nPeru left the talks.")
    '2012-05-03'
    """
    lines = [line for line in text[:4000].splitlines() if line.strip()][:_FIRST_LINES]
    rules = [line_rule(line) for line in lines]
    for kind in ("posted", "byline"):
        for line, rule in zip(lines, rules, strict=True):
            if rule and rule.kind == kind and (moment := moment_in(line)):
                return moment
    for line in lines:
        found = dateline(line.strip()[:200])
        if found and found["date"] and (moment := moment_in(found["date"])):
            return moment
    return None


def _day(found: re.Match[str]) -> date | None:
    part = found.groupdict()
    year = part["year"] or part["year_last"] or part["year_end"]
    if part["packed"]:
        month, day = int(part["packed"][:2]), int(part["packed"][2:])
    else:
        name = part["month"] or part["month_first"]
        month = _MONTHS.index(name.lower()) + 1 if name else int(part["number"])
        day = int(part["day"] or part["day_first"] or part["day_second"])
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def _moment(day: date, found: re.Match[str]) -> str | None:
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    try:
        at = time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
    offset = found["offset"] or _zones().get(found["zone"] or "", "")
    offset = f"{offset[:3]}:{offset[-2:]}" if offset else ""
    moment = f"{day.isoformat()}T{at.isoformat()}{offset}"
    return moment if _is_valid(moment) else None


def _is_valid(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


@cache
def _zones() -> dict[str, str]:
    return {row["zone"]: row["offset"] for row in load("time_zones", ("zone",))}
