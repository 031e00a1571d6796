"""Run the benchmarks that have a floor: `benchmarks/figures.py [--write] [NAME…]`.

`tests/gold/floors.toml` names them, with the gold set each is run on. Prints a line for each, the
name and its figures. With --write the table of docs/benchmarks.md gets them, in the row that begins
with the name: what was aimed at, what was reached, and which figures fall short.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "tests" / "gold" / "floors.toml"
TABLE = ROOT / "docs" / "benchmarks.md"
FIGURE = re.compile(r"([a-z_]+) (-?[\d.]+)")


def main() -> int:
    """Print the figures of the benchmarks named, or of all."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    names = [name for name in sys.argv[1:] if name != "--write"] or list(floors)
    for name in names:
        reached = figures(floors[name])
        print(f"{name}: {reached}", flush=True)
        if "--write" in sys.argv:
            goal = compared(floors[name], reached)
            TABLE.write_text(with_figures(TABLE.read_text("utf-8"), name, *goal, reached), "utf-8")
    return 0


def figures(floor: Mapping[str, Any]) -> str:
    """The last line a benchmark prints, or the line of figures below the heading asked for."""
    command = [
        sys.executable, str(ROOT / "benchmarks" / floor["benchmark"]), str(GOLD / floor["gold"]),
        *(str(GOLD / path) for path in floor.get("beside", ())), *floor.get("options", ()),
    ]  # fmt: skip
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    if heading := floor.get("heading"):
        below = lines.partition(f"{heading}\n")[2].splitlines()
        return next(line for line in below if re.fullmatch(r"(?:[a-z]+ [\d.]+ ?)+", line))
    return " ".join(lines.splitlines()[-1].split())


def compared(floor: Mapping[str, Any], reached: str) -> tuple[str, str]:
    """What is aimed at, and which figures fall short of it; of errors the goal is the most.

    >>> floor = {"goal": {"right": 3.0, "error": 0.1}, "most": {"error": 0.5}}
    >>> compared(floor, "right 2.0 error 0.1 n 9")
    ('right 3 error 0.1', 'right')
    """
    have = {figure: float(value) for figure, value in FIGURE.findall(reached)}
    goal: Mapping[str, float] = floor["goal"]
    short = [
        figure
        for figure, wanted in goal.items()
        if (have[figure] > wanted if figure in floor["most"] else have[figure] < wanted)
    ]
    return " ".join(f"{figure} {wanted:g}" for figure, wanted in goal.items()), ", ".join(short)


def with_figures(table: str, name: str, aim: str, short: str, reached: str) -> str:
    """A table with the last three cells of the row that begins with `name` put right.

    >>> with_figures("| dates | gum | | `x` | |", "dates", "found 3", "found", "found 2.0 n 9")
    '| dates | gum | found 3 | `found 2.0 n 9` | found |'
    """
    row = re.compile(rf"^(\| {re.escape(name)} \|.*\|)[^|]*\| `[^`]*` \|[^|]*\|$", re.M)
    return row.sub(lambda found: f"{found[1]} {aim} | `{reached}` | {short} |", table)


if __name__ == "__main__":
    sys.exit(main())
