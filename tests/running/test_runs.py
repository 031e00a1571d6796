"""A run keeps what came in, in order, and gives the same on one core or two."""

from __future__ import annotations

import json
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from dragoman.errors import TableError
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.running import runs
from dragoman.running.processes import result_of
from dragoman.running.runs import Coded, code_all, code_one
from dragoman.running.writing import json_line

STATES = ("Peru", "Chile", "Norway", "Iran", "Iraq", "Japan", "Ghana", "Kenya")
REFUSAL = Refusal("b.txt", "it is empty", "Fill it")


def articles() -> list[Article]:
    return [
        Article(f"a{n}", f"{one} condemned {two}. {two} met {one} in Oslo.", published="2012-05-10")
        for n, (one, two) in enumerate(zip(STATES, reversed(STATES), strict=True))
        if one != two
    ]


def lines(outputs) -> list[bytes]:
    return [
        json_line(event.record())
        for output in outputs
        if isinstance(output, Coded)
        for event in output.events
    ]


def test_what_comes_in_comes_out_in_order():
    first, second = articles()[:2]
    outputs = list(code_all([first, REFUSAL, second]))
    assert outputs[1] is REFUSAL
    assert [output.article.id for output in (outputs[0], outputs[2])] == [first.id, second.id]
    assert all(output.events for output in (outputs[0], outputs[2]))


def test_two_processes_give_the_same_bytes_as_one(monkeypatch):
    monkeypatch.setattr(runs, "_BATCH", 50)
    given = [*articles(), REFUSAL, *(Article(f"b{a.id}", a.text) for a in articles())]
    one, two = list(code_all(given, jobs=1)), list(code_all(given, jobs=2))
    assert lines(one) == lines(two)
    assert [type(output) for output in one] == [type(output) for output in two]
    assert len(lines(one)) > len(given)


def test_an_article_is_coded_the_same_in_any_company():
    given = articles()
    alone = [line for article in reversed(given) for line in lines(code_all([article]))]
    assert sorted(alone) == sorted(lines(code_all(given)))


def test_an_article_on_which_the_coder_fails_is_refused_and_the_run_goes_on():
    def code(article):
        raise KeyError(article.id)

    refusal = code_one(Article("a1", "Peru left.", source="x.txt"), code)
    assert isinstance(refusal, Refusal)
    assert refusal.source == "x.txt"
    assert "KeyError" in refusal.reason


def test_an_error_of_the_users_making_ends_the_run():
    def code(_):
        raise TableError("the table is broken", "Mend it")

    with pytest.raises(TableError):
        code_one(Article("a1", "Peru left."), code)


def test_a_process_that_is_killed_leaves_refusals_for_its_articles():
    future: Future = Future()
    future.set_exception(BrokenProcessPool())
    assert result_of(future) is None
    found = runs.refused((Article("a1", "Peru left."), REFUSAL))
    assert [item.source for item in found] == ["a1", "b.txt"]


def test_few_articles_are_coded_without_more_processes(monkeypatch):
    def never(*_):
        raise AssertionError("no process is worth its start here")

    monkeypatch.setattr(runs, "_in_processes", never)
    assert len(list(code_all(articles()[:2], jobs=8))) == 2


def test_lone_surrogates_survive_being_written():
    record = {"text": "a\ud800b“é”"}
    assert json.loads(json_line(record)) == record
