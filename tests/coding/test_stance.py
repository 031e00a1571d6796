from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.acts.surroundings import Firmness, load_stance_tables
from dragoman.coding.status.stance import firmness
from dragoman.errors import TableError
from dragoman.model.events import STATUSES
from dragoman.model.parses import ROOT, Sentence
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

TABLES = load_stance_tables()
CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "stance.toml").read_text(encoding="utf-8")
)["case"]


@cache
def network() -> Network:
    return Network()


def sentence(text: str) -> Sentence:
    return parse(Article("s", text), network()).sentences[0]


def firm_of(text: str, act: str) -> Firmness:
    read = sentence(text)
    return firmness(read, read.words.index(act), TABLES)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_an_act_is_as_firm_as_its_sentence_makes_it(case):
    assert firm_of(case["text"], case["act"]).status == case["status"]


def test_what_is_not_actual_says_why():
    step = firm_of("Iran denied attacking the base.", "attacking").step
    assert step is not None
    assert (step.step, step.words) == ("status", "denied")


@pytest.mark.parametrize(
    ("text", "act", "is_wanted"),
    [
        ("Peru surrounded the camp to arrest the rebels.", "arrest", True),
        ("Turkey should recognize Cyprus.", "recognize", True),
        ("Chad wants to expel the envoy.", "expel", True),
        ("Turkey may recognize Cyprus.", "recognize", False),
        ("Chad is considering expelling the envoy.", "expelling", False),
    ],
)
def test_what_is_only_wanted_or_meant_is_told_from_what_may_be(text, act, is_wanted):
    firm = firm_of(text, act)
    assert (firm.status, firm.is_wanted) == ("hypothetical", is_wanted)


@pytest.mark.parametrize(
    ("text", "act", "is_plan"),
    [
        ("Chad is considering lending arms to Niger.", "lending", True),
        ("Niger reportedly plans to send arms to Chad.", "send", True),
        ("Niger may send arms to Chad.", "send", False),
    ],
)
def test_a_plan_in_doubt_is_a_plan(text, act, is_plan):
    firm = firm_of(text, act)
    assert (firm.status, firm.is_plan) == ("hypothetical", is_plan)


def test_an_unknown_effect_in_the_users_table_is_refused(tmp_path):
    (tmp_path / "veridicality.csv").write_text(
        "lemma,pos,form,affirmed,negated\nbegin,verb,to,perhaps,negated\n", encoding="utf-8"
    )
    with pytest.raises(TableError, match="perhaps"):
        load_stance_tables(tmp_path)


def test_a_users_row_takes_the_place_of_ours(tmp_path):
    (tmp_path / "veridicality.csv").write_text(
        "lemma,pos,form,affirmed,negated\ndeny,verb,ing,actual,actual\n", encoding="utf-8"
    )
    read = sentence("Iran denied attacking the base.")
    firm = firmness(read, read.words.index("attacking"), load_stance_tables(tmp_path))
    assert firm.status == "actual"


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [ROOT] * size
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    words = tuple(
        draw(st.sampled_from(("if", "not", "attack", "denied", "may", "to", "?")))
        for _ in range(size)
    )
    names = ("ccomp", "xcomp", "conj", "obj", "advcl", "aux", "advmod", "mark", "nsubj", "obl")
    relations = tuple(draw(st.sampled_from(names)) for _ in range(size))
    tags = tuple(draw(st.sampled_from(("VERB", "NOUN", "AUX", "ADJ"))) for _ in range(size))
    places = tuple(range(size))
    return Sentence(
        0, 0, size, 0, "body", words, places, places, words, tags, tags, tuple(heads), relations
    )


@given(trees())
def test_every_word_of_every_tree_has_one_of_the_four_statuses(tree):
    for word in range(len(tree)):
        firm = firmness(tree, word, TABLES)
        assert firm.status in STATUSES
        assert firm.status == "actual" or firm.step is not None
