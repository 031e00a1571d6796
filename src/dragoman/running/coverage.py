"""Coverage: where what a dataset covers is known to have changed, in days and in weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.measuring.breaks import Break
from dragoman.running.subjects import WEEK, Span, Subject
from dragoman.storing.counts import SCORES, Covered
from dragoman.tables.load import load


@dataclass(frozen=True, slots=True)
class SourceBreak:
    """A change in what a dataset covers: the first day not as before, the first whole again."""

    start: date
    end: date
    change: str

    @property
    def told(self) -> str:
        """When it was and what changed, in words."""
        if self.start == self.end:
            return f"on {self.start}: {self.change}"
        return f"from {self.start} to {self.end - timedelta(days=1)}: {self.change}"


def source_breaks(dataset: str) -> tuple[SourceBreak, ...]:
    """The changes known of a dataset of events, the first first.

    >>> [one.told for one in source_breaks("gdelt2")]
    ['on 2015-02-18: the event files of version 2.0 begin']
    """
    rows = [row for row in load("source_breaks", ("dataset", "start")) if row["dataset"] == dataset]
    day_of = date.fromisoformat
    found = [
        SourceBreak(day_of(row["start"]), day_of(row["end"] or row["start"]), row["change"])
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def breaks_in(data: Covered, span: Span) -> tuple[Break, ...]:
    """The changes known of the data, in weeks of a span; none of scores, whose makers know them."""
    if data.kind == SCORES:
        return ()
    return tuple(
        Break((one.start - span.first) / WEEK, (one.end - span.first) / WEEK, one.told)
        for one in source_breaks(data.name)
    )


def whole_days(subject: Subject) -> tuple[date, date]:
    """The first day of a subject's span, and the day after the last, on one side of every change.

    They are those round the occasion; none where it lies between the two sides.
    """
    span, data = subject.span, subject.data
    known = () if data.kind == SCORES else source_breaks(data.name)
    first = max([span.first, *(one.end for one in known if one.start < span.day)])
    until = min([span.until, *(one.start for one in known if one.start >= span.day)])
    return first, max(first, until)
