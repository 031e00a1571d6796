"""Known breaks against counts of events: `benchmarks/backtest_counts.py DATA`.

DATA is the folder with breaks_to_2022-06.csv, icews_tkg_2021_2022-06.csv.gz and icews_daily. The
count estimator of docs/measures.md, for cooperation, hostility and hostile acts. Windows are 26
weeks before and 4 after; where the file has fewer on its side of a gap, as many as it has, and the
line says so; with fewer than 4 before or 1 after a break is left out. "Flagged" are breaks that
moved the way they should, further than 95 % of like dyads. The last two lines give the shares and
India and Pakistan in the raw files of 2019, at 16 weeks before and 4 after.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.measuring.placebos import Weeks, measure
from dragoman.measuring.series import COOPERATION, HOSTILITY, SINGLY, WeeklyCounts, tabulated
from dragoman.measuring.verdicts import Shift
from dragoman.running.imports import import_files
from dragoman.storing.dyads import dyad_weeks
from dragoman.storing.store import open_store
from dragoman.storing.store_tables import state_codes
from dragoman.tables.load import load

BEFORE, AFTER = 26, 4
FEWEST_BEFORE, FEWEST_AFTER = 4, 1
MEASURES = {"cooperation": COOPERATION, "hostility": HOSTILITY, "hostile acts": ("hostile acts",)}
SECTOR = re.compile(r"\(([^()]+)\)$")
# Texts of the file that the raw files of 2018-19 lack, by their first words: CAMEO root codes.
ROOTS = {
    "Appeal": "02", "Carry out": "18", "Conduct hunger": "14", "Demand": "10", "Ease": "08",
    "Engage in ethnic": "20", "Express intent": "03", "Halt mediation": "16", "Refuse": "12",
    "Reject": "12", "Threaten": "13", "Use weapons": "20", "find guilty": "11",
}  # fmt: skip
Told = tuple[int, tuple[str, str], str]


def main() -> int:
    """Print a line a break and measure, then the shares, then the raw files' known break."""
    data = Path(sys.argv[1])
    told = list(read_events(data / "icews_tkg_2021_2022-06.csv.gz", codes_of(data / "icews_daily")))
    flagged = dict.fromkeys(MEASURES, 0)
    right = dict.fromkeys(MEASURES, 0)
    tried = 0
    for row in csv.DictReader((data / "breaks_to_2022-06.csv").open(encoding="utf-8")):
        day = date.fromisoformat(row["date"]).toordinal()
        before, after = fitting(sorted({at for at, _, _ in told}), day)
        if before < FEWEST_BEFORE or after < FEWEST_AFTER:
            continue
        dyad = (min(row["a"], row["b"]), max(row["a"], row["b"]))
        series = weekly(told, day - 7 * before, before + after)
        tried += 1
        for name, classes in MEASURES.items():
            found = measure(
                series, dyad, classes, Weeks((0, before), (before, before + after))
            ).shift
            rises = (row["dir"] == "+") == (name == "cooperation")
            is_right = (found.world.ratio > 1) == rises
            right[name] += is_right
            flagged[name] += is_right and is_rare(found, rises=rises)
            print(f"{row['date']} {'-'.join(dyad)} {row['dir']} {before}/{after} {name}: "
                  f"{described(found)}{'' if is_right else '  wrong way'}")  # fmt: skip
    print(*(f"{n}: right {right[n] / tried:.2f} flagged {flagged[n] / tried:.2f};"
            for n in MEASURES), f"n {tried}")  # fmt: skip
    raw(data / "icews_daily")
    return 0


def is_rare(found: Shift, *, rises: bool) -> bool:
    """Whether few like dyads moved as far the same way."""
    if found.space.share is None:
        return False
    return (found.space.share if rises else 1 - found.space.share) <= 0.05


