"""Summaries beside a store give what its events do, and are made anew when these change."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from dragoman.running.imports import import_files
from dragoman.storing.counts import act_days, acts_among, covered, occasions
from dragoman.storing.dyads import DyadWeeks, dyad_weeks
from dragoman.storing.store import open_store
from dragoman.storing.store_check import check

CLASSES = ("deeds", "hostile acts", "talk")
SINGLY = [[name] for name in CLASSES]
TITLES = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
)
PERU_CHILE = [("CHL", "PER")]
MAY, JULY = date(2019, 5, 1), date(2019, 7, 1)


def made(folder: Path, name: str, *rows: tuple[int, str, str]) -> Path:
    lines = (
        f"{id_}\t{day}\tA\t\tPeru\tAct\t{code}\t1\tB\t\tChile\t{id_}\t1\tX\t\t\t\tPeru\t\t\n"
        for id_, day, code in rows
    )
    path = folder / name
    path.write_text(TITLES + "".join(lines))
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    rows = [(1, "2019-06-03", "040"), (2, "2019-06-03", "042"), (3, "2018-06-04", "190")]
    import_files([made(tmp_path, "one.tab", *rows)], tmp_path / "store")
    return tmp_path / "store"


def counted(store: Path, **options: bool) -> list[tuple[str, int, float]]:
    found = dyad_weeks(open_store(store), (date(2018, 6, 4), 60), SINGLY, ["icews"], **options)
    return rows_of(found)


def rows_of(found: DyadWeeks) -> list[tuple[str, int, float]]:
    places = np.argwhere(found.counts).tolist()
    return sorted((CLASSES[at], week, found.counts[pair, at, week]) for pair, at, week in places)


def test_an_act_told_twice_on_a_day_counts_once_however_it_is_summed(store):
    assert counted(store) == [("hostile acts", 0, 1.0), ("talk", 52, 1.0)]
    assert counted(store, by_row=True) == [("hostile acts", 0, 1.0), ("talk", 52, 2.0)]


def test_pairs_without_an_event_in_the_weeks_asked_for_are_left_out(store):
    weeks = date(2019, 5, 27), 2
    assert dyad_weeks(open_store(store), weeks, [["talk"]]).pairs == (("CHL", "PER"),)
    assert dyad_weeks(open_store(store), weeks, [["deeds"]]).pairs == ()
    assert dyad_weeks(open_store(store), (date(2019, 6, 10), 2), [["talk"]]).counts.shape == (
        0,
        1,
        2,
    )


def test_a_pair_with_events_before_and_after_some_weeks_has_those_between(tmp_path):
    rows = [(n, day, "040") for n, day in enumerate(("2019-01-07", "2019-06-03", "2019-12-02"))]
    import_files([made(tmp_path, "one.tab", *rows)], tmp_path / "store")
    opened = open_store(tmp_path / "store")
    assert rows_of(dyad_weeks(opened, (date(2019, 6, 3), 1), SINGLY)) == [("talk", 0, 1.0)]
    assert dyad_weeks(opened, (date(2019, 6, 4), 1), SINGLY).pairs == ()


def test_classes_of_a_group_are_added_up(store):
    weeks = date(2018, 6, 4), 60
    found = dyad_weeks(open_store(store), weeks, [["deeds"], ["talk", "hostile acts"]])
    assert np.argwhere(found.counts).tolist() == [[0, 1, 0], [0, 1, 52]]


def test_a_week_across_new_year_has_the_days_of_both_years(tmp_path):
    rows = [(1, "2018-12-31", "040"), (2, "2019-01-01", "040"), (3, "2019-01-06", "190")]
    import_files([made(tmp_path, "one.tab", *rows)], tmp_path / "store")
    found = dyad_weeks(open_store(tmp_path / "store"), (date(2018, 12, 31), 1), SINGLY, ["icews"])
    assert rows_of(found) == [("hostile acts", 0, 1.0), ("talk", 0, 2.0)]


def test_a_summary_is_made_once_and_again_when_more_events_come(store, tmp_path):
    counted(store)
    before = {path: path.stat().st_mtime_ns for path in (store / "cache").iterdir()}
    counted(store)
    assert {path: path.stat().st_mtime_ns for path in (store / "cache").iterdir()} == before
    import_files([made(tmp_path, "two.tab", (4, "2019-06-04", "040"))], store)
    assert counted(store)[-1] == ("talk", 52, 2.0)
    after = set((store / "cache").iterdir())
    assert len(after) == len(before)
    assert len(after & set(before)) == 1, "2018 was not touched"


def test_a_store_without_its_summaries_answers_alike(store):
    told = counted(store)
    shutil.rmtree(store / "cache")
    assert counted(store) == told
    assert check(open_store(store)) == ()


def test_a_store_that_cannot_be_written_to_answers_alike(store):
    told = counted(store)
    shutil.rmtree(store / "cache")
    (store / "cache").write_text("a file where the folder would be")
    assert counted(store) == told


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_answers_alike(store):
    told = counted(store)
    shutil.rmtree(store / "cache")
    store.chmod(0o500)
    try:
        assert counted(store) == told
    finally:
        store.chmod(0o700)


def test_acts_tell_the_most_reported_id_and_occasions_are_visits_and_signings(store):
    opened = open_store(store)
    [act] = acts_among(opened, PERU_CHILE, MAY, JULY)
    assert (act.day, act.a, act.b, act.rows, act.id) == (date(2019, 6, 3), "PER", "CHL", 2, "1")
    assert occasions(opened, "icews", ("BOL", "ARG"), (MAY, JULY)) == (
        (("CHL", "PER"), date(2019, 6, 3)),
    )
    assert occasions(opened, "icews", ("BOL", "PER"), (MAY, JULY)) == ()


def test_days_of_acts_are_those_of_the_classes_or_types_asked_for_one_way(store):
    opened, days = open_store(store), (date(2018, 1, 1), JULY)
    in_june = (date(2019, 6, 3),)
    assert act_days(opened, [("PER", "CHL")], (("hostile acts",), ()), days) == (date(2018, 6, 4),)
    assert act_days(opened, [("PER", "CHL")], (("deeds",), ("CONSULT",)), days) == in_june
    assert act_days(opened, [("CHL", "PER")], (("talk",), ()), days) == ()


def test_a_pairs_most_reported_occasions_come_first_and_at_most_five_hundred(tmp_path):
    first = date(2017, 1, 1)
    rows = [(n, str(first + timedelta(n // 2)), "042") for n in range(1200)]
    rows.append((1200, str(first + timedelta(700)), "042"))
    rows += [(1201 + n, str(first + timedelta(599)), "042") for n in range(5)]
    import_files([made(tmp_path, "one.tab", *rows)], tmp_path / "store")
    opened = open_store(tmp_path / "store")
    found = occasions(opened, "icews", ("BOL", "ARG"), (first, date(2020, 1, 1)))
    assert len(found) == len(set(found)) == 500
    assert found[0] == (("CHL", "PER"), first + timedelta(599))
    assert (("CHL", "PER"), first + timedelta(700)) not in found


def test_what_is_covered_is_told_over_all_years(store):
    [icews] = covered(open_store(store))
    assert (icews.first, icews.last, icews.rows) == (date(2018, 6, 4), date(2019, 6, 3), 3)


def test_an_act_dated_to_a_week_or_more_is_kept_and_counted_on_no_day(tmp_path):
    lasts = {
        "day": "2019-06-03",
        "summit": "2019-06-05",
        "week": "2019-06-09",
        "june": "2019-06-30",
    }
    common = {"type": "CONSULT", "actor": [{"code": "PER"}, {"code": "CHL"}], "status": "actual"}
    lines = [
        json.dumps(common | {"id": name, "date": "2019-06-03", "enddate": last, "score": 1.0})
        for name, last in lasts.items()
    ]
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(lines))
    import_files([file], tmp_path / "store")
    opened = open_store(tmp_path / "store")
    [act] = acts_among(opened, PERU_CHILE, MAY, JULY)
    assert (act.day, act.rows) == (date(2019, 6, 3), 2)
    assert [found.rows for found in covered(opened)] == [2]
