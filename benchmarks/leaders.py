"""Resolve titles with names and compare with gold: `benchmarks/leaders.py FILE [--misses]`.

FILE has one JSON object a line: date, role, name, country. The phrase is role and name alone, as
"President NAME" on that day. The last line reads `country 95.0 n 284`.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from dragoman.coding.actors.actors import load_actor_tables, resolve_phrase
from dragoman.model.actors import Identity


def main() -> int:
    """Print each miss if asked, then the share of rows whose country is right."""
    tables = load_actor_tables()
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    right = 0
    for row in rows:
        phrase = f"{row['role']} {row['name']}"
        who = resolve_phrase(phrase, date.fromisoformat(row["date"]), tables)
        code = who.code if isinstance(who, Identity) else None
        right += code == row["country"]
        if code != row["country"] and "--misses" in sys.argv:
            print(f"{row['date']} {phrase!r} is {row['country']}, not {code}")
    print(f"country {100 * right / len(rows):.1f} n {len(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
