"""A store keeps what was committed, whatever happens to its writer."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.errors import StoreError
from dragoman.running.imports import import_files
from dragoman.storing.store import open_store, status
from dragoman.storing.store_check import check, strays
from dragoman.storing.store_writing import writing

HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
)


_MAIN = "from dragoman.cli import main; main()"


def made(folder: Path, name: str, rows: range, year: int = 2019) -> Path:
    path = folder / name
    lines = (
        f"{i}\t{year}-06-{i % 28 + 1:02d}\tA\t\tPeru\tConsult\t040\t1\tB\t\tChile\t{i}\t1\tX"
        "\t\t\t\tPeru\t\t\n"
        for i in rows
    )
    path.write_text(HEADER + "".join(lines))
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    import_files([made(tmp_path, "one.tab", range(100))], tmp_path / "store")
    return tmp_path / "store"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def run(store: Path, paths: list[Path], **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _MAIN, "import", *map(str, paths), "--store", str(store)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def test_importing_a_file_twice_changes_nothing(store):
    before = contents(store)
    summary = import_files([store.parent / "one.tab"], store)
    assert (summary.files, summary.known) == (0, 1)
    assert contents(store) == before


def test_a_file_of_another_name_and_the_same_bytes_is_known(store):
    copy = shutil.copy(store.parent / "one.tab", store.parent / "two.tab")
    assert import_files([Path(copy)], store).known == 1


def test_two_stores_of_the_same_files_are_the_same_bytes(store, tmp_path):
    import_files([tmp_path / "one.tab"], tmp_path / "again")
    assert contents(store) == contents(tmp_path / "again")


def test_a_copy_of_a_store_is_a_store(store, tmp_path):
    copied = Path(shutil.copytree(store, tmp_path / "copied"))
    assert check(open_store(copied)) == ()
    assert status(open_store(copied))[0].rows == 100


def test_status_tells_rows_files_days_and_what_became_of_the_input(store, tmp_path):
    import_files([made(tmp_path, "two.tab", range(90, 110))], store)
    [icews] = status(open_store(store))
    assert (icews.files, icews.rows, icews.counts.repeated) == (2, 110, 10)
    assert (icews.first, icews.last) == ("2019-06-01", "2019-06-28")


@pytest.mark.parametrize("delay", [0.0, 0.3, 0.6, 0.8, 1.0, 1.2, 1.5])
def test_a_killed_import_leaves_the_last_complete_state(store, tmp_path, delay):
    more = [made(tmp_path, f"more{i}.tab", range(1000 * i, 1000 * i + 900)) for i in range(1, 9)]
    process = run(store, more)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    opened = open_store(store)
    assert check(opened) == ()
    assert (status(opened)[0].rows - 100) % 900 == 0
    import_files(more, store)
    assert status(open_store(store))[0].rows == 100 + 8 * 900
    assert strays(open_store(store)) == 0


def test_a_full_disk_leaves_the_last_complete_state(store, tmp_path):
    before = contents(store)
    more = made(tmp_path, "more.tab", range(1000, 30_000))
    process = run(
        store,
        [more],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    _, told = process.communicate()
    assert process.returncode == 1
    assert b"what was stored before is untouched" in told
    assert {name: data for name, data in contents(store).items() if name in before} == before
    assert check(open_store(store)) == ()
    assert import_files([more], store).total.kept == 29_000


def test_a_store_of_a_newer_version_is_left_alone(store, tmp_path):
    (store / "store.json").write_text(json.dumps({"dragoman store": 99}))
    with pytest.raises(StoreError, match="newer version"):
        open_store(store)
    with pytest.raises(StoreError, match="newer version"):
        import_files([made(tmp_path, "two.tab", range(3))], store)


def test_two_writers_at_once_are_not_let_in(store, tmp_path):
    with writing(store), pytest.raises(StoreError, match="another process is writing"):
        import_files([made(tmp_path, "two.tab", range(3))], store)


def test_a_reader_sees_the_state_it_opened_while_another_writes(store, tmp_path):
    opened = open_store(store)
    import_files([made(tmp_path, "two.tab", range(200, 300))], store)
    assert status(opened)[0].rows == 100


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(store, tmp_path):
    store.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot be"):
            import_files([made(tmp_path, "two.tab", range(3))], store)
    finally:
        store.chmod(0o700)


def test_a_lock_that_may_not_be_made_is_said_to_be_so(store, tmp_path, monkeypatch):
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dragoman.storing.store_lock.os.open", denied)
    with pytest.raises(StoreError, match=r"cannot be written to \(Permission denied\)"):
        import_files([made(tmp_path, "two.tab", range(3))], store)


def test_another_process_cannot_write_while_one_does(store, tmp_path):
    before = contents(store)
    with writing(store):
        _, told = run(store, [made(tmp_path, "two.tab", range(3))]).communicate()
    assert b"another process is writing" in told
    assert {name: data for name, data in contents(store).items() if name in before} == before


def test_a_folder_of_other_things_is_not_made_a_store(tmp_path):
    path = made(tmp_path, "one.tab", range(3))
    with pytest.raises(StoreError, match="no store and not empty"):
        import_files([path], tmp_path)


def test_a_folder_that_is_no_store_is_said_to_be_so(tmp_path):
    with pytest.raises(StoreError, match="no store"):
        open_store(tmp_path)


@pytest.mark.parametrize("harm", ["cut", "remove", "other"])
def test_a_check_finds_a_part_that_is_not_as_it_was_written(store, harm):
    path = next((store / "data").rglob("*.parquet"))
    if harm == "remove":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-9] if harm == "cut" else b"PAR1")
    assert len(check(open_store(store))) == 1


def test_a_check_finds_a_commit_that_is_missing(store, tmp_path):
    import_files([made(tmp_path, "two.tab", range(200, 300))], store)
    (store / "commits" / "00000001.json").unlink()
    assert "commit is missing" in check(open_store(store))[0]
