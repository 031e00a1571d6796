"""Judgements of readers whether acts happened (UDS-IH2) → numbers to learn."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SURELY = 3.0
"""The judgement that an act surely happened; that it surely did not is its negative."""


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence by words; some of them judged between -1 (did not happen) and 1 (did)."""

    words: tuple[str, ...]
    judgements: tuple[tuple[int, float], ...]


def read_judged(path: Path) -> Iterator[JudgedSentence]:
    """The sentences of a file of UDS-IH2, one JSON object a line; words are parted by blanks."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            judged = tuple((t["span1"][0], t["label"] / SURELY) for t in row["targets"])
            yield JudgedSentence(tuple(row["text"].split(" ")), judged)
