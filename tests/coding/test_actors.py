"""Whom a phrase stands for when it stands alone."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.coding.actors.actors import ActorTables, load_actor_tables, resolve_phrase
from dragoman.coding.actors.names import atoms, build_index, find_names
from dragoman.coding.actors.offices import Office, choose
from dragoman.model.actors import Identity, Unresolved

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "actors.toml").read_text(encoding="utf-8")
)


@cache
def tables() -> ActorTables:
    return load_actor_tables()


def told(who: Identity | Unresolved) -> str:
    """Key, sectors, name and role in one line, or the reason why nobody is meant."""
    if isinstance(who, Unresolved):
        return who.reason
    what = ", ".join(part for part in (who.name, who.role) if part)
    return " ".join(part for part in (who.key, *who.sector, what) if part)


@pytest.mark.parametrize("case", CASES["phrase"], ids=lambda case: case["text"])
def test_a_phrase_stands_for_whom_the_tables_and_the_day_say(case):
    day = date.fromisoformat(case["day"]) if "day" in case else None
    assert told(resolve_phrase(case["text"], day, tables())).startswith(case["is"])


@given(st.text(max_size=40))
def test_any_text_resolves_or_says_why_not(text):
    assert isinstance(resolve_phrase(text, None, tables()), (Identity, Unresolved))


def test_the_users_rows_come_before_the_packages(tmp_path):
    rows = "code,id,home,sector,name,names,start,end\nIMG,GREEN_BAND,TCD,REB,Green Band,,,\n"
    (tmp_path / "groups.csv").write_text(rows, encoding="utf-8")
    who = resolve_phrase("Green Band fighters", None, load_actor_tables(tmp_path))
    assert who == Identity("IMG", "GREEN_BAND", ("REB",), "Green Band", None)


def test_every_code_of_a_table_is_a_state_or_a_kind_of_body():
    kinds = {"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"}
    for atom in tables().index.openings:
        for entry in tables().index.entries(atom):
            for who in entry.payload.identities:
                assert who.code in kinds or (len(who.code) == 3 and who.code.isupper())
                assert who.id or who.code not in kinds - {"UNO", "EUR"}


def test_the_longest_name_counts():
    index = build_index([("South Korea", "KOR"), ("Korea", "?"), ("South", "place")])
    assert [m.payloads for m in find_names(index, ["South", "Korea", "and", "Korea"])] == [
        ("KOR",),
        ("?",),
    ]


def test_an_abbreviation_is_found_only_in_capitals():
    index = build_index([("US", "USA"), ("WHO", "WHO")])
    assert find_names(index, ["who", "told", "us"]) == []
    assert [m.first for m in find_names(index, ["the", "U.S.", "and", "the", "WHO"])] == [1, 4]


def test_a_headline_in_capitals_does_not_make_a_word_an_abbreviation():
    index = build_index([("US", "USA"), ("Iran", "IRN")])
    found = find_names(index, ["IRAN", "ASKS", "US", "TO", "WAIT"])
    assert [m.payloads for m in found] == [("IRN",)]


@pytest.mark.parametrize("word", ["Erdoğan", "ERDOGAN", "Erdogan"])
def test_accents_and_case_do_not_hide_a_name(word):
    index = build_index([("Erdoğan", "TUR")])
    assert find_names(index, [word])


@given(st.lists(st.text(max_size=12), max_size=12))
@example(["NO:EU"])
def test_matches_stay_in_the_text_and_in_order_where_one_word_may_hold_two(words):
    last = 0
    for match in find_names(tables().index, words):
        assert last <= match.first <= match.last < len(words)
        last = match.last


@given(st.text(max_size=30))
def test_atoms_hold_no_blank_and_no_hyphen(word):
    assert all(part and not set(part) & set(" -–'’/") for part in atoms(word))


OFFICES = [
    Office("AAA", "president", ("GOV",), "Old", "2000-01-01", "2004-01-01"),
    Office("AAA", "president", ("GOV",), "New", "2004-01-01", ""),
    Office("AAA", "foreign minister", ("GOV",), "New", "2000-01-01", "2002-01-01"),
]


@pytest.mark.parametrize(
    ("day", "role", "name"),
    [
        ("2003-05-05", "president", "Old"),
        ("2005-05-05", "president", "New"),
        ("1990-05-05", "president", "Old"),
        ("2003-05-05", "foreign minister", "New"),
        (None, "president", "New"),
    ],
)
def test_who_is_meant_depends_on_the_day_and_the_title(day, role, name):
    at = date.fromisoformat(day) if day else None
    assert choose(OFFICES, at, role=role).name == name
