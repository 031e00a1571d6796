"""How long `measure` takes on a store of very many events, and how many bytes an event takes.

    python benchmarks/store.py EXPORT [--events N] [--folder DIR] [--keep]

EXPORT is a file of GDELT events 2.0. It is imported as any file is, and its stored rows are the
mould of N synthetic events over the years 2015 to 2024: types, reports, tones and lags as there,
in half of the rows of two states these drawn anew. A state is drawn by how often it acts or is
acted on in the mould, and once more, so that those missing there are drawn too: GDELT tells of
some 12,000 pairs in a year. Years have the sizes they had in GDELT (2020 to 2024 assumed alike).
DuckDB writes a part a month, by the store's own writer, and the store is checked. `dragoman
measure` then runs as a process of its own: first with the store's summaries to be made, then
three times again, the best of which counts. The store in DIR is deleted at the end unless it is to
be kept. The last line reads
`measure_seconds 3.1 first_seconds 60.2 bytes_an_event 40.1 n 100000000`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from dragoman.importing.layouts import datasets
from dragoman.model.imported import Dataset, ImportCounts
from dragoman.running.imports import import_files
from dragoman.storing.store import EVENTS, open_store
from dragoman.storing.store_check import check
from dragoman.storing.store_commits import ImportedFile
from dragoman.storing.store_tables import load_tables
from dragoman.storing.store_writing import Writer, connected, writing

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

GDELT = "gdelt2"
MILLIONS = {2015: 59.1, 2016: 97.2, 2017: 75.6, 2018: 61.5, 2019: 50.9} | dict.fromkeys(
    range(2020, 2025), 48.0
)
NEEDED = 40
"""Bytes of disk an event may take, those of summaries and of what DuckDB spills included."""
WARM_RUNS = 3
ASKED = ["CHN", "RUS", "--against", "USA", "--since", "2021-12-15"]
MAIN = "from dragoman.cli import main; main()"
MOULD = """
CREATE TABLE mould AS
    SELECT * EXCLUDE (dataset, year), row_number() OVER () - 1 AS place FROM events;
CREATE TABLE now AS
    SELECT DISTINCT state FROM states WHERE system = 'iso' AND last >= 2024;
CREATE TABLE doers AS
    SELECT state, row_number() OVER () - 1 AS place
    FROM (SELECT a AS state FROM mould WHERE a IS NOT NULL UNION ALL FROM now);
CREATE TABLE others AS
    SELECT state, row_number() OVER () - 1 AS place
    FROM (SELECT b AS state FROM mould WHERE b IS NOT NULL UNION ALL FROM now);
