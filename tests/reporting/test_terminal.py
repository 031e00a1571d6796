"""The terminal answer is short, dated, sourced, and cannot be used against the terminal."""

from __future__ import annotations

from dataclasses import replace

from dragoman.asking.assess import assess
from dragoman.model.assessment import Question
from dragoman.model.text import Article
from dragoman.reporting.lines import WIDTH
from dragoman.reporting.terminal import to_terminal

PAIR = Question("Do Norway and Chile work together?", ("NOR", "CHL"), "cooperation", "ARG")


def test_no_line_is_wider_than_the_terminal(coded):
    printed = to_terminal(assess(PAIR, coded.articles, coded.events), coded.articles, coded.events)
    assert max(map(len, printed.splitlines())) <= WIDTH


def test_the_verdict_stands_right_below_the_question(coded):
    answer = assess(PAIR, coded.articles, coded.events)
    lines = to_terminal(answer, coded.articles, coded.events).splitlines()
    assert lines[0] == PAIR.text
    assert lines[2].startswith("CANNOT BE TOLD. ")


def test_a_quote_has_the_date_of_its_act_and_its_source(coded):
    printed = to_terminal(assess(PAIR, coded.articles, coded.events), coded.articles, coded.events)
    assert "of 8 May 2012, in Fjord Times, 10 May 2012:" in printed
    assert "Norway and Chile signed a fisheries treaty in Oslo on Tuesday." in printed


def test_control_characters_of_an_article_do_not_reach_the_terminal(coded):
    text = "Norway and Chile met \x1b]0;owned\x07\x1b[2J and \u202eparted."
    article = Article("x", text, publisher="\x1b[31mRed", published="2012-05-10")
    event = replace(
        coded.events[1], article_id="x", trigger=article.span(17, 20),
        evidence=article.span(0, len(text)),
    )  # fmt: skip
    printed = to_terminal(assess(PAIR, {"x": article}, [event]), {"x": article}, [event])
    assert "owned" in printed
    assert not {"\x1b", "\x07", "\u202e"} & set(printed)
