"""The tables of office holders: well-formed rows, terms that do not clash, known holders."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from dragoman.tables.load import Row, cells, load

REGIONS = ("africa", "americas", "asia", "europe", "middle_east", "organisations")
KEY = ("code", "role", "name", "start")
COLUMNS = ["code", "role", "sector", "name", "aliases", "start", "end", "source"]
SECTORS = {
    "GOV",
    "MIL",
    "LEG",
    "JUD",
    "SPY",
    "OPP",
    "PTY",
    "REB",
    "PRE",
    "PRM",
    "REL",
    "BUS",
    "ELI",
    "CVL",
}
# Offices with one holder at a time; a collective presidency or a council goes by other words.
SINGLE = {
    "chancellor",
    "defence minister",
    "defence secretary",
    "defense secretary",
    "emir",
    "foreign minister",
    "foreign secretary",
    "king",
    "premier",
    "president",
    "prime minister",
    "secretary of state",
    "secretary-general",
    "sultan",
    "supreme leader",
}
CASES = Path(__file__).parent.parent / "cases" / "offices.toml"
ROWS = [row for region in REGIONS for row in load(f"offices_{region}", KEY)]


def term(row: Row) -> tuple[date, date]:
    """First day in office and first day out of it."""
    end = date.fromisoformat(row["end"]) if row["end"] else date.max
    return date.fromisoformat(row["start"]), end


def overlap(one: Row, other: Row) -> bool:
    """Whether both hold on some day; a day of handover belongs to the second alone."""
    (start, end), (later_start, later_end) = term(one), term(other)
    return start < later_end and later_start < end


def grouped(*columns: str) -> list[list[Row]]:
    """The rows that agree in these columns, each group in order of start."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in ROWS:
        groups[tuple(row[column] for column in columns)].append(row)
    return [sorted(group, key=lambda row: row["start"]) for group in groups.values()]


def holders(code: str, role: str, day: str) -> list[str]:
    when = date.fromisoformat(day)
    return [
        row["name"]
        for row in ROWS
        if (row["code"], row["role"]) == (code, role) and term(row)[0] <= when < term(row)[1]
    ]


def known_codes() -> set[str]:
    states = {row["code"] for row in load("states", ("code",))}
    organisations = {row["id"] or row["code"] for row in load("organisations", ("name",))}
    groups = {row["id"] or row["code"] for row in load("groups", ("code", "id", "name"))}
    return states | organisations | groups


def test_every_row_has_the_columns_of_the_table():
    assert all(list(row) == COLUMNS for row in ROWS)


def test_code_role_name_and_start_tell_rows_apart_across_regions():
    assert len({tuple(row[column] for column in KEY) for row in ROWS}) == len(ROWS)


def test_every_term_starts_before_it_ends():
    assert [row for row in ROWS if not term(row)[0] < term(row)[1]] == []


def test_every_row_names_a_person_a_role_and_a_source():
    assert all(row["name"] and row["role"] and row["source"] for row in ROWS)


def test_every_code_is_a_state_an_organisation_or_a_group():
    assert sorted({row["code"] for row in ROWS} - known_codes()) == []


def test_every_sector_is_one_of_the_codebook():
    used = {sector for row in ROWS for sector in cells(row["sector"])}
    assert used == SECTORS


def test_no_alias_repeats_the_name_or_another_alias():
    repeated = [
        row["name"]
        for row in ROWS
        if len({row["name"], *cells(row["aliases"])}) != 1 + len(cells(row["aliases"]))
    ]
    assert repeated == []


def test_no_holder_goes_by_the_name_of_a_state_or_its_capital():
    states = load("states", ("code",))
    places = {name for row in states for name in (row["name"], *cells(row["capital"]))}
    called = {name for row in ROWS for name in (row["name"], *cells(row["aliases"]))}
    assert called & places == set()


def test_no_person_holds_the_same_office_twice_at_once():
    clashes = [
        (one["code"], one["role"], one["name"])
        for group in grouped("code", "role", "name")
        for one, other in pairwise(group)
        if overlap(one, other)
    ]
    assert clashes == []


def test_an_office_for_one_has_one_holder_on_any_day():
    clashes = [
        (one["code"], one["role"], one["name"], other["name"])
        for group in grouped("code", "role")
        if group[0]["role"] in SINGLE
        for one, other in combinations(group, 2)
        if overlap(one, other)
    ]
    assert clashes == []


def test_every_member_state_has_a_leader_in_the_2020s():
    led = {row["code"] for row in ROWS if term(row)[1] > date(2020, 1, 1)}
    # The rest of the table of states: historic states and territories without leaders of their own.
    leaderless = {row["code"] for row in load("states", ("code",)) if not row["end"]} - led
    assert leaderless <= {"ESH"}


@pytest.mark.parametrize(
    "case",
    tomllib.loads(CASES.read_text(encoding="utf-8"))["case"],
    ids=lambda case: f"{case['code']} {case['role']} {case['day']}",
)
def test_the_office_was_held_by(case: dict[str, str]):
    assert holders(case["code"], case["role"], case["day"]) == [case["expect"]] * bool(
        case["expect"]
    )
