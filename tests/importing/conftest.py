"""Small files in the forms of published datasets, with made-up rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dragoman.importing.layouts import layouts
from dragoman.model.imported import ImportSummary
from dragoman.running.imports import import_files
from dragoman.storing.store import open_store

COLUMNS = {layout.name: (*layout.columns, *layout.optional) for layout in layouts()}
GDELT = {
    "globaleventid": "700000001",
    "sqldate": "20190610",
    "actor1code": "PERGOV",
    "actor1countrycode": "PER",
    "actor2code": "CHL",
    "actor2countrycode": "CHL",
    "isrootevent": "1",
    "eventcode": "036",
    "eventbasecode": "036",
    "eventrootcode": "03",
    "quadclass": "1",
    "goldsteinscale": "4.0",
    "nummentions": "12",
    "numsources": "3",
    "numarticles": "12",
    "avgtone": "-1.5",
    "dateadded": "20190610120000",
    "sourceurl": "https://example.org/a",
}
ICEWS = {
    "event_id": "5001",
    "event_date": "2019-06-10",
    "source_name": "Foreign Affairs (Peru)",
    "source_country": "Peru",
    "cameo_code": "040",
    "intensity": "1.0",
    "target_name": "Chile",
    "target_country": "Chile",
    "story_id": "77",
    "sentence_number": "2",
}


def lines(layout: str, *rows: dict[str, str], header: bool = False, sep: str = "\t") -> str:
    """Rows of a layout as text: what a row leaves out is empty."""
    names = COLUMNS[layout]
    body = [sep.join(row.get(name, "") for name in names) for row in rows]
    return "\n".join([*([sep.join(names)] if header else []), *body]) + "\n"


class Shelf:
    """A store in a folder of its own, and ways to fill it and to look into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store"

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
        return path

    def put(
        self, content: str | bytes, *, name: str = "rows.csv", dataset: str | None = None
    ) -> ImportSummary:
        return import_files([self.file(name, content)], self.store, dataset)

    def rows(self, columns: str, kind: str = "events") -> list[tuple]:
        with duckdb.connect() as connection:
            open_store(self.store).view(connection, kind)
            return connection.table(kind).project(columns).order("ALL").fetchall()

    def rejected(self) -> list[str]:
        paths = sorted((self.store / "rejects").glob("*.csv"))
        return [line for path in paths for line in path.read_text().splitlines()[1:]]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def gdelt() -> Callable[..., str]:
    def made(*changes: dict[str, str], layout: str = "gdelt2-61") -> str:
        return lines(layout, *({**GDELT, **change} for change in changes or ({},)))

    return made


@pytest.fixture
def icews() -> Callable[..., str]:
    def made(*changes: dict[str, str]) -> str:
        return lines("icews-20", *({**ICEWS, **c} for c in changes or ({},)), header=True)

    return made
