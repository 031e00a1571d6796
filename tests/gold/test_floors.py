"""The figures on the gold sets do not fall: each benchmark prints them, floors.toml holds them."""

from __future__ import annotations

import hashlib
import re
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


@pytest.mark.parametrize("name", FLOORS)
def test_the_figures_on_a_gold_set_do_not_fall(name):
    floor = FLOORS[name]
    gold = GOLD / floor["gold"]
    assert digest(gold) == floor["digest"], f"{floor['gold']} is another set; measure it anew"
    reached = figures(name)
    fallen = {
        figure: reached[figure] for figure, v in floor["least"].items() if reached[figure] < v
    }
    risen = {figure: reached[figure] for figure, v in floor["most"].items() if reached[figure] > v}
    assert (fallen, risen) == ({}, {}), f"wanted: {floor['least']}, at most {floor['most']}"


def digest(gold: Path) -> str:
    """A digest of a gold file, or of all files of a gold folder in the order of their names."""
    files = [gold] if gold.is_file() else sorted(p for p in gold.rglob("*") if p.is_file())
    together = hashlib.sha256()
    for path in files:
        together.update(path.read_bytes())
    return together.hexdigest()[:16]


def figures(name: str) -> dict[str, float]:
    """The names and numbers that the benchmark of a floor prints."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "figures.py"), name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.partition(": ")[2]
    return {figure: float(value) for figure, value in re.findall(r"([a-z_]+) (-?[\d.]+)", said)}
