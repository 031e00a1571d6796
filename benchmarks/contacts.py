"""A government's talks with others as its own words show them, coded into a store and counted.

    python benchmarks/contacts.py CORPUS READOUTS --store DIR [--with-readouts] [--publisher HOST]
        [--since DAY] [--until DAY] [--kinds KIND,KIND] [--misses]

CORPUS has one JSON object a line (plain or .gz): title, date, url, kind and text of what a
government published. READOUTS has one a line too: date, country and text of a readout of a talk.
The corpus is coded into DIR, with progress, time and refusals; a run that was stopped goes on.
Where the corpus lacks the readouts, it can only tell of talks in passing: --with-readouts codes
their texts as well, as published by HOST where they do not say.

A contact is a CONSULT that was done, of the United States and a country, as a store counts acts by
day: each day, pair and type once, and none that has no day of its own, being background or dated to
a week or more. Each party of a meeting counts it whole, since the readouts give a call with four
leaders as four talks. Contacts and readouts are added up by week and country, over
all weeks of the readouts and all countries with a readout; r is Pearson's, over all of these cells,
the empty ones included. `weeks` correlates the sums of all countries by week, `countries` those of
all weeks by country.

Readouts tell of talks with presidents, prime ministers, monarchs and foreign ministers; a
government's texts also tell of those with officials, firms and delegations, which are contacts
without a readout. So the same is given for contacts `of leaders`: those in which the party of the
country is said to hold one of these offices. The last line, of all contacts, reads
`r 0.85 weeks 0.80 countries 0.90 n 7474`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

from dragoman.model.text import Article
from dragoman.running.keeping import keep
from dragoman.running.runs import code_all
from dragoman.storing.counts import OWN, acts_among
from dragoman.storing.store import EVENTS, open_store
from dragoman.storing.store_writing import connected

HOST = "USA"
A_PIECE = 250
"""Articles coded at a time: a run that was stopped goes on after the pieces it kept."""
LEADERS = frozenset(
    {"president", "prime", "premier", "chancellor", "king", "queen", "prince", "emir", "sultan",
     "taoiseach", "foreign", "external"}
)  # fmt: skip
"""Words of the roles of those whose talks have readouts: "prime minister", "foreign minister"."""
FEWEST = 5
"""Readouts below which a country's own correlation is not told."""
Counts = Counter[tuple[str, date]]
"""How many talks with a country on a day."""


def main() -> int:
    """Code the corpus unless that is done, and print the correlations."""
    options = _options()
    articles = articles_of(options.corpus, options.publisher)
    if options.kinds:
        articles = [a for a in articles if a.id.rpartition("-")[0] in options.kinds.split(",")]
    if options.with_readouts:
        articles += articles_of(options.readouts, options.publisher)
    within = [a for a in articles if options.since <= (a.published or "") <= options.until]
    coded_into(options.store, sorted(within, key=lambda a: a.published or ""), options.jobs)
    told = Counter(
        (row["country"], date.fromisoformat(row["date"]))
        for row in rows_of(options.readouts)
        if options.since <= row["date"] <= options.until
    )
    coded = contacts(options.store, told)
    if options.misses:
        for country, day in sorted(told - coded):
            print(f"{day} {country} not on that day")
    print("of leaders:", figures(talks_of_leaders(options.store, told), told)[-1])
    print(*figures(coded, told), sep="\n")
    return 0


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a file of JSON Lines, plain or .gz."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def articles_of(file: Path, publisher: str | None) -> list[Article]:
    """The articles in a file, known by their kind and the number of their line.

    One without an address is taken to be the publisher's.
    """
    return [
        Article(
            id=f"{row['kind']}-{number}",
            text=row["text"],
            title=row.get("title"),
            published=row["date"],
            url=row.get("url"),
            publisher=None if row.get("url") else publisher,
            source=f"{file.name}:{number}",
        )
        for number, row in enumerate(rows_of(file), start=1)
    ]


