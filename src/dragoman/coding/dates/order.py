"""Reads the expressions of a text in order, each in the scene that those before it have set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.dates import amounts, calendar, holidays, relative, seasons
from dragoman.coding.dates.directions import is_one_sentence, tense_at
from dragoman.coding.dates.narrowing import narrowed
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, day_of
from dragoman.coding.dates.ranges import Placed, lent_year
from dragoman.coding.dates.readings import Reading, Scene, Tense, of_period
from dragoman.coding.dates.relative import with_part

TenseHint = Callable[[int], Tense | None]
Reader = Callable[[Found, Scene], Reading | None]
# A text is a history when it names this many years gone by, and so many more for every "Friday".
YEARS_OF_A_HISTORY = 5
YEARS_TO_A_MARK = 8
MARKS_OF_NEWS = frozenset({"weekday", "deictic_day", "which_weekday", "tonight"})
YEARLESS = frozenset(
    {"calendar_day", "week_of_day", "month", "season", "days_and_month", "month_and_days"}
)
NO_REFERENCE = frozenset({"present", "recently", "then", "neighbour_span", "decade", "century"})
DAYS = frozenset({"days_and_month", "month_and_days"})
CLAUSE = 200  # characters within which the words before a date belong to its clause
CLAUSE_BREAK = re.compile(r"[,;:.!?\n—]")
COMPARED = re.compile(r"\b(?:after|before|following|since)\b", re.IGNORECASE)

READERS: dict[str, Reader] = {
    "calendar_day": calendar.calendar_day,
    "week_of_day": calendar.week_of_day,
    "numeric_day": calendar.numeric_day,
    "day_of_month": calendar.day_of_month,
    "month_of_year": calendar.month_of_year,
    "month": calendar.month,
    "which_month": calendar.which_month,
    "weekday": calendar.weekday,
    "which_weekday": calendar.which_weekday,
    "year": calendar.year,
    "narrative_year": calendar.narrative_year,
    "bc_year": calendar.bc_year,
    "bare_bc_year": calendar.bare_bc_year,
    "decade": calendar.decade,
    "century": calendar.century,
    "season": seasons.season,
    "which_season": seasons.which_season,
    "quarter": seasons.quarter,
    "fiscal_year": seasons.fiscal_year,
    "holiday": holidays.holiday,
    "which_unit": relative.which_unit,
    "bare_unit": relative.bare_unit,
    "deictic_day": relative.deictic_day,
    "tonight": relative.tonight,
    "which_part": relative.which_part,
    "neighbour_day": relative.neighbour_day,
    "shifted": relative.shifted,
    "neighbour_span": amounts.neighbour_span,
    "duration": amounts.duration,
    "set": amounts.every,
    "weekday_set": amounts.weekday_set,
    "present": relative.present,
    "recently": relative.recently,
    "past": relative.past,
    "future": relative.future,
    "then": relative.then,
    "clock": relative.clock,
    "part_of_day": relative.part_of_day,
}


def read_in_order(
    found: Sequence[Found], scene: Scene, tense_hint: TenseHint | None = None
) -> list[Placed]:
    """Expressions with their readings; what cannot be read as a time is left out.

    `scene` is that of the text's beginning. A part of the day joins the day before it.
    """
    placed: list[Placed] = []
    in_the_past = False
    for place, each in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        here = replace(
            scene,
            narrative=scene.narrative or (in_the_past and each.meaning in YEARLESS),
            tense=_tense(each, before, scene.tense, tense_hint),
            year=lent_year(each, after),
        )
        scene = replace(scene, tense=here.tense)
        for one in _read(each, here):
            if placed and _is_part_of(placed[-1], one):
                placed[-1] = _together(placed[-1], one)
            else:
                placed.append(one)
            if one.reading.period and _sets_the_story(each, scene):
                scene = replace(scene, reference=placed[-1].reading.period)
        in_the_past = _stays_in_the_past(each, after, scene, was=in_the_past)
    return placed


def _sets_the_story(each: Found, scene: Scene) -> bool:
    """Whether "that day" may mean an expression from now on.

    In news that tells of a day, another one behind "after" or "before" only says how long ago.
    """
    if each.meaning in NO_REFERENCE:
        return False
    tells_a_day = scene.reference is not None and scene.reference.unit == "day"
    if scene.narrative or not tells_a_day:
        return True
    clause = CLAUSE_BREAK.split(each.tokens.text[max(0, each.start - CLAUSE) : each.start])[-1]
    return COMPARED.search(clause) is None


def is_history(found: Sequence[Found], now: Period | None) -> bool:
    """Whether expressions are those of a history: many old years, few words like "Wednesday"."""
    if now is None:
        return False
    years = [each.number("year") for each in found if "year" in each]
    old = sum(year < now.year - 1 for year in years)
    news = sum(_is_mark_of_news(each) for each in found)
    return old >= YEARS_OF_A_HISTORY + YEARS_TO_A_MARK * news and 2 * old >= len(years)


def _is_mark_of_news(found: Found) -> bool:
    """Whether an expression is measured from the day of writing: "Friday", "last week"."""
    if found.meaning == "which_unit":
        return found.word("which") in ("last", "this")
    return found.meaning in MARKS_OF_NEWS


def _tense(
    each: Found, before: Found | None, tense_before: Tense | None, hint: TenseHint | None
) -> Tense | None:
    """The tense by the hint, the nearest verb, or an expression before in the same sentence."""
    tense = (hint(each.start) if hint else None) or tense_at(each.tokens, each.first, each.last)
    if tense is None and before and is_one_sentence(each.tokens, before.last, each.first):
        return tense_before
    return tense


def _stays_in_the_past(each: Found, after: Found | None, scene: Scene, *, was: bool) -> bool:
    """Whether bare months after `each` belong to the past year it named, within its paragraph."""
    if after is None or scene.now is None or _is_mark_of_news(each):
        return False
    if "\n\n" in each.tokens.text[each.end : after.start]:
        return False
    if "year" in each:
        return scene.reference is not None and scene.reference.year < scene.now.year
    return was


def _read(found: Found, scene: Scene) -> Iterator[Placed]:
    try:
        if found.meaning in DAYS:
            yield from _read_days(found, scene)
        elif found.meaning == "year_pair":
            yield from _read_year_pair(found)
        elif reading := READERS[found.meaning](found, scene):
            for prefix in found.prefixes:
                reading = narrowed(reading, prefix, scene)
            first = found.prefixes[-1].first if found.prefixes else found.first
            yield Placed(first, found.last, reading, found.meaning)
    except (ValueError, OverflowError):
        # A date no calendar has ("June 31", "900,000 years ago") is no time expression.
        return


def _read_days(found: Found, scene: Scene) -> Iterator[Placed]:
    """Two days that share a month: "Dec. 9–10", "9 and 10 December"."""
    second = calendar.calendar_day(found, scene)
    if second is None:
        return
    period = second.period
    if period is None:
        return
    first = of_period(day_of(period.year, period.month, found.number("from")))
    yield Placed(found.first, found.named["from"][1], first, "days")
    yield Placed(found.named["day"][0], found.last, second, "days")


def _read_year_pair(found: Found) -> Iterator[Placed]:
    """Two years that share a century: "1939–40"."""
    first, second = found.number("year"), found.number("to")
    whole = first - first % 100 + second
    if whole <= first:
        raise ValueError(f"{first}–{second} is no range of years")
    cut = found.named["to"][0]
    yield Placed(found.first, found.named["year"][1], of_period(Period("year", first)), "year")
    yield Placed(cut, found.last, of_period(Period("year", whole)), "year")


def _is_part_of(before: Placed, one: Placed) -> bool:
    """Whether a part of the day stands right behind the day it belongs to: "Monday night"."""
    period = before.reading.period
    return (
        one.meaning == "part_of_day"
        and before.last == one.first
        and before.reading.kind == "DATE"
        and period is not None
        and period.unit == "day"
    )


def _together(before: Placed, one: Placed) -> Placed:
    part = one.reading.value.rpartition("T")[2]
    return Placed(before.first, one.last, with_part(before.reading, part), before.meaning)
