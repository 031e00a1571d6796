"""A government's talks with others as its own words show them, coded into a store and counted.

    python benchmarks/contacts.py CORPUS READOUTS --store DIR [--jobs N]

CORPUS has one JSON object a line (plain or .gz): title, date, url, kind and text of what a
government published. READOUTS has one a line too: date and country of a talk it gave a readout of.
The corpus is coded into DIR, with progress, time and refusals; a store that is there already is
counted as it is.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from dragoman.model.text import Article
from dragoman.running.imports import import_files
from dragoman.running.runs import code_all
from dragoman.running.writing import json_line, write_file

A_PIECE = 250
"""Articles coded at a time: a run that was stopped goes on after the pieces it finished."""


def main() -> int:
    """Code the corpus unless that is done."""
    options = _options()
    if not options.store.exists():
        coded_into(options.store, options.corpus, options.jobs)
    return 0


def articles_of(corpus: Path) -> list[Article]:
    """The articles of a corpus, known by their kind and the number of their line."""
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [
        Article(
            id=f"{row['kind']}-{number}",
            text=row["text"],
            title=row["title"],
            published=row["date"],
            url=row["url"],
            source=f"{corpus.name}:{number}",
        )
        for number, row in enumerate(rows, start=1)
    ]


def coded_into(store: Path, corpus: Path, jobs: int) -> None:
    """Code a corpus, a piece at a time, and keep its events and texts in a store."""
    articles = articles_of(corpus)
    folder = store.with_name(f"{store.name}.pieces")
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    for first in reversed(range(0, len(articles), A_PIECE)):
        events = folder / f"{first:06d}.jsonl"
        if not events.exists():
            summary = write_file(code_all(articles[first : first + A_PIECE], jobs=jobs), events)
            for refusal in summary.refusals:
                print(refusal)
            print(
                f"{events.name}: {summary}, {summary.events} events,"
                f" {time.perf_counter() - started:.0f} s so far",
                flush=True,
            )
    with (folder / "articles.jsonl").open("wb") as stream:
        stream.writelines(json_line(article.record()) for article in articles)
    print(import_files([folder], store))
    print(f"{time.perf_counter() - started:.0f} s with keeping")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("readouts", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2, help="processes to code with")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
