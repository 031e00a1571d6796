"""Writing: the outputs of a run as JSON Lines or Parquet, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from dragoman.model.runs import Refusal, RunSummary
from dragoman.reading.files import is_extracted
from dragoman.running.runs import Output, Watcher
from dragoman.storing.parquet import write_parquet

AS_ESCAPE = "backslashreplace"
"""A lone surrogate, which UTF-8 cannot hold, as the escape it is in JSON."""
AS_MARK = "replace"
"""A lone surrogate as a question mark, for Parquet, which knows no escapes; offsets still hold."""


def write_lines(
    outputs: Iterable[Output],
    events: IO[bytes],
    articles: IO[bytes] | None = None,
    watcher: Watcher | None = None,
    lone: str = AS_ESCAPE,
) -> RunSummary:
    """Write a run's events, one JSON record a line, and give its counts.

    Args:
        outputs: coded articles and refusals.
        events: where the events go.
        articles: where articles go whose stored text was taken out of a page or text file.
        watcher: told of each output once it is written.
        lone: what becomes of lone surrogates, AS_ESCAPE or AS_MARK.
    """
    coded = count = undated = 0
    refusals: list[Refusal] = []
    left_out: list[Refusal] = []
    for output in outputs:
        if isinstance(output, Refusal):
            refusals.append(output)
        else:
            coded += 1
            undated += output.article.published is None
            count += len(output.events)
            left_out += output.left_out
            for event in output.events:
                events.write(json_line(event.record(), lone))
            if articles and is_extracted(output.article):
                articles.write(json_line(output.article.record()))
        if watcher:
            watcher(output)
    return RunSummary(coded, count, tuple(refusals), tuple(left_out), undated)


def write_file(outputs: Iterable[Output], path: Path, watcher: Watcher | None = None) -> RunSummary:
    """Write a run's events to a .jsonl or .parquet file, and articles' texts beside it.

    The file appears once the run is over and something was coded, so that no half of one is taken
    for a whole. The texts go to NAME.articles.jsonl, where any were taken out of pages or files.
    """
    is_parquet = path.suffix == ".parquet"
    texts = articles_beside(path)
    with _scratch(path) as events, _scratch(texts) as articles:
        lone = AS_MARK if is_parquet else AS_ESCAPE
        summary = write_lines(outputs, events, articles, watcher, lone)
        events.close()
        articles.close()
        if summary.coded and is_parquet:
            write_parquet(Path(events.name), path)
        elif summary.coded:
            Path(events.name).replace(path)
        if Path(articles.name).stat().st_size:
            Path(articles.name).replace(texts)
    return summary


def articles_beside(path: Path) -> Path:
    """Where the texts of articles go that are coded to `path`.

    >>> articles_beside(Path("out/events.parquet")).name
    'events.articles.jsonl'
    """
    return path.with_name(f"{path.stem}.articles.jsonl")


def json_line(record: Mapping[str, Any], lone: str = AS_ESCAPE) -> bytes:
    r"""A record as a line of JSON in UTF-8; a lone surrogate stays the escape it is in JSON.

    >>> json_line({"text": "Malé \ud800"})
    b'{"text": "Mal\xc3\xa9 \\ud800"}\n'
    """
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", lone)


@contextmanager
def _scratch(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` to write to, gone at the end unless it was given another name."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
    finally:
        part.unlink(missing_ok=True)
