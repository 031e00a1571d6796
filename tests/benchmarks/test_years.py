"""What measures say of known years, on daily scores that stand beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import measure
from dragoman.measuring.changes import Change
from dragoman.measuring.measured import Measured
from dragoman.running.imports import import_files

ROOT = Path(__file__).resolve().parents[2]
SCORES = ROOT.parent / "shared" / "data" / "gdelt_graph_daily_2018_2022-06.csv.gz"
pytestmark = pytest.mark.skipif(
    not SCORES.exists(), reason="the scores are not beside the checkout"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years") / "store"
    import_files([SCORES], folder, "dyads")
    return folder


def answers(found: Measured) -> dict[str, Change]:
    return {change.horizon.name: change for change in found.changes}


def test_on_the_day_after_the_summit_level_and_run_up_are_told_and_after_is_not(store):
    found = measure("CHN", "RUS", store, "2021-12-15", against="USA", as_of="2021-12-16").measured
    years = dict(found.years)
    assert 7.2 <= years.pop("2021") <= 7.6
    assert all(4.2 <= mean <= 6.3 for mean in years.values())
    assert list(years) == ["2018", "2019", "2020"]
    told = answers(found)
    assert told["level"].space.n >= 50
    assert told["run-up"].space.share == pytest.approx(0.2, abs=0.05)
    assert told["run-up"].time.share == pytest.approx(0.24, abs=0.05)
    assert {told[name].verdict for name in ("after 4", "after 8")} == {"cannot be told"}


def test_two_months_later_after_is_told_and_not_shown(store):
    found = measure("CHN", "RUS", store, "2021-12-15", against="USA", as_of="2022-02-15").measured
    after = [answers(found)[name] for name in ("after 4", "after 8")]
    assert [change.verdict for change in after] == ["not shown", "not shown"]
    for placebo in ("space", "time"):
        shares = [getattr(change, placebo).share for change in after]
        assert sum(shares) / 2 == pytest.approx(0.25, abs=0.08)
    assert found.verdict == "not shown"


@pytest.mark.parametrize(
    ("first", "second", "day"), [("AUS", "GBR", "2021-09-15"), ("ARE", "ISR", "2020-08-13")]
)
def test_known_turns_are_further_than_nearly_all_pairs_go(store, first, second, day):
    found = measure(first, second, store, day).measured
    share = answers(found)["after 4"].space.share
    assert share is not None
    assert share <= 0.01
    assert found.verdict == "clear"
