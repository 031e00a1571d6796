"""Reads expressions that name their place in the calendar: days, months, years, decades."""

from __future__ import annotations

import re

from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, day_of, month_of
from dragoman.coding.dates.readings import UNITS, Reading, Scene, of_period, unresolved

# A day and month without year or tense is taken as coming if it is at most this far ahead.
NEAR_DAYS = 62
DAYS_IN_A_YEAR = 365
# In a history, a month this much earlier in the year than the one before it is next year's.
NEXT_YEAR_GAP = 6
FAR_BACK_GAP = 9
CENTURY = 100
# "The 1800s" are a century; "the 2000s" so far are the ten years up to 2009.
FIRST_CENTURY_OF_DECADES = 1900
# Two figures for a year are read as if written then where the text has no date at all.
YEAR_WITHOUT_SCENE = 2025
STEP_OF_WHICH = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1,
    "next": 1, "following": 1, "subsequent": 1, "ensuing": 1, "coming": 1, "upcoming": 1,
    "forthcoming": 1,
}  # fmt: skip
OF_THE_STORY = frozenset({"that", "those", "same", "previous", "preceding", "prior", "following",
                          "subsequent", "ensuing"})  # fmt: skip


def calendar_day(found: Found, scene: Scene) -> Reading | None:
    """A day of a month: "Dec. 9", "9 December 2021", "May 5 of that year"."""
    month, day = int(found.value("month")), found.number("day")
    year = named_year(found, scene)
    if year is not None:
        return of_period(day_of(year, month, day))
    reading = yearless_day(month, day, scene)
    weekday = found.number("named_weekday")
    return _moved_to_weekday(reading, weekday) if weekday else reading


def week_of_day(found: Found, scene: Scene) -> Reading | None:
    """The week, or another unit, in which a day falls: "the week of October 10"."""
    reading = calendar_day(found, scene)
    if reading is None or reading.period is None:
        return None
    return of_period(reading.period.around(UNITS[found.value("unit")]))


def _moved_to_weekday(reading: Reading | None, weekday: int) -> Reading | None:
    """The same day of the nearest year in which it falls on that weekday: "Tuesday, Dec. 12"."""
    day = reading.first if reading else None
    if day is None or day.isoweekday() == weekday:
        return reading
    for step in (1, -1):
        beside_it = day_of(day.year + step, day.month, day.day)
        if _weekday_number(beside_it) == weekday:
            return of_period(beside_it)
    return reading


def numeric_day(found: Found, _scene: Scene) -> Reading | None:
    """A day in figures: 2008-12-31, 12/31/2008 (month first unless that cannot be)."""
    numbers = [int(part) for part in re.split(r"[-/T:]", found.words()[0].upper())[:3]]
    if numbers[0] > CENTURY:
        return of_period(day_of(*numbers))
    month, day, year = numbers
    if month > 12:  # noqa: PLR2004 months in a year
        month, day = day, month
    return of_period(day_of(year if year > CENTURY else year + 2000, month, day))


def day_of_month(found: Found, scene: Scene) -> Reading | None:
    """A day whose month was named before: "the 20th"."""
    if scene.story is None or scene.story.first is None:
        return unresolved(f"XXXX-XX-{found.number('day'):02d}")
    return of_period(day_of(scene.story.year, scene.story.month, found.number("day")))


def month_of_year(found: Found, scene: Scene) -> Reading | None:
    """A month with its year: "June 2019", "August of that year"."""
    year = named_year(found, scene)
    return of_period(month_of(year, int(found.value("month")))) if year is not None else None


def month(found: Found, scene: Scene) -> Reading | None:
    """A month alone: "in March"."""
    number = int(found.value("month"))
    year = scene.year if scene.year is not None else year_of_month(number, scene)
    return (
        of_period(month_of(year, number)) if year is not None else unresolved(f"XXXX-{number:02d}")
    )


def which_month(found: Found, scene: Scene) -> Reading | None:
    """A month beside another time: "last June", "next March", "that May"."""
    which, number = found.word("which"), int(found.value("month"))
    base = which_base(which, scene)
    if base is None:
        return unresolved(f"XXXX-{number:02d}")
    here = base.around("month")
    step = STEP_OF_WHICH.get(which, 0)
    return of_period(beside(here, month_of(base.year, number), step, 12))


def weekday(found: Found, scene: Scene) -> Reading | None:
    """A day of the week: the latest not after publication, or the next one in the future tense."""
    number = int(found.tokens.values[found.last - 1])
    centre = scene.centre
    if centre is None or centre.unit != "day":
        return unresolved(f"XXXX-WXX-{number}")
    behind = (_weekday_number(centre) - number) % 7
    return of_period(centre.shift((7 - behind) % 7 if scene.tense == "future" else -behind))


def which_weekday(found: Found, scene: Scene) -> Reading | None:
    """A day of the week beside another time: "last Friday", "this Monday"."""
    which, number = found.word("which"), int(found.value("weekday"))
    base = which_base(which, scene)
    if base is None or base.unit != "day":
        return unresolved(f"XXXX-WXX-{number}")
    same_week = base.shift(number - _weekday_number(base))
    return of_period(beside(base, same_week, STEP_OF_WHICH.get(which, 0), 7))


def year(found: Found, scene: Scene) -> Reading | None:
    """A year."""
    number = named_year(found, scene)
    return of_period(Period("year", number)) if number is not None else None


