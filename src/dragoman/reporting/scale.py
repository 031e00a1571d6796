"""The scale of a timeline: where a day stands between the left and the right, and its ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.asking.days import MONTHS

# A few events long before the others would press these into a corner: they stand apart instead,
# when they lie further back than twice the time in which all but the first 15 % took place.
_FIRST_SHARE = 0.15
_FAR = 2
_MONTHS_A_TICK = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_MOST_TICKS = 9
# A line of up to so many days may hold the first day of one month or of none: it is ticked by days.
_FEW_DAYS = 75
_DAYS_A_TICK = (1, 2, 4, 7, 14)
_MOST_DAY_TICKS = 7
_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of days from `first` to `last`, drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: str) -> float:
        """Where an ISO day stands; days outside are drawn at the ends.

        >>> start = date(2021, 1, 1).toordinal()
        >>> Scale(start, start + 2, left=0, right=100).at("2021-01-02")
        50.0
        """
        share = (date.fromisoformat(day).toordinal() - self.first) / max(self.last - self.first, 1)
        return round(self.left + min(max(share, 0.0), 1.0) * (self.right - self.left), 1)

    def holds(self, day: str) -> bool:
        """Whether a day stands on the line."""
        return self.first <= date.fromisoformat(day).toordinal() <= self.last

    def ticks(self) -> list[tuple[float, str]]:
        """First days of months or years on the line, or days on a short one, with their labels."""
        if self.last - self.first <= _FEW_DAYS:
            return self._day_ticks()
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        months = (last.year - first.year) * _A_YEAR + last.month - first.month
        step = next((s for s in _MONTHS_A_TICK if months / s <= _MOST_TICKS), _MONTHS_A_TICK[-1])
        start = first.year * _A_YEAR + first.month - 1
        found = []
        for month in range(start - start % step, start + months + 1, step):
            day = date(month // _A_YEAR, month % _A_YEAR + 1, 1)
            if self.first <= day.toordinal() <= self.last:
                found.append((self.at(day.isoformat()), _label(day, step)))
        return found

    def _day_ticks(self) -> list[tuple[float, str]]:
        most = _MOST_DAY_TICKS
        length = self.last - self.first
        step = next((s for s in _DAYS_A_TICK if length / s < most), _DAYS_A_TICK[-1])
        start = date.fromordinal(self.first + length % step // 2)
        days = [start + timedelta(days=step * n) for n in range(length // step + 1)]
        return [(self.at(day.isoformat()), f"{day.day} {_month(day)}") for day in days]


def scale_for(days: Sequence[tuple[str, str]], left: float, right: float) -> Scale:
    """The scale that shows these first and last days well, a margin on either side."""
    starts = sorted(date.fromisoformat(first).toordinal() for first, _ in days)
    end = max(date.fromisoformat(last).toordinal() for _, last in days)
    dense = end - starts[int(len(starts) * _FIRST_SHARE)]
    begin = next((s for s in starts if end - s <= _FAR * dense), starts[-1])
    margin = max((end - begin) // 40, 3)
    return Scale(max(begin - margin, 1), end + margin, left, right)


def _label(day: date, step: int) -> str:
    return str(day.year) if step >= _A_YEAR else _month(day)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
