"""Code readouts of calls and meetings: `benchmarks/readouts.py FILE [--misses]`.

FILE has one JSON object a line: date, country and text, a government's words on a talk it had with
that country. Found is a CONSULT, done, between the United States and the country; dated, one on the
day of the readout. The last line reads `found 90.0 dated 88.0 n 284`, in percent.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dragoman import Article, Event, code

HOST = "USA"


def main() -> int:
    """Print each miss if asked, then the two shares."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    coded = code(
        Article(id=f"row-{number}", text=row["text"], published=row["date"])
        for number, row in enumerate(rows)
    )
    talks: dict[str, list[Event]] = {}
    for event in coded:
        if event.type == "CONSULT" and event.status == "actual":
            talks.setdefault(event.article_id, []).append(event)
    found = dated = 0
    for number, row in enumerate(rows):
        joint = [e for e in talks.get(f"row-{number}", []) if {HOST, row["country"]} <= parties(e)]
        on_the_day = [e for e in joint if e.when and e.when.date == row["date"] == e.when.enddate]
        found, dated = found + bool(joint), dated + bool(on_the_day)
        if not on_the_day and "--misses" in sys.argv:
            print(f"{row['date']} {row['country']} {'misdated' if joint else 'missed'}")
            print(f"    {row['text'][:200]}")
    print(f"found {100 * found / len(rows):.1f} dated {100 * dated / len(rows):.1f} n {len(rows)}")
    return 0


def parties(event: Event) -> set[str]:
    """The keys of both sides of an event."""
    return {party.key for party in (*event.actor, *event.recipient)}


if __name__ == "__main__":
    sys.exit(main())
