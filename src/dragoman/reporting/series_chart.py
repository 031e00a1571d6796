"""The series chart: the weeks around an occasion, what is compared in them, and all weeks below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from dragoman.asking.days import iso_written
from dragoman.asking.names import names_of, sentence
from dragoman.measuring.changes import Change
from dragoman.measuring.levels import Levels
from dragoman.measuring.measured import Measured, WeekPoint
from dragoman.reporting.drawing import (
    WIDTHS,
    Frame,
    Size,
    box,
    canvas,
    heading,
    key,
    line,
    path,
    value_axis,
    words,
)
from dragoman.reporting.markup import Markup, joined
from dragoman.reporting.scale import Scale

HEIGHTS: dict[Size, int] = {"wide": 300, "narrow": 260}
LEFT, RIGHT, ABOVE = 46, 12, 68
STRIP = 52
# Weeks shown in full beside those compared, so that a rise is seen against what was usual.
_AROUND = 26
_LEAST = 78
_WIDE_GAP = 60
_HALF_LETTER = 3.6


def series_title(measured: Measured) -> str:
    """What the chart shows, in a few words."""
    return f"{sentence(measured.relation)} of {names_of(measured.pair)}, week by week"


def series_caption(measured: Measured) -> str:
    """What there is to see in the chart, in words."""
    change, unit = measured.headline, unit_of(measured)
    told = [
        f"Each point is a week's {unit}, in the data of {measured.dataset}; the thick upright line "
        f"is {iso_written(measured.since)}."
    ]
    if (levels := change.levels) is None:
        told.append(f"Nothing is compared: {change.refusal or change.verdict}.")
    else:
        told.append(
            f"{sentence(change.horizon.told)}: the level goes from {levels.before:.2f} to "
            f"{levels.after:.2f} (95%: {levels.low:.2f} to {levels.high:.2f})."
        )
        told.append(_band_words(change, levels))
    if gaps := sum(point.is_missing for point in measured.weeks):
        number = "1 week" if gaps == 1 else f"{gaps} weeks"
        told.append(f"The source lacks {number}; these are gaps and not zeros.")
    return " ".join(told)


def series_chart(measured: Measured, size: Size = "wide") -> Markup:
    """The chart: the weeks around the occasion large, all weeks of the series small below them."""
    width, change = WIDTHS[size], measured.headline
    title, top = heading(series_title(measured), width)
    unit = words(8, top + 8, sentence(unit_of(measured)), "unit")
    frame = _frame(measured, (LEFT, top + ABOVE, width - RIGHT, top + ABOVE + HEIGHTS[size]))
    parts = [title, unit, value_axis(frame), *_days(measured, frame)]
    if change.levels and change.horizon.weeks:
        parts += _compared(change, change.levels, frame)
    parts += [*_line(measured.weeks, frame), _occasion(measured, frame, is_named=True)]
    strip, end = _strip(measured, frame)
    legend, bottom = key(_entries(measured), width, end + 10)
    about = series_caption(measured)
    return canvas(series_title(measured), about, (width, bottom), *parts, strip, legend)


def unit_of(measured: Measured) -> str:
    """What the values are."""
    if measured.unit == "scores":
        way = "hostile" if measured.relation == "hostility" else "cooperative"
        return f"per mille of the world's scores, {way} above 0"
    return "per mille of the world's events"


def _band_words(change: Change, levels: Levels) -> str:
    if levels.band is None:
        return "There are too few pairs like them for a band."
    low, high = levels.band
    return (
        f"Nine tenths of {change.space.n} pairs like them, begun at the same level, would have "
        f"ended in the dotted box from {low:.2f} to {high:.2f}."
    )


def _frame(measured: Measured, corners: tuple[float, float, float, float]) -> Frame:
    """The field around the weeks compared, as high as what is drawn in it."""
    first, last = _shown(measured)
    values = [p.per_mille for p in measured.weeks[first:last] if not p.is_missing]
    if levels := measured.headline.levels:
        values += [levels.low, levels.high, *(levels.band or ())]
    low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
    margin = (high - low) / 20
    return Frame(*corners, (first, last), (low - margin * (low < 0), high + margin))


def _shown(measured: Measured) -> tuple[int, int]:
    """The first week shown large and the one after the last."""
    last, weeks = len(measured.weeks), measured.headline.horizon.weeks
    first = last - _LEAST if weeks is None else min(weeks.first - _AROUND, last - _LEAST)
    return max(first, 0), last


def _line(weeks: Sequence[WeekPoint], frame: Frame, class_: str = "series") -> Iterator[Markup]:
    """The weeks as lines that break where the source lacks some; a week alone is a dot."""
    first, last = (int(edge) for edge in frame.x_range)
    numbered = list(enumerate(weeks))[first:last]
    for is_missing, found in groupby(numbered, key=lambda one: one[1].is_missing):
        run = list(found)
        if is_missing:
            yield _gap((run[0][0], run[-1][0] + 1), frame, class_)
            continue
        points = [(frame.x(at + 0.5), frame.y(week.per_mille)) for at, week in run]
        if len(points) == 1:
            ((x, y),) = points
            points = [(x - 1.5, y), (x + 1.5, y)]
        yield path(points, class_)


def _gap(weeks: tuple[int, int], frame: Frame, class_: str) -> Markup:
    left, right = frame.x(weeks[0]), frame.x(weeks[1])
    parts = [line((x, frame.top), (x, frame.bottom), "gap") for x in (left, right)]
    if right - left > _WIDE_GAP and class_ == "series":
        parts.append(words((left + right) / 2, frame.bottom - 8, "no data", "tick", "middle"))
    return joined(*parts)


def _compared(change: Change, levels: Levels, frame: Frame) -> Iterator[Markup]:
    """The two stretches with their levels, the interval, and the band of like pairs."""
    weeks = change.horizon.weeks
    if weeks is None:
        return
    for name, stretch, level in (
        ("before", weeks.before, levels.before),
        (change.horizon.name, weeks.after, levels.after),
    ):
        left, right = frame.x(stretch[0]), frame.x(stretch[1])
        is_before = name == "before"
        if not is_before and levels.band:
            low, high = (frame.y(edge) for edge in levels.band)
            yield box((left, high), (right - left, low - high), "band")
        said = f"{name}: {level:.2f}" if frame.right > WIDTHS["narrow"] else name
        yield _bracket(said, (left, right), frame)
        yield line((left, frame.y(level)), (right, frame.y(level)),
                   "level earlier" if is_before else "level later")  # fmt: skip
    middle = (frame.x(weeks.after[0]) + frame.x(weeks.after[1])) / 2
    yield _interval(middle, frame.y(levels.low), frame.y(levels.high))


def _bracket(said: str, edges: tuple[float, float], frame: Frame) -> Markup:
    left, right, y = edges[0] + 1, edges[1] - 1, frame.top - 30
    ends = path([(left, y + 5), (left, y), (right, y), (right, y + 5)], "bracket")
    middle = min((left + right) / 2, frame.right + RIGHT - 2 - len(said) * _HALF_LETTER)
    return joined(ends, words(middle, y - 6, said, "label", "middle"))


def _interval(x: float, low: float, high: float) -> Markup:
    ends = [line((x - 6, y), (x + 6, y), "interval") for y in (low, high)]
    return joined(line((x, low), (x, high), "interval"), *ends)


def _occasion(measured: Measured, frame: Frame, *, is_named: bool) -> Markup:
    """The day asked about; its date stands beside the head of the line."""
    x = frame.x(_week_of(measured))
    if not is_named:
        return line((x, frame.top), (x, frame.bottom), "occasion")
    is_late = x > (frame.left + frame.right) / 2
    label = words(
        x + (-6 if is_late else 6), frame.top - 10, iso_written(measured.since), "strong",
        "end" if is_late else "start",
    )  # fmt: skip
    return joined(line((x, frame.top - 20), (x, frame.bottom), "occasion"), label)


def _week_of(measured: Measured) -> float:
    """The occasion's place among the weeks."""
    first = date.fromisoformat(measured.weeks[0].day)
    return (date.fromisoformat(measured.since) - first) / timedelta(weeks=1)


