"""The timeline: when what the findings rest on took place, a lane for each, drawn as SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.asking.days import written
from dragoman.asking.names import sentence
from dragoman.model.assessment import Finding
from dragoman.model.events import COOPERATIVE, Event, When
from dragoman.reporting.labels import SIDES, SIGNS, parties_of
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.plain import printable
from dragoman.reporting.scale import Scale, scale_for

WIDTH, LEFT, GUTTER, RIGHT = 960, 215, 270, 940
TOP, ROW, PADDING = 44, 13, 11
MARK = 5
# An act longer than this many units on the line is drawn as a bar, not as a point.
_BAR = 14
# Half of "20 Sep 2021" or "asked about", which must not be cut off on the right.
_HALF_LABEL = 45


@dataclass(frozen=True, slots=True)
class Lane:
    """A finding's dated events, each with the row it stands in so that no mark covers another."""

    finding: Finding
    events: tuple[tuple[Event, When, int], ...]

    @property
    def height(self) -> int:
        """How tall the lane is drawn."""
        return ROW * (1 + max((row for _, _, row in self.events), default=0)) + PADDING


def timeline(findings: Sequence[Finding], events: Mapping[str, Event]) -> Markup:
    """The timeline of the findings' dated events; nothing where none is dated."""
    dated = {
        finding: [(e, e.when) for e in map(events.__getitem__, finding.events) if e.when]
        for finding in findings
    }
    days = [(when.date, when.enddate) for there in dated.values() for _, when in there]
    if not days:
        return Markup("")
    scale = scale_for(days, GUTTER, RIGHT)
    occasion = next((f for f in findings if f.topic == "occasion"), None)
    lanes = [
        _lane(finding, there, scale)
        for finding, there in dated.items()
        if there and finding is not occasion
    ]
    return _drawn(lanes, scale, _day_of(occasion, events))


def _lane(finding: Finding, dated: Sequence[tuple[Event, When]], scale: Scale) -> Lane:
    """The events in rows: each in the first row where it does not touch the one before."""
    ends: list[float] = []
    placed = []
    for event, when in dated:
        left, right = _extent(when, scale)
        row = next((n for n, end in enumerate(ends) if end < left), len(ends))
        ends[row : row + 1] = [right + 2]
        placed.append((event, when, row))
    return Lane(finding, tuple(placed))


def _extent(when: When, scale: Scale) -> tuple[float, float]:
    """From where to where an event is drawn; what ended before the line stands in the gutter."""
    if not scale.holds(when.date) and not scale.holds(when.enddate):
        middle = (LEFT + GUTTER) / 2
        return middle - MARK, middle + MARK
    first, last = scale.at(when.date), scale.at(when.enddate)
    if last - first > _BAR:
        return first, last
    middle = (first + last) / 2
    return middle - MARK, middle + MARK


def _drawn(lanes: Sequence[Lane], scale: Scale, occasion: str | None) -> Markup:
    height = TOP + sum(lane.height for lane in lanes) + 8
    parts = [_axis(scale, height)]
    if occasion and scale.holds(occasion):
        parts.append(_occasion(scale.at(occasion), height))
    top = TOP
    for lane in lanes:
        parts.append(_lane_drawn(lane, scale, top))
        top += lane.height
    has_earlier = any(not scale.holds(w.date) and not scale.holds(w.enddate)
                      for lane in lanes for _, w, _ in lane.events)  # fmt: skip
    if has_earlier:
        parts.append(_label((LEFT + GUTTER) / 2, TOP - 12, "earlier", "tick"))
    drawing = element(
        "svg",
        *parts,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label="Timeline of the events that the findings rest on",
        class_="timeline",
    )
    return element("div", drawing, class_="scroll", tabindex="0")


def _axis(scale: Scale, height: int) -> Markup:
    parts = []
    for at, label in scale.ticks():
        parts.append(element("line", x1=at, x2=at, y1=TOP - 6, y2=height, class_="grid"))
        parts.append(_label(min(at, WIDTH - _HALF_LABEL), TOP - 12, label, "tick"))
    return joined(*parts)


def _occasion(at: float, height: int) -> Markup:
    line = element("line", x1=at, x2=at, y1=TOP - 6, y2=height, class_="occasion")
    return joined(line, _label(min(at, WIDTH - _HALF_LABEL), 16, "asked about", "tick strong"))


def _lane_drawn(lane: Lane, scale: Scale, top: int) -> Markup:
    side = lane.finding.speaks
    is_firm = lane.finding.topic != "plans"
    label = f"{SIGNS[side]} {sentence(lane.finding.topic)}"
    middle = top + lane.height / 2 + 4
    return element(
        "g",
        element("title", text(f"{SIDES[side]}: {lane.finding.claim}")),
        element("line", x1=0, x2=WIDTH, y1=top, y2=top, class_="lane"),
        element("text", text(label), x=4, y=middle, class_="name"),
        *(
            _event((event, when), scale, top + PADDING / 2 + ROW * (row + 0.5), is_firm=is_firm)
            for event, when, row in lane.events
        ),
        class_=f"side-{side}",
    )


def _event(dated: tuple[Event, When], scale: Scale, y: float, *, is_firm: bool) -> Markup:
    event, when = dated
    left, right = _extent(when, scale)
    words = f"{written(when)}: {parties_of((*event.actor, *event.recipient))}, {event.trigger.text}"
    shape = _shape(event, (left, right), y, is_firm=is_firm and event.status == "actual")
    return element("a", element("title", text(printable(words))), shape, href=f"#e-{event.id}")


def _shape(event: Event, extent: tuple[float, float], y: float, *, is_firm: bool) -> Markup:
    """A point or a bar; hollow where the act is not firm, a square where it is hostile."""
    left, right = extent
    is_hostile = event.quad > COOPERATIVE
    kind = ("hostile" if is_hostile else "kind") + ("" if is_firm else " hollow")
    if right - left > 2 * MARK:
        width = round(right - left, 1)
        return element("rect", x=left, y=y - 3, width=width, height=6, rx=3, class_=f"bar {kind}")
    middle = round((left + right) / 2, 1)
    if is_hostile:
        size = 2 * MARK - 1
        corner = middle - MARK + 0.5
        return element("rect", x=corner, y=y - MARK + 0.5, width=size, height=size, class_=kind)
    return element("circle", cx=middle, cy=y, r=MARK, class_=kind)


def _label(x: float, y: float, words: str, class_: str) -> Markup:
    return element("text", text(words), x=x, y=y, class_=class_, text_anchor="middle")


def _day_of(occasion: Finding | None, events: Mapping[str, Event]) -> str | None:
    if occasion is None:
        return None
    return max((w.enddate for key in occasion.events if (w := events[key].when)), default=None)
