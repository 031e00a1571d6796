"""Drawing: what all charts of a measurement share: the canvas, axes, marks, and a key of them."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.reporting.markup import Markup, element, joined, text

Size = Literal["wide", "narrow"]
WIDTHS: dict[Size, int] = {"wide": 960, "narrow": 400}
LINE = 18
_LETTER = 7.0  # the usual width of a letter of 13 px, a little more than less
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The field of a chart between two corners, and the values that stand at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, value: float) -> float:
        """Where a value stands from left to right."""
        return _placed(value, self.x_range, (self.left, self.right))

    def y(self, value: float) -> float:
        """Where a value stands from the bottom up."""
        return _placed(value, self.y_range, (self.bottom, self.top))


def canvas(title: str, about: str, size: tuple[float, float], *parts: Markup) -> Markup:
    """A chart as one SVG element, with a title and a description for those who cannot see it."""
    width, height = size
    return element(
        "svg",
        element("title", text(title)),
        element("desc", text(about)),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        class_="chart",
    )


def words(x: float, y: float, said: str, class_: str = "label", anchor: str = "start") -> Markup:
    """A line of words."""
    return element("text", text(said), x=_near(x), y=_near(y), class_=class_, text_anchor=anchor)


def line(start: tuple[float, float], end: tuple[float, float], class_: str) -> Markup:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    return element(
        "line", x1=_near(x1), y1=_near(y1), x2=_near(x2), y2=_near(y2), class_=class_
    )  # fmt: skip


def box(corner: tuple[float, float], size: tuple[float, float], class_: str) -> Markup:
    """A rectangle from its upper left corner."""
    (x, y), (width, height) = corner, size
    return element(
        "rect", x=_near(x), y=_near(y), width=_near(width), height=_near(height), class_=class_
    )  # fmt: skip


def path(points: Sequence[tuple[float, float]], class_: str) -> Markup:
    """A line through points."""
    through = " L ".join(f"{_near(x):g} {_near(y):g}" for x, y in points)
    return element("path", d=f"M {through}", class_=class_)


def heading(title: str, width: float, top: float = 0) -> tuple[Markup, float]:
    """A chart's title in as many lines as it needs, and where what follows begins."""
    lines = textwrap.wrap(title, int((width - 16) / (_LETTER * 1.2)))
    told = [words(8, top + 20 + 20 * at, said, "title") for at, said in enumerate(lines)]
    return joined(*told), top + 20 * len(lines) + 10


def wrapped(said: str, width: float) -> list[str]:
    """Words in lines that fit between so many pixels."""
    return textwrap.wrap(said, int(width / _LETTER), break_on_hyphens=False)


def key(entries: Iterable[tuple[Markup, str]], width: float, top: float) -> tuple[Markup, float]:
    """What the marks mean: samples of 30 by 14 with words, in rows; and where they end."""
    parts, x, y = [], 8.0, top
    for sample, said in entries:
        lines = wrapped(said, width - 56)
        wide = 40 + max(len(one) for one in lines) * _LETTER + 14
        if x > 8 and x + wide > width:  # noqa: PLR2004 the left margin
            x, y = 8.0, y + LINE + 2
        parts.append(element("g", sample, transform=f"translate({_near(x):g} {_near(y):g})"))
        parts += [words(x + 38, y + 12 + LINE * at, one) for at, one in enumerate(lines)]
        y += LINE * (len(lines) - 1)
        x += wide
    return joined(*parts), y + LINE + 8


def value_axis(frame: Frame, most: int = 6) -> Markup:
    """Lines across at round values with their labels; that at 0 is stronger."""
    parts = []
    for value in round_values(*frame.y_range, most):
        at = frame.y(value)
        kind = "zero" if value == 0 else "grid"
        parts.append(line((frame.left, at), (frame.right, at), kind))
        parts.append(words(frame.left - 6, at + 4, _number(value), "tick", "end"))
    return joined(*parts)


def round_values(low: float, high: float, most: int) -> list[float]:
    """Round values between two, at most so many.

    >>> round_values(0.3, 9.7, 5)
    [2.0, 4.0, 6.0, 8.0]
    """
    rough = max(high - low, 1e-9) / most
    scale = 10 ** math.floor(math.log10(rough))
    step = next(one * scale for one in _STEPS if one * scale >= rough * (1 - 1e-9))
    first = math.ceil(low / step)
    return [round(number * step, 9) for number in range(first, math.floor(high / step) + 1)]


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _placed(value: float, values: tuple[float, float], places: tuple[float, float]) -> float:
    (low, high), (start, end) = values, places
    return start + (value - low) / ((high - low) or 1.0) * (end - start)


def _near(place: float) -> float:
    return round(place, 1)
