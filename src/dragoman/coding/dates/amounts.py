"""Reads amounts of time: "three days", "the last five years", "every week"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding.dates.calendar import which_base, which_word
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, containing
from dragoman.coding.dates.readings import UNITS, Reading, Scene, of_days, unresolved

HOURS = {"H": "H", "TM": "M", "TS": "S"}
DAYS_OF = {"D": 1, "W": 7, "F": 14}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}
FROM_HERE_BACK = frozenset({"last", "past", "previous", "preceding", "recent", "prior"})
# "Recent" says no number; these spans before publication are what news means by it.
RECENT = {"D": ("W", 1), "W": ("M", 1), "M": ("M", 6)}


def neighbour_span(found: Found, scene: Scene) -> Reading | None:
    """Several units up to now or from now on: "the last five years", "the coming weeks"."""
    which = which_word(found)
    code = found.value("unit")
    count = quantity(found) if "quantity" in found else None
    base = which_base(which, scene)
    sign = -1 if which in FROM_HERE_BACK else 1
    if which == "recent" and code in RECENT:
        code_, count_ = RECENT[code]
        return replace(rolling(count_, code_, -1, base), value="PAST_REF", kind="DATE")
    if count is None and which == "coming":
        return unresolved("FUTURE_REF")
    if count is None or code == "WE" or code in HOURS:
        return unresolved(_amount(count, code), "DURATION")
    return rolling(count, code, sign, base)


def duration(found: Found, _scene: Scene) -> Reading | None:
    """A length of time: "three days", "a ten-year", "weeks"."""
    code = found.value("unit")
    count = quantity(found) if "quantity" in found else None
    if "quantity" not in found:
        written = found.words()
        count = {"half": 0.5}.get(written[0], 1 if "long" in written or written[0] == "a" else None)
    elif found.words()[-1] == "half" and "half" not in _quantity_words(found):
        count = (count or 1) + 0.5
    return unresolved(_amount(count, code), "DURATION", _mod(found))


def every(found: Found, _scene: Scene) -> Reading | None:
    """A time that comes again: "every day", "weekly", "per month"."""
    if "word" in found:
        return unresolved(found.value("word"), "SET")
    code = found.value("unit")
    count = (quantity(found) or 1) if "quantity" in found else 1
    if code in UNITS or code in HOURS:
        return unresolved(_amount(count, code), "SET")
    if code.isdigit():
        return unresolved(f"XXXX-WXX-{code}", "SET")
    season = code in ("SP", "SU", "FA", "WI")
    return unresolved(f"XXXX-{code}" if season else f"XXXX-XX-XXT{code}", "SET")


def weekday_set(found: Found, _scene: Scene) -> Reading | None:
    """Days of the week that come again: "Fridays"."""
    return unresolved(f"XXXX-WXX-{found.tokens.values[found.first]}", "SET")


def quantity(found: Found) -> float | None:
    """The number in the words kept under "quantity"; None for "several" and "a few"."""
    words = _quantity_words(found)
    if words[0] == "half":
        return 0.5
    total = 0.0
    for place, word in zip(range(*found.named["quantity"]), words, strict=True):
        value = found.tokens.values[place].replace(",", "")
        if value == "X":
            return 2.0 if word == "couple" else None
        if word in MULTIPLES:
            total = max(total, 1) * MULTIPLES[word]
        elif word == "half":
            total += 0.5
        elif re.fullmatch(r"\d+(?:\.\d+)?", value) and not (total and word in ("a", "an")):
            total += float(value)
    return total


def rolling(count: float, code: str, sign: int, base: Period | None) -> Reading:
    """An amount before (`sign` -1) or after a day, as the days from one end to the other."""
    reading = unresolved(_amount(count, code), "DURATION")
    if base is None or base.first is None or base.last is None or base.unit != "day":
        return reading
    here = base.first
    if code in DAYS_OF:
        there = here + timedelta(days=round(sign * count * DAYS_OF[code]))
    else:
        there = months_away(here, round(sign * count * MONTHS_OF[code]))
    return of_days(reading, min(here, there), max(here, there))


def months_away(day: date, months: int) -> date:
    """The same day of the month some months away, or the last one that month has."""
    target = containing(day, "month").shift(months)
    first, last = target.first, target.last
    if first is None or last is None:
        raise ValueError(f"{day} moved by {months} months leaves the calendar")
    return min(first + timedelta(days=day.day - 1), last)


def _amount(count: float | None, code: str) -> str:
    number = "X" if count is None else _plain(count)
    if code in HOURS:
        return f"PT{number}{HOURS[code]}"
    if code == "F":
        return f"P{_plain(2 * (count or 1))}W"
    return f"P{number}{code}"


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


def _mod(found: Found) -> str:
    words = found.words()
    if "about" not in found:
        return ""
    first = words[0]
    if first in ("more", "over", "at"):
        return "MORE_THAN" if first != "at" else "EQUAL_OR_MORE"
    if first in ("less", "fewer", "under", "nearly", "almost", "up"):
        return "LESS_THAN" if first != "up" else "EQUAL_OR_LESS"
    return "" if first in ("only", "just") else "APPROX"


def _quantity_words(found: Found) -> list[str]:
    return [found.tokens.word(place).lower() for place in range(*found.named["quantity"])]
