"""Joins expressions into ranges: "Dec. 9–10", "between March and May 2019", "since 2014"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.coding.dates.patterns import Found
from dragoman.coding.dates.periods import Period
from dragoman.coding.dates.readings import Reading, of_days
from dragoman.coding.dates.words import Tokens, vocabulary

HAS_MONTH = frozenset({"calendar_day", "month_of_year", "month", "season"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading at words `first` up to `last` (exclusive); `parts` are those a range is made of."""

    first: int
    last: int
    reading: Reading
    meaning: str
    parts: tuple[Placed, ...] = ()


def lent_year(found: Found, after: Found | None) -> int | None:
    """The year that the other end of a range lends: to March in "between March and May 2019"."""
    if after is None or "year" not in after or "unit" in found:
        return None
    is_bare_bc = found.meaning == "bare_bc_year" and "era" in after
    if not is_bare_bc and ("year" in found or not {found.meaning, after.meaning} <= HAS_MONTH):
        return None
    gap = range(found.last, after.prefixes[-1].first if after.prefixes else after.first)
    if len(gap) != 1 or found.tokens.classes[gap[0]] not in _links() + _classes("and", "or"):
        return None
    year = 1 - after.number("year") if "era" in after else after.number("year")
    is_later = "month" in found and found.number("month") > after.number("month")
    return year - 1 if is_later else year


def joined(placed: list[Placed], tokens: Tokens, now: Period | None) -> list[Placed]:
    """Expressions with those that belong together made one.

    Two with "to" or a dash between them, or "and" after "between"; one after "since" runs to `now`.
    """
    out: list[Placed] = []
    for each in placed:
        if out and _belong(out[-1], each, tokens):
            out[-1] = _range(out[-1], each)
        else:
            out.append(each)
    return [_since(each, tokens, now) for each in out]


@cache
def _classes(*names: str) -> str:
    return "".join(vocabulary().characters[name] for name in names)


def _links() -> str:
    return _classes("dash", "to", "through")


def _belong(one: Placed, two: Placed, tokens: Tokens) -> bool:
    a, b = one.reading, two.reading
    if one.parts or two.parts or a.first is None or b.last is None or a.first > b.last:
        return False
    if a.kind != "DATE" or b.kind != "DATE" or a.period is None or b.period is None:
        return False
    between = tokens.classes[one.last : two.first]
    if len(between) != 1:
        return False
    if between in _links() or tokens.word(one.last).lower() in ("until", "till"):
        return True
    before = tokens.classes[one.first - 1 : one.first] if one.first else ""
    is_pair_of_days = one.meaning == two.meaning == "days"
    return between in _classes("and") and (before == _classes("between") or is_pair_of_days)


def _range(one: Placed, two: Placed) -> Placed:
    value = f"{one.reading.value}/{two.reading.value}"
    whole = of_days(Reading("DATE", value), one.reading.first, two.reading.last)
    return Placed(one.first, two.last, whole, "range", (one, two))


def _since(each: Placed, tokens: Tokens, now: Period | None) -> Placed:
    first, reading = each.first, each.reading
    if first and tokens.classes[first - 1] == _classes("the"):
        first -= 1
    if not first or tokens.classes[first - 1] != _classes("since") or reading.period is None:
        return each
    if now is None or now.last is None or reading.first is None or reading.first > now.last:
        return each
    whole = of_days(Reading("DATE", f"{reading.value}/{now.value}"), reading.first, now.last)
    return Placed(first - 1, each.last, whole, "since", each.parts or (each,))
