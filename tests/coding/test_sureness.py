from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.acts.surroundings import load_stance_tables
from dragoman.coding.status.sureness import OPEN, load_limits, scaled, sureness
from dragoman.model.events import STATUSES
from dragoman.parsing.articles import parse_words
from dragoman.parsing.network import Network

LIMITS = load_limits()


@cache
def network() -> Network:
    return Network()


def sure(text: str, word: str) -> float:
    sentence = parse_words(text.split(), network())
    place = sentence.words.index(word)
    return sureness(sentence, place, load_stance_tables(), LIMITS)


def test_what_is_told_as_done_happened_and_what_is_to_come_has_not():
    assert sure("The ferry sank near the island .", "sank") > OPEN
    assert sure("The ferry will sail on Sunday .", "sail") < -OPEN
    assert sure("The baker never opened the shop .", "opened") < OPEN


def test_every_status_has_limits_and_they_stand_in_order():
    assert set(LIMITS) == set(STATUSES)
    assert all(-1 < undone < done < 1 for undone, done in LIMITS.values())


def test_a_user_may_set_other_limits(tmp_path):
    rows = "status,undone,done\nactual,-0.9,0.9\n"
    (tmp_path / "sureness.csv").write_text(rows, encoding="utf-8")
    assert load_limits(tmp_path)["actual"] == (-0.9, 0.9)


@given(st.lists(st.floats(-1, 1), min_size=2), st.sampled_from(sorted(LIMITS)))
def test_surer_readings_stay_surer_and_within_bounds(readings, status):
    found = [scaled(reading, *LIMITS[status]) for reading in sorted(readings)]
    assert all(a <= b + 1e-12 for a, b in pairwise(found))
    assert all(-1 <= number <= 1 for number in found)


@pytest.mark.parametrize("status", sorted(LIMITS))
def test_what_lies_at_a_limit_lies_at_the_edge_of_what_is_open(status):
    undone, done = LIMITS[status]
    assert scaled(undone, undone, done) == pytest.approx(-OPEN)
    assert scaled(done, undone, done) == pytest.approx(OPEN)
