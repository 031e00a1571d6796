"""ICEWS is read with its quotation marks, its other dates and its ids that come twice."""

from __future__ import annotations

import pytest


def test_a_country_is_known_by_its_long_name(shelf, icews):
    shelf.put(icews({"source_country": "Russian Federation", "target_country": "Viet Nam"}))
    assert shelf.rows("a, b, source_sectors") == [("RUS", "VNM", None)]


def test_an_id_may_come_again_on_another_day(shelf, icews):
    summary = shelf.put(icews({}, {"event_date": "2019-06-11"}, {}))
    assert (summary.total.kept, summary.total.repeated) == (2, 1)


def test_repeats_of_day_and_parties_and_code_are_kept_as_reports_of_one_event(shelf, icews):
    summary = shelf.put(icews({}, {"event_id": "5002"}))
    assert summary.total.kept == 2


def test_dates_with_slashes_are_month_day_year(shelf, icews):
    shelf.put(icews({"event_date": "6/3/2017"}))
    assert shelf.rows("date::VARCHAR") == [("2017-06-03",)]


def test_a_row_without_a_code_is_rejected_with_its_line(shelf, icews):
    shelf.put(icews({}, {"event_id": "5002", "cameo_code": ""}))
    assert shelf.rejected() == ["rows.csv,3,no CAMEO code: "]


def test_a_quotation_mark_is_a_mark_like_others(shelf, icews):
    shelf.put(icews({"source_name": 'The "Voice'}, {"event_id": "5002"}))
    assert shelf.rows("source") == [("Foreign Affairs (Peru)",), ('The "Voice',)]


def test_the_vendors_intensity_stays_beside_our_type(shelf, icews):
    shelf.put(icews({"cameo_code": "190", "intensity": "-10.0"}))
    assert shelf.rows("type, intensity") == [("ASSAULT", -10.0)]


@pytest.mark.parametrize("country", ["", "Atlantis"])
def test_a_party_that_is_no_state_is_missing_and_not_dropped(shelf, icews, country):
    shelf.put(icews({"target_country": country}))
    assert shelf.rows("a, b") == [("PER", None)]
