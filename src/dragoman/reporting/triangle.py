"""The triangle: the pair and the third party, what passed between each two, drawn as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.asking.names import listed, name_of, sentence
from dragoman.model.actors import Basis
from dragoman.model.assessment import Assessment, Leg
from dragoman.reporting.labels import BASES
from dragoman.reporting.markup import Markup, element, joined, text

THREE = 3
WIDTH, HEIGHT = 640, 380
# Where the pair and the third stand, and where the words on each leg start.
NODES = ((100, 60), (540, 60), (320, 330))
LEG_LABELS = ((320, 24, "middle"), (196, 206, "end"), (444, 206, "start"))
NODE_WIDTH, NODE_HEIGHT = 176, 40
THICKEST = 8


def triangle(assessment: Assessment) -> Markup:
    """The diagram, where exactly three parties are asked about, and a table of all legs."""
    third = assessment.question.against
    keys = (*assessment.question.pair, *([third] if third else []))
    is_drawn = len(keys) == THREE
    parts = [_caption(assessment, is_drawn=is_drawn), _legs_table(assessment.legs)]
    if not is_drawn:
        return element("figure", *parts, class_="legs-only")
    return element("figure", _drawing(keys, assessment), *parts, class_="triangle")


def _drawing(keys: Sequence[str], assessment: Assessment) -> Markup:
    corners = list(NODES)
    ends = ((0, 1), (0, 2), (1, 2))
    legs = [
        _leg(leg, corners[first], corners[second], label)
        for leg, (first, second), label in zip(assessment.legs, ends, LEG_LABELS, strict=True)
    ]
    nodes = [_node(key, corner) for key, corner in zip(keys, corners, strict=True)]
    return element(
        "svg",
        _arrow_heads(),
        *legs,
        *_aims(assessment.aims),
        *nodes,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label="What passed between each two of the parties; the table below has the numbers",
    )


def _leg(
    leg: Leg, start: tuple[int, int], end: tuple[int, int], at: tuple[int, int, str]
) -> Markup:
    """Two lines side by side, cooperation solid and hostility dashed, as thick as they are many."""
    x, y, anchor = at
    lines = [
        _line(start, end, shift, min(1 + number, THICKEST), kind)
        for number, shift, kind in ((leg.cooperation, -5, "kind"), (leg.hostility, 5, "hostile"))
        if number
    ] or [_line(start, end, 0, 1, "nothing")]
    words = (f"{leg.cooperation} cooperative", f"{leg.hostility} hostile", f"{leg.talk} talk")
    rows = [" · ".join(words)] if anchor == "middle" else list(words)
    labels = [
        element("text", text(row), x=x, y=y + 22 * n, text_anchor=anchor, class_="count")
        for n, row in enumerate(rows)
    ]
    return joined(*lines, *labels)


def _line(
    start: tuple[int, int], end: tuple[int, int], shift: int, width: int, kind: str
) -> Markup:
    (x1, y1), (x2, y2) = start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = -(y2 - y1) / length * shift, (x2 - x1) / length * shift
    return element(
        "line", x1=round(x1 + dx, 1), y1=round(y1 + dy, 1), x2=round(x2 + dx, 1),
        y2=round(y2 + dy, 1), stroke_width=width, class_=f"leg {kind}",
    )  # fmt: skip


def _node(key: str, corner: tuple[int, int]) -> Markup:
    x, y = corner
    box = element(
        "rect", x=x - NODE_WIDTH / 2, y=y - NODE_HEIGHT / 2, width=NODE_WIDTH, height=NODE_HEIGHT,
        rx=6, class_="node",
    )  # fmt: skip
    name = element("text", text(_short(key)), x=x, y=y + 6, text_anchor="middle", class_="party")
    return joined(box, name)


def _short(key: str) -> str:
    """A name that fits its box; a longer one gives way to its code."""
    name = sentence(name_of(key).removeprefix("the "))
    return name if len(name) <= 20 else key  # noqa: PLR2004 letters in a box


def _arrow_heads() -> Markup:
    head = element("path", d="M 0 0 L 10 5 L 0 10 z", class_="head")
    marker = element("marker", head, id="head", viewBox="0 0 10 10", refX=9, refY=5,
                     markerWidth=7, markerHeight=7, orient="auto")  # fmt: skip
    return element("defs", marker)


def _aims(aims: Sequence[tuple[Basis, int]]) -> list[Markup]:
    """An arrow for each basis, from the pair to the third, with the number of acts."""
    found = []
    for place, (basis, number) in enumerate(aims):
        x = 320 + (place - (len(aims) - 1) / 2) * 34
        end = 320 + (x - 320) * 0.6
        line = element("line", x1=x, y1=78, x2=end, y2=300, class_=f"aim {basis}",
                       marker_end="url(#head)")  # fmt: skip
        found += [line, element("text", text(number), x=x + 5, y=140, class_="count")]
    return found


def _caption(assessment: Assessment, *, is_drawn: bool) -> Markup:
    question = assessment.question
    if question.against is None:
        return element("figcaption", text("Different acts reported as done. Talk is kept apart."))
    third = name_of(question.against)
    if not assessment.aims:
        said = text(f"No joint act was found that is said to be aimed against {third}.")
        return element("figcaption", said)
    if not is_drawn:
        told = listed([f"{BASES[basis]} ({number})" for basis, number in assessment.aims])
        said = text(f"Joint acts called against {third}, by whose word it is: {told}.")
        return element("figcaption", said)
    keys = [_key(basis, number) for basis, number in assessment.aims]
    said = text(f"Arrows: joint acts called against {third}, by whose word it is. ")
    return element("figcaption", said, *keys)


def _key(basis: Basis, number: int) -> Markup:
    sample = element("span", class_=f"key {basis}")
    return element("span", sample, text(f" {BASES[basis]}: {number}"), class_="basis")


def _legs_table(legs: Sequence[Leg]) -> Markup:
    titles = ("Between", "Cooperative", "Hostile", "Talk, praise")
    head = element("tr", *(element("th", text(title), scope="col") for title in titles))
    rows = [
        element(
            "tr",
            element("th", text(" – ".join(_short(key) for key in leg.parties)), scope="row"),
            *(element("td", text(number)) for number in (leg.cooperation, leg.hostility, leg.talk)),
        )
        for leg in legs
    ]
    return element("table", element("thead", head), element("tbody", *rows), class_="legs")
