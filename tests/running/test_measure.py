"""A pair is measured out of a store: what rose is found, what did not is not."""

from __future__ import annotations

import json
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import measure
from dragoman.cli import main
from dragoman.errors import MeasureError, StoreError
from dragoman.measuring.measured import Measured

STORES = ("scores", "events")
AT = "2021-12-15"


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


@cache
def measured(store: Path, first: str, second: str, **wishes: str) -> Measured:
    return measure(first, second, store, AT, **wishes).measured


def words(found: Measured) -> dict[str, str]:
    return {change.horizon.name: change.verdict for change in found.changes}


def test_a_rise_before_the_occasion_is_found_in_the_run_up(store):
    found = measured(store, "CHL", "ARG", against="PER")
    assert (found.verdict, found.headline.horizon.name) == ("clear", "run-up")
    assert words(found)["after 4"] == "not shown"
    assert [change.horizon.name for change in found.disagreeing]


def test_an_ordinary_pair_has_not_clearly_risen(store):
    assert measured(store, "BRA", "MEX").verdict != "clear"


def test_a_rise_after_the_occasion_waits_for_the_day_of_asking(scores):
    late = measured(scores, "BOL", "URY")
    assert (late.verdict, late.headline.horizon.name) == ("clear", "after 4")
    early = measured(scores, "BOL", "URY", as_of=AT)
    assert early.verdict == "not shown"
    assert words(early)["after 4"] == "cannot be told"
    assert all(point.day < AT for point in early.weeks)


def test_hostility_is_measured_by_its_own_classes_or_the_scores_turned(store):
    assert measured(store, "ARG", "PER", relation="hostility").verdict == "clear"
    assert measured(store, "ARG", "CHL", relation="hostility").verdict != "clear"


def test_both_turned_on_the_third_and_on_it_alone(store):
    legs = {leg.number: leg.is_met for leg in measured(store, "ARG", "CHL", against="PER").legs}
    assert (legs[1], legs[2], legs[3]) == (True, True, True)


def test_who_names_the_third_is_known_from_coded_events_alone(scores, events):
    told = measured(events, "ARG", "CHL", against="PER").named
    assert told is not None
    assert told.is_met
    assert told.own_word == dict(told.by_basis)["actor"] > 0
    assert measured(scores, "ARG", "CHL", against="PER").named is None


def test_the_triangle_has_its_three_sides(store):
    found = measured(store, "ARG", "CHL", against="PER")
    assert [edge.pair for edge in found.edges] == [("ARG", "CHL"), ("ARG", "PER"), ("CHL", "PER")]
    assert found.edges[1].hostility.own > found.edges[1].cooperation.own


def test_the_ladder_has_dated_evidence_or_says_that_none_is_found(events):
    rungs = {rung.name: rung for rung in measured(events, "ARG", "CHL").ladder}
    proof = rungs["repeated joint deeds"].proof
    assert proof is not None
    assert proof.day[:4] in ("2021", "2022")
    assert rungs["treaty in force"].note == "the store holds no alliances"


def test_a_store_of_scores_alone_says_that_it_knows_of_no_acts(scores):
    rungs = {rung.name: rung for rung in measured(scores, "ARG", "CHL").ladder}
    for name in ("talk", "declared support", "agreement", "repeated joint deeds"):
        assert rungs[name].note == "the store holds no events of that year"


def test_years_are_shares_of_the_worlds_news(scores):
    years = dict(measured(scores, "ARG", "CHL").years)
    assert years["2021"] > max(years[year] for year in ("2018", "2019", "2020"))


def test_counting_every_row_counts_no_less(events):
    once, each = (measured(events, "ARG", "CHL", by_row=is_each) for is_each in (False, True))
    assert sum(p.value for p in each.weeks) >= sum(p.value for p in once.weeks)


