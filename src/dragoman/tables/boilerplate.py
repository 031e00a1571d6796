"""Boilerplate: which lines of a page or dispatch are no news, and what they are instead.

Here rather than with the reader of pages or the parser, since both ask: a page's stored text is
made without such lines, and a text kept to the letter has them, and they are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.tables.load import load

LONGEST_LINE = 600
"""Characters above which a line is taken for news without a look at its words."""

_BULLET = re.compile(r"^[-–—•*·▪●◦]\s+(?=\w)")
_SHORTEST_CITY = 4
_FEWEST_IN_PROSE = 6
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][\w'’.-]*(?:[ /][A-Z][\w'’.-]*){{0,3}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)??)"
    rf"(?:[,.] ?(?P<date>{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)\b\.?)?"
    r"(?P<outlet>\s*(?:\([A-Z][^()]{1,40}\)|/[A-Z][\w -]{1,20}/\.?))?"
    r"\s*(?:(?P<dash>—|–|--|-(?=\s)|:(?=\s))\s*|(?<=[/)])\s+|(?<=/\.)\s+|(?<=\d{4}\.)\s+)(?=[\w“\"‘'])"
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """What a line is: `kind` and `scope` as the table boilerplate.csv has them."""

    name: str
    kind: str
    scope: str


def line_rule(line: str) -> LineRule | None:
    """The rule that a line falls under; None where it is news.

    >>> line_rule("Most viewed articles").kind, line_rule("By Ana Solis, Lima correspondent").kind
    ('skip', 'byline')
    >>> line_rule("By Monday, both armies had withdrawn.") is None
    True
    """
    if len(line) > LONGEST_LINE:
        return None
    pattern, rules = _rules()
    found = pattern.fullmatch(_BULLET.sub("", line.strip()))
    return rules[found.lastgroup or ""] if found else None


def dateline(paragraph: str) -> re.Match[str] | None:
    """The place, date and outlet that open a dispatch, as groups of a match; None without them.

    >>> dateline("LIMA, Dec. 3 (Andes News) — Peru and Chile met.")["date"]
    'Dec. 3'
    >>> dateline("LIMA, 3 May 2012. Peru and Chile met.")["date"]
    '3 May 2012'
    >>> dateline("Peru and Chile met - at last.") is None
    True
    """
    found = _DATELINE.match(paragraph)
    if found is None:
        return None
    place, date, outlet, dash = found.group("place", "date", "outlet", "dash")
    is_stopped = bool(date) and not (outlet or dash)
    if dash == ":" or is_stopped:  # "LIMA, 3 May 2012. Peru", but not "Lima, 3 May 2012. Peru"
        is_one = place.isupper() and bool(date or outlet)
    elif date or outlet:
        is_one = bool(date and (outlet or dash)) or paragraph[found.end()].isupper()
    else:  # a bare "LIMA — The", but neither "NATO — which" nor "US - China"
        is_place = place.isupper() and "." not in place and len(place) >= _SHORTEST_CITY
        is_one = is_place and not paragraph[found.end()].islower()
    return found if is_one else None


def kinds_of(lines: Iterable[str]) -> Iterator[str]:
    """For each line of a text in order: "news", or the kind of boilerplate it is.

    Lines below the heading of a list ("Related stories") belong to it, until one is a sentence.

    >>> list(kinds_of(["Peru left.", "Most read", "Why rain?", "Chile said that it would stay."]))
    ['news', 'skip', 'skip', 'news']
    """
    in_list = False
    for line in lines:
        rule = line_rule(line)
        if rule is None:
            in_list = in_list and not _is_prose(line)
        elif rule.kind != "caption":
            in_list = rule.scope == "list"
        kind = rule.kind if rule else "news"
        yield "skip" if in_list else kind


def _is_prose(line: str) -> bool:
    """Whether a line below a list's heading is a sentence again rather than an item."""
    is_ended = line.rstrip(" ”’\"')]").endswith((".", "!", "?", "…"))
    return is_ended and line.strip().count(" ") >= _FEWEST_IN_PROSE - 1


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, LineRule]]:
    rules = {}
    patterns = []
    for number, row in enumerate(load("boilerplate", ("name",))):
        rules[f"r{number}"] = LineRule(row["name"], row["kind"], row["scope"])
        patterns.append(f"(?P<r{number}>{row['pattern']})")
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL), rules
