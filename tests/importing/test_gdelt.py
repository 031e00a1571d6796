"""GDELT's files are told apart by their columns, and none of their traps reaches a series."""

from __future__ import annotations

import pytest

from dragoman.importing.layouts import Head, layout_of


def test_an_event_keeps_its_dataset_file_and_line(shelf, gdelt):
    shelf.put(gdelt({}, {"globaleventid": "2"}), name="20190610120000.export.CSV")
    assert shelf.rows("dataset, file, line, id") == [
        ("gdelt2", "20190610120000.export.CSV", 1, "700000001"),
        ("gdelt2", "20190610120000.export.CSV", 2, "2"),
    ]


@pytest.mark.parametrize(
    ("layout", "dataset"),
    [("gdelt2-61", "gdelt2"), ("gdelt1-58", "gdelt1"), ("gdelt1-57", "gdelt1")],
)
def test_a_file_is_told_by_how_many_columns_it_has_not_by_its_name(gdelt, layout, dataset):
    text = gdelt(layout=layout).removesuffix("\n")
    if layout == "gdelt1-57":
        text = text.rsplit("\t", 2)[0]  # the layout's optional columns are not in the file
    assert layout_of(Head("any.txt", (text,))).dataset == dataset


@pytest.mark.parametrize("days", [7, 30, 365])
def test_an_event_dated_back_by_exactly_a_week_a_month_or_a_year_is_kept_apart(shelf, gdelt, days):
    date = {7: "20190603", 30: "20190511", 365: "20180610"}[days]
    summary = shelf.put(gdelt({"sqldate": date}))
    assert shelf.rows("back_dated") == [(days,)]
    assert summary.total.back_dated == 1


@pytest.mark.parametrize("date", ["20190609", "20190610", "20190602"])
def test_an_event_of_another_lag_is_not_back_dated_and_counts_on_the_day_it_was_added(
    shelf, gdelt, date
):
    shelf.put(gdelt({"sqldate": date}))
    assert shelf.rows("back_dated, day::VARCHAR") == [(None, "2019-06-10")]


def test_the_load_day_of_an_old_file_says_nothing(shelf, gdelt):
    line = gdelt({"sqldate": "19850610", "actor1countrycode": "RUS"}, layout="gdelt1-57")
    fields = line.rstrip("\n").split("\t")[:57]
    shelf.put("\t".join(fields) + "\n")
    assert shelf.rows("day::VARCHAR, reported, year, a") == [("1985-06-10", None, 1985, "SUN")]


def test_the_same_event_in_two_files_is_kept_once(shelf, gdelt):
    shelf.put(gdelt(), name="one.CSV")
    summary = shelf.put(gdelt({}, {"globaleventid": "2"}), name="two.CSV")
    assert (summary.total.kept, summary.total.repeated) == (1, 1)
    assert shelf.rows("file, id") == [("one.CSV", "700000001"), ("two.CSV", "2")]


def test_the_same_event_twice_in_a_file_is_kept_once(shelf, gdelt):
    summary = shelf.put(gdelt({}, {}))
    assert (summary.total.read, summary.total.kept, summary.total.repeated) == (2, 1, 1)
    assert shelf.rows("line") == [(1,)]


@pytest.mark.parametrize(
    ("code", "root"),
    [("36", "3"), ("36", "36"), ("1", "1"), ("036", "3"), ("", ""), ("AB", "AB")],
)
def test_a_code_that_lost_its_zero_is_rejected(shelf, gdelt, code, root):
    shelf.put(gdelt({}, {"globaleventid": "2", "eventcode": code, "eventrootcode": root}))
    assert shelf.rows("line") == [(1,)]
    assert "code" in shelf.rejected()[0]


@pytest.mark.parametrize("date", ["00000000", "20210230", "2019-06-10", "", "20191301"])
def test_a_date_that_is_none_is_rejected(shelf, gdelt, date):
    shelf.put(gdelt({}, {"globaleventid": "2", "sqldate": date}))
    assert shelf.rejected()[0].startswith("rows.csv,2,")
    assert "no such date" in shelf.rejected()[0]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("010", (None, "talk", 1)),
        ("0256", (None, "talk", 1)),
        ("036", ("AGREE", "talk", 1)),
        ("0312", ("AGREE", "commitment", 1)),
        ("051", ("SUPPORT", "talk", 1)),
        ("057", ("SUPPORT", "commitment", 1)),
        ("0834", ("CONCEDE", "commitment", 1)),
        ("0871", ("RETREAT", "deeds", 2)),
        ("112", ("ACCUSE", "hostile words", 3)),
        ("163", ("SANCTION", "hostile acts", 4)),
        ("1712", ("ASSAULT", "hostile acts", 4)),
    ],
)
def test_type_class_and_quad_come_from_the_full_code(shelf, gdelt, code, expected):
    shelf.put(gdelt({"eventcode": code, "eventrootcode": code[:2], "quadclass": "2"}))
    assert shelf.rows("type, class, quad, vendor_quad") == [(*expected, "2")]


@pytest.mark.parametrize(
    ("code", "date", "state"),
    [
        ("ROU", "20190610", "ROU"),
        ("ROM", "20190610", "ROU"),
        ("TMP", "20190610", "TLS"),
        ("SRB", "20190610", "SRB"),
        ("SRB", "20040610", "SCG"),
        ("YUG", "19950610", "YUG"),
        ("RUS", "19850610", "SUN"),
        ("CZE", "19850610", "CSK"),
        ("DDR", "19850610", "DDR"),
        ("SSD", "20050610", None),
        ("ZAR", "19900610", "COD"),
        ("PSE", "20190610", "PSE"),
        ("KSV", "20190610", "KOS"),
        ("NAM", "20190610", "NAM"),
        ("AFR", "20190610", None),
        ("EUR", "20190610", None),
        ("WST", "20190610", None),
    ],
)
def test_a_country_code_means_the_state_of_that_day(shelf, gdelt, code, date, state):
    shelf.put(gdelt({"actor1countrycode": code, "sqldate": date, "dateadded": date}))
    assert shelf.rows("a") == [(state,)]


def test_a_party_is_known_by_its_country_code_not_by_its_full_code(shelf, gdelt):
    shelf.put(gdelt({"actor1code": "SCGSRB", "actor1countrycode": "SRB"}))
    assert shelf.rows("a, source") == [("SRB", "SCGSRB")]


def test_scores_of_the_vendor_stand_in_columns_of_their_own(shelf, gdelt):
    shelf.put(gdelt({"goldsteinscale": "-2.0", "eventcode": "016", "eventrootcode": "01"}))
    assert shelf.rows("goldstein, tone, reports, sources, is_root") == [(-2.0, -1.5, 12, 3, True)]


def test_mentions_name_event_document_and_sentence(shelf):
    row = "7\t20190610120000\t20190610121500\t1\tx.org\thttps://x.org/a\t3\t-1\t5\t9\t1\t80\t2000\t-1.2\t\t"
    shelf.put(row + "\n" + row + "\n" + row.replace("\t3\t", "\t4\t") + "\n")
    assert shelf.rows("id, url, sentence, confidence", "mentions") == [
        ("7", "https://x.org/a", 3, 80),
        ("7", "https://x.org/a", 4, 80),
    ]