@pytest.mark.parametrize(
    ("first", "second", "wishes", "told"),
    [
        ("ARG", "XXX", {}, "'XXX' is the code of no state"),
        ("ARG", "SUN", {}, "SUN was no state in 2021"),
        ("ARG", "ARG", {}, "names a state twice"),
        ("ARG", "CHL", {"against": "ARG"}, "names a state twice"),
        ("ARG", "CHL", {"as_of": "2021-06-01"}, "had not come"),
        ("ARG", "CHL", {"as_of": "soon"}, "is no date"),
        ("ARG", "CHL", {"dataset": "icews"}, "not icews"),
        ("ARG", "NOR", {}, "has nothing of ARG and NOR in the weeks from 2"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_words(scores, first, second, wishes, told):
    with pytest.raises(MeasureError, match=told):
        measured(scores, first, second, **wishes)


@pytest.mark.parametrize("since", ["1999-01-01", "2031-01-01"])
def test_an_occasion_outside_of_the_data_is_refused(scores, since):
    with pytest.raises(MeasureError, match="covers"):
        measure("ARG", "CHL", scores, since)


def test_a_store_without_events_or_scores_is_said_to_be_so(tmp_path, scores):
    shutil.copy(scores / "store.json", tmp_path)
    (tmp_path / "commits").mkdir()
    with pytest.raises(MeasureError, match="no events and no scores"):
        measure("ARG", "CHL", tmp_path, AT)


def test_a_store_of_a_newer_version_is_not_measured(tmp_path, scores):
    copied = Path(shutil.copytree(scores, tmp_path / "store"))
    (copied / "store.json").write_text(json.dumps({"dragoman store": 99}))
    with pytest.raises(StoreError, match="newer version"):
        measure("ARG", "CHL", copied, AT)


def test_measuring_leaves_a_read_only_store_as_it_is(tmp_path, scores):
    copied = Path(shutil.copytree(scores, tmp_path / "store"))
    before = sorted((path, path.stat().st_mtime_ns) for path in copied.rglob("*"))
    copied.chmod(0o500)
    try:
        assert measured(copied, "ARG", "CHL").verdict == "clear"
    finally:
        copied.chmod(0o700)
    assert sorted((path, path.stat().st_mtime_ns) for path in copied.rglob("*")) == before


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_says_the_word_and_one_reason_first(store):
    done = run("measure", "ARG", "CHL", "--against", "PER", "--since", AT, "--store", store)
    assert done.exit_code == 0
    first = done.stdout.split("\n\n")[0].replace("\n", " ")
    assert first.startswith("CLEAR. The 26 weeks before it against the 26 before those")
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    for heading in ("HAS IT RAMPED UP?", "AGAINST PERU?", "HOW DEEP IT GOES"):
        assert heading in done.stdout


def test_as_json_the_command_gives_series_legs_and_ladder(store):
    done = run(
        "measure", "ARG", "CHL", "--against", "PER", "--since", AT, "--store", store, "--json"
    )
    told = json.loads(done.stdout)
    assert told["verdict"] == "clear"
    assert {one["name"] for one in told["series"]["answers"]} > {"level", "run-up", "after 4"}
    assert [leg["number"] for leg in told["legs"]["legs"]] == [1, 2, 3, 4, 5]
    assert len(told["ladder"]) == 7
    run_up = next(one for one in told["series"]["answers"] if one["name"] == "run-up")
    assert run_up["found"]["space"]["n"] > 0
    assert run_up["after"] == ["2021-06-16", "2021-12-14"]


@pytest.mark.parametrize(
    ("option", "value", "status"),
    [("--since", "soon", 2), ("--as-of", "2020-01-01", 1), ("--relation", "love", 2)],
)
def test_a_wrong_option_is_told_without_a_traceback(scores, option, value, status):
    options = {"--since": AT, "--store": scores, option: value}
    done = run("measure", "ARG", "CHL", *(word for pair in options.items() for word in pair))
    assert done.exit_code == status
    assert "Traceback" not in done.output


def test_the_series_turns_into_rows_one_a_week(scores):
    found = measure("ARG", "CHL", scores, AT, as_of="2022-01-12")
    rows = found.records()
    assert len(rows) == len(found.measured.weeks)
    assert set(rows[0]) == {"week", "value", "world", "per_mille"}


def test_the_page_and_the_picture_are_written_and_the_answer_printed(scores, tmp_path):
    pytest.importorskip("resvg_py")
    page, picture = tmp_path / "page.html", tmp_path / "series.png"
    done = run("measure", "ARG", "CHL", "--since", AT, "--store", scores, "--html", page,
               "--png", picture)  # fmt: skip
    assert done.exit_code == 0
    assert done.output.startswith("CLEAR.")
    assert "Argentina and Chile" in page.read_text(encoding="utf-8")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_the_library_for_pictures_the_page_is_written_and_the_remedy_told(
    scores, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    page, picture = tmp_path / "page.html", tmp_path / "series.png"
    done = run("measure", "ARG", "CHL", "--since", AT, "--store", scores, "--html", page,
               "--png", picture)  # fmt: skip
    assert done.exit_code == 1
    assert 'pip install "dragoman[charts]"' in done.output
    assert "CLEAR." in done.output
    assert page.exists()
    assert not picture.exists()


def test_the_levels_drawn_are_those_of_the_answer(store):
    found = measured(store, "ARG", "CHL").headline
    levels = found.levels
    assert levels.low < levels.after < levels.high
    assert levels.low > levels.before
    assert levels.band[1] < levels.after
    assert found.direction == "up"
    assert found.time.share == sum(one >= found.own for one in found.earlier) / len(found.earlier)
