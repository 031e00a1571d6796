"""Periods: days, weeks, months, … counted from the year 0, so that shifting one is adding to it.

A period knows its first and last day and its TIMEX3 value (2021-08, 2021-W50, 202, BC0480).
Years before the common era have a value and can be shifted, but no days: the calendar of
`datetime` starts with the year 1.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]
SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "season": 3}
YEARS_OF = {"year": 1, "decade": 10, "century": 100}
COARSENESS: tuple[Unit, ...] = (
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip
# TIMEX3 writes 2021-SP; the meteorological season it names starts in March.
FIRST_MONTH_OF_SPRING = 3
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Period:
    """The `index`-th day, week, month, … since the year 0 (a day's index is its ordinal).

    >>> Period("month", 2021 * 12 + 7).value
    '2021-08'
    >>> Period("year", -479).value
    'BC0480'
    """

    unit: Unit
    index: int

    @property
    def year(self) -> int:
        """The year it starts in; 0 is 1 BC."""
        if self.unit in YEARS_OF:
            return self.index * YEARS_OF[self.unit]
        if self.unit in MONTHS_OF:
            return self.index * MONTHS_OF[self.unit] // 12
        return date.fromordinal(self._first_ordinal).year

    @property
    def month(self) -> int:
        """The month it starts in, 1 to 12."""
        return self.first.month if self.first else 1

    @property
    def _first_ordinal(self) -> int:
        # Ordinal 1 is a Monday, so the weeks count whole.
        return {"day": self.index, "week": self.index * 7 + 1, "weekend": self.index * 7 + 6}[
            self.unit
        ]

    @property
    def first(self) -> date | None:
        """Its first day; None outside the years 1 to 9999."""
        if self.unit in YEARS_OF:
            return _day(self.year, 1, 1)
        if self.unit in MONTHS_OF:
            return _day(*_start_of(self.unit, self.index), 1)
        return date.fromordinal(self._first_ordinal)

    @property
    def last(self) -> date | None:
        """Its last day; None outside the years 1 to 9999."""
        if self.unit in YEARS_OF:
            return _day(self.year + YEARS_OF[self.unit] - 1, 12, 31)
        if self.unit in MONTHS_OF:
            year, month = _start_of(self.unit, self.index)
            months = year * 12 + month - 1 + MONTHS_OF[self.unit] - 1
            return _last_of_month(months // 12, months % 12 + 1)
        length = {"day": 1, "week": 7, "weekend": 2}[self.unit]
        return date.fromordinal(self._first_ordinal) + timedelta(days=length - 1)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return _value(self)

    def shift(self, count: int) -> Period:
        """The period of the same unit `count` later, or earlier where below 0.

        >>> day_of(2021, 12, 31).shift(1).value
        '2022-01-01'
        """
        return Period(self.unit, self.index + count)

    def around(self, unit: Unit) -> Period:
        """The period of `unit` that holds this one's first day.

        >>> day_of(2021, 12, 16).around("week").value
        '2021-W50'
        """
        if self.unit in YEARS_OF and unit in YEARS_OF:
            return Period(unit, self.year // YEARS_OF[unit])
        first = self.first
        if first is None:
            return self
        return containing(first, unit)


def containing(day: date, unit: Unit) -> Period:
    """The period of `unit` that holds a day.

    >>> containing(date(2022, 1, 5), "season").value
    '2021-WI'
    """
    if unit in YEARS_OF:
        return Period(unit, day.year // YEARS_OF[unit])
    months = day.year * 12 + day.month - 1
    if unit == "season":
        return Period(unit, (months - FIRST_MONTH_OF_SPRING + 1) // 3)
    if unit in MONTHS_OF:
        return Period(unit, months // MONTHS_OF[unit])
    return Period(unit, day.toordinal() if unit == "day" else (day.toordinal() - 1) // 7)


def day_of(year: int, month: int, day: int) -> Period:
    """A day as a period.

    Raises: ValueError for a day the calendar does not have.
    """
    return Period("day", date(year, month, day).toordinal())


def month_of(year: int, month: int) -> Period:
    """A month as a period."""
    return Period("month", year * 12 + month - 1)


def season_of(year: int, season: str) -> Period:
    """A season as a period: SP, SU, FA or WI, winter being that which starts in December."""
    return Period("season", year * 4 + SEASONS.index(season))


def _start_of(unit: Unit, index: int) -> tuple[int, int]:
    months = index * MONTHS_OF[unit] + (FIRST_MONTH_OF_SPRING - 1 if unit == "season" else 0)
    return months // 12, months % 12 + 1


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= LAST_YEAR else None


def _last_of_month(year: int, month: int) -> date | None:
    return _day(year, month, monthrange(year, month)[1]) if 1 <= year <= LAST_YEAR else None


def _year_value(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _value(period: Period) -> str:
    index, unit = period.index, period.unit
    if unit in ("decade", "century"):
        digits = 3 if unit == "decade" else 2
        return f"{index:0{digits}d}" if index >= 0 else f"BC{-index - 1:0{digits}d}"
    if unit == "year":
        return _year_value(index)
    if unit in MONTHS_OF:
        return _value_within_year(unit, index)
    return _value_of_days(period)


def _value_within_year(unit: Unit, index: int) -> str:
    year, place = divmod(index, 12 // MONTHS_OF[unit])
    names = {
        "month": f"{place + 1:02d}",
        "quarter": f"Q{place + 1}",
        "half": f"H{place + 1}",
        "season": SEASONS[place % len(SEASONS)],
    }
    return f"{_year_value(year)}-{names[unit]}"


def _value_of_days(period: Period) -> str:
    first = period.first
    if first is None:
        return "XXXX-XX-XX"
    if period.unit == "day":
        return first.isoformat()
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}" + ("-WE" if period.unit == "weekend" else "")