def described(found: Shift) -> str:
    """A shift in a line."""
    world, expected = found.world, found.expected
    share = "-" if found.space.share is None else f"{found.space.share:.3f}"
    return (
        f"ratio {world.ratio:.2f} ({world.low:.2f} to {world.high:.2f}), against its share "
        f"{expected.ratio:.2f} ({expected.low:.2f} to {expected.high:.2f}), "
        f"{found.events_before:.0f} events before, p_s {share} of {found.space.n}, "
        f"p_t {'not testable' if found.time.n < 10 else found.time.share} (n {found.time.n})"
    )


def raw(folder: Path) -> None:
    """India and Pakistan at 2019-02-14 in the raw files, through a store."""
    day, before, after = date(2019, 2, 14), 16, 4
    first = date.fromordinal(day.toordinal() - 7 * before)
    with TemporaryDirectory() as temporary:
        import_files([folder], Path(temporary) / "store", "icews")
        held = open_store(Path(temporary) / "store")
        rows = dyad_weeks(held, (first, before + after), SINGLY)
    series = WeeklyCounts(rows.pairs, first.toordinal(), rows.counts)
    weeks = Weeks((0, before), (before, before + after))
    found = measure(series, ("IND", "PAK"), MEASURES["hostile acts"], weeks).shift
    print(f"raw {day} IND-PAK {before}/{after} hostile acts: {described(found)}")


def codes_of(folder: Path) -> dict[str, str]:
    """The CAMEO code of each event text, from raw files."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                found[row["Event Text"]] = row["CAMEO Code"]
    return found


def read_events(path: Path, codes: dict[str, str]) -> Iterator[Told]:
    """Day, pair and class, each once for a day, pair and root; of states alone."""
    classes = {row["prefix"]: row["class"] for row in load("crosswalk_cameo", ("prefix",))}
    states = {code.alias: code.state for code in state_codes()
              if code.system == "name" and code.last == 9999}  # fmt: skip
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            parties = {state_of(row["source"], states), state_of(row["target"], states)}
            pair = tuple(sorted(parties - {None}))
            code = codes.get(row["relation"]) or root_of(row["relation"])
            told = (row["date"], pair, code[:2])
            if len(pair) < 2 or told in seen:
                continue
            seen.add(told)
            day = date.fromisoformat(row["date"]).toordinal()
            yield day, (pair[0], pair[1]), class_of(code, classes)


def state_of(name: str, states: dict[str, str]) -> str | None:
    """The state a party is or belongs to: "Police (India)" is India's."""
    inner = SECTOR.search(name)
    return states.get((inner.group(1) if inner else name).lower())


def root_of(text: str) -> str:
    """The CAMEO root of an event text that no raw file has."""
    return next(root for words, root in ROOTS.items() if text.startswith(words))


def class_of(code: str, classes: dict[str, str]) -> str:
    """The class by the longest prefix of a code that the crosswalk has."""
    return next(classes[code[:n]] for n in (4, 3, 2) if code[:n] in classes)


def fitting(days: list[int], day: int) -> tuple[int, int]:
    """How many whole weeks before and after a day the file has without a gap of a week."""
    there = set(days)
    before = next((n for n in range(BEFORE) if not week(there, day - 7 * n - 7)), BEFORE)
    after = next((n for n in range(AFTER) if not week(there, day + 7 * n)), AFTER)
    return before, after


def week(there: set[int], first: int) -> bool:
    """Whether the file has all days of a week but one at most."""
    return sum(day in there for day in range(first, first + 7)) >= 6


def weekly(told: list[Told], first: int, weeks: int) -> WeeklyCounts:
    """The weekly counts of all pairs from a day on."""
    inside = [one for one in told if first <= one[0] < first + 7 * weeks]
    return tabulated(
        [pair for _, pair, _ in inside],
        [class_ for _, _, class_ in inside],
        [((day - first) // 7, 1.0) for day, _, _ in inside],
        first_day=first,
        weeks=weeks,
    )


if __name__ == "__main__":
    sys.exit(main())
