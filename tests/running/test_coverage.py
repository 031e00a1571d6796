"""A window across a known break in a source's coverage is refused in words, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from dragoman import Article, ask, dyads, measure
from dragoman.cli import main
from dragoman.errors import MeasureError
from dragoman.importing.layouts import datasets, layouts
from dragoman.measuring.measured import Measured
from dragoman.running.coverage import source_breaks
from dragoman.running.imports import import_files
from dragoman.storing.store import open_store
from dragoman.storing.store_check import check
from dragoman.tables.load import load

BREAK = date(2013, 4, 1)
PAIRS = tuple(combinations(("ARG", "BOL", "BRA", "CHL", "COL", "ECU", "MEX", "PER", "URY"), 2))
COLUMNS = {layout.name: layout.columns for layout in layouts()}
CODES = ("040", "057", "061", "112", "173")


def made(first: date, until: date, layout: str) -> Iterator[str]:
    """Events of all pairs in every week, in one of the two forms of GDELT 1.0."""
    draw = np.random.default_rng(first.toordinal())
    names = COLUMNS[layout]
    for day in map(date.fromordinal, range(first.toordinal(), until.toordinal(), 4)):
        for at in np.flatnonzero(draw.random(len(PAIRS) * len(CODES)) < 0.5).tolist():
            pair, code = PAIRS[at // len(CODES)], CODES[at % len(CODES)]
            row = {
                "globaleventid": f"{day:%Y%m%d}{at:03d}",
                "sqldate": f"{day:%Y%m%d}",
                "actor1countrycode": pair[0],
                "actor2countrycode": pair[1],
                "eventcode": code,
                "eventrootcode": code[:2],
                "dateadded": f"{day:%Y%m%d}",
            }
            yield "\t".join(row.get(name, "") for name in names) + "\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of GDELT 1.0 from mid-2010 on, whose form changes as it did."""
    folder = tmp_path_factory.mktemp("breaks")
    old, new = folder / "201006.csv", folder / "20130401.export.CSV"
    old.write_text("".join(made(date(2010, 6, 1), BREAK, "gdelt1-57")), encoding="utf-8")
    new.write_text("".join(made(BREAK, date(2015, 2, 1), "gdelt1-58")), encoding="utf-8")
    import_files([old, new], folder / "store")
    return folder / "store"


@cache
def measured(store: Path, since: str, **wishes: str) -> Measured:
    return measure("ARG", "CHL", store, since, **wishes).measured


def refused(found: Measured) -> dict[str, str]:
    return {one.horizon.name: one.refusal for one in found.changes if one.refusal}


def test_a_window_across_the_break_is_refused_with_its_day_and_what_changed(store):
    found = measured(store, "2013-06-12")
    assert found.verdict == "cannot be told"
    assert set(refused(found)) == {"level", "run-up", "season", "after 4", "after 8"}
    for refusal in refused(found).values():
        assert "coverage breaks inside the weeks compared, on 2013-04-01: daily files" in refusal


def test_the_answers_whose_weeks_lie_on_one_side_are_given(store):
    assert set(refused(measured(store, "2014-06-11"))) == {"level", "season"}
    before = measured(store, BREAK.isoformat())
    assert set(refused(before)) == {"after 4", "after 8"}
    assert before.verdict != "cannot be told"


def test_the_command_says_what_is_refused_and_what_would_help(store):
    told = CliRunner().invoke(
        main,
        ["measure", "ARG", "CHL", "--since", "2013-06-12", "--store", str(store)],
    )
    assert told.exit_code == 0
    words = " ".join(told.output.split())
    assert words.startswith("CANNOT BE TOLD. The source's coverage breaks inside the weeks")
    assert "Another day, or data that have all weeks compared" in words


def test_an_answer_to_a_question_says_so_too(store):
    article = Article("a1", "Argentina thanked Chile on Monday.", published="2013-06-14")
    given = ask(
        "Has cooperation between Argentina and Chile ramped up since 2013-06-12?",
        article,
        store=store,
    )
    assert given.assessment.verdict == "cannot be told"
    assert "coverage breaks" in json.dumps(given.record())


def test_the_pairs_that_moved_most_over_a_break_are_not_ranked(store):
    with pytest.raises(MeasureError, match="coverage breaks inside the weeks compared") as refusal:
        dyads(store, "2013-06-12")
    assert "--dataset" in refusal.value.remedy
    assert len(dyads(store, "2014-06-11", most=3)) == 3


def test_acts_in_answer_to_a_third_are_looked_for_on_one_side_alone(store):
    early, late = (
        measure("PER", "URY", store, day, against="ARG").measured.legs[4]
        for day in ("2013-06-12", "2014-12-03")
    )
    assert early.is_met is None
    days = len(range(BREAK.toordinal(), date(2015, 1, 28).toordinal(), 4))
    assert days / 2 < late.found.acts <= days


def test_a_refusal_leaves_the_store_as_it_was(store):
    measured(store, "2013-06-12")
    assert check(open_store(store)) == ()


def test_every_break_is_of_a_dataset_of_events_and_ends_after_it_starts():
    for row in load("source_breaks", ("dataset", "start")):
        assert datasets()[row["dataset"]].kind == "events"
        assert all(one.start <= one.end for one in source_breaks(row["dataset"]))


def test_the_pause_of_icews_is_told_with_both_its_days():
    [pause] = source_breaks("icews")
    assert pause.told.startswith("from 2019-03-26 to 2020-12-31: updates paused")
    assert pause.end - pause.start > timedelta(days=600)


def test_a_dataset_of_which_no_break_is_known_has_none():
    assert source_breaks("events") == ()
