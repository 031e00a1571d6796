"""UD files → sentences with words, tags, trees and, in GUM, named mentions."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from names import name_labels, possible_name_labels


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One annotated sentence by column; `heads` are indices of words, -1 for the root.

    `names` are BIO labels, NO_LABEL or SOME_NAME where the treebank does not say.
    """

    document: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


def read_treebank(path: Path) -> Iterator[TreebankSentence]:
    """The sentences of a .conllu.gz file, in its order; GUM's with names, others' with gaps."""
    document, rows = "", list[list[str]]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ").strip()
            elif line[0].isdigit():
                cells = line.rstrip("\n").split("\t")
                if cells[0].isdigit():  # "1-2" is a contraction, "8.1" an elided word
                    rows.append(cells)
            elif line == "\n" and rows:
                yield _sentence(document, rows)
                rows = []


def _sentence(document: str, rows: list[list[str]]) -> TreebankSentence:
    words, tags, fine_tags = (tuple(row[cell] for row in rows) for cell in (1, 3, 4))
    heads = tuple(int(row[6]) - 1 for row in rows)
    relations = tuple(row[7] for row in rows)
    has_names = document.startswith("GUM_")
    names = name_labels(rows) if has_names else possible_name_labels(fine_tags, words)
    return TreebankSentence(document, words, tags, fine_tags, heads, relations, names)


def read_licences(path: Path) -> dict[str, bool]:
    """Which genres and documents of licences.csv may be trained on."""
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if not row[0].startswith("#")][1:]
    return {row[0]: row[1] == "yes" for row in rows}


def may_train_on(document: str, licences: dict[str, bool]) -> bool:
    """Whether a document's text is free enough; a document's own row goes before its genre's.

    >>> may_train_on("GUM_news_worship", {"news": True})
    True
    >>> may_train_on("GUM_fiction_moon", {"news": True})
    False
    """
    if not document.startswith("GUM_"):
        return True
    genre = document.split("_")[1]
    return licences.get(document, licences.get(genre, False))
