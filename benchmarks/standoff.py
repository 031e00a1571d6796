"""Gold codings as stand-off data, without their texts: `benchmarks/standoff.py GOLD OUT.jsonl`.

GOLD is a folder of article files or a .jsonl file of passages, as events.py takes them. Of each
text OUT says where it comes from, under which licence, its sha256 and the sha256 of each of its
stretches; words of the coding (trigger, issue, attribution) become offsets. Texts whose licence
does not let them be passed on are left out. `fetch_gold.py` makes texts and codings of it again.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

FREE = ("CC BY 2.5", "public domain")
_PUBLIC = "public domain (US Government work)"
# What the passages' short names of sources stand for.
SOURCES = {
    "whitehouse": {"source": "The White House", "licence": _PUBLIC},
    "voa": {
        "source": "Voice of America, in the Groningen Meaning Bank",
        "licence": "public domain (US Government work, as the Groningen Meaning Bank passes it on)",
        "url": "https://gmb.let.rug.nl/data.php",
    },
}
_STRETCH = re.compile(r"\S+(?: \S+)*")
Row = dict[str, Any]


def main() -> None:
    """Write the stand-off data of a gold set."""
    gold, out = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [standoff(row) for row in rows_in(gold) if is_free(row)]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(f"texts {len(rows)} events {sum(len(row['events']) for row in rows)}")


def rows_in(gold: Path) -> list[Row]:
    """The gold texts with their codings, in order."""
    if gold.is_file():
        return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]


def is_free(row: Row) -> bool:
    """Whether the licence of a text lets its coding be passed on with its source.

    >>> is_free({"source": "voa"}), is_free({"source": "A paper", "licence": "copyright"})
    (True, False)
    """
    return str(origin(row)["licence"]).startswith(FREE)


def origin(row: Row) -> Row:
    """Source, licence and address of a text.

    >>> origin({"source": "Wikinews, https://example.org/a", "licence": "CC BY 2.5"})["url"]
    'https://example.org/a'
    """
    name, _, url = row["source"].partition(", http")
    named = {"source": name, "licence": row.get("licence") or "", "url": f"http{url}"}
    given = {"url": row["url"]} if row.get("url") else {}
    return named | SOURCES.get(row["source"], {}) | given


def standoff(row: Row) -> Row:
    """A gold text with its coding, every word of the text as offsets and digests."""
    text = row["text"]
    return {
        "id": row.get("article_id") or row["id"],
        **origin(row),
        "published": row["published"],
        "sha256": digest(text),
        "length": len(text),
        "stretches": stretches(text),
        "end": text[len(text.rstrip()) :],
        "events": [coded(event, text) for event in row["events"]],
    }


def stretches(text: str) -> list[Row]:
    r"""The parts of a text whose words are one blank apart, by what it takes to find them.

    `gap` is the white space before each, `words` counts its words, `first` is the beginning of the
    digest of its first word, which makes the search quick.

    >>> [(part["gap"], part["words"]) for part in stretches("Peace now\n\nThey met.")]
    [('', 2), ('\n\n', 2)]
    """
    found = []
    end = 0
    for match in _STRETCH.finditer(text):
        words = match[0].split(" ")
        gap = text[end : match.start()]
        found.append(
            {
                "gap": gap,
                "words": len(words),
                "first": digest(words[0])[:4],
                "sha256": digest(match[0]),
            }
        )
        end = match.end()
    return found


def coded(event: Row, text: str) -> Row:
    """An event with the words of its coding as [start, end] into the text.

    >>> event = {"type": "AID", "trigger": "sent", "issue": ["rice"]}
    >>> coded(event, "Peru sent rice.")
    {'type': 'AID', 'trigger': [5, 9], 'issue': [[10, 14]]}
    """
    start = text.index(event["trigger"])
    lists = {
        name: [nearest(words, text, start) for words in event[name]]
        for name in ("issue", "attribution")
        if name in event
    }
    return event | {"trigger": [start, start + len(event["trigger"])]} | lists


def nearest(words: str, text: str, place: int) -> list[int]:
    """Where words stand in a text, nearest to a place.

    >>> nearest("ore", "ore for more ore", 14)
    [13, 16]
    """
    starts = [found.start() for found in re.finditer(re.escape(words), text)]
    start = min(starts, key=lambda each: abs(each - place))
    return [start, start + len(words)]


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


if __name__ == "__main__":
    main()
