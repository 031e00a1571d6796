"""Lines of a page are told from lines of news."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dragoman.tables.boilerplate import dateline, line_rule

CASES = Path(__file__).parents[1] / "cases"
LINES = [
    (line, kind)
    for kind, lines in tomllib.loads((CASES / "boilerplate.toml").read_text(encoding="utf-8"))[
        "lines"
    ].items()
    for line in lines
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_a_line_is_what_a_reader_takes_it_for(line, kind):
    rule = line_rule(line)
    assert (rule.kind if rule else "news") == kind


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("LIMA, 3 May 2012. Peru and Chile met.", "LIMA", "3 May 2012"),
        ("QUITO, Dec. 15 (Andes News) — Peru left.", "QUITO", "Dec. 15"),
        ("QUITO (AP) -- Peru left.", "QUITO", None),
        ("MOSCOW, December 15. /TASS/. Peru left.", "MOSCOW", "December 15"),
        ("Kuala Lumpur, 5 March 2011 (Bernama) - Peru left.", "Kuala Lumpur", "5 March 2011"),
        ("LIMA, PERU, Dec. 3, 2020 — Nobody came.", "LIMA, PERU", "Dec. 3, 2020"),
        ("LIMA — Nobody came.", "LIMA", None),
    ],
)
def test_a_dateline_is_found_with_its_place_and_date(line, place, date):
    found = dateline(line)
    assert found is not None
    assert (found["place"], found["date"]) == (place, date)


@pytest.mark.parametrize(
    "line",
    [
        "Lima, 3 May 2012. Peru and Chile met.",
        "NATO — which met — agreed.",
        "US - China talks",
        "Mr. Xi (left) spoke.",
        "Peru left.",
        "A",
        "",
    ],
)
def test_other_openings_are_no_datelines(line):
    assert dateline(line) is None
