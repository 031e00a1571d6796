"""Questions in many words are read for pair, relation, third party, occasion and day."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from dragoman.asking.question import EXAMPLES, Eyes, read_question
from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.errors import QuestionError
from dragoman.model.assessment import AskedAct, Question
from dragoman.model.parses import Parse
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "questions.toml").read_text(encoding="utf-8")
)["case"]


@cache
def network() -> Network:
    return Network()


def parsed(article: Article) -> Parse:
    return parse(article, network())


@cache
def known() -> Knowledge:
    return load_knowledge()


def asked(text: str, as_of: str | None = None) -> Question:
    eyes = Eyes(known().actors, parsed, lambda parse: code_article(parse, known()))
    return read_question(text, eyes, as_of=as_of)


def act_of(case: dict) -> AskedAct | None:
    if "act" not in case:
        return None
    kind, actor, recipient = case["act"]
    type_, *mode = kind.split()
    return AskedAct(type_, tuple(mode), (actor,), (recipient,))


@pytest.mark.parametrize(
    "case", [case for case in CASES if "error" not in case], ids=lambda case: case["text"]
)
def test_a_question_is_read_as_it_is_meant(case):
    assert asked(case["text"]) == Question(
        text=case["text"],
        pair=tuple(case["pair"]),
        relation=case["relation"],
        against=case.get("against"),
        occasion=case.get("occasion"),
        as_of=case.get("as_of"),
        asks=case.get("asks", "change"),
        degree=case.get("degree", "relation"),
        window=tuple(case["window"]) if "window" in case else None,
        since=case.get("since"),
        topic=case.get("topic"),
        clause=case.get("clause"),
        aside=tuple(case.get("aside", ())),
        act=act_of(case),
    )


@pytest.mark.parametrize(
    "case", [case for case in CASES if "error" in case], ids=lambda case: case["text"]
)
def test_a_question_that_cannot_be_read_is_met_with_two_that_can(case):
    with pytest.raises(QuestionError, match=case["error"]) as caught:
        asked(case["text"])
    assert all(example in caught.value.remedy for example in EXAMPLES)


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_questions_an_error_offers_can_be_read(text):
    assert asked(text)


def test_a_day_given_apart_comes_before_one_in_the_question():
    text = "Were Iran and Oman allies as of March 2023?"
    assert asked(text).as_of == "2023-03-31"
    assert asked(text, as_of="2021-06-20").as_of == "2021-06-20"


def test_a_day_that_is_none_is_refused():
    with pytest.raises(QuestionError, match="no date"):
        asked(EXAMPLES[0], as_of="last Tuesday")


@pytest.mark.parametrize(
    ("names", "pair"), [("Laos-Cambodia", ("KHM", "LAO")), ("Peru-Chile", ("CHL", "PER"))]
)
def test_both_states_of_a_pair_with_a_hyphen_are_read(names, pair):
    read = asked(f"Is the {names} agreement a sign of closer cooperation against Thailand?")
    assert tuple(sorted(read.pair)) == pair
