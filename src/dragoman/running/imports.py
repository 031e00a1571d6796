"""Imports: files of published datasets into a store, each once, with what became of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import ImportFormatError, StoreError
from dragoman.importing.layouts import Head, datasets, layout_of, query
from dragoman.importing.opening import Source, digest_of, files_under, head_of, sources_in
from dragoman.importing.rda import rda_head
from dragoman.importing.staging import blocks, numbered
from dragoman.model.imported import ImportCounts, ImportSummary, Layout
from dragoman.model.runs import Refusal
from dragoman.running.writing import json_line
from dragoman.storing.parquet import read_parquet
from dragoman.storing.store_blocks import Form
from dragoman.storing.store_commits import ImportedFile
from dragoman.storing.store_writing import Writer, writing

_PARQUET = ".parquet"
Watcher = Callable[[Path], None]
"""Is told of each file once it is done."""


@dataclass(slots=True)
class _Tally:
    """What an import has done so far."""

    counts: dict[str, ImportCounts] = field(default_factory=dict)
    files: int = 0
    known: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    def add(self, counts: dict[str, ImportCounts]) -> None:
        for name, more in counts.items():
            self.counts[name] = self.counts.get(name, ImportCounts()) + more


def import_files(
    paths: Iterable[Path], store: Path, dataset: str | None = None, watcher: Watcher | None = None
) -> ImportSummary:
    """Import files, or the files of folders, into a store; a file that is there already is left.

    Args:
        paths: files (plain, .gz, .zip, .rda) and folders.
        store: the store's folder, made where it is not there.
        dataset: what the files are of; without it each is told by its header or columns.
        watcher: told of each file once it is done.

    Raises: StoreError where the store cannot be written to. A file that cannot be read is refused,
        and the import goes on.
    """
    tally = _Tally()
    with writing(store) as writer:
        for path in files_under(paths):
            try:
                _import_file(path, writer, dataset, tally)
            except ImportFormatError as error:
                writer.discard()
                reason = _without_name(error.problem, path)
                tally.refusals.append(Refusal(str(path), reason, error.remedy))
            if watcher:
                watcher(path)
        rejects = writer.rejects
    place = rejects[0] if len(rejects) == 1 else store / "rejects" if rejects else None
    return ImportSummary(tally.counts, tally.files, tally.known, tuple(tally.refusals), place)


def _without_name(problem: str, path: Path) -> str:
    """A problem without the name of its file in front, which a refusal gives itself."""
    for name in (str(path), path.name):
        if problem.startswith(f"{name} "):
            return f"it {problem[len(name) + 1 :]}"
    return problem


def _import_file(path: Path, writer: Writer, dataset: str | None, tally: _Tally) -> None:
    """Import one file: its members in order, in one commit."""
    digest = digest_of(path)
    sources = _in_lines(path, writer) if path.suffix == _PARQUET else sources_in(path)
    told = [(source, *_layout(source, dataset)) for source in sources]
    if all((layout.dataset, digest) in writer.known for _, layout, _ in told):
        tally.known += 1
        return
    counts: dict[str, ImportCounts] = {}
    for source, layout, head in told:
        name = layout.dataset
        counts[name] = counts.get(name, ImportCounts()) + _import_source(
            source, layout, head, writer
        )
    writer.commit([ImportedFile(path.name, digest, name, c) for name, c in sorted(counts.items())])
    tally.add(counts)
    tally.files += 1


def _in_lines(path: Path, writer: Writer) -> tuple[Source, ...]:
    """A Parquet file of coded events as JSON Lines in the writer's scratch."""
    lines = writer.scratch / "records.jsonl"
    try:
        with lines.open("wb") as stream:
            stream.writelines(json_line(record) for record in read_parquet(path))
    except StoreError as error:
        raise ImportFormatError(error.problem, error.remedy) from error
    return (Source(lines, named=path.name),)


def _layout(source: Source, dataset: str | None) -> tuple[Layout, Head]:
    if source.path.suffix.lower() == ".rda":
        head = Head(source.name, (rda_head(source.path),))
    else:
        head = head_of(source)
    return layout_of(head, dataset), head


def _import_source(source: Source, layout: Layout, head: Head, writer: Writer) -> ImportCounts:
    form = Form(layout, query(layout), datasets()[layout.dataset], numbered)
    counts = writer.add(blocks(source, layout, head, writer.scratch), form)
    if counts.read and counts.rejected == counts.read:
        raise ImportFormatError(
            f"no row of {source.name} could be read as {layout.dataset}",
            f"The reasons are in {writer.rejects[-1]}",
        )
    return counts
