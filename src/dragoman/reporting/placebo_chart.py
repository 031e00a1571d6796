"""The placebo chart: how far other pairs moved, and the pair at other dates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.asking.measured_words import dates_told, like_told
from dragoman.asking.names import names_of, sentence
from dragoman.measuring.changes import Change
from dragoman.measuring.histograms import Histogram
from dragoman.measuring.horizons import ANSWERS
from dragoman.measuring.measured import Measured
from dragoman.reporting.drawing import (
    LINE,
    WIDTHS,
    Frame,
    Size,
    box,
    canvas,
    heading,
    key,
    line,
    path,
    round_values,
    words,
    wrapped,
)
from dragoman.reporting.markup import Markup, joined

HEIGHT, ABOVE, BELOW = 96, 34, 58
GUTTER, LEFT = 36, 40
_TIMES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class _Panel:
    """One histogram: its name, its bins, and in words how many placebos moved as far."""

    name: str
    histogram: Histogram | None
    told: str
    is_ratio: bool


def has_placebos(measured: Measured) -> bool:
    """Whether any of the three answers was measured, so that there is something to draw."""
    return bool(_answers(measured))


def placebo_title(measured: Measured) -> str:
    """What the chart shows, in a few words."""
    return f"How unusual the move of {names_of(measured.pair)} is"


def placebo_caption(measured: Measured) -> str:
    """How the chart is read, in words."""
    effect = (
        "how many times the share of the world's news before that after is, on a scale of ratios"
        if measured.unit == "events"
        else "the move, over the usual spread of the weeks before it"
    )
    return (
        f"From left to right: {effect}; upwards: how many pairs or dates moved so. Filled bars "
        "moved at least as far as this pair at the occasion; the bars at the ends hold what lies "
        "beyond them as well."
    )


def placebo_told(measured: Measured) -> str:
    """What there is to see in the chart, in words."""
    told = [
        f"{sentence(change.horizon.name)}: {like_told(change.space)}; other dates: "
        f"{dates_told(change)}."
        for change in _answers(measured)
    ]
    return " ".join(told)


def placebo_chart(measured: Measured, size: Size = "wide") -> Markup:
    """For each answer told, a histogram of like pairs and one of the pair's earlier dates.

    Of a pair of which none is told there is nothing to draw but the title.
    """
    width = WIDTHS[size]
    title, top = heading(placebo_title(measured), width)
    parts, across = [title], 2 if size == "wide" else 1
    for one in wrapped(_unit(measured), width - 8):
        parts.append(words(8, top + 8, one, "unit"))
        top += 16
    top += 8
    field = (width - LEFT - 12 - (across - 1) * GUTTER) / across
    panels = [panel for change in _answers(measured) for panel in _panels(change)]
    for at, panel in enumerate(panels):
        row, column = divmod(at, across)
        left = LEFT + column * (field + GUTTER)
        upper = top + row * (HEIGHT + ABOVE + BELOW)
        parts.append(_drawn(panel, (left, upper + ABOVE), field))
    rows = math.ceil(len(panels) / across)
    legend, bottom = key(_entries(), width, top + rows * (HEIGHT + ABOVE + BELOW) + 4)
    return canvas(placebo_title(measured), placebo_told(measured), (width, bottom), *parts,
                  legend)  # fmt: skip


def _unit(measured: Measured) -> str:
    across = "ratio of shares" if measured.unit == "events" else "move in usual weekly spreads"
    return f"Upwards: number of pairs or dates; across: {across}"


def _answers(measured: Measured) -> list[Change]:
    """Those of the three answers that were measured."""
    return [one for one in measured.changes if one.horizon.name in ANSWERS and not one.refusal]


def _panels(change: Change) -> Iterator[_Panel]:
    name, is_ratio = change.horizon.name, change.counts is not None
    space, time = change.space_histogram, change.time_histogram
    yield _Panel(f"{name}: other pairs, n = {change.space.n}", space, like_told(change.space),
                 is_ratio)  # fmt: skip
    yield _Panel(f"{name}: other dates, n = {change.time.n} apart", time,
                 dates_told(change), is_ratio)  # fmt: skip


def _drawn(panel: _Panel, corner: tuple[float, float], width: float) -> Markup:
    left, top = corner
    name = words(left, top - 20, panel.name, "strong")
    bottom = top + HEIGHT
    told = [
        words(left, bottom + 34 + (LINE - 2) * at, one, "tick")
        for at, one in enumerate(wrapped(panel.told, width)[:2])
    ]
    if (found := panel.histogram) is None:
        none = words(left + width / 2, top + HEIGHT / 2, "not testable", "label", "middle")
        return joined(name, box(corner, (width, HEIGHT), "part empty"), none, *told)
    most = max(found.counts)
    frame = Frame(left, top, left + width, bottom, (found.start, found.end), (0, most))
    return joined(name, _counts(frame, most), *_bars(found, frame), *_scale(panel, frame),
                  _own(found, frame), *told)  # fmt: skip


def _counts(frame: Frame, most: int) -> Markup:
    """The number of placebos in the highest bin, at its height."""
    return joined(
        line((frame.left, frame.top), (frame.right, frame.top), "grid"),
        words(frame.left - 5, frame.top + 4, str(most), "tick", "end"),
        words(frame.left - 5, frame.bottom + 4, "0", "tick", "end"),
    )


def _bars(found: Histogram, frame: Frame) -> Iterator[Markup]:
    for left, right, count, is_as_large in found.bins:
        if count:
            x, y = frame.x(left), frame.y(count)
            kind = "bar as-large" if is_as_large else "bar"
            yield box((x + 0.5, y), (frame.x(right) - x - 1, frame.bottom - y), kind)
    yield line((frame.left, frame.bottom), (frame.right, frame.bottom), "axis")


def _scale(panel: _Panel, frame: Frame) -> Iterator[Markup]:
    """Round effects below the field: times for ratios, spreads for scores."""
    low, high = frame.x_range
    if panel.is_ratio:
        places = [(math.log(one), f"{one:g}×") for one in _TIMES]
        inside = [place for place in places if low <= place[0] <= high]
    else:
        inside = [(one, _signed(one)) for one in round_values(low, high, _MOST_TICKS)]
    for value, label in inside:
        x = frame.x(value)
        yield line((x, frame.bottom), (x, frame.bottom + 4), "axis")
        yield words(x, frame.bottom + 17, label, "tick", "middle")


def _signed(value: float) -> str:
    return f"{value:+g}".replace("-", "−") if value else "0"


def _own(found: Histogram, frame: Frame) -> Markup:
    """The pair's own effect: a line with a head, through the whole height."""
    x, top = frame.x(found.own), frame.top - 12
    head = path([(x - 6, top), (x + 6, top), (x, top + 9), (x - 6, top)], "own-head")
    return joined(line((x, top), (x, frame.bottom), "own"), head)


def _entries() -> list[tuple[Markup, str]]:
    own = joined(line((15, 0), (15, 14), "own"), path([(9, 0), (21, 0), (15, 8)], "own-head"))
    return [
        (own, "this pair at the occasion"),
        (box((4, 2), (22, 10), "bar as-large"), "moved at least as far"),
        (box((4, 2), (22, 10), "bar"), "moved less"),
    ]
