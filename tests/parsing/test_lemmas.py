"""A word's lemma is the form a dictionary has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.lemmas import lemma

CASES = Path(__file__).parents[1] / "cases"
LEMMAS = [
    (form, upos, xpos, expected)
    for upos, tags in tomllib.loads((CASES / "lemmas.toml").read_text(encoding="utf-8")).items()
    for xpos, forms in tags.items()
    for form, expected in forms.items()
]


@pytest.mark.parametrize(("form", "upos", "xpos", "expected"), LEMMAS)
def test_a_form_has_the_lemma_of_the_dictionary(form, upos, xpos, expected):
    assert lemma(form, upos, xpos) == expected


@given(st.text(), st.sampled_from(["VERB", "NOUN", "ADJ", "X", "_"]), st.sampled_from(
    ["VBD", "VBG", "VBZ", "NNS", "NNPS", "JJR", "RBS", "_"]
))  # fmt: skip
def test_any_string_has_a_lemma(form, upos, xpos):
    assert isinstance(lemma(form, upos, xpos), str)
