"""Words are cut the same whatever stands beside them, and always into at least one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.network import WEIGHTS
from dragoman.parsing.pieces import (
    LOWER,
    MIXED,
    MOST_PIECES_A_WORD,
    TITLE,
    UNCASED,
    UNKNOWN_PIECE,
    UPPER,
    Pieces,
    laid_out,
    shape,
)

PIECES = Pieces(WEIGHTS / "tokenizer.json")
any_word = st.text(st.characters(categories=["L", "N", "P", "S", "Z", "C"]), max_size=40)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("envoy", LOWER),
        ("Quito", TITLE),
        ("I", TITLE),
        ("NATO", UPPER),
        ("U.S.", UPPER),
        ("McDonald", MIXED),
        ("eBay", MIXED),
        ("2019", UNCASED),
        ("—", UNCASED),
        ("北京", UNCASED),
        ("", UNCASED),
    ],
)
def test_the_shape_of_a_word_is_how_it_is_written(word, expected):
    assert shape(word) == expected


@given(any_word)
def test_any_word_has_pieces_but_not_too_many(word):
    numbers, _ = PIECES.of(word)
    assert 1 <= len(numbers) <= MOST_PIECES_A_WORD


@pytest.mark.parametrize("word", ["", "\x00", "\u200b", "\ud800"], ids=ascii)
def test_a_word_without_pieces_is_the_unknown_piece(word):
    assert PIECES.of(word)[0] == (UNKNOWN_PIECE,)


def test_capitals_change_the_shape_and_not_the_pieces():
    assert PIECES.of("Kenya")[0] == PIECES.of("KENYA")[0]
    assert PIECES.of("Kenya")[1] != PIECES.of("KENYA")[1]


@given(st.lists(any_word, max_size=15))
def test_every_word_is_read_from_its_own_first_and_last_pieces(words):
    cut = [PIECES.of(word) for word in words]
    laid = laid_out(cut)
    assert len(laid.numbers) == len(laid.shapes)
    for (numbers, _), first, last in zip(cut, laid.firsts[1:], laid.lasts[1:], strict=True):
        assert tuple(laid.numbers[first : last + 1]) == numbers
