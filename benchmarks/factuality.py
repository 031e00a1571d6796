"""How sure it is that the acts of a text happened: `benchmarks/factuality.py FILE`.

FILE has one JSON object a line: text (its words parted by blanks) and targets, each with span1,
the first word of a predicate. How sure it is that each word came about, from -1 to 1, counts three
times, for the readers of the set judged from -3 to 3; `score_factuality.py` from --tools counts.
The last line reads `r 0.780 macro 0.680 n 2000`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dragoman.coding.acts.surroundings import StanceTables, load_stance_tables
from dragoman.coding.status.sureness import Limits, load_limits, sureness
from dragoman.parsing.articles import parse_words
from dragoman.parsing.network import Network

TOOLS = Path(__file__).parents[2] / "shared" / "tools"
SURELY = 3.0
"""The judgement that an act surely happened."""


def main() -> int:
    """Read every target, print the scorer's words and the figures in short."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--tools", type=Path, default=TOOLS, help="the folder of the scorers")
    given = options.parse_args()
    network, tables, limits = Network(), load_stance_tables(), load_limits()
    with gzip.open(given.file, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        labels = [{"labels": judged(row, network, tables, limits)} for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "labels.jsonl"
        coded.write_text("\n".join(map(json.dumps, labels)) + "\n", encoding="utf-8")
        printed = score(given.tools / "score_factuality.py", given.file, coded)
    print(printed)
    said = dict(re.findall(r"(n|r|macro) (-?[\d.]+)", printed))
    print(f"r {said['r']} macro {said['macro']} n {said['n']}")
    return 0


def judged(
    row: dict[str, Any], network: Network, tables: StanceTables, limits: Limits
) -> list[float]:
    """The number of each target of a row."""
    sentence = parse_words(row["text"].split(" "), network)
    words = [target["span1"][0] for target in row["targets"]]
    return [SURELY * sureness(sentence, word, tables, limits) for word in words]


def score(scorer: Path, gold: Path, coded: Path) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(scorer), str(gold), str(coded)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
