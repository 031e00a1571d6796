"""Code a gold set of articles or passages and score the events: `benchmarks/events.py GOLD`.

GOLD is a folder of article files or a .jsonl file of passages, as tools/score_events.py takes them.
A newspaper article (000_…) is left out of the figures and scored apart. The last line reads
`quad 0.52 type 0.45 status 0.50 date 0.33 against 0.45 basis 0.40 when 0.65 broken 0`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import dragoman

SCORER = Path(__file__).resolve().parents[2] / "shared" / "tools" / "score_events.py"
VIEWS = ("quad", "type", "status", "date", "against", "basis")


def main() -> int:
    """Print the scorer's table, then the figures on one line."""
    gold = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for part in split(gold, Path(folder)):
            print(f"== {part.name}")
            printed, figures = score(part, Path(folder) / f"{part.name}.events", sys.argv[2:])
            print(printed)
            print(" ".join(f"{name} {value:g}" for name, value in figures.items()))
    return 0


def split(gold: Path, folder: Path) -> list[Path]:
    """The set, and before it the newspaper article apart from it, as .jsonl files."""
    if gold.is_file():
        return [gold]
    files = sorted(gold.glob("*.json"))
    parts = []
    for name, chosen in (
        ("newspaper.jsonl", [f for f in files if f.name.startswith("000_")]),
        ("articles.jsonl", [f for f in files if not f.name.startswith("000_")]),
    ):
        rows = [json.dumps(json.loads(f.read_text(encoding="utf-8"))) for f in chosen]
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        parts.append(folder / name)
    return parts


def score(gold: Path, events: Path, options: list[str]) -> tuple[str, dict[str, float]]:
    """What the scorer prints for a .jsonl gold file, and its figures by name."""
    with events.open("w", encoding="utf-8") as out:
        for event in dragoman.code(dragoman.read(gold)):
            out.write(json.dumps(event.record()) + "\n")
    done = subprocess.run(
        [sys.executable, str(SCORER), str(gold), str(events), *options],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout, figures_in(done.stdout)


def figures_in(printed: str) -> dict[str, float]:
    """F1 by view, `when` (share of typed pairs dated right), `broken` (spans not verbatim)."""
    figures = {
        name: float(found[1])
        for name in VIEWS
        if (found := re.search(rf"^{name} .*?F1 ([\d.]+)", printed, re.M))
    }
    figures["when"] = float(re.search(r"when \| type ([\d.]+)", printed)[1])
    figures["broken"] = float(re.search(r"not verbatim: (\d+)", printed)[1])
    return figures


if __name__ == "__main__":
    sys.exit(main())
