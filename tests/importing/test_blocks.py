"""A file is read in blocks, side by side, and every row keeps its own line."""

from __future__ import annotations

import errno
import gzip

import pytest

from dragoman.storing.store import open_store
from dragoman.storing.store_check import check


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr("dragoman.importing.opening._PIECE", 1_000)
    monkeypatch.setattr("dragoman.importing.staging._BLOCK", 5_000)


def rows(gdelt, count: int) -> list[str]:
    return gdelt(*({"globaleventid": str(n)} for n in range(1, count + 1))).splitlines()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["rows.CSV", "rows.CSV.gz"])
def test_rows_of_many_blocks_keep_their_lines_and_order(shelf, gdelt, name):
    data = ("\n".join(rows(gdelt, 300)) + "\n").encode()
    shelf.put(gzip.compress(data) if name.endswith(".gz") else data, name=name)
    assert len(open_store(shelf.store).parts()) > 2
    assert shelf.rows("line, id") == [(n, str(n)) for n in range(1, 301)]


@pytest.mark.usefixtures("small")
def test_odd_lines_in_the_midst_of_blocks_shift_no_other(shelf, gdelt):
    lines = rows(gdelt, 300)
    lines[99], lines[149], lines[199] = "", "too\tfew", lines[199] + "\ttoo many"
    lines[249] = lines[249].replace("PERGOV", "Per\r")
    summary = shelf.put("\n".join(lines))
    assert shelf.rejected() == [
        'rows.csv,150,"2 columns, not 61"',
        'rows.csv,200,"62 columns, not 61"',
    ]
    kept = [n for n in range(1, 301) if n not in (100, 150, 200)]
    assert shelf.rows("line, id") == [(n, str(n)) for n in kept]
    assert (summary.total.read, summary.total.kept) == (299, 297)


@pytest.mark.usefixtures("small")
def test_a_repeat_in_a_later_block_is_found_and_the_first_stays(shelf, gdelt):
    lines = rows(gdelt, 200)
    summary = shelf.put("\n".join([*lines, lines[0], lines[150]]) + "\n")
    assert (summary.total.kept, summary.total.repeated) == (200, 2)
    assert shelf.rows("line") == [(n,) for n in range(1, 201)]


@pytest.mark.usefixtures("small")
def test_a_header_is_no_row_in_any_block(shelf, icews):
    shelf.put(icews(*({"event_id": str(n)} for n in range(100))))
    assert shelf.rows("min(line), max(line), count(*)") == [(2, 101, 100)]


def test_a_last_line_needs_no_end(shelf, gdelt):
    assert shelf.put(gdelt().rstrip("\n")).total.kept == 1


@pytest.mark.usefixtures("small")
def test_a_block_that_cannot_be_written_leaves_the_last_complete_state(
    shelf, gdelt, icews, monkeypatch
):
    from dragoman.storing import store_writing

    shelf.put(icews(), name="before.tab")
    copy, done = store_writing.copy_out, []

    def full(*given: object) -> None:
        if len(done) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        done.append(given)
        copy(*given)

    monkeypatch.setattr(store_writing, "copy_out", full)
    with pytest.raises(store_writing.StoreError, match="free space"):
        shelf.put("\n".join(rows(gdelt, 300)))
    assert shelf.rows("dataset") == [("icews",)]
    assert check(open_store(shelf.store)) == ()
    monkeypatch.undo()
    assert shelf.put("\n".join(rows(gdelt, 300))).total.kept == 300
