"""Alliances, disputes, votes and scores of pairs: both directions, spells, words, any order."""

from __future__ import annotations

import pytest

from dragoman.errors import StoreError
from dragoman.storing.store import open_store
from dragoman.storing.store_export import export

MIDB = (
    "dispnum3,dispnum4,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,"
    "sidea,hiact,hostlev,orig"
)
MIDA = "dispnum3,stday,stmon,styear,endday,endmon,endyear,hiact,hostlev,numa,numb"
MEMBERS = (
    "version4id,ccode,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,"
    "defense,neutrality,nonaggression,entente"
)
YEARLY = (
    "version4id,ccode1,state_name1,ccode2,state_name2,year,defense,neutrality,nonaggression,entente"
)


def test_disputants_of_opposite_sides_are_paired_in_both_directions(shelf):
    shelf.put(
        f"{MIDB}\n9,-9,PER,135,-9,7,1932,24,5,1933,1,20,5,1\n9,-9,COL,100,1,9,1932,24,5,1933,0,17,4,1\n"
    )
    assert shelf.rows("a, b, start::VARCHAR, highest_action", "disputes") == [
        ("COL", "PER", "1932-09-01", 17),
        ("PER", "COL", "1932-09-01", 20),
    ]


def test_disputants_that_were_in_at_different_times_are_no_pair(shelf):
    summary = shelf.put(
        f"{MIDB}\n9,-9,PER,135,1,7,1932,1,8,1932,1,20,5,1\n9,-9,COL,100,1,9,1932,24,5,1933,0,17,4,1\n"
        "9,-9,ECU,130,1,10,1932,24,5,1933,1,17,4,0\n"
    )
    assert shelf.rows("a, b", "disputes") == [("COL", "ECU"), ("ECU", "COL")]
    assert summary.total.rejected == 1


def test_minus_nine_is_missing(shelf):
    shelf.put(f"{MIDA}\n9,-9,7,1932,-9,5,1933,-9,5,1,1\n")
    assert shelf.rows('start::VARCHAR, "end"::VARCHAR, highest_action', "disputes") == [
        ("1932-07-01", "1933-05-31", None)
    ]


def test_members_of_an_alliance_are_paired_while_both_are_in(shelf):
    shelf.put(f"{MEMBERS}\n5,135,1,1,1950,,,,1,0,0,0\n5,155,1,6,1951,1,6,1960,1,0,0,0\n")
    assert shelf.rows('a, b, start::VARCHAR, "end"::VARCHAR, defense', "alliances") == [
        ("CHL", "PER", "1951-06-01", "1960-06-01", True),
        ("PER", "CHL", "1951-06-01", "1960-06-01", True),
    ]


def test_the_yearly_file_that_holds_one_direction_gives_both(shelf):
    summary = shelf.put(f"{YEARLY}\n5,135,Peru,155,Chile,1951,1,0,0,0\n")
    assert shelf.rows("a, b, year", "alliances") == [("CHL", "PER", 1951), ("PER", "CHL", 1951)]
    assert (summary.total.read, summary.total.kept) == (1, 1)


def test_atop_keeps_each_obligation(shelf):
    shelf.put("ccode1,ccode2,year,defense,offense,neutral,nonagg,consul\n135,155,1951,0,0,0,1,1\n")
    assert shelf.rows("a, b, defense, nonaggression, consultation", "alliances") == [
        ("PER", "CHL", False, True, True)
    ]


@pytest.mark.parametrize(
    ("number", "year", "state"),
    [(345, 2010, "SRB"), (345, 1990, "YUG"), (260, 1980, "DEU"), (265, 1980, "DDR"),
     (255, 1938, "DEU"), (365, 1980, "SUN"), (365, 1999, "RUS"), (678, 1980, "YEM"),
     (999, 1980, "COW999")],
)  # fmt: skip
def test_a_cow_number_means_the_state_of_that_year(shelf, number, year, state):
    shelf.put(f"{YEARLY}\n5,{number},A,155,Chile,{year},1,0,0,0\n")
    assert {row[0] for row in shelf.rows("a", "alliances")} == {state, "CHL"}


def test_namibias_code_is_no_missing_value_and_a_vote_is_a_word(shelf):
    summary = shelf.put(
        'rcid,country,country_code,vote\n3,Namibia,NA,yes\n3,"Peru",PE,abstain\n3,Chile,CL,2\n'
    )
    assert shelf.rows("voter, vote", "votes") == [("NAM", "yes"), ("PER", "abstain")]
    assert summary.total.rejected == 1


def test_the_roll_calls_own_file_has_the_dates(shelf):
    shelf.put(
        "rcid,session,importantvote,date,unres,short,descr\n3,1,0,1946-01-01,R/1,RULES,Made up\n"
    )
    assert shelf.rows("id, date::VARCHAR, subject", "votes") == [("3", "1946-01-01", "RULES")]


def test_a_date_of_r_data_is_a_number_of_days(shelf):
    summary = shelf.put("rcid,session,date\n9146,74,18249\n9147,74,soon\n9148,74,\n")
    assert shelf.rows("id, date::VARCHAR", "votes") == [("9146", "2019-12-19")]
    assert summary.total.rejected == 2


def test_a_pair_is_the_same_in_any_order_and_each_column_a_measure(shelf):
    shelf.put("date,a,b,w,calls\n2019-06-10,PER,CHL,-1.5,2\n20190611,BOL,CHL,3,0\n")
    assert shelf.rows("day::VARCHAR, a, b, measure, value", "scores") == [
        ("2019-06-10", "CHL", "PER", "calls", 2.0),
        ("2019-06-10", "CHL", "PER", "w", -1.5),
        ("2019-06-11", "BOL", "CHL", "calls", 0.0),
        ("2019-06-11", "BOL", "CHL", "w", 3.0),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2021-02-30,PER,CHL,1", "no such date"),
        ("2021-02-03,PER,PER,1", "both parties are PER"),
        ("2021-02-03,PER,CHL,nan", "no number: nan"),
        ("2021-02-03,PER,CHL,-inf", "no number: -inf"),
        ("2021-02-03,PER,,1", "a party is missing"),
        ("2021-02-03,PER,CHL,much", "no number"),
        ("2021-02-03,PER,CHL", "columns"),
    ],
)
def test_a_score_that_is_none_is_rejected(shelf, row, reason):
    shelf.put(f"date,a,b,w\n2021-02-03,PER,CHL,1\n{row}\n")
    assert len(shelf.rows("value", "scores")) == 1
    assert reason in shelf.rejected()[0]


def test_an_export_of_a_store_without_events_says_what_it_holds_instead(shelf, tmp_path):
    shelf.put("date,a,b,w\n2021-02-03,PER,CHL,1\n")
    out = tmp_path / "out.sqlite"
    with pytest.raises(StoreError, match=r"holds no events\. Name another dataset: dyads"):
        export(open_store(shelf.store), out)
    assert not out.exists()
    assert export(open_store(shelf.store), out, "dyads") == 1


def test_a_second_file_of_scores_goes_beside_the_first(shelf):
    shelf.put("date,a,b,w\n2021-02-03,PER,CHL,1\n", name="one.csv")
    shelf.put("date,a,b,w\n2021-02-03,PER,CHL,2\n", name="two.csv")
    assert shelf.rows("value", "scores") == [(1.0,), (2.0,)]
