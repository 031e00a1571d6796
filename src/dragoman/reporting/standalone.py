"""Charts as files of their own: SVG that carries its style, and PNG made of it."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from dragoman.errors import MissingPartError
from dragoman.reporting.markup import Markup, element, text

# Okabe and Ito's blue and vermilion, darkened: told apart with any eyes, and by shape without.
PRINTED = {
    "paper": "#ffffff", "ink": "#1b1f24", "soft": "#57606a", "line": "#d5dae0", "tint": "#e9edf1",
    "blue": "#0b5cad", "orange": "#b3400a",
}  # fmt: skip
IN_PAGE = {name: f"var(--{name})" for name in PRINTED} | {
    "blue": "var(--for)", "orange": "var(--against)", "tint": "var(--band)",
}  # fmt: skip
PNG_WIDTH = 1920


def chart_style(colours: dict[str, str]) -> str:
    """The style sheet of charts in these colours."""
    sheet = files("dragoman.reporting").joinpath("charts.css").read_text(encoding="utf-8")
    return Template(sheet).substitute(colours)


def standalone(chart: Markup) -> str:
    """A chart with its style inside, as a file of its own."""
    head, end, rest = chart.partition("</desc>")
    return f"{head}{end}<style>{chart_style(PRINTED)}</style>{rest}\n"


def to_png(svg: str) -> bytes:
    """A chart's SVG as a PNG of 1,920 pixels across.

    Raises: MissingPartError where the library that draws it is not installed, or the machine has no
        font to write with.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise MissingPartError(
            "A PNG needs the library resvg-py, which is not installed",
            'Install it with pip install "dragoman[charts]", or write the page with --html',
        ) from error
    # Without a font all words would be left out, and the picture would look whole.
    if svg_to_bytes(svg_string=_sample("x")) == svg_to_bytes(svg_string=_sample("")):
        raise MissingPartError(
            "A PNG needs a sans-serif font, and this machine has none of those asked for",
            "Install one, such as Liberation Sans or DejaVu Sans, or write the page with --html",
        )
    return bytes(svg_to_bytes(svg_string=svg, width=PNG_WIDTH, background=PRINTED["paper"]))


def _sample(letter: str) -> str:
    """A chart of one letter."""
    chart = element(
        "svg",
        element("desc"),
        element("text", text(letter), y=20),
        xmlns="http://www.w3.org/2000/svg",
        viewBox="0 0 20 20",
        class_="chart",
    )
    return standalone(chart)
