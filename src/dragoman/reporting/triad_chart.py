"""The triad chart: what each two of three states did in the run-up, and which legs are met."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.asking.names import name_of, names_of, sentence
from dragoman.measuring.changes import Change, Direction
from dragoman.measuring.measured import Edge, Measured
from dragoman.measuring.triads import FoundLeg
from dragoman.reporting.drawing import WIDTHS, Size, box, canvas, heading, key, line, words, wrapped
from dragoman.reporting.markup import Markup, joined
from dragoman.reporting.verdict_signs import MET

SIGNS: dict[Direction, str] = {"up": "▲", "down": "▼", "neither": "≈"}
NODES: dict[Size, tuple[float, float]] = {"wide": (132, 34), "narrow": (112, 34)}
# Left and right corner, then the third below; where the words on each side stand.
CORNERS: dict[Size, tuple[tuple[float, float], ...]] = {
    "wide": ((110, 60), (560, 60), (335, 270)),
    "narrow": ((64, 106), (336, 106), (200, 310)),
}
TEXT_LEFT = 680
_LONGEST = 13
_DOWN = 0.62  # how far down a slanting side its words stand: lower, there is more room


def triad_title(measured: Measured) -> str:
    """What the chart shows, in a few words."""
    third = name_of(measured.against or "")
    return f"{sentence(names_of(measured.pair))}, and {third}: the run-up and the five legs"


def triad_caption(measured: Measured) -> str:
    """How the chart is read, in words."""
    unit = "of the world's scores" if measured.unit == "scores" else "of the world's news"
    return (
        f"Each side is what two states did in the 26 weeks before, against the 26 before those, "
        f"by their share {unit}. ▲ and ▼ stand where the whole 95% interval says more or less, "
        "≈ where it does not."
    )


def triad_told(measured: Measured) -> str:
    """What there is to see in the chart, in words."""
    sides = [
        f"{_pair(edge)}: {'; '.join(' '.join(one) for one in _moves(edge, measured))}."
        for edge in measured.edges
    ]
    legs = [f"Leg {leg.number}, {leg.name}: {MET[leg.is_met][1]}." for leg in measured.legs]
    return " ".join((*sides, *legs))


def triad_chart(measured: Measured, size: Size = "wide") -> Markup:
    """The triangle with what passed along each side, and beside or below it the five legs."""
    width = WIDTHS[size]
    title, top = heading(triad_title(measured), width)
    states = (*measured.pair, measured.against or "")
    corners = [(x, y + top - 20) for x, y in CORNERS[size]]
    places = dict(zip(states, corners, strict=True))
    sides = [_side(edge, _lines(edge, measured, size), places) for edge in measured.edges]
    nodes = [_node(state, corner, NODES[size]) for state, corner in places.items()]
    below = corners[2][1] + 44
    start = (TEXT_LEFT, top + 24) if size == "wide" else (8.0, below + 10)
    legs, end = _legs(measured.legs, start, width)
    legend, bottom = key(_entries(), width, max(below, end) + 6)
    return canvas(triad_title(measured), triad_told(measured), (width, bottom),
                  title, *sides, *nodes, legs, legend)  # fmt: skip


def _side(edge: Edge, lines: list[str], places: dict[str, tuple[float, float]]) -> Markup:
    """A side, by which way cooperation went, and what passed along it in words."""
    start, end = sorted((places[state] for state in edge.pair), key=lambda corner: corner[1])
    (x, y), anchor = _beside(start, end)
    if anchor == "middle":
        y -= 16 * (len(lines) - 1)
    said = [words(x, y + 16 * at, one, "on-side", anchor) for at, one in enumerate(lines)]
    return joined(line(start, end, f"side {edge.cooperation.direction}"), *said)


def _beside(
    start: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[float, float], str]:
    """Where the words on a side stand: above the level one, outside of the slanting ones."""
    if start[1] == end[1]:
        return ((start[0] + end[0]) / 2, start[1] - 10), "middle"
    x, y = (first + (last - first) * _DOWN for first, last in zip(start, end, strict=True))
    is_left = start[0] < end[0]
    return (x + (-20 if is_left else 20), y), "end" if is_left else "start"


def _lines(edge: Edge, measured: Measured, size: Size) -> list[str]:
    """What two states did, in lines short enough for the size."""
    moves = _moves(edge, measured)
    if size == "wide":
        return [" ".join(one) for one in moves]
    return [part for one in moves for part in one]


def _moves(edge: Edge, measured: Measured) -> list[tuple[str, str]]:
    """What two states did in cooperation and in hostility; scores have one move for both."""
    if measured.unit == "scores":
        return [("score", _move(edge.cooperation))]
    both = (("cooperation", edge.cooperation), ("hostility", edge.hostility))
    return [(name, _move(change)) for name, change in both]


def _move(change: Change) -> str:
    sign = SIGNS[change.direction]
    if change.counts:
        found = change.counts.world
        return f"{sign} {found.ratio:.2f}× ({found.low:.2f}–{found.high:.2f})"
    if change.scores:
        move = change.scores
        return f"{sign} {move.before:.2f} → {move.after:.2f} ‰"
    return "not measured"


def _pair(edge: Edge) -> str:
    return sentence(names_of(edge.pair))


def _node(state: str, corner: tuple[float, float], size: tuple[float, float]) -> Markup:
    (x, y), (width, height) = corner, size
    name = sentence(name_of(state).removeprefix("the "))
    shown = name if len(name) <= _LONGEST else state
    frame = box((x - width / 2, y - height / 2), size, "node")
    return joined(frame, words(x, y + 5, shown, "party", "middle"))


def _legs(
    legs: tuple[FoundLeg, ...], start: tuple[float, float], width: float
) -> tuple[Markup, float]:
    """The five legs by name, each met, not met or not testable; and where they end."""
    left, y = start
    parts = [words(left, y, "Legs of “together against”", "strong")]
    for leg in legs:
        sign, word = MET[leg.is_met]
        y += 26
        parts.append(words(left + 8, y, sign, "sign", "middle"))
        for at, one in enumerate(wrapped(f"{leg.number} {leg.name}: {word}", width - left - 30)):
            y += 18 if at else 0
            parts.append(words(left + 24, y, one))
    return joined(*parts), y + 14


def _entries() -> Iterator[tuple[Markup, str]]:
    meanings: dict[Direction, str] = {
        "up": "▲ more cooperation", "down": "▼ less cooperation", "neither": "≈ neither for sure",
    }  # fmt: skip
    for direction, said in meanings.items():
        yield line((0, 7), (30, 7), f"side {direction}"), said
