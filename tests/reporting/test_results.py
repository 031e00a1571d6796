"""What the library's calls give prints well, and turns into tables where it can."""

from __future__ import annotations

import importlib.util

import pytest

import dragoman
from dragoman.asking.assess import assess
from dragoman.errors import MissingPartError
from dragoman.model.assessment import Question
from dragoman.reporting.results import Answer, Articles, Events

PAIR = Question("Do Norway and Chile work together?", ("NOR", "CHL"), "cooperation", "ARG")


@pytest.fixture
def results(coded) -> tuple[Articles, Events, Answer]:
    articles = Articles(tuple(coded.articles.values()))
    events = Events(tuple(coded.events), articles.by_id)
    answer = Answer(assess(PAIR, coded.articles, coded.events), articles.by_id, events.items)
    return articles, events, answer


def test_results_show_themselves_in_a_notebook_without_script_or_style(results):
    for result in results:
        shown = result._repr_html_()
        assert shown.startswith("<div>")
        assert "<script" not in shown
        assert "<style" not in shown


def test_an_answer_prints_as_text(results):
    assert str(results[2]).startswith(PAIR.text)
    assert results[2].verdict == "cannot be told"


def test_records_of_events_are_the_public_ones(results, coded):
    assert results[1].records() == [event.record() for event in coded.events]
    assert [event.id for event in results[1]] == [event.id for event in coded.events]


@pytest.mark.parametrize(("library", "method"), [("pandas", "to_pandas"), ("pyarrow", "to_arrow")])
def test_a_table_is_made_or_its_missing_library_named(results, library, method):
    for result in results:
        if importlib.util.find_spec(library):
            assert len(getattr(result, method)()) == len(result.records())
        else:
            with pytest.raises(MissingPartError, match=library):
                getattr(result, method)()


def test_a_name_that_is_not_promised_is_an_attribute_error():
    with pytest.raises(AttributeError, match="dragoman has no 'guess'"):
        dragoman.guess  # noqa: B018


def test_a_result_shown_by_itself_is_one_short_line(results):
    assert all(len(repr(result)) < 120 for result in results)
