"""The figures on the gold sets do not fall: each benchmark prints them, floors.toml holds them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="the gold sets stand beside the checkout, not in it"
)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_figures_on_a_gold_set_do_not_fall(name):
    floor = FLOORS[name]
    gold = GOLD / floor["gold"]
    assert digest(gold) == floor["digest"], f"{floor['gold']} is another set; measure it anew"
    reached = figures(floor["benchmark"], gold, floor.get("options", []))
    fallen = {
        figure: (reached[figure], least)
        for figure, least in floor["least"].items()
        if reached[figure] < least
    }
    fallen |= {
        figure: (reached[figure], most)
        for figure, most in floor.get("most", {}).items()
        if reached[figure] > most
    }
    assert fallen == {}, f"reached and wanted: {fallen}"


def digest(gold: Path) -> str:
    """A digest of a gold file, or of all files of a gold folder in the order of their names."""
    files = [gold] if gold.is_file() else sorted(p for p in gold.rglob("*") if p.is_file())
    together = hashlib.sha256()
    for path in files:
        together.update(path.read_bytes())
    return together.hexdigest()[:16]


def figures(benchmark: str, gold: Path, options: list[str]) -> dict[str, float]:
    """The names and numbers of the last line a benchmark prints."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / benchmark), str(gold), *options],
        capture_output=True,
        text=True,
        check=True,
    )
    words = done.stdout.splitlines()[-1].split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2], strict=True)}
