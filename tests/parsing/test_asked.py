"""Two parties pointed out in a sentence, and what the network then says joins them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import MissingPartError
from dragoman.parsing.asked import PairReader, loaded
from dragoman.parsing.network import Network

NETWORK = Network()
WORDS = ("Chile", "accused", "Peru", "of", "spying", ",", "and", "Bolivia", "thanked", "Ghana", ".")
PLACES = [0, 2, 7, 9]


def best(source: int, target: int) -> tuple[str, str]:
    told = NETWORK.read(WORDS).dyads.between([source], [target])
    return max(told.types, key=told.types.get), max(told.roots, key=told.roots.get)


def test_what_joins_two_parties_is_told_of_the_two_that_are_pointed_out():
    assert best(0, 2) == ("ACCUSE", "11")
    assert best(7, 9) == ("SUPPORT", "05")


def test_two_parties_of_different_acts_are_less_likely_joined_than_those_of_one():
    between = NETWORK.read(WORDS).dyads.between
    assert sum(between([0], [2]).types.values()) > 0.9 > sum(between([0], [9]).types.values())


@given(st.permutations(PLACES))
def test_an_answer_depends_on_no_other_question(places):
    one, other, *rest = places
    reading = NETWORK.read(WORDS)
    reading.dyads.between([rest[0]], [rest[1]])
    assert reading.dyads.between([one], [other]) == NETWORK.read(WORDS).dyads.between(
        [one], [other]
    )


@given(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
def test_what_is_likely_of_a_pair_leaves_room_for_nothing(pair):
    told = NETWORK.read(WORDS).dyads.between([pair[0]], [pair[1]])
    for likely, choices in ((told.types, 16), (told.roots, 20)):
        assert len(likely) == choices
        assert 0 < sum(likely.values()) < 1


def test_weights_that_are_missing_are_named_with_a_remedy(tmp_path: Path):
    with pytest.raises(MissingPartError, match="Install dragoman again"):
        loaded(tmp_path / "pairs.onnx")
    assert PairReader(tmp_path / "pairs.onnx", ("none",), ("none",))