def coded_into(store: Path, articles: list[Article], jobs: int) -> None:
    """Code articles, a piece at a time, and keep their events and texts in a store."""
    started = time.perf_counter()
    done = store.with_name(f"{store.name}.done")
    known = set(done.read_text("utf-8").split()) if done.exists() else set()
    for first in reversed(range(0, len(articles), A_PIECE)):
        if str(first) in known:
            continue
        summary, kept = keep(code_all(articles[first : first + A_PIECE], jobs=jobs), store)
        print(*summary.refusals, sep="\n", end="")
        seconds = time.perf_counter() - started
        print(f"from {first}: {summary}; {kept}; {seconds:.0f} s so far", flush=True)
        with done.open("a", encoding="utf-8") as stream:
            stream.write(f"{first}\n")


def contacts(store: Path, told: Counts) -> Counts:
    """The days on which a store has a talk of the host with a country that has readouts."""
    pairs = {(min(HOST, country), max(HOST, country)) for country, _ in told}
    first, last = min(day for _, day in told), max(day for _, day in told)
    acts = acts_among(open_store(store), pairs, first, date.fromordinal(last.toordinal() + 1))
    days = {(act.b if act.a == HOST else act.a, act.day) for act in acts if act.type == "CONSULT"}
    return Counter(days)


def talks_of_leaders(store: Path, told: Counts) -> Counts:
    """Those of the contacts in which the country's party holds an office that readouts tell of."""
    with connected() as connection:
        open_store(store).view(connection, EVENTS, [OWN])
        sql = Path(__file__).with_suffix(".sql").read_text("utf-8")
        rows = connection.execute(sql, {"host": HOST}).fetchall()
    countries = {country for country, _ in told}
    first, last = min(day for _, day in told), max(day for _, day in told)
    days = {
        (country, day)
        for country, day, record in rows
        if country in countries and first <= day <= last and _is_of_a_leader(record, country)
    }
    return Counter(days)


def _is_of_a_leader(record: str, country: str) -> bool:
    event = json.loads(record)
    parties = [p for p in (*event["actor"], *event["recipient"]) if p["code"] == country]
    return any(LEADERS & set((party["role"] or "").split()) for party in parties)


def figures(coded: Counts, told: Counts) -> list[str]:
    """A line for each country with several readouts, the sums, and the last line."""
    countries = sorted({country for country, _ in told})
    found, wanted = (by_week(counts, countries, told) for counts in (coded, told))
    lines = [
        f"{country} {correlation(found[row], wanted[row]):.2f}"
        f" ({wanted[row].sum():.0f} readouts, {found[row].sum():.0f} contacts)"
        for row, country in enumerate(countries)
        if wanted[row].sum() >= FEWEST
    ]
    same = np.minimum(found, wanted).sum()
    lines.append(
        f"{wanted.sum():.0f} readouts, {found.sum():.0f} contacts, "
        f"{same:.0f} of one week and country"
    )
    whole = correlation(found.ravel(), wanted.ravel())
    weeks = correlation(found.sum(axis=0), wanted.sum(axis=0))
    by_country = correlation(found.sum(axis=1), wanted.sum(axis=1))
    lines.append(f"r {whole:.2f} weeks {weeks:.2f} countries {by_country:.2f} n {wanted.size}")
    return lines


def by_week(counts: Counts, countries: list[str], told: Counts) -> np.ndarray:
    """Counts as a table of countries by the weeks of the readouts."""
    first = min(day for _, day in told)
    weeks = (max(day for _, day in told) - first).days // 7 + 1
    table = np.zeros((len(countries), weeks))
    for (country, day), count in counts.items():
        table[countries.index(country), (day - first).days // 7] += count
    return table


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Pearson's r, 0 where one of the two never changes.

    >>> round(correlation(np.array([1.0, 2.0]), np.array([2.0, 4.0])), 6)
    1.0
    """
    if not one.std() or not other.std():
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("readouts", type=Path)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2, help="processes to code with")
    parser.add_argument("--publisher", help="who published what has no address")
    parser.add_argument("--since", default="", help="the first day, of texts and readouts")
    parser.add_argument("--until", default="9999", help="the last day")
    parser.add_argument("--kinds", default="", help="kinds of texts of the corpus, by comma")
    parser.add_argument("--with-readouts", action="store_true", help="code the readouts as well")
    parser.add_argument("--misses", action="store_true", help="list readouts without a contact")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
