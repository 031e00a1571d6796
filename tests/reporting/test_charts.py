"""The charts say what the measurement holds, and nothing where it holds nothing."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import partial
from xml.etree import ElementTree as ET

import pytest

from dragoman.errors import MissingPartError
from dragoman.measuring.changes import strongest
from dragoman.measuring.ladder import RUNGS
from dragoman.reporting.charts import charts, figure, shown
from dragoman.reporting.drawing import WIDTHS, Frame, round_values, value_axis
from dragoman.reporting.measurement import Measurement
from dragoman.reporting.series_chart import series_chart
from tests.reporting.conftest import HOSTILE, LACKING

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("series", "placebos", "triangle", "ladder")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 our own


def words_of(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


def marks(svg: str, class_: str) -> list[ET.Element]:
    return [one for one in parsed(svg).iter() if one.get("class") == class_]


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_well_formed_svg_with_a_title_and_a_description(measured, name):
    root = parsed(charts(measured)[name])
    assert root.tag == f"{SVG}svg"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert all(child.text for child in list(root)[:2])
    assert root.get("role") == "img"


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_asks_nothing_of_any_other_place(measured, name):
    svg = charts(measured)[name].replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|url\(|@import|href", svg)


def test_what_the_store_says_is_escaped(measured):
    drawn = "".join(charts(measured).values())
    assert "<script" not in drawn
    assert any(HOSTILE in word for word in words_of(charts(measured)["ladder"]))


def test_missing_weeks_are_gaps_and_not_zeros(measured):
    whole = marks(charts(measured)["series"], "series small")
    assert len(whole) == 2
    points = [len(re.findall(r"[ML]", one.get("d"))) for one in whole]
    assert points == [LACKING.start, len(measured.weeks) - LACKING.stop]
    assert "no data" in words_of(charts(measured)["series"])


def test_a_week_between_two_gaps_is_a_dot(measured):
    weeks = list(measured.weeks)
    weeks[LACKING.start + 1] = replace(weeks[LACKING.start + 1], is_missing=False)
    drawn = charts(replace(measured, weeks=tuple(weeks)))["series"]
    assert len(marks(drawn, "series small")) == 3


def test_the_series_has_the_occasion_both_stretches_the_interval_and_the_band(measured):
    drawn = charts(measured)["series"]
    assert [len(marks(drawn, kind)) for kind in ("bracket", "band")] == [2, 2]
    assert len(marks(drawn, "interval")) == 6
    said = words_of(drawn)
    levels = measured.headline.levels
    assert f"before: {levels.before:.2f}" in said
    assert f"{measured.headline.horizon.name}: {levels.after:.2f}" in said
    assert "17 November 2021" in said


def test_scores_of_hostility_say_that_hostile_is_above_0(measured):
    drawn = charts(replace(measured, relation="hostility", unit="scores"))["series"]
    assert "Per mille of the world's scores, hostile above 0" in words_of(drawn)


def test_every_leg_is_named_with_whether_it_is_met(measured):
    said = words_of(charts(measured)["triangle"])
    for leg in measured.legs:
        word = {True: "met", False: "not met", None: "not testable"}[leg.is_met]
        assert f"{leg.number} {leg.name}: {word}" in said


def test_every_rung_is_named_and_those_with_a_proof_are_full(measured):
    drawn = charts(measured)["ladder"]
    assert [word for word in words_of(drawn) if word in RUNGS] == list(reversed(RUNGS))
    assert len(marks(drawn, "rung")) == 2  # talk, and the sample in the key
    assert any("28 June 2021" in word for word in words_of(drawn))


def test_each_answer_told_has_its_placebos_with_their_number(measured):
    said = words_of(charts(measured)["placebos"])
    told = [one for one in measured.changes if one.horizon.name in ("run-up", "after 4")]
    for change in told:
        assert f"{change.horizon.name}: other pairs, n = {change.space.n}" in said
        assert f"{change.horizon.name}: other dates, n = {change.time.n} apart" in said


def test_the_filled_bars_are_those_that_moved_as_far(measured):
    change = strongest(measured.changes)[1]
    found = change.time_histogram
    far = sum(count for _, _, count, is_as_large in found.bins if is_as_large)
    assert far == sum(value >= change.own for value in change.earlier)


def test_what_was_not_compared_has_no_stretches_and_no_placebos(untold):
    assert shown(untold) == ("series", "ladder")
    drawn = charts(untold)["series"]
    assert marks(drawn, "bracket") == []
    assert "Nothing is compared" in drawn


def test_without_news_at_all_there_is_still_a_chart(untold):
    silent = tuple(replace(week, is_missing=True) for week in untold.weeks)
    assert parsed(series_chart(replace(untold, weeks=silent)))


def test_a_page_has_each_chart_for_wide_and_for_narrow_windows_and_no_word_outside(measured):
    for name in shown(measured):
        drawn = [parsed(one) for one in re.findall(r"<svg.*?</svg>", figure(name, measured), re.S)]
        assert [float(one.get("width")) for one in drawn] == list(WIDTHS.values())
        for root in drawn:
            places = [float(one.get("x")) for one in root.iter(f"{SVG}text")]
            assert min(places) >= 0
            assert max(places) <= float(root.get("width"))


def test_a_png_is_drawn_from_the_series(measured):
    pytest.importorskip("resvg_py")
    assert Measurement(measured).to_png().startswith(b"\x89PNG\r\n")


def test_without_the_library_a_png_says_what_to_install(measured, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingPartError, match=r"dragoman\[charts\]"):
        Measurement(measured).to_png()


def test_without_a_font_a_png_is_refused_and_not_drawn_without_words(measured, monkeypatch):
    resvg = pytest.importorskip("resvg_py")
    fontless = partial(resvg.svg_to_bytes, skip_system_fonts=True)
    monkeypatch.setattr(resvg, "svg_to_bytes", fontless)
    with pytest.raises(MissingPartError, match="Liberation Sans"):
        Measurement(measured).to_png()


def test_an_axis_has_round_values_inside_its_range():
    assert round_values(-0.4, 1.2, 4) == [0.0, 0.5, 1.0]
    drawn = value_axis(Frame(40, 0, 100, 50, (0, 1), (-1, 1)), 2)
    assert "−1" in drawn
    assert 'class="zero"' in drawn