"""
MONTH = """
WITH lots AS (
    SELECT
        range AS n,
        (hash(range, 'row') % {mould})::BIGINT AS row,
        (hash(range, 'doer') % {doers})::BIGINT AS doer,
        (hash(range, 'other') % {others})::BIGINT AS other,
        DATE '{day}' + (hash(range, 'day') % {days})::INTEGER AS added,
        hash(range, 'anew') % 2 = 0 AS is_anew
    FROM range({first}, {last})
)
SELECT mould.* EXCLUDE (place) REPLACE (
    'synthetic {day}' AS file,
    n - {first} + 1 AS line,
    (n + 1000000000)::VARCHAR AS id,
    added AS day,
    added - (reported - date)::INTEGER AS date,
    added AS reported,
    CASE WHEN is_anew AND a <> b THEN doers.state ELSE a END AS a,
    CASE WHEN is_anew AND a <> b THEN others.state ELSE b END AS b,
    'https://news.example/' || md5((n // 5)::VARCHAR) AS url
)
FROM lots
JOIN mould ON mould.place = lots.row
JOIN doers ON doers.place = lots.doer
JOIN others ON others.place = lots.other
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds by the clock and of a core, and megabytes at its peak."""

    wall: float
    core: float
    peak: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} s, {self.core:.2f} s of a core, {self.peak:.0f} MB at the peak"


def main() -> int:
    """Make the store, check it, measure on it, and delete it."""
    options = _options()
    folder = Path(mkdtemp(dir=options.folder))
    try:
        _check_space(folder, options.events)
        filled(folder, options.export, options.events)
        store = folder / "store"
        told(store, options.events)
    finally:
        if options.keep:
            print(f"kept in {folder}")
        else:
            shutil.rmtree(folder)
    return 0


def filled(folder: Path, export: Path, events: int) -> None:
    """Make a store of synthetic events, a part and a commit a month."""
    started = time.perf_counter()
    import_files([export], folder / "mould", GDELT)
    dataset = datasets()[GDELT]
    with writing(folder / "store") as writer, closing(connected(writer.scratch)) as connection:
        load_tables(connection)
        open_store(folder / "mould").view(connection, EVENTS)
        connection.execute(MOULD)
        sizes = {name: len(connection.table(name)) for name in ("mould", "doers", "others")}
        for day, days, first, last in months(events):
            sql = MONTH.format(day=day, days=days, first=first, last=last, **sizes)
            write_month(writer, connection, sql, dataset, day)
            if day.month == 12:
                seconds = time.perf_counter() - started
                print(f"to {day.year}: {last} events, {seconds:.0f} s", flush=True)


def write_month(
    writer: Writer, connection: DuckDBPyConnection, sql: str, dataset: Dataset, day: date
) -> None:
    """Write the events of a month as a commit of one part."""
    part = writer.write_part(connection, sql, dataset, day.year)
    [(back_dated,)] = connection.execute(
        "SELECT count(back_dated) FROM read_parquet(?)", [str(writer.folder / part.path)]
    ).fetchall()
    counts = ImportCounts(part.rows, part.rows, back_dated=back_dated)
    writer.commit([ImportedFile(f"synthetic {day}", part.sha256, dataset.name, counts)])


def months(events: int) -> Iterator[tuple[date, int, int, int]]:
    """Each month's first day, its days, and the numbers of its first and last event but one."""
    total, last = sum(MILLIONS.values()) * 12, 0.0
    for year, millions in MILLIONS.items():
        for month in range(1, 13):
            day = date(year, month, 1)
            days = ((day + timedelta(days=31)).replace(day=1) - day).days
            first, last = last, last + events * millions / total
            yield day, days, round(first), round(last)


def told(store: Path, events: int) -> None:
    """Print what a store takes, whether it is whole, and how long a question takes in it."""
    faults = check(open_store(store))
    if faults:
        raise SystemExit("\n".join(faults))
    size = sum(path.stat().st_size for path in (store / "data").rglob("*.parquet"))
    first = measured(store)
    cache = sum(path.stat().st_size for path in (store / "cache").glob("*.parquet"))
    print(f"the store is whole: {size / 1e9:.2f} GB of events, {cache / 1e9:.2f} GB of summaries")
    print(f"first: {first}", flush=True)
    warm = [measured(store) for _ in range(WARM_RUNS)]
    for run in warm:
        print(f"warm: {run}")
    print(f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores, all that runs here included")
    print(
        f"measure_seconds {min(run.wall for run in warm):.1f} first_seconds {first.wall:.1f} "
        f"bytes_an_event {size / events:.1f} n {events}"
    )


def measured(store: Path) -> Run:
    """What `dragoman measure` takes, from its start to its end."""
    command = [sys.executable, "-c", MAIN, "measure", *ASKED, "--store", str(store)]
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    started = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    if status:
        raise SystemExit("dragoman measure failed")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _check_space(folder: Path, events: int) -> None:
    free = shutil.disk_usage(folder).free
    print(f"{free / 1e9:.0f} GB free, {events * NEEDED / 1e9:.1f} GB may be needed")
    if free < events * NEEDED:
        raise SystemExit("There is not enough space for that many events.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--events", type=int, default=100_000_000)
    parser.add_argument("--folder", type=Path, help="where the store is made; the system's own")
    parser.add_argument("--keep", action="store_true", help="leave the store where it was made")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
