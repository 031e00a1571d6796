"""The page of a measurement is one file, safe against its data, and says the verdict first."""

from __future__ import annotations

import base64
import hashlib
import re

from dragoman.asking.measured_words import measured_why, numbers, placebos
from dragoman.measuring.ladder import RUNGS
from dragoman.reporting.measured_page import measured_to_html
from tests.reporting.conftest import HOSTILE
from tests.reporting.test_page import Page


def test_the_page_asks_nothing_of_any_other_place_and_runs_no_script(measured):
    page = measured_to_html(measured)
    read = Page(page)
    assert not {"img", "link", "iframe", "object", "script", "video"} & set(read.names)
    assert not {"src", "srcset", "style", "onclick", "onload"} & dict(read.attributes).keys()
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(", page)


def test_the_policy_allows_the_pages_own_style_alone(measured):
    page = measured_to_html(measured)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_hostile_names_stay_text(measured):
    page = measured_to_html(measured)
    assert "<script" not in page
    assert HOSTILE in Page(page).text


def test_verdict_and_reason_come_first_then_answers_legs_ladder_charts_and_weeks(measured):
    read = Page(measured_to_html(measured))
    sections = ["answers", "legs", "ladder", "series", "placebos", "weeks"]
    assert read.ids == [f"m-{name}" for name in sections]
    why = read.text.index(measured_why(measured))
    assert read.text.index(measured.verdict.capitalize()) < why
    assert why < read.text.index("Has it ramped up?")


def test_every_answer_has_its_interval_or_why_it_has_none(measured):
    read = Page(measured_to_html(measured))
    for change in measured.changes:
        assert change.horizon.told in read.text
        assert not change.refusal or change.refusal in read.text
    told = [change for change in measured.changes if not change.refusal]
    for line in (one for change in told for one in (*numbers(change), *placebos(change))):
        assert line in read.text


def test_every_leg_and_rung_is_named_on_the_page(measured):
    text = Page(measured_to_html(measured)).text
    assert [leg.name for leg in measured.legs if f"{leg.number} {leg.name}" not in text] == []
    assert [name for name in RUNGS if name not in text] == []


def test_the_table_has_every_week_and_says_where_there_are_no_data(measured):
    page = measured_to_html(measured)
    days = re.findall(r'<th scope="row">(\d{4}-\d\d-\d\d)</th>', page)
    assert days == [week.day for week in reversed(measured.weeks)]
    assert page.count('<td data-of="The world&#x27;s">no data</td>') == 3


def test_links_lead_to_the_sections_there_are(untold, measured):
    for found in (untold, measured):
        read = Page(measured_to_html(found))
        assert {link[1:] for link in read.links} == set(read.ids)


def test_the_same_measurement_gives_the_same_bytes(measured):
    assert measured_to_html(measured) == measured_to_html(measured)
