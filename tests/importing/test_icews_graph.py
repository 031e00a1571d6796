"""ICEWS as sets for knowledge graphs: names of events and of parties in place of codes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest

from dragoman import dyads, measure
from dragoman.tables.load import load

HEADER = "set,split,date,source,relation,target"
DAY = "MADE,train,2021-03-04"


@pytest.fixture
def kept(shelf):
    def rows(columns: str, *lines: str) -> list[tuple[object, ...]]:
        shelf.put("\n".join([HEADER, *(f"{DAY},{line}" for line in lines)]) + "\n")
        return shelf.rows(columns)

    return rows


@pytest.mark.parametrize("header", [HEADER, "date,source,relation,target"])
def test_the_form_is_told_by_its_header(shelf, header):
    row = ",".join(["2021-03-04", "Peru", "Consult", "Chile"])
    before = "MADE,train," if header == HEADER else ""
    summary = shelf.put(f"{header}\n{before}{row}\n")
    assert list(summary.counts) == ["icews-graph"]
    assert shelf.rows("day::VARCHAR, a, b, class") == [("2021-03-04", "PER", "CHL", "talk")]


def test_a_party_is_of_the_state_in_brackets_behind_it_and_a_person_of_none(kept):
    assert kept(
        "a, b, source, target",
        "Police (Peru),Consult,Chile",
        "Some Person,Consult,Foreign Affairs (Russia)",
        "Business (Africa),Consult,Foreign Minister (Acting) (South Korea)",
    ) == [
        ("PER", "CHL", "Police (Peru)", "Chile"),
        (None, "KOR", "Business (Africa)", "Foreign Minister (Acting) (South Korea)"),
        (None, "RUS", "Some Person", "Foreign Affairs (Russia)"),
    ]


@pytest.mark.parametrize(
    ("name", "code", "type_", "class_"),
    [
        ("Make statement", "01", None, "talk"),
        ("Express intent to provide military aid", "03", "AGREE", "commitment"),
        ("Express intent to meet or negotiate", "036", "AGREE", "talk"),
        ("Sign formal agreement", "057", "SUPPORT", "commitment"),
        ('"Ease economic sanctions, boycott, embargo"', "085", "RETREAT", "deeds"),
        ("Ease administrative sanctions", "08", "CONCEDE", "commitment"),
        ('"Demonstrate military or police power"', "15", "MOBILIZE", "hostile acts"),
        ("Demonstrate or rally", "14", "PROTEST", "hostile acts"),
        ("fight with artillery and tanks", "19", "ASSAULT", "hostile acts"),
    ],
)
def test_the_longest_words_that_an_events_name_opens_with_give_its_code(
    kept, name, code, type_, class_
):
    assert kept("code, type, class", f"Peru,{name},Chile") == [(code, type_, class_)]


def test_an_events_name_that_no_codebook_has_is_rejected(shelf):
    shelf.put(f"{HEADER}\n{DAY},Peru,Consult,Chile\n{DAY},Peru,Dance with,Chile\n")
    assert shelf.rejected() == ["rows.csv,3,no name of a CAMEO event: Dance with"]


@pytest.mark.parametrize("day", ["2021-02-30", "00000000", ""])
def test_a_day_that_is_none_is_rejected(shelf, day):
    shelf.put(f"{HEADER}\n{DAY},Peru,Consult,Chile\nMADE,train,{day},Peru,Consult,Chile\n")
    assert [line.split(",")[1] for line in shelf.rejected()] == ["3"]


def test_repeats_stay_as_further_reports_and_the_same_file_changes_nothing(shelf):
    text = f"{HEADER}\n" + f"{DAY},Peru,Consult,Chile\n" * 3
    assert shelf.put(text).total.kept == 3
    again = shelf.put(text)
    assert (again.files, again.known) == (0, 1)


def test_every_word_of_the_table_gives_a_code_of_the_crosswalk():
    prefixes = tuple(row["prefix"] for row in load("crosswalk_cameo", ("prefix",)))
    rows = load("cameo_words", ("words",))
    assert [row for row in rows if not row["code"].startswith(prefixes)] == []
    assert [row["words"] for row in rows if row["words"] != row["words"].lower()] == []


def test_a_pair_can_be_measured_from_such_a_set(shelf):
    draw = np.random.default_rng(2)
    names = ("Peru", "Chile", "Bolivia", "Brazil", "Mexico", "Colombia", "Ecuador", "Uruguay")
    acts = ("Sign formal agreement", "Provide aid", "Accuse", "Consult")
    lines = [HEADER]
    for number in range(0, 40 * 7, 2):
        day = date(2021, 1, 1) + timedelta(days=number)
        for one, other in combinations(names, 2):
            lines += [
                f"MADE,train,{day},{one},{act},{other}" for act in acts if draw.random() < 0.3
            ]
    shelf.put("\n".join(lines) + "\n")
    found = measure("PER", "CHL", shelf.store, "2021-08-04").measured
    words = {change.horizon.name: change.verdict for change in found.changes}
    assert found.dataset == "icews-graph"
    assert words["level"] == "cannot be told"
    assert words["after 4"] in ("clear", "possible", "not shown")
    assert len(dyads(shelf.store, "2021-08-04", most=2)) == 2
