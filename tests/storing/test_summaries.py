"""Summaries beside a store give what its events do, and are made anew when these change."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from dragoman.running.imports import import_files
from dragoman.storing.counts import acts_among, covered, occasions
from dragoman.storing.dyads import DyadWeeks, dyad_weeks
from dragoman.storing.store import open_store
from dragoman.storing.store_check import check

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


def counted(store: Path, **options: bool) -> list[tuple[str, int, float, int]]:
    found = dyad_weeks(open_store(store), date(2018, 6, 4), 60, ["icews"], **options)
    return rows_of(found)


def rows_of(found: DyadWeeks) -> list[tuple[str, int, float, int]]:
    columns = (found.kind, found.week, found.events, found.rows)
    cells = zip(*(column.tolist() for column in columns), strict=True)
    return sorted((found.classes[kind], *rest) for kind, *rest in cells)


def test_an_act_told_twice_on_a_day_counts_once_however_it_is_summed(store):
    assert counted(store) == [("hostile acts", 0, 1.0, 1), ("talk", 52, 1.0, 2)]
    assert counted(store, by_row=True) == [("hostile acts", 0, 1.0, 1), ("talk", 52, 2.0, 2)]


def test_a_summary_is_made_once_and_again_when_more_events_come(store, tmp_path):
    counted(store)
    before = {path: path.stat().st_mtime_ns for path in (store / "cache").iterdir()}
    counted(store)
    assert {path: path.stat().st_mtime_ns for path in (store / "cache").iterdir()} == before
    import_files([made(tmp_path, "two.tab", (4, "2019-06-04", "040"))], store)
    assert counted(store)[-1] == ("talk", 52, 2.0, 3)
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


def test_what_is_covered_is_told_over_all_years(store):
    [icews] = covered(open_store(store))
    assert (icews.first, icews.last, icews.rows) == (date(2018, 6, 4), date(2019, 6, 3), 3)
