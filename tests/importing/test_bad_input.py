"""Bad input is refused or rejected in words, and nothing already stored is harmed."""

from __future__ import annotations

import gzip
import io
import pickle
import zipfile

import pytest

from dragoman.storing.store import open_store
from dragoman.storing.store_check import check


def zipped(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def filled(shelf, icews):
    shelf.put(icews(), name="before.tab")
    return shelf


@pytest.mark.parametrize("cut", [10, 60])
def test_a_truncated_gz_is_refused_as_a_whole(filled, gdelt, cut):
    data = gzip.compress(gdelt(*({"globaleventid": str(i)} for i in range(500))).encode())
    summary = filled.put(data[: len(data) * cut // 100], name="a.CSV.gz")
    assert "cut off" in summary.refusals[0].reason
    assert filled.rows("dataset") == [("icews",)]
    assert check(open_store(filled.store)) == ()


def test_a_refusal_names_its_file_once(filled, gdelt):
    data = gzip.compress(gdelt().encode() * 50)[:-9]
    [refusal] = filled.put(data, name="a.CSV.gz").refusals
    assert str(refusal).count("a.CSV.gz") == 1
    assert refusal.reason.startswith("it is cut off")


def test_a_zip_bomb_is_refused(filled, gdelt, monkeypatch):
    monkeypatch.setattr("dragoman.importing.opening._MOST_EXPANDED", 100_000)
    summary = filled.put(zipped("a.CSV", gdelt().encode() * 20_000), name="a.CSV.zip")
    assert "expands" in summary.refusals[0].reason


def test_a_gz_that_expands_beyond_measure_is_refused(filled, gdelt, monkeypatch):
    monkeypatch.setattr("dragoman.importing.opening._MOST_EXPANDED", 100_000)
    summary = filled.put(gzip.compress(gdelt().encode() * 20_000), name="a.CSV.gz")
    assert "expands" in summary.refusals[0].reason
    assert filled.rows("dataset") == [("icews",)]


def test_a_table_of_another_library_packed_as_gz_is_refused(filled):
    data = gzip.compress(pickle.dumps({"GLOBALEVENTID": [1, 2]}))
    assert "no text" in filled.put(data, name="events2samp.gz").refusals[0].reason


def test_the_reduced_file_of_gdelt_with_17_columns_is_refused_by_its_columns(filled):
    titles = ["Date", "Source", "Target", "CAMEOCode", *(f"Field{n}" for n in range(13))]
    summary = filled.put("\t".join(titles) + "\n" + "\t".join("1" * 17) + "\n")
    assert "17 columns between tabs" in summary.refusals[0].reason


@pytest.mark.parametrize("date", ["2021-02-30", "00000000", "30/30/2017", ""])
def test_a_date_that_is_none_is_rejected_and_the_rest_is_kept(filled, icews, date):
    filled.put(icews({"event_id": "8"}, {"event_id": "9", "event_date": date}))
    assert "no such date" in filled.rejected()[0]
    assert filled.rows("id") == [("5001",), ("8",)]


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"PK\x03\x04 no archive", "archive"), (zipped("a.CSV", b"")[:-30], "archive")],
)
def test_a_broken_zip_is_refused(filled, data, word):
    assert word in filled.put(data, name="a.zip").refusals[0].reason


def test_a_file_of_another_format_is_refused_by_name(filled, gdelt):
    summary = filled.put(gdelt(), dataset="icews")
    assert "not the form of icews (61 columns between tabs" in summary.refusals[0].reason
    assert filled.rows("dataset") == [("icews",)]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"just some words\n", b"\x89PNG\x00\x00", b"\xff\xfea\x00"]
)
def test_a_file_of_no_format_is_refused(filled, data):
    summary = filled.put(data, name="odd.txt")
    assert len(summary.refusals) == 1
    assert summary.files == 0


def test_lines_of_other_widths_are_rejected_with_their_numbers(filled, gdelt):
    text = gdelt({"globaleventid": "1"}) + "a\tb\n" + gdelt({"globaleventid": "2"}) + "\n"
    summary = filled.put(text + gdelt({"globaleventid": "3"}))
    assert filled.rejected() == ['rows.csv,2,"2 columns, not 61"']
    assert (summary.total.read, summary.total.kept) == (4, 3)
    assert filled.rows("line") == [(1,), (2,), (3,), (5,)]


def test_a_line_in_another_encoding_is_rejected_and_its_neighbours_are_kept(filled, icews):
    good = icews({"event_id": "1"}, {"event_id": "2", "source_name": "@"}, {"event_id": "3"})
    filled.put(good.encode().replace(b"@", "Núñez".encode("latin-1")))
    assert filled.rejected() == ["rows.csv,3,it is no text in the encoding of its file"]
    assert filled.rows("line") == [(2,), (2,), (4,)]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_windows_line_ends_and_a_byte_order_mark_are_no_matter(filled, icews, end):
    text = icews({"event_id": "8"}).replace("\n", end)
    filled.put(text.encode("utf-8-sig"))
    assert filled.rows("id, lon") == [("5001", None), ("8", None)]


def test_a_file_whose_rows_are_all_rejected_is_refused(filled, gdelt):
    summary = filled.put(gdelt({"sqldate": "00000000"}))
    assert "no row" in summary.refusals[0].reason
    assert len(open_store(filled.store).commits) == 1


@pytest.mark.parametrize("name", ["a.CSV", "a.CSV.gz", "a.CSV.zip"])
def test_a_file_is_read_plain_or_packed(filled, gdelt, name):
    data = gdelt().encode()
    packed = {"a.CSV.gz": gzip.compress(data), "a.CSV.zip": zipped("in.CSV", data)}
    filled.put(packed.get(name, data), name=name)
    assert ("gdelt2", 1) in filled.rows("dataset, line")


def test_an_unknown_format_is_said_to_be_so(filled, gdelt):
    assert "'gkg' is no dataset" in filled.put(gdelt(), dataset="gkg").refusals[0].reason
