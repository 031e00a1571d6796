"""Time expressions: found where they stand, and resolved against the day of publication."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.coding.dates.dates import Anchor, DateExpression, anchor_of, find_dates, timexes
from dragoman.coding.dates.narrowing import NARROWINGS
from dragoman.coding.dates.order import READERS
from dragoman.coding.dates.patterns import find_patterns, patterns

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "dates.toml").read_text(encoding="utf-8")
)["case"]
DAY = "2021-12-16"
VOCABULARY = (
    "the last next 5 12 1941 2021 May March Dec. 9 – - , . and of early mid late end year week days"
    " two ago later Friday Christmas summer 490 BC century 20th '99 every since between to 10:30"
    " 2021-02-30 99999 decade half a first quarter \n\n"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


def told(one: DateExpression) -> str:
    """An expression in one line, as the cases write it."""
    if one.first is None:
        return f"{one.text} = {one.value}"
    days = one.first if one.first == one.last else f"{one.first}..{one.last}"
    return f"{one.text} = {one.value}, {days}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_text_gives_the_times_it_names(case, request):
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(reason=case["why"], strict=True))
    found = find_dates(case["text"], anchor_of(case.get("published", DAY)))
    assert [told(one) for one in found] == case["found"]


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([DAY, "1916-02", "2017", ""]))
def test_every_expression_stands_where_it_says_and_ends_after_it_begins(text, published):
    past = 0
    for one in find_dates(text, anchor_of(published)):
        assert text[one.start : one.end] == one.text
        assert one.start >= past
        assert (one.first is None) == (one.last is None) == (one.precision is None)
        assert one.first is None or one.first <= one.last
        past = one.end


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_search(text):
    assert find_dates(text, Anchor()) == find_dates(text, Anchor())


@example("Friday – Dec.")  # as in "from Friday through December", whose second part began before
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_the_words_of_a_ranges_parts_lie_inside_it_and_its_days_begin_with_the_first(text):
    for one in find_dates(text, anchor_of(DAY)):
        for part in one.parts:
            assert one.start <= part.start
            assert part.end <= one.end
            assert one.first <= part.last
        assert not one.parts or one.first == one.parts[0].first
        assert timexes([one])


@pytest.mark.parametrize(
    "text",
    ["9" * 5000 + " years ago", "1e9 days later", "900000 years ago", "5 " * 2000],
)
def test_numbers_beyond_the_calendar_give_no_days(text):
    assert [one for one in find_dates(text, anchor_of(DAY)) if one.first] == []


def test_a_history_takes_its_bare_months_from_the_years_it_tells():
    years = "In 1914 war came. In 1915 it grew. In 1916 it froze. In 1917 one side broke. "
    told_later = "In 1918 it ended. A truce was signed in November."
    found = find_dates(years + told_later, anchor_of(DAY))
    assert found[-1].value == "1918-11"


def test_news_takes_its_bare_months_from_the_day_of_publication():
    found = find_dates("The truce of 1918 was recalled on Thursday. In November a fleet sailed.",
                       anchor_of(DAY))  # fmt: skip
    assert found[-1].value == "2021-11"


def test_a_report_that_looks_back_on_many_years_stays_a_report():
    past = "In 1999 war came. In 2003, 2006, 2008, 2011 and 2014 truces failed. "
    found = find_dates(past + "On Friday a new one was signed.", anchor_of(DAY))
    assert (found[-1].text, found[-1].value) == ("Friday", "2021-12-10")


def test_every_pattern_of_the_table_has_a_reader_or_narrows_one():
    bases, prefixes = patterns()
    pairs = {"days_and_month", "month_and_days", "year_pair"}
    assert {each.meaning for each in bases} - pairs == set(READERS)
    assert {each.meaning for each in prefixes} <= set(NARROWINGS)


def test_a_hint_from_the_tree_outweighs_the_words_around():
    text = "They said they meet in March"
    hinted = find_dates(text, anchor_of(DAY), tense_hint=lambda _: "future")
    assert [find_dates(text, anchor_of(DAY))[0].value, hinted[0].value] == ["2021-03", "2022-03"]


def test_a_range_comes_apart_into_its_timexes():
    found = find_dates("from 9 to 11 May 2021", anchor_of(DAY))
    assert [one.text for one in found] == ["9 to 11 May 2021"]
    assert [(one.text, one.value) for one in timexes(found)] == [
        ("9", "2021-05-09"),
        ("11 May 2021", "2021-05-11"),
    ]


def test_text_without_a_time_word_is_passed_over():
    assert find_patterns("The minister said the talks were useful, and left.") == []


def test_the_day_of_publication_is_that_written_whatever_its_time_zone():
    assert anchor_of("2021-12-16T00:30:00+09:00") == anchor_of("2021-12-16")


@pytest.mark.parametrize("published", [None, "", "soon", "2021-13-45", "99"])
def test_a_publication_date_that_is_none_gives_no_anchor(published):
    assert anchor_of(published).published is None
