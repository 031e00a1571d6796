"""How fast published events come into a store, and how much memory that takes.

    python benchmarks/import.py SAMPLES [--rows N]

SAMPLES is a folder with gdelt2_events/*.export.CSV and icews/*-icews-events.tab. Their rows are
written N times over, each with an id and an address of its own, and the file, which is in the page
cache then, is imported into an empty store by a process of its own on two cores. DuckDB's own
reading of the same file into one Parquet file, and pandas' reading of it, are timed alike. The last
line printed is `gdelt_rows_per_second N icews_rows_per_second N peak_mb N`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

FIRST_ID = 900_000_000
CORES = 2
MEGABYTE = 1e6
DUCKDB = """
import duckdb, sys
duckdb.sql("SET memory_limit = '2GB'")
duckdb.sql("SET temp_directory = '" + sys.argv[2] + ".spill'")
duckdb.sql("COPY (SELECT * FROM read_csv('" + sys.argv[1] + "', delim = chr(9), quote = '', "
    "escape = '', header = false, all_varchar = true, auto_detect = false, columns = {"
    + ", ".join(f"'c{i}': 'VARCHAR'" for i in range(int(sys.argv[3])))
    + "})) TO '" + sys.argv[2] + "' (FORMAT parquet, COMPRESSION zstd)")
"""
PANDAS = """
import pandas, sys
for chunk in pandas.read_csv(sys.argv[1], sep="\t", header=None, dtype=str, quoting=3,
                             keep_default_na=False, chunksize=500_000):
    pass
"""
DRAGOMAN = "from dragoman.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Sample:
    """A dataset's sample: where it lies, whether it has a header, and its columns of ids."""

    name: str
    pattern: str
    has_header: bool
    ids: tuple[int, ...]
    address: int | None


SAMPLES = (
    Sample("gdelt", "gdelt2_events/*.export.CSV", has_header=False, ids=(0,), address=60),
    Sample("icews", "icews/*-icews-events.tab", has_header=True, ids=(0, 11), address=None),
)


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds by the clock and of its cores, and its memory at the peak."""

    wall: float
    cpu: float
    peak_mb: float


def main() -> int:
    """Time each sample's import, and others' reading of the same file."""
    options = _options()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    figures: dict[str, int] = {}
    peaks = []
    for sample in SAMPLES:
        with TemporaryDirectory() as folder:
            took = compared(sample, options.samples, options.rows, Path(folder))
        figures[sample.name] = round(options.rows / took.wall)
        peaks.append(took.peak_mb)
    told = " ".join(f"{name}_rows_per_second {figure}" for name, figure in figures.items())
    print(f"{told} peak_mb {max(peaks):.0f}")
    return 0


def compared(sample: Sample, samples: Path, rows: int, folder: Path) -> Took:
    """Print what dragoman, DuckDB and pandas take for the same file; give dragoman's."""
    file = folder / f"many.{sample.name}.csv"
    width = multiplied(sample, next(samples.glob(sample.pattern)), rows, file)
    print(f"{sample.name}: {rows} rows of {width} columns, {file.stat().st_size / MEGABYTE:.0f} MB")
    own = timed([DRAGOMAN, "import", str(file), "--store", str(folder / "store")])
    kept = sum(path.stat().st_size for path in (folder / "store" / "data").rglob("*.parquet"))
    duckdb = timed([DUCKDB, str(file), str(folder / "all.parquet"), str(width)])
    print(_told("dragoman import", own, rows, own))
    print(_told("DuckDB into Parquet", duckdb, rows, own))
    if _has_pandas():
        print(_told("pandas, read only", timed([PANDAS, str(file)]), rows, own))
    print(f"  {kept / rows:.1f} bytes an event in the store", flush=True)
    return own


def multiplied(sample: Sample, source: Path, rows: int, file: Path) -> int:
    """Write a sample's rows many times over, no two alike, and give how many columns they have."""
    with source.open(encoding="utf-8", newline="\n") as stream:
        lines = stream.read().split("\n")
    header, lines = (lines[:1], lines[1:]) if sample.has_header else ([], lines)
    fields = [line.split("\t") for line in lines if line.strip()]
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in header)
        out.writelines(_rows(sample, fields, rows))
    return len(fields[0])


def _rows(sample: Sample, fields: list[list[str]], rows: int) -> Iterator[str]:
    for number, row in enumerate(islice(cycle(fields), rows), start=FIRST_ID):
        changed = row.copy()
        for place in sample.ids:
            changed[place] = str(number)
        if sample.address is not None:
            changed[sample.address] += f"?{number}"
        yield "\t".join(changed) + "\n"


def timed(arguments: list[str]) -> Took:
    """Run a piece of Python with arguments, and say what it took."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", *arguments])
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments[1:]} failed")
    kilobytes = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Took(wall, used.ru_utime + used.ru_stime, kilobytes / MEGABYTE)


def _told(name: str, took: Took, rows: int, own: Took) -> str:
    by_clock, by_core = own.wall / took.wall, own.cpu / took.cpu
    return (
        f"  {name}: {rows / took.wall:,.0f} rows/s, {took.wall:.1f} s by the clock; "
        f"{took.cpu:.1f} s of a core, {took.peak_mb:.0f} MB; "
        f"dragoman takes {by_clock:.2f} times its time by the clock, {by_core:.2f} of a core"
    )


def _has_pandas() -> bool:
    from importlib.util import find_spec

    return find_spec("pandas") is not None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("samples", type=Path)
    parser.add_argument("--rows", type=int, default=4_000_000)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
