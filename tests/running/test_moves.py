"""The pairs that moved most are ranked and capped, each with the events behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import dyads
from dragoman.cli import main
from dragoman.errors import MeasureError

AT = "2021-12-15"
RUN_UP = "2021-06-16"


def test_the_pair_that_rose_most_goes_first(scores, events):
    for store, day, pair in ((scores, AT, ("BOL", "URY")), (events, RUN_UP, ("ARG", "CHL"))):
        found = dyads(store, day, most=3)
        assert found[0].mover.pair == pair
        assert found[0].mover.change.verdict == "clear"
        assert len(found) == 3
        assert found.among > 40
        assert [one.mover.rank for one in found] == [1, 2, 3]


def test_each_pair_is_linked_to_its_events(events):
    [first] = dyads(events, RUN_UP, most=1)
    assert len(first.links) == 3
    assert all(RUN_UP <= link.day < "2021-07-14" for link in first.links)
    assert all(link.id.split("-")[0] in ("AGREE", "COOPERATE") for link in first.links)


def test_without_events_it_is_linked_to_the_days_of_its_scores(scores):
    [first] = dyads(scores, AT, most=1)
    assert [link.id.split(":")[0] for link in first.links] == ["scores.csv"] * 3


def test_hostility_has_movers_of_its_own(scores, events):
    for store in (scores, events):
        found = dyads(store, RUN_UP, most=2, relation="hostility")
        assert {one.mover.pair for one in found} == {("ARG", "PER"), ("CHL", "PER")}


def test_a_day_without_four_weeks_after_it_is_refused(scores):
    with pytest.raises(MeasureError, match="later than the day of asking"):
        dyads(scores, AT, as_of="2021-12-20")


def run(store: Path, *options: str):
    return CliRunner().invoke(main, ["dyads", "--store", str(store), "--since", AT, *options])


def test_the_command_prints_rank_word_placebos_and_links(scores):
    done = run(scores, "--most", "2")
    assert done.exit_code == 0
    assert "1. Bolivia and Uruguay: clear" in done.stdout
    assert "other pairs: none of " in done.stdout
    assert "(score scores.csv:" in done.stdout
    assert "3. " not in done.stdout


def test_as_json_the_command_gives_one_record_a_pair(scores):
    told = json.loads(run(scores, "--json", "--most", "2").stdout)
    assert [row["rank"] for row in told["dyads"]] == [1, 2]
    assert told["dyads"][0]["events"][0]["dataset"] == "score"
