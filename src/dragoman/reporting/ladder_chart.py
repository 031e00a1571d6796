"""The ladder chart: how deep a tie goes, a rung for each depth, with its latest proof."""

from __future__ import annotations

from dragoman.asking.days import iso_written
from dragoman.asking.names import names_of, sentence
from dragoman.measuring.ladder import Rung
from dragoman.measuring.measured import Measured
from dragoman.reporting.drawing import (
    LINE,
    WIDTHS,
    Size,
    canvas,
    heading,
    key,
    line,
    words,
    wrapped,
)
from dragoman.reporting.markup import Markup, joined
from dragoman.reporting.plain import printable

LEFT, RUNG_WIDTH, STEP = 30, 90, 44
_NARROW_STEP = 70
_MOST_LINES = 3


def ladder_title(measured: Measured) -> str:
    """What the chart shows, in a few words."""
    return f"How deep the tie of {names_of(measured.pair)} goes"


def ladder_caption(measured: Measured) -> str:
    """How the chart is read, in words."""
    return (
        "From talk at the foot to integration at the top; a full rung has dated evidence of the "
        f"year before {iso_written(measured.as_of)}, or a treaty in force then. The latest is "
        "named with its dataset and id."
    )


def ladder_told(measured: Measured) -> str:
    """What there is to see in the chart, in words."""
    return " ".join(f"{sentence(rung.name)}: {proof_told(rung)}." for rung in measured.ladder)


def proof_told(rung: Rung) -> str:
    """What a rung rests on, or why it has nothing."""
    if rung.proof is None:
        return rung.note
    proof = rung.proof
    return printable(
        f"{rung.count}, the last on {iso_written(proof.day)} ({proof.dataset} {proof.id})"
    )


def ladder_chart(measured: Measured, size: Size = "wide") -> Markup:
    """The rungs from talk, at the foot, to integration, each full or empty."""
    width, step = WIDTHS[size], STEP if size == "wide" else _NARROW_STEP
    title, top = heading(ladder_title(measured), width)
    rungs = tuple(reversed(measured.ladder))
    bottom = top + step * len(rungs)
    rails = [line((x, top), (x, bottom), "rail") for x in (LEFT, LEFT + RUNG_WIDTH)]
    drawn = [_rung(rung, top + step * (at + 0.5), width) for at, rung in enumerate(rungs)]
    entries = [
        (line((2, 7), (28, 7), "rung"), "with dated evidence"),
        (line((0, 7), (30, 7), "rung empty"), "none found, or not known"),
    ]
    legend, end = key(entries, width, bottom + 8)
    return canvas(ladder_title(measured), ladder_told(measured), (width, end), title, *rails,
                  *drawn, legend)  # fmt: skip


def _rung(rung: Rung, y: float, width: float) -> Markup:
    left = LEFT + RUNG_WIDTH + 16
    kind = "rung" if rung.proof else "rung empty"
    told = wrapped(proof_told(rung), width - left - 8)[:_MOST_LINES]
    start = y - LINE / 2 * (len(told) - 1) - 4
    return joined(
        line((LEFT, y), (LEFT + RUNG_WIDTH, y), kind),
        words(left, start, rung.name, "strong"),
        *(words(left, start + 17 + 16 * at, one, "tick") for at, one in enumerate(told)),
    )
