"""The table of all events: one row each, every column sortable."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dragoman.asking.days import order, written
from dragoman.model.events import Event
from dragoman.reporting.labels import BASES, STATUSES, TYPES, parties_of
from dragoman.reporting.markup import Markup, element, text
from dragoman.reporting.places import Places
from dragoman.reporting.plain import printable

# A page with more rows than this is slow to open; the JSON Lines hold them all.
MOST_ROWS = 3000
COLUMNS = ("Date", "Who", "Did", "To whom", "Against", "Words", "Status", "Confidence", "Article")


def table(events: Sequence[Event], used: Container[str], places: Places) -> Markup:
    """All events, oldest first; those that a finding rests on are marked and come first if cut."""
    ordered = sorted(events, key=order)
    if len(ordered) > MOST_ROWS:
        ordered = [event for event in ordered if event.id in used][:MOST_ROWS]
    head = element("tr", *(_column(title) for title in COLUMNS))
    rows = [_row(event, places, is_used=event.id in used) for event in ordered]
    body = element("table", element("thead", head), element("tbody", *rows), class_="events")
    left = len(events) - len(ordered)
    note = element("p", text(f"{left} events that no finding rests on are not shown."))
    return Markup(element("div", body, class_="scroll", tabindex="0") + (note if left else ""))


def _column(title: str) -> Markup:
    return element("th", element("button", text(title), type="button"), scope="col")


def _row(event: Event, places: Places, *, is_used: bool) -> Markup:
    when = event.when
    against = [f"{parties_of([t.actor])} ({BASES[t.basis]})" for t in event.against]
    cells = (
        element("td", text(written(when) if when else "undated"),
                data_sort=when.date if when else "9999"),
        element("td", text(parties_of(event.actor))),
        element("td", text(TYPES[event.type]), title=" / ".join((event.type, *event.mode))),
        element("td", text(parties_of(event.recipient))),
        element("td", text("; ".join(against) or "–")),
        element("td", _words(event, places), dir="auto"),
        element("td", text(STATUSES[event.status])),
        element("td", text(f"{event.confidence:.2f}"), class_="number"),
        element("td", text(places.numbers.get(event.article_id, "–")), class_="number"),
    )  # fmt: skip
    return element("tr", *cells, id=f"e-{event.id}", class_="used" if is_used else None)


def _words(event: Event, places: Places) -> Markup:
    words = text(printable(event.trigger.text))
    anchor = places.anchor(event.article_id, event.evidence)
    return element("a", words, href=f"#{anchor}") if anchor else words
