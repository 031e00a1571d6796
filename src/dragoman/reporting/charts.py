"""Charts: the four drawings of a measurement, for a page in two sizes or as files of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.measuring.measured import Measured
from dragoman.reporting.drawing import Size
from dragoman.reporting.ladder_chart import ladder_caption, ladder_chart
from dragoman.reporting.markup import Markup, element, text
from dragoman.reporting.placebo_chart import has_placebos, placebo_caption, placebo_chart
from dragoman.reporting.series_chart import series_caption, series_chart
from dragoman.reporting.standalone import standalone
from dragoman.reporting.triad_chart import triad_caption, triad_chart


@dataclass(frozen=True, slots=True)
class _Chart:
    draw: Callable[[Measured, Size], Markup]
    caption: Callable[[Measured], str]


_CHARTS = {
    "series": _Chart(series_chart, series_caption),
    "placebos": _Chart(placebo_chart, placebo_caption),
    "triangle": _Chart(triad_chart, triad_caption),
    "ladder": _Chart(ladder_chart, ladder_caption),
}


def charts(measured: Measured) -> dict[str, str]:
    """The charts as SVG files of their own, by name: those that have something to show.

    The triangle needs a third state, the placebos an answer that could be measured.
    """
    return {name: standalone(_CHARTS[name].draw(measured, "wide")) for name in shown(measured)}


def figure(name: str, measured: Measured) -> Markup:
    """A chart for a page, drawn for wide and for narrow windows, with its caption."""
    chart = _CHARTS[name]
    sizes: tuple[Size, ...] = ("wide", "narrow")
    drawn = [
        element("div", chart.draw(measured, size), class_=f"drawn {size}") for size in sizes
    ]  # fmt: skip
    return element(
        "figure", *drawn, element("figcaption", text(chart.caption(measured))), class_="measured"
    )


def shown(measured: Measured) -> tuple[str, ...]:
    """The names of the charts that have something to show."""
    without = {
        "triangle": measured.against is None,
        "placebos": not has_placebos(measured),
    }
    return tuple(name for name in _CHARTS if not without.get(name))
