"""Resolve phrases and compare with gold: `benchmarks/phrases.py FILE [--misses]`.

FILE has one JSON object a line: phrase, context, date, country, sector (null where none is given).
A group armed across borders (IMG) counts for the state it comes from where gold names that state.
The last line reads `country 93.0 sector 80.0 n 164`: the share right of the rows that give one.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, datetime
from pathlib import Path

from dragoman.coding.actors.actors import (
    ActorTables,
    load_actor_tables,
    phrase_parts,
    resolve_phrase,
)
from dragoman.coding.actors.identities import sector_of
from dragoman.model.actors import Identity


def main() -> int:
    """Print each miss if asked, then the two shares."""
    tables = load_actor_tables()
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    right: dict[str, list[bool]] = {"country": [], "sector": []}
    for row in rows:
        coded = resolve(row, tables)
        for field, hits in right.items():
            if row[field] is not None:
                hits.append(coded[field] == row[field])
                if not hits[-1] and "--misses" in sys.argv:
                    asked = f"{row['phrase']!r} {row['date']}"
                    print(f"{field}: {asked} is {row[field]}, not {coded[field]}")
    shares = " ".join(f"{field} {100 * sum(h) / len(h):.1f}" for field, h in right.items())
    print(f"{shares} n {len(rows)}")
    return 0


def resolve(row: dict[str, str | None], tables: ActorTables) -> dict[str, str | None]:
    """Country and sector of a row's phrase; its context counts where the phrase names no state."""
    day = read_day(row["date"])
    phrase = row["phrase"] or ""
    who = resolve_phrase(phrase, day, tables)
    if not isinstance(who, Identity) and row["context"]:
        who = resolve_phrase(f"{row['context']} {phrase}", day, tables)
    if isinstance(who, Identity):
        country = tables.homes.get(who.id or "", who.code) if who.code == "IMG" else who.code
        return {"country": country, "sector": next(iter(who.sector), None)}
    return {
        "country": None,
        "sector": next(iter(sector_of(phrase_parts(phrase, day, tables))), None),
    }


def read_day(text: str | None) -> date | None:
    """An ISO date, or "12 April 2022"; None for none and for "Today"."""
    if not text or not re.search(r"\d", text):
        return None
    form = "%Y-%m-%d" if text[:4].isdigit() else "%d %B %Y"
    return datetime.strptime(text, form).date()  # noqa: DTZ007


if __name__ == "__main__":
    sys.exit(main())
