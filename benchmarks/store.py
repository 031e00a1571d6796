"""How long `measure` takes on a store of very many events, and how many bytes an event takes.

    python benchmarks/store.py EXPORT [--events N] [--folder DIR]

EXPORT is a file of GDELT events 2.0. Its rows are the mould of N synthetic events over the years
2015 to 2024: types, reports, tones and lags as there, in half of the rows of two states these drawn
anew, each by how often it acts or is acted on, so that there are thousands of pairs; years by the
sizes GDELT had (2020 to 2024 assumed alike). They are imported month by month into a store in DIR,
which is deleted at the end. `dragoman measure` then runs as a process of its own: first with the
store's summaries to be made, then again. The last line reads
`measure_seconds 3.1 first_seconds 60.2 bytes_an_event 40.1 n 100000000`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from dragoman.importing.layouts import layouts
from dragoman.running.imports import import_files

MILLIONS = {2015: 59.1, 2016: 97.2, 2017: 75.6, 2018: 61.5, 2019: 50.9} | dict.fromkeys(
    range(2020, 2025), 48.0
)
NEEDED = 120
"""Bytes of disk an event may take, those of its month's text included."""
ASKED = ["CHN", "RUS", "--against", "USA", "--since", "2021-12-15"]
MAIN = "from dragoman.cli import main; main()"
MOULD = """
CREATE TABLE mould AS SELECT *, row_number() OVER () - 1 AS place FROM read_csv(
    ?, delim = chr(9), quote = '', escape = '', header = false, auto_detect = false,
    columns = {{{columns}}})
"""
PARTIES = """
CREATE TABLE doers AS SELECT actor1countrycode AS state, row_number() OVER () - 1 AS place
    FROM mould WHERE actor1countrycode <> '';
CREATE TABLE others AS SELECT actor2countrycode AS state, row_number() OVER () - 1 AS place
    FROM mould WHERE actor2countrycode <> '';
"""
MONTH = """
COPY (
    WITH lots AS (
        SELECT
            range AS n,
            (hash(range, 'row') % {mould})::BIGINT AS row,
            (hash(range, 'doer') % {doers})::BIGINT AS doer,
            (hash(range, 'other') % {others})::BIGINT AS other,
            ?::DATE + (hash(range, 'day') % ?)::INTEGER AS added
        FROM range(?, ?)
    ),
    drawn AS (
        SELECT
            lots.*, mould.*,
            hash(n, 'anew') % 2 = 0 AND actor1countrycode <> actor2countrycode AS is_anew
        FROM lots JOIN mould ON mould.place = lots.row
    )
    SELECT drawn.* EXCLUDE (n, row, doer, other, place, added, is_anew) REPLACE (
        n + 1000000000 AS globaleventid,
        strftime(added - (strptime(left(dateadded, 8), '%Y%m%d')::DATE
            - strptime(sqldate, '%Y%m%d')::DATE)::INTEGER, '%Y%m%d') AS sqldate,
        strftime(added, '%Y%m%d') || right(dateadded, 6) AS dateadded,
        CASE WHEN is_anew THEN doers.state ELSE actor1countrycode END AS actor1countrycode,
        CASE WHEN is_anew THEN others.state ELSE actor2countrycode END AS actor2countrycode,
        'https://news.example/' || md5((n // 5)::VARCHAR) AS sourceurl
    )
    FROM drawn
    JOIN doers ON doers.place = drawn.doer
    JOIN others ON others.place = drawn.other
) TO '{out}' (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)
"""


def main() -> int:
    """Make the store, measure on it, and delete it."""
    options = _options()
    with TemporaryDirectory(dir=options.folder) as folder:
        free = shutil.disk_usage(folder).free
        print(f"{free / 1e9:.0f} GB free, {options.events * NEEDED / 1e9:.1f} GB may be needed")
        if free < options.events * NEEDED:
            raise SystemExit("There is not enough space for that many events.")
        store = Path(folder, "store")
        filled(store, options.export, options.events)
        size = sum(path.stat().st_size for path in (store / "data").rglob("*.parquet"))
        first, warm = measured(store), min(measured(store), measured(store))
        cache = sum(path.stat().st_size for path in (store / "cache").glob("*.parquet"))
        print(f"{size / 1e9:.2f} GB of events, {cache / 1e9:.2f} GB of summaries")
    print(
        f"measure_seconds {warm:.1f} first_seconds {first:.1f} "
        f"bytes_an_event {size / options.events:.1f} n {options.events}"
    )
    return 0


def filled(store: Path, export: Path, events: int) -> None:
    """Import synthetic events into a store, a file a month."""
    started = time.perf_counter()
    columns = next(one for one in layouts() if one.name == "gdelt2-61").columns
    fields = ", ".join(f"'{name}': 'VARCHAR'" for name in columns)
    file = store.with_name("month.CSV")
    with duckdb.connect() as connection:
        connection.execute(MOULD.format(columns=fields), [str(export)])
        connection.execute(PARTIES)
        sizes = {name: len(connection.table(name)) for name in ("mould", "doers", "others")}
        month = MONTH.format(out=file, **sizes)
        for day, days, first, last in months(events):
            connection.execute(month, [day, days, first, last])
            import_files([file], store)
            if day.month == 12:
                seconds = time.perf_counter() - started
                print(f"to {day.year}: {last} events, {seconds:.0f} s", flush=True)
    file.unlink()


def months(events: int) -> Iterator[tuple[date, int, int, int]]:
    """Each month's first day, its days, and the numbers of its first and last event but one."""
    total, last = sum(MILLIONS.values()) * 12, 0.0
    for year, millions in MILLIONS.items():
        for month in range(1, 13):
            day = date(year, month, 1)
            days = ((day + timedelta(days=31)).replace(day=1) - day).days
            first, last = last, last + events * millions / total
            yield day, days, round(first), round(last)


def measured(store: Path) -> float:
    """The seconds that `dragoman measure` takes, from its start to its end."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", MAIN, "measure", *ASKED, "--store", str(store)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--events", type=int, default=100_000_000)
    parser.add_argument("--folder", type=Path, help="where the store is made; the system's own")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
