"""The word of all answers is that of the strongest, and one alone must be rarer."""

from __future__ import annotations

import pytest

from dragoman.measuring.changes import Change, strongest
from dragoman.measuring.horizons import Horizon
from dragoman.measuring.net_weeks import NetMove
from dragoman.measuring.placebos import Weeks
from dragoman.measuring.verdicts import Placebo

WEEKS = Weeks((0, 26), (26, 30))


def change(name: str, word: str, share: float = 0.0) -> Change:
    space = Placebo(share, 200)
    move = NetMove(1.0, 2.0, 1.0, 0.5, 1.5, is_active=True, space=space, time=Placebo(0.0, 20))
    return Change(Horizon(name, name, WEEKS), word, scores=move)


@pytest.mark.parametrize(
    ("level", "run_up", "after", "word", "first"),
    [
        ("not shown", "not shown", "not shown", "not shown", "run-up"),
        ("clear", "clear", "not shown", "clear", "run-up"),
        ("not shown", "not shown", "clear", "clear", "after 4"),
        ("possible", "not shown", "cannot be told", "possible", "level"),
        ("cannot be told", "too little news", "cannot be told", "too little news", "run-up"),
        ("cannot be told", "cannot be told", "cannot be told", "cannot be told", "run-up"),
    ],
)
def test_the_strongest_of_three_answers_gives_the_word(level, run_up, after, word, first):
    names = {"level": level, "run-up": run_up, "after 4": after}
    found, headline = strongest([change(name, told) for name, told in names.items()])
    assert (found, headline.horizon.name) == (word, first)


def test_one_clear_answer_of_three_must_be_rarer_to_make_it_clear():
    others = [change("level", "not shown"), change("after 4", "not shown")]
    assert strongest([*others, change("run-up", "clear", 0.04)])[0] == "possible"
    assert strongest([*others, change("run-up", "clear", 0.01)])[0] == "clear"


def test_what_is_printed_beside_the_three_does_not_decide():
    three = [change(name, "not shown") for name in ("level", "run-up", "after 4")]
    assert strongest([*three, change("season", "clear"), change("after 8", "clear")])[0] == (
        "not shown"
    )


def test_without_any_of_the_three_there_is_no_word():
    with pytest.raises(ValueError, match="none of level"):
        strongest([change("season", "clear")])
