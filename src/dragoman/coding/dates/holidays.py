"""Reads named days: "Christmas", "Easter Monday 2003", "9/11"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.coding.dates.calendar import named_year, year_step
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, containing, day_of, month_of
from dragoman.coding.dates.readings import Reading, Scene, of_period, unresolved


def holiday(found: Found, scene: Scene) -> Reading | None:
    """A named day: "Christmas", "Easter Monday 2003", "9/11"."""
    rule = found.tokens.values[found.first]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", rule):
        return of_period(containing(date.fromisoformat(rule), "day"))
    number = named_year(found, scene)
    if number is not None:
        return of_period(holiday_in(number, rule))
    centre = scene.centre
    if centre is None or centre.first is None:
        return unresolved(f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX")
    same_year = holiday_in(centre.year, rule)
    return of_period(holiday_in(centre.year + year_step(same_year, scene), rule))


def holiday_in(year: int, rule: str) -> Period:
    """The day of a holiday in a year, by its rule in `tables/holidays.csv`.

    >>> holiday_in(2021, "easter+0").value, holiday_in(2021, "11-4-4").value
    ('2021-04-04', '2021-11-25')
    """
    if rule.startswith("easter"):
        return easter(year).shift(int(rule.removeprefix("easter")))
    month, weekday, *nth = rule.split("-", 2)
    if not nth:
        return day_of(year, int(month), int(weekday))
    if int(nth[0]) < 0:
        last = month_of(year, int(month)).last or date(year, int(month), 28)
        return containing(last - timedelta(days=(last.isoweekday() - int(weekday)) % 7), "day")
    first = date(year, int(month), 1)
    ahead = (int(weekday) - first.isoweekday()) % 7 + 7 * (int(nth[0]) - 1)
    return containing(first + timedelta(days=ahead), "day")


def easter(year: int) -> Period:
    """Western Easter Sunday, by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return day_of(year, month, day + 1)
