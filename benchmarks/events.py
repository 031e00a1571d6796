"""Code a gold set of articles or passages and score the events: `benchmarks/events.py GOLD`.

GOLD is a folder of article files or a .jsonl file of passages, as tools/score_events.py takes them.
With `--coder llm --endpoint URL --model NAME` a language model is asked; other options go to the
scorer. A newspaper article (000_…) is left out of the figures and scored apart. The last line reads
`quad 0.52 type 0.45 status 0.50 date 0.33 against 0.45 basis 0.40 when 0.65 broken 0`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import dragoman
from dragoman import ChatCoder
from dragoman.cli_coder import chosen

SCORER = Path(__file__).resolve().parents[2] / "shared" / "tools" / "score_events.py"
VIEWS = ("quad", "type", "status", "date", "against", "basis")


def main() -> int:
    """Print the scorer's table, then the figures on one line."""
    given, rest = options().parse_known_args()
    coder = chosen(given.coder, given.endpoint, given.model)
    with tempfile.TemporaryDirectory() as folder:
        for part in split(given.gold, Path(folder)):
            print(f"== {part.name}")
            events = Path(folder) / f"{part.name}.events"
            write_events(part, events, coder)
            printed, figures = score(part, events, rest)
            print(printed)
            print(" ".join(f"{name} {value:g}" for name, value in figures.items()))
    return 0


def options() -> argparse.ArgumentParser:
    """What may be asked for, as `dragoman code` has it."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("gold", type=Path)
    read.add_argument("--coder", choices=("tables", "llm"), default="tables")
    read.add_argument("--endpoint")
    read.add_argument("--model")
    return read


def split(gold: Path, folder: Path) -> list[Path]:
    """The set, and before it the newspaper article apart from it, as .jsonl files."""
    if gold.is_file():
        return [gold]
    files = sorted(gold.glob("*.json"))
    parts = []
    for name, files_of in (
        ("newspaper.jsonl", [f for f in files if f.name.startswith("000_")]),
        ("articles.jsonl", [f for f in files if not f.name.startswith("000_")]),
    ):
        rows = [json.dumps(json.loads(f.read_text(encoding="utf-8"))) for f in files_of]
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        parts.append(folder / name)
    return parts


def write_events(gold: Path, events: Path, coder: ChatCoder | None) -> None:
    """The events a coder finds in a .jsonl gold file; what it leaves out is said and counted."""
    coded = dragoman.code(dragoman.read(gold), coder=coder)
    with events.open("w", encoding="utf-8") as out:
        for event in coded:
            out.write(json.dumps(event.record()) + "\n")
    for refusal in (*coded.refusals, *coded.left_out):
        print(refusal, file=sys.stderr)
    if coder:
        print(f"{len(coded.refusals)} articles refused, {len(coded.left_out)} events left out")


def score(gold: Path, events: Path, options: list[str]) -> tuple[str, dict[str, float]]:
    """What the scorer prints for a .jsonl gold file, and its figures by name."""
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
