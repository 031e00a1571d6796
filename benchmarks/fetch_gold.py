"""Make gold sets out of stand-off data: `benchmarks/fetch_gold.py STANDOFF.jsonl OUT.jsonl`.

Each text's page is fetched, the text is put together from the stretches of words found in it, and
it counts only if its sha256 is the one recorded. `--from FILE` looks for the texts in a file of
your own instead (text, HTML or .gz): Voice of America's come with the Groningen Meaning Bank and
have no page each. OUT.jsonl is what events.py takes. A text that is not found is named, with the
reason, and the last line reads `texts 100 missing 13`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
from lxml import etree, html

from standoff import digest  # isort: skip - it stands beside this file

MOST_BYTES = 5_000_000
SECONDS = 30.0
PAUSE_SECONDS = 1.0
_BLOCKS = ("p", "div", "br", "li", "td", "th", "h1", "h2", "h3", "h4", "blockquote", "section")
_UNSEEN = ("script", "style", "noscript")
Row = dict[str, Any]
Words = Callable[[str], list[str]]
"""Gives the words of the page at an address."""


class MissingError(Exception):
    """Why a text is not there."""


def main() -> int:
    """Fetch, check and write; exit status 1 where a text is missing."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("standoff", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--from", dest="file", type=Path)
    given = options.parse_args()
    rows = [json.loads(line) for line in given.standoff.read_text(encoding="utf-8").splitlines()]
    words_at = words_of_file(given.file) if given.file else words_of_pages()
    found = [made for row in rows if (made := told(row, words_at)) is not None]
    given.out.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    print(f"texts {len(found)} missing {len(rows) - len(found)}")
    return 0 if len(found) == len(rows) else 1


def told(row: Row, words_at: Words) -> Row | None:
    """The gold row, or None with the reason on standard error."""
    try:
        return gold(row, words_at(row["url"]))
    except MissingError as error:
        print(f"{row['id']}: {error} ({row['url']})", file=sys.stderr)
        return None


def gold(row: Row, words: list[str]) -> Row:
    """A text and its coding as events.py takes them, out of the words of its page.

    Raises: MissingError where the page does not have the text as it was coded.
    """
    text = "".join(part["gap"] + stretch(part, words) for part in row["stretches"]) + row["end"]
    if digest(text) != row["sha256"]:
        raise MissingError("the text is not the one that was coded")
    kept = {name: row[name] for name in ("source", "licence", "url", "published")}
    events = [in_words(event, text) for event in row["events"]]
    return {"id": row["id"], "article_id": row["id"], "text": text, **kept, "events": events}


def stretch(part: Row, words: list[str]) -> str:
    """A stretch of a text, found among the words of a page by its digest.

    >>> part = {"words": 2, "first": digest("met")[:4], "sha256": digest("met again")}
    >>> stretch(part, ["They", "met", "and", "met", "again"])
    'met again'
    """
    count = part["words"]
    for start in range(len(words) - count + 1):
        if digest(words[start])[:4] == part["first"]:
            run = " ".join(words[start : start + count])
            if digest(run) == part["sha256"]:
                return run
    raise MissingError(f"a stretch of {count} words is not on the page")


def in_words(event: Row, text: str) -> Row:
    """An event with offsets turned back into words.

    >>> in_words({"trigger": [5, 9], "issue": [[10, 14]]}, "Peru sent rice.")
    {'trigger': 'sent', 'issue': ['rice']}
    """
    lists = {
        name: [text[start:end] for start, end in event[name]]
        for name in ("issue", "attribution")
        if name in event
    }
    start, end = event["trigger"]
    return event | {"trigger": text[start:end]} | lists


def words_of_file(path: Path) -> Words:
    """The words of a file, whatever the address asked for."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    is_page = ".htm" in path.name
    words = page_words(data) if is_page else data.decode("utf-8").split()
    return lambda _: words


def words_of_pages() -> Words:
    """The words of pages on the network, each fetched once, with a pause between two."""
    known: dict[str, list[str]] = {}

    def words_at(url: str) -> list[str]:
        if url not in known:
            if known:
                time.sleep(PAUSE_SECONDS)
            known[url] = []
            known[url] = page_words(fetched(url))
        return known[url]

    return words_at


def fetched(url: str) -> bytes:
    """The bytes of a page, bounded in size and time.

    Raises: MissingError where it does not come.
    """
    over = time.monotonic() + SECONDS
    page = bytearray()
    # "identity" keeps a small packed page from unpacking into a huge one.
    asked = {"Accept-Encoding": "identity", "User-Agent": "dragoman-benchmarks"}
    client = httpx2.Client(timeout=SECONDS, follow_redirects=True, max_redirects=5, headers=asked)
    try:
        with client, client.stream("GET", url) as response:
            response.raise_for_status()
            for block in response.iter_raw():
                page += block
                if len(page) > MOST_BYTES or time.monotonic() > over:
                    raise MissingError("the page is too long or too slow")
    except httpx2.HTTPError as error:
        raise MissingError(f"the page does not come: {error}") from error
    return bytes(page)


def page_words(page: bytes) -> list[str]:
    """The words a reader sees on a page, in order.

    >>> page_words(b"<p>They <b>me</b>t.</p><script>x</script><p>Peace<br>now</p>")
    ['They', 'met.', 'Peace', 'now']
    """
    tree = html.document_fromstring(page.decode("utf-8", "replace") or "<p>")
    for unseen in list(tree.iter(*_UNSEEN)):
        unseen.drop_tree()
    return "".join(_seen(tree)).split()


def _seen(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element in order, with a blank wherever a block begins or ends."""
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and isinstance(part.tag, str):
            yield from (" " if part.tag in _BLOCKS else "", part.text or "")
        elif event == "end":
            yield from (" " if part.tag in _BLOCKS else "", part.tail or "")


if __name__ == "__main__":
    sys.exit(main())
