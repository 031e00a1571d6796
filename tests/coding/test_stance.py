from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.stance import status
from dragoman.coding.surroundings import load_stance_tables
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


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_an_act_is_as_firm_as_its_sentence_makes_it(case):
    read = sentence(case["text"])
    firm, _ = status(read, read.words.index(case["act"]), TABLES)
    assert firm == case["status"]


def test_what_is_not_actual_says_why():
    read = sentence("Iran denied attacking the base.")
    _, step = status(read, read.words.index("attacking"), TABLES)
    assert step is not None
    assert (step.step, step.words) == ("status", "denied")


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
    firm, _ = status(read, read.words.index("attacking"), load_stance_tables(tmp_path))
    assert firm == "actual"


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
        firm, step = status(tree, word, TABLES)
        assert firm in STATUSES
        assert firm == "actual" or step is not None
