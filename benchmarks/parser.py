"""How well and how fast the parser reads.

`python benchmarks/parser.py FILE.conllu.gz` measures against a treebank, `--speed FILE.txt.gz`
times the network on a file of one sentence a line. Figures with gold words come from the network
alone. On raw text the whole way is gone, sentence and word splitting too, and a word counts as
right when its place in the text, its head's place and its relation with subtype are. Punctuation
counts. The last line is for machines.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dragoman.model.parses import ROOT
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network
from dragoman.parsing.words import split_words

Arc = tuple[int, int, int, int, str]
"""A word's place, its head's place (-1, -1 for the root's) and its relation."""


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word of a treebank; `start` and `end` count from its sentence's first character."""

    form: str
    tag: str
    fine_tag: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence of a treebank, its text, and whether a paragraph begins with it."""

    document: str
    text: str
    begins_paragraph: bool
    words: tuple[GoldWord, ...]


def main() -> None:
    """Measures what the command line names."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("file", type=Path)
    reader.add_argument("--speed", action="store_true", help="time the network instead")
    options = reader.parse_args()
    if options.speed:
        print_speed(options.file)
    else:
        print_accuracy(list(read_gold(options.file)))


def print_accuracy(gold: Sequence[GoldSentence]) -> None:
    """Shares of words read right, in percent, with gold words and on raw text."""
    right = with_gold_words(gold)
    shares = {name: 100 * count / right["n"] for name, count in right.items() if name != "n"}
    for name, share in shares.items():
        print(f"{name:20} {share:6.2f}")
    raw = on_raw_text(gold)
    print(f"{'las_raw':20} {raw:6.2f}")
    told = " ".join(f"{name} {shares[name]:.1f}" for name in ("las", "uas", "upos", "xpos"))
    print(f"{told} las_raw {raw:.1f} n {len(gold)}")


def with_gold_words(gold: Iterable[GoldSentence]) -> Counter[str]:
    """How many words the network reads right of `n`."""
    network = Network()
    right: Counter[str] = Counter()
    for sentence in gold:
        reading = network.read([word.form for word in sentence.words])
        for at, word in enumerate(sentence.words):
            attached = reading.heads[at] == word.head
            relation = reading.relations[at]
            right["n"] += 1
            right["las"] += attached and relation == word.relation
            right["las_no_subtypes"] += attached and _universal(relation) == _universal(
                word.relation
            )
            right["uas"] += attached
            right["upos"] += reading.tags[at] == word.tag
            right["xpos"] += reading.fine_tags[at] == word.fine_tag
    return right


def _universal(relation: str) -> str:
    return relation.partition(":")[0]


def on_raw_text(gold: Iterable[GoldSentence]) -> float:
    """LAS F1 in percent where the text is all that is given, a document at a time."""
    network = Network()
    right = total = 0
    for document, sentences in groupby(gold, key=lambda sentence: sentence.document):
        text, wanted = _document(list(sentences))
        found = set(_arcs_read(Article(id=document, text=text), network))
        right += len(found & wanted)
        total += len(found) + len(wanted)
    return 200 * right / total


def _document(sentences: Sequence[GoldSentence]) -> tuple[str, set[Arc]]:
    """The text of a document and the arcs in it."""
    text, arcs = "", set[Arc]()
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.begins_paragraph else " "
        places = [(len(text) + word.start, len(text) + word.end) for word in sentence.words]
        relations = [word.relation for word in sentence.words]
        arcs |= set(_arcs(places, [word.head for word in sentence.words], relations))
        text += sentence.text
    return text, arcs


def _arcs_read(article: Article, network: Network) -> Iterator[Arc]:
    for sentence in parse(article, network).sentences:
        places = list(zip(sentence.starts, sentence.ends, strict=True))
        yield from _arcs(places, sentence.heads, sentence.relations)


def _arcs(
    places: Sequence[tuple[int, int]], heads: Sequence[int], relations: Sequence[str]
) -> Iterator[Arc]:
    for place, head, relation in zip(places, heads, relations, strict=True):
        yield (*place, *((-1, -1) if head == ROOT else places[head]), relation)


def print_speed(path: Path) -> None:
    """Sentences the network reads in a second of one core, words already split."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [
            [line[first:end] for first, end in split_words(line, 0, len(line))]
            for line in map(str.strip, lines)
        ]
    network = Network()
    network.read(sentences[0])
    started = time.process_time()
    for words in sentences:
        network.read(words)
    spent = time.process_time() - started
    print(f"words_per_core_second {sum(map(len, sentences)) / spent:.0f}")
    print(f"sentences_per_core_second {len(sentences) / spent:.0f}")


def read_gold(path: Path) -> Iterator[GoldSentence]:
    """The sentences of a .conllu.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    document = ""
    for block in filter(None, blocks):
        rows = block.splitlines()
        about = dict(row[2:].partition(" = ")[::2] for row in rows if row.startswith("# "))
        cells = [row.split("\t") for row in rows if row[0].isdigit()]
        document = about.get("newdoc id", document)
        begins = any(row.startswith("# newpar") for row in rows)
        words = tuple(_words(cells, about["text"]))
        yield GoldSentence(document, about["text"], begins, words)


def _words(rows: Iterable[Sequence[str]], text: str) -> Iterator[GoldWord]:
    """The words with their places; a contraction's letters go to its parts as far as they fit."""
    at = contraction_end = last_part = 0
    for number, form, *cells in rows:
        if "-" in number:
            at = text.index(form, at)
            contraction_end, last_part = at + len(form), int(number.partition("-")[2])
        elif "." not in number:
            is_part = int(number) <= last_part
            start = at if is_part else text.index(form, at)
            end = contraction_end if int(number) == last_part else start + len(form)
            yield GoldWord(form, cells[1], cells[2], int(cells[4]) - 1, cells[5], start, end)
            at = end


if __name__ == "__main__":
    main()
