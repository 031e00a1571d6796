"""When an act took place, on short texts of our own."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.dates.timing import TimingContext, is_historical, timing_context, when
from dragoman.model.events import Step, When
from dragoman.model.parses import Parse
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "timing.toml").read_text(encoding="utf-8")
)["case"]
DAY = "2021-12-16"
NETWORK = Network()


@cache
def parsed(text: str, published: str = DAY) -> Parse:
    return parse(Article("a", text, published=published or None), NETWORK)


@cache
def context(text: str, published: str = DAY) -> TimingContext:
    return timing_context(parsed(text, published))


def dated(
    text: str, act: str, kind: str, *, published: str = DAY, status: str = "actual"
) -> tuple[When | None, Step]:
    for sentence in parsed(text, published).sentences:
        if act in sentence.words:
            trigger = sentence.words.index(act)
            return when(sentence, trigger, status, kind, context(text, published))
    raise AssertionError(f"{act!r} is not in {text!r}")


def told(found: When | None) -> str:
    if found is None:
        return "none"
    return found.date if found.date == found.enddate else f"{found.date}..{found.enddate}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['act']}: {case['text'][:50]}")
def test_an_act_has_the_days_its_text_gives_it(case, request):
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(reason=case["why"], strict=True))
    found, _ = dated(
        case["text"],
        case["act"],
        case["type"],
        published=case.get("published", DAY),
        status=case.get("status", "actual"),
    )
    assert told(found) == case["date"]


def test_an_act_without_a_date_says_why():
    found, step = dated("Sudan condemned Chad's attack.", "attack", "ASSAULT")
    assert found is None
    assert step.rule == "background: named as known"


def test_a_date_names_the_words_it_rests_on():
    found, step = dated("Peru recognised Kosovo on Monday.", "recognised", "SUPPORT")
    assert found is not None
    assert (found.text, step.words, found.precision) == ("Monday", "Monday", "day")


def test_an_act_is_historical_when_it_ended_more_than_a_year_before_publication():
    times = context("Peru recognised Kosovo on Monday.")
    assert is_historical(When("2020-12-15", "2020-12-15", "day"), times)
    assert not is_historical(When("2020-12-16", "2020-12-16", "day"), times)
    assert not is_historical(When("2001-01-01", "2021-12-01", "range"), times)
    assert not is_historical(None, times)


def test_without_a_day_of_publication_nothing_is_historical():
    assert not is_historical(When("1990-01-01", "1990-12-31", "year"), context("Peru met.", ""))


def test_the_days_of_a_report_are_the_day_of_publication():
    assert context("Peru met Chile.").day == date.fromisoformat(DAY)
    assert context("Peru met Chile.", "").day is None
