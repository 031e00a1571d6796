"""How firm the acts of a text are held to be: `benchmarks/factuality.py FILE`.

FILE has one JSON object a line: text (its words parted by blanks) and targets, each with span1, the
first word of a predicate. `status` of the coder reads each, and its four answers count as the
numbers below; `score_factuality.py` from --tools counts. The last line reads
`r 0.780 macro 0.680 n 2000`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from itertools import accumulate
from pathlib import Path
from typing import Any

from dragoman.coding.stance import status
from dragoman.coding.surroundings import StanceTables, load_stance_tables
from dragoman.model.parses import Sentence
from dragoman.parsing.lemmas import lemma
from dragoman.parsing.network import Network

TOOLS = Path(__file__).parents[2] / "shared" / "tools"
# The middle judgement of the acts of each status in the training part of UDS-IH2, which asks what
# has happened: what is only to come has not.
JUDGED = {"actual": 2.6, "future": -2.2, "hypothetical": -1.5, "negated": -0.4}


def main() -> int:
    """Read the stance of every target, print the scorer's words and the figures in short."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--tools", type=Path, default=TOOLS, help="the folder of the scorers")
    given = options.parse_args()
    network, tables = Network(), load_stance_tables()
    with gzip.open(given.file, "rt", encoding="utf-8") as lines:
        labels = [{"labels": judged(json.loads(line), network, tables)} for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "labels.jsonl"
        coded.write_text("\n".join(map(json.dumps, labels)) + "\n", encoding="utf-8")
        printed = score(given.tools / "score_factuality.py", given.file, coded)
    print(printed)
    said = dict(re.findall(r"(n|r|macro) (-?[\d.]+)", printed))
    print(f"r {said['r']} macro {said['macro']} n {said['n']}")
    return 0


def judged(row: dict[str, Any], network: Network, tables: StanceTables) -> list[float]:
    """The number of each target of a row."""
    sentence = read(row["text"].split(" "), network)
    return [JUDGED[status(sentence, target["span1"][0], tables)[0]] for target in row["targets"]]


def read(words: list[str], network: Network) -> Sentence:
    """The sentence of these words, as if they stood parted by blanks."""
    reading = network.read(words)
    ends = tuple(accumulate(words, lambda end, word: end + 1 + len(word), initial=-1))[1:]
    return Sentence(
        index=0,
        start=0,
        end=ends[-1],
        paragraph=0,
        kind="body",
        words=tuple(words),
        starts=tuple(end - len(word) for end, word in zip(ends, words, strict=True)),
        ends=ends,
        lemmas=tuple(map(lemma, words, reading.tags, reading.fine_tags)),
        tags=reading.tags,
        fine_tags=reading.fine_tags,
        heads=reading.heads,
        relations=reading.relations,
    )


def score(scorer: Path, gold: Path, coded: Path) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(scorer), str(gold), str(coded)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
