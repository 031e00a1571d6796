"""Votes of the General Assembly stand beside an answer as slow context, and never change it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import Article, ask, measure
from dragoman.cli import main
from dragoman.reporting.measurement import Measurement
from dragoman.running.imports import import_files

AT = "2021-12-15"
CODES = {"Argentina": "AR", "Chile": "CL", "Peru": "PE"}
HEADING = "HOW THEY VOTE IN THE GENERAL ASSEMBLY"


def made_votes(folder: Path, *, is_dated: bool = True) -> list[Path]:
    """Roll calls of 2014 to 2019 and three of 2020: Peru leaves the other two from 2017 on."""
    calls, votes = ["rcid,session,date,short"], ["rcid,country,country_code,vote"]
    number = 0
    for year in range(2014, 2021):
        for nth in range(3 if year == 2020 else 20):
            number += 1
            calls.append(f"{number},{year - 1945},{date(year, 12, 1 + nth)},made up")
            leaves = year >= 2017 and nth < 4 * (year - 2015)
            cast = ("yes", "yes", "no" if leaves else "yes")
            for (country, code), vote in zip(CODES.items(), cast, strict=True):
                votes.append(f"{number},{country},{code},{vote}")
        votes.append(f"{number - 1},Bolivia,BO,no")
    (folder / "votes.csv").write_text("\n".join(votes) + "\n")
    (folder / "calls.csv").write_text("\n".join(calls) + "\n")
    return [folder / "votes.csv", *([folder / "calls.csv"] if is_dated else [])]


def with_votes(scores: Path, folder: Path, *, is_dated: bool = True) -> Path:
    store = Path(shutil.copytree(scores, folder / "store"))
    import_files(made_votes(folder, is_dated=is_dated), store)
    return store


@pytest.fixture(scope="module")
def store(scores: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_votes(scores, tmp_path_factory.mktemp("votes"))


@pytest.fixture(scope="module")
def found(store: Path) -> Measurement:
    return measure("ARG", "CHL", store, AT, against="PER")


def told(measurement: Measurement) -> str:
    return " ".join(str(measurement).split(HEADING)[1].split())


def test_the_last_whole_year_known_is_told_and_none_after_it(found):
    assert [year.year for year in found.measured.votes.years] == [*range(2014, 2020)]
    assert "the votes known end on 3 December 2020" in told(found)
    assert "2019, 20 roll calls: agreement S of Argentina and Chile +1.00" in told(found)
    assert "2021" not in told(found).split("WHAT WOULD CHANGE")[0]


def test_the_share_opposed_to_the_third_is_told_with_who_moved(found):
    assert (
        "Argentina and Chile voted alike and Peru the opposite in 80% of them, in 2016 in 0%"
        in (told(found))
    )
    assert "most of the rise is Peru moving, not the two drawing closer" in told(found)


def test_without_a_third_the_pair_alone_is_told(store):
    words = told(measure("ARG", "CHL", store, AT))
    assert "Since 2016 S of Argentina and Chile moved by +0.00." in words
    assert "Peru" not in words


def test_the_verdict_is_the_same_with_votes_and_without(found, scores):
    bare = measure("ARG", "CHL", scores, AT, against="PER").measured
    assert bare.votes is None
    assert (bare.changes, bare.legs, bare.verdict) == (
        found.measured.changes, found.measured.legs, found.measured.verdict,
    )  # fmt: skip


def test_a_store_without_votes_says_nothing_of_them(scores):
    bare = measure("ARG", "CHL", scores, AT)
    assert HEADING not in str(bare)
    assert bare.record()["votes"] is None
    assert "m-votes" not in bare.to_html()


def test_votes_of_a_year_that_is_not_over_on_the_day_of_asking_are_not_used(store):
    early = measure("ARG", "CHL", store, "2019-12-18", as_of="2019-12-31").measured.votes
    assert early.latest.year == 2018


def test_votes_whose_days_are_not_known_are_said_to_be_so(scores, tmp_path):
    words = told(measure("ARG", "CHL", with_votes(scores, tmp_path, is_dated=False), AT))
    assert "no roll call known has a date" in words
    assert "There is no year in which Argentina and Chile voted on ten roll calls" in words


def test_a_state_that_cast_no_votes_has_no_years(store):
    assert measure("ARG", "BRA", store, AT).measured.votes.years == ()


def test_the_page_and_the_record_have_the_votes_too(found):
    page = found.to_html()
    assert 'id="m-votes"' in page
    assert 'href="#m-votes"' in page
    record = found.record()["votes"]
    assert record["states"] == ["ARG", "CHL", "PER"]
    assert record["years"][-1]["opposed"] == 0.8
    assert record["last_day"] == "2020-12-03"
    assert record["told"][0].startswith("Slow context")


def test_the_command_gives_them_as_json(store):
    done = CliRunner().invoke(
        main, ["measure", "ARG", "CHL", "--since", AT, "--store", str(store), "--json"]
    )
    assert json.loads(done.stdout)["votes"]["years"][0]["pair"] == {"s": 1.0, "kappa": None}


def test_an_answer_to_a_question_has_the_votes_beside_its_series(store):
    article = Article("a1", "Argentina thanked Chile on Monday.", published="2021-12-20")
    question = "Are Argentina and Chile moving closer against Peru since 15 December 2021?"
    given = ask(question, article, store=store)
    assert given.record()["votes"]["states"] == ["ARG", "CHL", "PER"]
    assert HEADING in str(given)