def narrative_year(found: Found, scene: Scene) -> Reading | None:
    """A year that only the history round it shows to be one: "the 1777 campaign"."""
    return year(found, scene) if scene.narrative else None


def bc_year(found: Found, _scene: Scene) -> Reading | None:
    """A year with its era: "480 BC", "AD 79"."""
    number = found.number("year")
    is_before = not found.words()[0].startswith("a")
    mod = "APPROX" if found.words()[0].startswith("c") else ""
    return of_period(Period("year", 1 - number if is_before else number), mod)


def bare_bc_year(found: Found, scene: Scene) -> Reading | None:
    """A year of three figures, where the text is about the time before the common era."""
    is_lent = scene.year is not None and scene.year <= 0
    if not is_lent and (scene.reference is None or scene.reference.year > 0):
        return None
    return of_period(Period("year", 1 - found.number("year")))


def decade(found: Found, scene: Scene) -> Reading | None:
    """A decade: "the 1990s", "the nineties", "the '60s"."""
    figures = re.sub(r"\D", "", found.value("decade"))
    if found.words()[-1].startswith("b"):
        return of_period(Period("decade", -int(figures) // 10))
    if "s" not in found.value("decade"):
        return of_period(Period("decade", int(figures)))
    if len(figures) == len("60"):
        return of_period(Period("year", full_year(int(figures), scene)).around("decade"))
    if figures.endswith("00") and int(figures) < FIRST_CENTURY_OF_DECADES:
        return of_period(Period("century", int(figures) // 100))
    return of_period(Period("decade", int(figures) // 10))


def century(found: Found, _scene: Scene) -> Reading | None:
    """A century: "the 20th century", "the fourth century BC"."""
    number = found.number("nth") + found.number("tens")
    is_bc = found.words()[-1].startswith("b")
    return of_period(Period("century", -number if is_bc else number - 1))


def named_year(found: Found, scene: Scene) -> int | None:
    """The year an expression names ("2019", "'99", "of that year"), or None."""
    if "year" in found:
        number = found.number("year")
        if "era" in found:
            return 1 - number
        return full_year(number, scene) if number < CENTURY else number
    if "unit" in found and found.value("unit") == "Y":
        which = found.word("which")
        base = which_base(which, scene)
        return base.year + STEP_OF_WHICH.get(which, 0) if base else None
    return None


def full_year(two_digits: int, scene: Scene) -> int:
    """The latest year with these last two digits that is not more than five years after the scene.

    >>> full_year(84, Scene(now=day_of(2015, 1, 6)))
    1984
    """
    latest = (scene.story.year if scene.story else YEAR_WITHOUT_SCENE) + 5
    return latest - (latest - two_digits) % CENTURY


def which_word(found: Found) -> str:
    """The word that says which; "the next day" hangs on the story, as "the following day" does."""
    word = found.word("which")
    is_definite = found.words()[0] == "the"
    return "following" if word == "next" and is_definite and "quantity" not in found else word


def which_base(which: str, scene: Scene) -> Period | None:
    """What "last" or "that" is counted from: the publication, or the date named before."""
    return scene.story if which in OF_THE_STORY else scene.centre


def beside(here: Period, same_turn: Period, step: int, turn: int) -> Period:
    """Of periods that come round every `turn`, the nearest before, at or after `here` by `step`."""
    if step < 0:
        return same_turn if same_turn.index < here.index else same_turn.shift(-turn)
    if step > 0:
        return same_turn if same_turn.index > here.index else same_turn.shift(turn)
    return same_turn


def year_of_month(number: int, scene: Scene) -> int | None:
    """The year of a month that names none, by tense or by the story so far."""
    centre = scene.centre
    if centre is None:
        return None
    if centre.unit in ("year", "decade", "century"):
        return centre.year
    gap = number - centre.month
    if scene.narrative and scene.reference is not None:
        return centre.year + (gap < -NEXT_YEAR_GAP) - (gap > FAR_BACK_GAP)
    if scene.tense == "future":
        return centre.year + (gap < 0)
    return centre.year - (gap > 0)


def yearless_day(month: int, day: int, scene: Scene) -> Reading | None:
    """A day and month that name no year."""
    if scene.year is not None:
        return of_period(day_of(scene.year, month, day))
    number = year_of_month(month, scene)
    if number is None or scene.centre is None:
        return unresolved(f"XXXX-{month:02d}-{day:02d}")
    if scene.narrative or scene.centre.unit != "day":
        return of_period(day_of(number, month, day))
    same_year = day_of(scene.centre.year, month, day)
    return of_period(day_of(scene.centre.year + year_step(same_year, scene), month, day))


def year_step(same_year: Period, scene: Scene) -> int:
    """-1, 0 or 1 year from the day in the year of publication, by tense and nearness."""
    centre = scene.centre
    if centre is None or scene.narrative or centre.unit != "day":
        return 0
    ahead = same_year.index - centre.index
    if scene.tense == "future":
        return 1 if ahead < 0 else 0
    if scene.tense is None and ahead > 0:
        return 0 if ahead <= NEAR_DAYS else -1
    if scene.tense is None and ahead + DAYS_IN_A_YEAR <= NEAR_DAYS:
        return 1
    return -1 if ahead > 0 else 0


def _weekday_number(day: Period) -> int:
    return (day.index - 1) % 7 + 1
