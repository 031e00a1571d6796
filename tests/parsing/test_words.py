"""Words are those the treebanks have, at offsets that hold."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.words import UNSEEN, split_words, visible

CASES = Path(__file__).parents[1] / "cases"
WORDS = tomllib.loads((CASES / "words.toml").read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize(("sentence", "words"), WORDS.items())
def test_a_sentence_falls_into_the_words_of_the_treebanks(sentence, words):
    assert "|".join(sentence[start:end] for start, end in split_words(sentence)) == words


@given(st.text())
def test_words_cover_all_that_can_be_seen_in_order(text):
    places = split_words(text)
    assert all(start < end for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    import re

    covered = "".join(text[start:end] for start, end in places)
    blank = re.compile(rf"[\s{UNSEEN}]")
    assert blank.sub("", covered) == blank.sub("", text)


@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_offsets_count_from_the_beginning_of_the_whole_text(before, sentence):
    text = f"{before}\n{sentence}"
    start = len(before) + 1
    assert [(a - start, b - start) for a, b in split_words(text, start, len(text))] == split_words(
        sentence
    )


def test_a_word_is_read_without_what_nobody_sees():
    assert visible("Mos\u00adcow\u200b") == "Moscow"
    assert visible("a\ud800") == "a\ufffd"
