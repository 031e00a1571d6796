"""How well sources, cues and contents are found, on articles with marked attributions.

    python benchmarks/attribution.py FILE    last line: cue 0.600  source 0.700  content 0.700

FILE holds JSON lines with doc, text and attributions, as PolNeAR has them. `find_attributions`
marks the texts, and `score_attribution.py` from --tools counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dragoman.coding.voices.cues import CueTable, load_cues
from dragoman.coding.voices.voice import Voice
from dragoman.coding.voices.voices import find_attributions
from dragoman.model.text import Article, Span
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

TOOLS = Path(__file__).parents[2] / "shared" / "tools"


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def marked(row: dict[str, Any], network: Network, cues: CueTable) -> dict[str, Any]:
    """A row with the voices of its text as attributions.

    As in the corpus, those that another voice reports are left out.
    """
    found = find_attributions(parse(Article(row["doc"], row["text"]), network), cues)
    outermost = [attribution(voice) for voice in found if voice.depth == 0]
    return {"doc": row["doc"], "attributions": outermost}


def attribution(voice: Voice) -> dict[str, Any]:
    """A voice in the scorer's form."""
    source = [place(voice.source)] if voice.source else []
    return {
        "source": source,
        "cue": [place(voice.cue)],
        "content": [place(part) for part in voice.content],
    }


def place(span: Span) -> list[int | str]:
    """A span as start, end and words."""
    return [span.start, span.end, span.text]


def score(scorer: Path, gold: Path, coded: Path) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(scorer), str(gold), str(coded)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Marks the texts of a file and prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--tools", type=Path, default=TOOLS)
    given = options.parse_args()
    network, cues = Network(), load_cues()
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "attributions.jsonl"
        rows = [json.dumps(marked(row, network, cues)) for row in read(given.file)]
        coded.write_text("\n".join(rows) + "\n", encoding="utf-8")
        print(score(given.tools / "score_attribution.py", given.file, coded).strip())


if __name__ == "__main__":
    main()
