"""What a time expression was read as, and the scene it was read in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.coding.dates.periods import COARSENESS, Period, Unit

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "future"]
# The codebook has no word for a weekend, a half-year or a century: they are ranges.
PRECISION_OF: dict[Unit, str] = {
    "day": "day", "week": "week", "month": "month", "season": "season", "quarter": "quarter",
    "year": "year", "decade": "decade",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century",
    "Q": "quarter", "WE": "weekend", "F": "week",
}  # fmt: skip
MASKS: dict[Unit, str] = {"day": "-XX-XX", "week": "-WXX", "weekend": "-WXX-WE", "month": "-XX"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a relative expression is measured from.

    `now` is the time of publication, `reference` the date named last before, `narrative` says that
    the text tells a past, so that its bare months and "next year" hang on `reference`. `tense` is
    that of the clause, None where nothing shows it. `year` is one that a neighbour lends ("between
    March and May 2019").
    """

    now: Period | None
    reference: Period | None = None
    narrative: bool = False
    tense: Tense | None = None
    year: int | None = None

    @property
    def centre(self) -> Period | None:
        """What "last" and "next" are counted from."""
        return (self.reference or self.now) if self.narrative else self.now

    @property
    def story(self) -> Period | None:
        """What "later" and "that year" are counted from."""
        return self.reference or self.now


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression understood: TIMEX3 kind, value and mod, and the days it spans if known."""

    kind: Kind
    value: str
    mod: str = ""
    first: date | None = None
    last: date | None = None
    precision: str | None = None
    period: Period | None = None


def of_period(period: Period, mod: str = "") -> Reading:
    """The reading of a calendar period.

    >>> of_period(Period("year", 2014)).last
    datetime.date(2014, 12, 31)
    """
    first, last = period.first, period.last
    if first is None or last is None:
        return Reading("DATE", period.value, mod, period=period)
    precision = PRECISION_OF.get(period.unit, "range")
    return Reading("DATE", period.value, mod, first, last, precision, period)


def of_days(reading: Reading, first: date | None, last: date | None) -> Reading:
    """The same reading over other days; unresolved where one is missing or comes too early."""
    if first is None or last is None or first > last:
        return replace(reading, first=None, last=None, precision=None)
    precision = "day" if first == last else "range"
    return replace(reading, first=first, last=last, precision=precision)


def unresolved(value: str, kind: Kind = "DATE", mod: str = "") -> Reading:
    """A reading without days."""
    return Reading(kind, value, mod)


def is_coarser(period: Period, unit: Unit) -> bool:
    """Whether a period is too long to say which `unit` in it is meant."""
    return COARSENESS.index(period.unit) > COARSENESS.index(unit)


def masked(period: Period | None, unit: Unit) -> Reading:
    """Some `unit` within a period: 1915-XX-XX for a day of 1915.

    >>> masked(Period("year", 1915), "day").value
    '1915-XX-XX'
    """
    if period is None or unit not in MASKS:
        return unresolved("XXXX" + MASKS.get(unit, ""))
    if period.unit == "month" and unit == "day":
        return unresolved(period.value + "-XX")
    year = period.around("year").value if period.first else period.value
    return unresolved(year + MASKS[unit])
