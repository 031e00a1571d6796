"""Reads seasons, quarters and fiscal years: "summer 2020", "the first quarter", "fiscal 2008"."""

from __future__ import annotations

from dragoman.coding.dates.calendar import STEP_OF_WHICH, beside, named_year, which_base
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, season_of
from dragoman.coding.dates.readings import Reading, Scene, of_period, unresolved


def season(found: Found, scene: Scene) -> Reading | None:
    """A season: "summer 2020", "the spring"."""
    code = found.value("season")
    number = named_year(found, scene)
    if number is not None:
        return of_period(season_of(number, code))
    centre = scene.centre
    if centre is None or centre.first is None:
        return unresolved(f"XXXX-{code}")
    if scene.year is not None:
        return of_period(season_of(scene.year, code))
    here = centre.around("season")
    same_year = season_of(here.year, code)
    if scene.narrative:
        return of_period(same_year)
    if scene.tense == "future":
        return of_period(same_year if same_year.index >= here.index else same_year.shift(4))
    return of_period(same_year if same_year.index <= here.index else same_year.shift(-4))


def which_season(found: Found, scene: Scene) -> Reading | None:
    """A season beside another time: "last summer", "this spring"."""
    which, code = found.word("which"), found.value("season")
    base = which_base(which, scene)
    if base is None or base.first is None:
        return unresolved(f"XXXX-{code}")
    here = base.around("season")
    return of_period(beside(here, season_of(base.year, code), STEP_OF_WHICH.get(which, 0), 4))


def quarter(found: Found, scene: Scene) -> Reading | None:
    """A quarter of a year: "the first quarter", "Q3 2020", "the last quarter of last year"."""
    number = found.number("nth") or 4
    year = named_year(found, scene)
    if year is not None:
        return of_period(Period("quarter", year * 4 + number - 1))
    centre = scene.centre
    if centre is None or centre.first is None:
        return unresolved(f"XXXX-Q{number}")
    here = centre.around("quarter")
    if found.word("nth") in ("last", "final") and "unit" not in found:
        return of_period(here.shift(-1))
    same_year = Period("quarter", centre.year * 4 + number - 1)
    return of_period(beside(here.shift(1), same_year, 0 if scene.tense == "future" else -1, 4))


def fiscal_year(found: Found, scene: Scene) -> Reading | None:
    """A fiscal year; its days are left open, for each state begins it on its own."""
    number = named_year(found, scene)
    return unresolved(f"FY{number}") if number is not None else None
