"""Reads expressions measured from another time: "last week", "two days later", "that night"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.dates.amounts import DAYS_OF, HOURS, months_away, quantity, rolling
from dragoman.coding.dates.calendar import STEP_OF_WHICH, which_base, which_word
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period
from dragoman.coding.dates.readings import (
    UNITS,
    Reading,
    Scene,
    is_coarser,
    masked,
    of_days,
    of_period,
    unresolved,
)

BACKWARDS = frozenset({"ago", "earlier", "previously", "beforehand", "before"})
FROM_NOW = frozenset({"ago", "hence", "now"})


def which_unit(found: Found, scene: Scene) -> Reading | None:
    """A calendar unit beside another: "last week", "that year", "the following month"."""
    if "unit" not in found:
        return _weekend(scene)
    which, code = which_word(found), found.value("unit")
    if code not in UNITS:
        return unresolved(f"PT1{HOURS.get(code, 'H')}", "DURATION")
    if which == "past" and code not in ("CE", "WE"):
        return rolling(1, code, -1, scene.centre)
    base, unit = which_base(which, scene), UNITS[code]
    if base is None or is_coarser(base, unit):
        return masked(base, unit)
    return of_period(base.around(unit).shift(STEP_OF_WHICH.get(which, 0)))


def bare_unit(found: Found, scene: Scene) -> Reading | None:
    """A unit of the story's time, only as part of "the end of the year" and the like."""
    unit = UNITS.get(found.value("unit"))
    base = scene.story
    if not found.prefixes or unit is None or unit == "day" or base is None:
        return None
    return masked(base, unit) if is_coarser(base, unit) else of_period(base.around(unit))


def deictic_day(found: Found, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow, and "the day before yesterday"."""
    offset = int(found.value("day"))
    words = found.words()
    offset += ("after" in words) - ("before" in words)
    if scene.now is None or (scene.narrative and offset == 0):
        return unresolved("XXXX-XX-XX" if scene.now is None else "PRESENT_REF")
    return of_period(scene.now.shift(offset)) if scene.now.unit == "day" or not offset else None


def tonight(_found: Found, scene: Scene) -> Reading | None:
    """Tonight; overnight."""
    base = scene.centre
    if base is None or base.unit != "day":
        return unresolved("XXXX-XX-XXTNI", "TIME")
    return with_part(of_period(base), "NI")


def which_part(found: Found, scene: Scene) -> Reading | None:
    """A part of a day beside another time: "last night", "that afternoon", "the next morning"."""
    which = which_word(found)
    base = which_base(which, scene)
    if base is None or base.unit != "day":
        return with_part(masked(base, "day"), found.value("part"))
    return with_part(of_period(base.shift(STEP_OF_WHICH.get(which, 0))), found.value("part"))


def neighbour_day(found: Found, scene: Scene) -> Reading | None:
    """The unit beside the story's time: "the day before", "the year following"."""
    code = found.value("unit")
    unit = UNITS.get(code, "day")
    step = -1 if found.word("dir") == "before" else 1
    base = scene.story
    if base is None or is_coarser(base, unit):
        reading = masked(base, unit)
    else:
        reading = of_period(base.around(unit).shift(step))
    return reading if code in UNITS else with_part(reading, code)


def shifted(found: Found, scene: Scene) -> Reading | None:
    """An amount of time before or after another: "two days ago", "a week later"."""
    direction, code = found.word("dir"), found.value("unit")
    count = quantity(found) if "quantity" in found else None
    sign = -1 if direction in BACKWARDS else 1
    base = scene.now if direction in FROM_NOW else scene.story
    if count is None:
        return unresolved("PAST_REF" if sign < 0 else "FUTURE_REF")
    if code in HOURS:
        return _hours_away(base, sign * count, code)
    unit = UNITS[code]
    if base is None or is_coarser(base, unit):
        return masked(base, unit)
    return of_period(_moved(base, sign * count, code, is_exact=direction not in FROM_NOW))


def present(_found: Found, scene: Scene) -> Reading | None:
    """Now: the time of publication; in a history only PRESENT_REF."""
    now = None if scene.narrative else scene.now
    reading = unresolved("PRESENT_REF")
    return of_days(reading, now.first, now.last) if now else reading


def recently(_found: Found, scene: Scene) -> Reading | None:
    """Recently: the month before publication (codebook, rulings on dates)."""
    now = scene.now
    if now is None or now.unit != "day" or now.first is None:
        return unresolved("PAST_REF")
    return of_days(unresolved("PAST_REF"), months_away(now.first, -1), now.first)


def past(found: Found, scene: Scene) -> Reading | None:
    """The past, without saying when; "former" is tagged in histories alone."""
    if found.words() == ["former"] and not scene.narrative:
        return None
    return unresolved("PAST_REF")


def future(_found: Found, _scene: Scene) -> Reading | None:
    """The future, without saying when."""
    return unresolved("FUTURE_REF")


def then(_found: Found, scene: Scene) -> Reading | None:
    """The date named before: "at the time", "during this period"."""
    return of_period(scene.reference) if scene.reference else unresolved("PAST_REF")


def clock(found: Found, scene: Scene) -> Reading | None:
    """A time of day; its day is the one named before."""
    day = scene.story.value if scene.story and scene.story.unit == "day" else "XXXX-XX-XX"
    written = found.value("clock")
    parts = [int(part) for part in re.findall(r"\d+", written)]
    if not parts:
        return None
    hours, minutes = (parts[0], parts[1]) if len(parts) > 1 else divmod(parts[0], 100)
    if len(parts) == 1 and parts[0] < 25:  # noqa: PLR2004 an hour, not hours and minutes
        hours, minutes = parts[0], 0
    letters = written.lower()
    hours = hours % 12 + 12 * ("p" in letters) if re.search(r"[ap]\.?m", letters) else hours
    return unresolved(f"{day}T{hours:02d}:{minutes:02d}", "TIME")


def part_of_day(found: Found, _scene: Scene) -> Reading | None:
    """A part of a day without its day: "at night"."""
    return unresolved(f"XXXX-XX-XXT{found.value('part')}", "TIME")


def with_part(reading: Reading, part: str) -> Reading:
    """A day narrowed to a part of it; the days it spans stay."""
    return replace(reading, kind="TIME", value=f"{reading.value}T{part}")


def _weekend(scene: Scene) -> Reading:
    """The weekend that began last, or the coming one in the future tense."""
    base = scene.centre
    if base is None or base.unit != "day":
        return masked(base, "weekend")
    this = base.around("weekend")
    has_begun = this.first is not None and this.first.toordinal() <= base.index
    return of_period(this if has_begun or scene.tense == "future" else this.shift(-1))


def _moved(base: Period, count: float, code: str, *, is_exact: bool) -> Period:
    """`base` moved by an amount, as exact as the amount is: "two years ago" is a year.

    After another day ("a week later") days and weeks are counted to the day.
    """
    if code in DAYS_OF and base.unit == "day":
        moved = base.shift(round(count * DAYS_OF[code]))
        return moved if is_exact or code == "D" else moved.around("week")
    if count != int(count) and code == "Y" and base.first is not None:
        return base.around("month").shift(round(count * 12))
    return base.around(UNITS[code]).shift(round(count * (2 if code == "F" else 1)))


def _hours_away(base: Period | None, count: float, code: str) -> Reading:
    if base is None or base.unit != "day":
        return unresolved("XXXX-XX-XXTXX", "TIME")
    hours = count if code == "H" else 0
    moved = base.shift(int(hours / 24))
    return replace(of_period(moved), kind="TIME", value=f"{moved.value}TXX")
