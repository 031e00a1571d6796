"""Time expressions of a text: where each stands, its TIMEX3 value, and the days it spans.

    text ── words by class ── patterns ── readings, in order, each in the scene the one before left
                                          ── ranges ("Dec. 9–10", "since 2014")

Nothing is guessed from the clock: without a date of publication only explicit dates resolve.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.dates.order import TenseHint, is_history, read_in_order
from dragoman.coding.dates.patterns import find_patterns
from dragoman.coding.dates.periods import Period, day_of, month_of
from dragoman.coding.dates.ranges import Placed, joined
from dragoman.coding.dates.readings import Kind, Scene
from dragoman.coding.dates.words import Tokens

PUBLISHED = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the times of a text are measured from.

    `published` is the day, month or year of publication, `reference` a date named before the text
    begins, `narrative` whether it tells a past like a history; None lets the text show it.
    """

    published: Period | None = None
    reference: Period | None = None
    narrative: bool | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression at `start` to `end` of its text.

    `type`, `value` and `mod` are those of TIMEX3. `first` and `last` are the ISO days it spans,
    None where nothing says which; `precision` is one of day, week, month, season, quarter, year,
    decade, range. A range has the expressions it is made of as `parts`.
    """

    start: int
    end: int
    text: str
    type: Kind
    value: str
    mod: str = ""
    first: str | None = None
    last: str | None = None
    precision: str | None = None
    parts: tuple[DateExpression, ...] = ()


def anchor_of(published: str | None) -> Anchor:
    """The anchor of an article from its `published`: the day as written, in its own time zone.

    >>> anchor_of("2021-12-16T16:47:00+09:00").published.value
    '2021-12-16'
    >>> anchor_of("2017-01").published.value, anchor_of(None).published
    ('2017-01', None)
    """
    found = PUBLISHED.match(published or "")
    if not found:
        return Anchor()
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year and month and day:
            return Anchor(day_of(year, month, day))
        if year and month and 1 <= month <= 12:  # noqa: PLR2004 months in a year
            return Anchor(month_of(year, month))
    except ValueError:
        return Anchor()
    return Anchor(Period("year", year)) if year else Anchor()


def find_dates(
    text: str, anchor: Anchor, tense_hint: TenseHint | None = None
) -> list[DateExpression]:
    """The time expressions of a text, in order.

    Args:
        text: any text; offsets count its characters.
        anchor: what "Wednesday" and "last June" are measured from.
        tense_hint: gives the tense of the clause at an offset where a tree shows it, else None.

    >>> [one] = find_dates("They met in late August 2021.", anchor_of("2021-12-16"))
    >>> one.text, one.value, one.mod, one.first, one.last
    ('late August 2021', '2021-08', 'END', '2021-08-21', '2021-08-31')
    """
    found = find_patterns(text)
    if not found:
        return []
    tokens = found[0].tokens
    narrative = anchor.narrative
    if narrative is None:
        narrative = is_history(found, anchor.published)
    scene = Scene(anchor.published, anchor.reference, narrative)
    placed = read_in_order(found, scene, tense_hint)
    return [_expression(each, tokens) for each in joined(placed, tokens, anchor.published)]


def timexes(expressions: Sequence[DateExpression]) -> list[DateExpression]:
    """Expressions with each range replaced by its parts, as TIMEX3 marks them up.

    >>> found = find_dates("since 2014", anchor_of("2021-12-16"))
    >>> [each.text for each in found], [each.text for each in timexes(found)]
    (['since 2014'], ['2014'])
    """
    return [
        part for each in expressions for part in (timexes(each.parts) if each.parts else [each])
    ]


def _expression(placed: Placed, tokens: Tokens) -> DateExpression:
    reading, start, end = placed.reading, tokens.starts[placed.first], tokens.ends[placed.last - 1]
    return DateExpression(
        start,
        end,
        tokens.text[start:end],
        reading.kind,
        reading.value,
        reading.mod,
        reading.first.isoformat() if reading.first else None,
        reading.last.isoformat() if reading.last else None,
        reading.precision,
        tuple(_expression(part, tokens) for part in placed.parts),
    )
