"""The articles in examples/ are read whole and answer the questions they were written for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman import Events, ask, code, read

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = "Is the China-Russia summit a sign of ramped-up cooperation against the US?"


@cache
def events() -> Events:
    return code(read(EXAMPLES))


def test_every_example_is_read_and_dated_and_none_is_refused():
    articles = read(EXAMPLES)
    assert not articles.refusals
    named = [path for path in EXAMPLES.iterdir() if path.name != "README.md"]
    assert len(articles) == len(named)
    assert all(article.published[:4] == Path(article.source).name[:4] for article in articles)


def test_page_furniture_does_not_reach_the_stored_text():
    text = "\n".join(article.text for article in read(EXAMPLES))
    for furniture in ("cookies", "Copy link", "Panda diplomacy", "mark my words", "Load more"):
        assert furniture not in text


def test_the_main_question_is_answered_with_findings_on_every_side():
    answer = ask(ASKED, events())
    read_as = answer.record()["read"]
    assert (read_as["pair"], read_as["against"]) == (["CHN", "RUS"], "USA")
    assert answer.verdict == "cannot be told"
    assert {finding.speaks for finding in answer.findings} == {"for", "against", "neither"}
    topics = {finding.topic for finding in answer.findings}
    assert {"commitments", "joint deeds", "talk", "denied", "only possible"} <= topics


def test_an_answer_of_2019_knows_nothing_of_2021():
    answer = ask(ASKED, events(), as_of="2019-12-31")
    used = {quote.article_id for finding in answer.findings for quote in finding.quotes}
    assert used
    assert all(answer.articles[key].published.startswith("2019") for key in used)
    assert any("published after 31 December 2019" in text for text in answer.missing)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Do China and Russia cooperate?", "clear"),
        ("Did Xi and Putin meet in June 2019?", "clear"),
        ("Did Xi and Putin meet in 2018?", "too little news"),
        ("Are China and Russia allies?", "not shown"),
        ("Has Norway warmed to Chile?", "too little news"),
        ("Is Saudi Arabia warming to Iran?", "cannot be told"),
    ],
)
def test_other_questions_get_the_verdict_the_articles_carry(question, verdict):
    assert ask(question, events()).verdict == verdict
