"""Narrows a time by what stands in front of it: "early 2021", "the end of May"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding.dates.amounts import quantity
from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period, Unit, containing
from dragoman.coding.dates.readings import UNITS, Reading, Scene, of_days, unresolved
from dragoman.coding.dates.relative import with_part

# Thirds for early, mid and late; "the start" and "the end" are half of that.
MODS = {
    "early": ("START", 0, 1 / 3), "mid": ("MID", 1 / 3, 2 / 3), "middle": ("MID", 1 / 3, 2 / 3),
    "late": ("END", 2 / 3, 1), "start": ("START", 0, 1 / 6), "beginning": ("START", 0, 1 / 6),
    "outset": ("START", 0, 1 / 6), "onset": ("START", 0, 1 / 6), "opening": ("START", 0, 1 / 6),
    "end": ("END", 5 / 6, 1), "close": ("END", 5 / 6, 1), "latter": ("END", 1 / 2, 1),
    "later": ("END", 1 / 2, 1), "earlier": ("START", 0, 1 / 2),
}  # fmt: skip
WHOLE_MONTHS = frozenset({"quarter", "half", "season", "year", "decade", "century"})
# Every month is cut at the 10th and the 20th, whatever its length.
WHOLE_MONTH = 30
HALF_YEAR = {1: "H1", 2: "H2"}


def narrowed(reading: Reading, prefix: Found, scene: Scene) -> Reading:
    """A reading narrowed by one prefix."""
    return NARROWINGS[prefix.meaning](reading, prefix, scene)


def share(period: Period, start: float, end: float) -> tuple[date | None, date | None]:
    """First and last day of a share of a period, in whole months where it has several.

    >>> share(Period("year", 2022), 0, 1 / 3)[1]
    datetime.date(2022, 4, 30)
    >>> share(Period("month", 2021 * 12 + 7), 2 / 3, 1)[0]
    datetime.date(2021, 8, 21)
    """
    first, last = period.first, period.last
    if first is None or last is None or period.unit in ("day", "weekend"):
        return first, last
    if period.unit in WHOLE_MONTHS:
        month = containing(first, "month")
        count = containing(last, "month").index - month.index + 1
        begins, ends = round(start * count), round(end * count) - 1
        return month.shift(begins).first, month.shift(max(begins, ends)).last
    days = WHOLE_MONTH if period.unit == "month" else (last - first).days + 1
    begin = first + timedelta(days=round(start * days))
    return begin, (last if end == 1 else max(begin, first + timedelta(days=round(end * days) - 1)))


def _early(reading: Reading, prefix: Found, _scene: Scene) -> Reading:
    known = [MODS[word] for word in prefix.words() if word in MODS]
    if not known:
        return reading
    mod, start, end = known[0]
    if reading.period is None or reading.kind != "DATE":
        return replace(reading, mod=mod)
    return of_days(replace(reading, mod=mod), *share(reading.period, start, end))


def _half(reading: Reading, prefix: Found, _scene: Scene) -> Reading:
    which = 1 if prefix.number("nth") == 1 else 2
    if reading.period is None:
        return reading
    first, last = share(reading.period, (which - 1) / 2, which / 2)
    is_year = reading.period.unit == "year"
    value = f"{reading.value}-{HALF_YEAR[which]}" if is_year else reading.value
    mod = "" if is_year else ("START" if which == 1 else "END")
    return of_days(replace(reading, value=value, mod=mod), first, last)


def _rest(reading: Reading, _prefix: Found, scene: Scene) -> Reading:
    start = scene.story.last if scene.story else None
    if reading.first is None or reading.last is None:
        return replace(reading, mod="END")
    first = min(max(start, reading.first), reading.last) if start else reading.first
    return of_days(replace(reading, mod="END"), first, reading.last)


def _counted(reading: Reading, prefix: Found, _scene: Scene) -> Reading:
    """An amount at the start or the end of a period: "the first ten months of 1915"."""
    code = prefix.value("unit")
    unit = UNITS.get(code)
    word = prefix.word("nth")
    is_plural = prefix.tokens.word(prefix.named["unit"][0]).lower().endswith("s")
    count = quantity(prefix) if "quantity" in prefix else (None if is_plural else 1)
    number = "X" if count is None else f"{count:g}"
    amount = unresolved(f"P{number}{code}", "DURATION")
    if unit is None or count is None or reading.period is None or reading.first is None:
        return amount
    return of_days(amount, *_nth(reading.period, unit, int(count), prefix.number("nth"), word))


def _nth(
    period: Period, unit: Unit, count: int, place: int, word: str
) -> tuple[date | None, date | None]:
    first, last = period.first, period.last
    if first is None or last is None:
        return None, None
    days = {"day": 1, "weekend": 2, "week": 7}.get(unit)
    at_end = word in ("last", "final", "late")
    if days is None:
        inner = containing(last if at_end else first, unit)
        begin = inner.shift(1 - count) if at_end else inner.shift(max(place, 1) - 1)
        return begin.first, begin.shift(count - 1).last
    if at_end:
        return last - timedelta(days=days * count - 1), last
    begin_day = first + timedelta(days=days * (max(place, 1) - 1))
    return begin_day, begin_day + timedelta(days=days * count - 1)


def _running(reading: Reading, prefix: Found, scene: Scene) -> Reading:
    """Up to now, or on from the date named before: "earlier this week", "later that month"."""
    is_earlier = prefix.words() == ["earlier"]
    edge = scene.now if is_earlier else scene.story
    if reading.first is None or reading.last is None or edge is None or edge.first is None:
        return reading
    if not reading.first <= edge.first <= reading.last:
        return reading
    if is_earlier:
        return of_days(reading, reading.first, edge.last)
    return of_days(reading, edge.first, reading.last)


def _part(reading: Reading, prefix: Found, _scene: Scene) -> Reading:
    return with_part(reading, prefix.value("part"))


def _about(reading: Reading, _prefix: Found, _scene: Scene) -> Reading:
    return replace(reading, mod="APPROX")


NARROWINGS: dict[str, Callable[[Reading, Found, Scene], Reading]] = {
    "early": _early,
    "half": _half,
    "rest": _rest,
    "counted": _counted,
    "running": _running,
    "part": _part,
    "about": _about,
}
