"""Keeping: the outputs of a run into a store, events with the texts they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from dragoman.model.runs import Refusal, RunSummary
from dragoman.running.imports import import_files
from dragoman.running.runs import Output, Watcher
from dragoman.running.writing import json_line, write_lines
from dragoman.storing.store_writing import writing


def keep(
    outputs: Iterable[Output], store: Path, watcher: Watcher | None = None
) -> tuple[RunSummary, str]:
    """Put coded articles into a store, the texts before their events; what is there stays as it is.

    Args:
        outputs: coded articles and refusals.
        store: the store's folder, made where it is not there.
        watcher: told of each output once it is coded.

    Gives: the counts of the run, and what became of its events in words.
    Raises: StoreError where the store cannot be written to, before anything is coded where that
        can be known.
    """
    with writing(store):
        pass
    with TemporaryDirectory() as folder:
        events, articles = (Path(folder, f"{name}.jsonl") for name in ("events", "articles"))
        with events.open("wb") as told, articles.open("wb") as texts:
            summary = write_lines(_with_texts(outputs, texts), told, watcher=watcher)
        if summary.coded:
            import_files([articles], store, "articles")
        if not summary.events:
            return summary, "no events to keep"
        kept = import_files([events], store, "events")
    return summary, "all in the store before" if kept.known else f"events: {kept.total}"


def _with_texts(outputs: Iterable[Output], texts: IO[bytes]) -> Iterator[Output]:
    for output in outputs:
        if not isinstance(output, Refusal):
            texts.write(json_line(output.article.record()))
        yield output