def _days(measured: Measured, frame: Frame) -> Iterator[Markup]:
    """The months or years below a field."""
    start = date.fromisoformat(measured.weeks[0].day).toordinal()
    first, last = (start + 7 * int(edge) for edge in frame.x_range)
    yield line((frame.left, frame.bottom), (frame.right, frame.bottom), "axis")
    free = frame.left
    for x, label in Scale(first, last, frame.left, frame.right).ticks():
        yield line((x, frame.bottom), (x, frame.bottom + 5), "axis")
        half = len(label) * _HALF_LETTER
        if x - half >= free - 8 and x + half <= frame.right + RIGHT:
            yield words(x, frame.bottom + 18, label, "tick", "middle")
            free = x + half + 16


def _strip(measured: Measured, shown: Frame) -> tuple[Markup, float]:
    """All weeks of the series, with the part that is shown large marked; and where it ends."""
    top = shown.bottom + 46
    first, last = shown.x_range
    if first == 0:
        return Markup(""), shown.bottom + 24
    values = [0.0, *(p.per_mille for p in measured.weeks if not p.is_missing)]
    ends = (min(values), max(values) or 1.0)
    frame = Frame(shown.left, top, shown.right, top + STRIP, (0, len(measured.weeks)), ends)
    part = box((frame.x(first), top), (frame.x(last) - frame.x(first), STRIP), "part")
    name = words(8, top - 6, "All weeks; the box is the part above", "unit")
    drawn = (part, name, *_days(measured, frame), *_line(measured.weeks, frame, "series small"))
    return joined(*drawn, _occasion(measured, frame, is_named=False)), frame.bottom + 24


def _entries(measured: Measured) -> list[tuple[Markup, str]]:
    """The key: a sample of each mark drawn, with its words."""
    series = path([(0, 9), (7, 4), (14, 11), (21, 3), (30, 8)], "series")
    occasion = line((15, 0), (15, 14), "occasion")
    entries = [(series, "a week"), (occasion, "the occasion")]
    levels = measured.headline.levels
    if levels:
        entries += [
            (line((0, 7), (30, 7), "level earlier"), "level before"),
            (line((0, 7), (30, 7), "level later"), f"level, {measured.headline.horizon.name}"),
            (_interval(15, 0, 14), "95% interval of the change"),
        ]
    if levels and levels.band:
        entries.append((box((0, 1), (30, 12), "band"), "where 90% of like pairs would be"))
    if any(point.is_missing for point in measured.weeks):
        gap = joined(line((8, 0), (8, 14), "gap"), line((22, 0), (22, 14), "gap"))
        entries.append((gap, "no data"))
    return entries
