"""Sentences begin and end where a reader says, at offsets that hold."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.sentences import LONGEST_SENTENCE, split

CASES = Path(__file__).parents[1] / "cases"
SENTENCES = tomllib.loads((CASES / "sentences.toml").read_text(encoding="utf-8"))["case"]
PARTS = st.sampled_from(
    [
        "Peru left.", "The U.S. Navy", "“Why?” he asked.", "Gen. Obi", " ", "\n", "\n\n", "\t",
        "He said, ‘no.’”", "LIMA, May 3 (AP) — ", "...", "5.5", "\u200b", "\ufeff", "\ud800",
        "- ", "\x00", "Q ", "MS. OBI: ", "\u202e", "\r\n", "a" * 40, "Dec. 9–10.", "—", "\"", "É",
    ]
)  # fmt: skip


def found(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in split(text)]


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["name"])
def test_a_text_falls_into_the_sentences_a_reader_sees(case):
    assert found(case["text"]) == case["sentences"]


@given(st.one_of(st.text(), st.lists(PARTS, max_size=25).map("".join)))
def test_pieces_stand_in_order_and_never_overlap(text):
    pieces = split(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(pieces))
    assert all(text[p.start : p.end].strip() == text[p.start : p.end] for p in pieces)


@given(
    st.lists(st.sampled_from(["Peru left.", "Oslo", "“No.”", "3.5", "U.N.", " ", "!"]), min_size=1)
)
def test_every_letter_of_a_line_of_news_stands_in_a_sentence(parts):
    text = "Words " + " ".join(parts) + " went on"
    assert "".join("".join(found(text)).split()) == "".join(text.split())


def test_a_headline_a_caption_and_a_paragraph_are_told_apart():
    text = (
        "Will the truce hold?\n\nEnvoys arrive in Quito\n\nTwo envoys in Quito on Monday. (EPA)\n"
        "Two envoys in Quito on Monday. (EPA)\n\nThe truce held. It will go on."
    )
    # The credit in brackets is a piece of its own, so that its agency is not read as a party.
    kinds = [(piece.kind, piece.paragraph) for piece in split(text)]
    assert kinds == [
        ("headline", 0),
        ("headline", 1),
        ("caption", 2),
        ("caption", 2),
        ("body", 4),
        ("body", 4),
    ]


def test_a_text_of_one_line_is_no_headline():
    assert [piece.kind for piece in split("Peru accused Chile of plunder")] == ["body"]


def test_a_line_that_stands_twice_is_read_once():
    text = "Peru and Chile signed a treaty.\n\nBrazil watched.\n\nPeru and Chile signed a treaty."
    assert found(text) == ["Peru and Chile signed a treaty.", "Brazil watched."]


def test_what_stands_below_related_stories_is_left_out_until_prose_comes_back():
    text = (
        "Peru left the talks on Monday.\n\n"
        "Related stories\nChile celebrates a century\nWhy rain fails\n\n"
        "Chile said that it would wait for Peru to come back."
    )
    assert found(text) == [
        "Peru left the talks on Monday.",
        "Chile said that it would wait for Peru to come back.",
    ]


def test_a_sentence_without_end_is_cut_at_blanks():
    text = "word " * 2000
    pieces = split(text)
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST_SENTENCE
    assert "".join(found(text)).replace(" ", "") == text.replace(" ", "")
    assert all(piece.end - piece.start <= LONGEST_SENTENCE for piece in split("x" * 5000))
