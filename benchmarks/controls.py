"""False alarms of the net-series estimator: `benchmarks/controls.py SCORES.csv.gz`.

Pairs of states between which little happens, at the start of every quarter, and two shocks of
attention: in the weeks of a big quarrel, every pair of one of its parties with somebody else. For
each the share of "clear" among those with news enough, for moves up (cooperation) and down
(hostility), at 26 weeks before and 4 after. Only dates with ten earlier windows are counted: before
that no date can be "clear". The last line reads `controls 0.00 shocks 0.01 n 60 400`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from backtest import read_scores

from dragoman.measuring.net import NetScores
from dragoman.measuring.net_weeks import by_week, net_move, net_verdict, net_window
from dragoman.measuring.placebos import Weeks

BEFORE, AFTER = 26, 4
QUIET = (("AUT", "CHE"), ("CAN", "NZL"), ("ESP", "PRT"), ("ISL", "NOR"), ("ARG", "URY"))
SHOCKS = (("2020-01-03", "IRN", "USA"), ("2020-06-15", "CHN", "IND"))
FIRST, LAST = date(2019, 7, 1), date(2022, 4, 1)
Word = str


def main() -> int:
    """Print the words by control and shock, then the shares of "clear"."""
    series = read_scores(Path(sys.argv[1]))
    quiet: Counter[Word] = Counter()
    for dyad in QUIET:
        words = Counter(word for day in quarters() for word in told(series, [dyad], day))
        print(f"{'-'.join(dyad)}: {dict(sorted(words.items()))}")
        quiet += words
    shaken: Counter[Word] = Counter()
    for day, *parties in SHOCKS:
        others = [d for d in series.dyads if len(set(d) & set(parties)) == 1]
        words = Counter(told(series, others, date.fromisoformat(day)))
        print(f"{day} {'-'.join(parties)}: {dict(sorted(words.items()))}, clear {clear(words):.3f}")
        shaken += words
    n = [words.total() - words["too little news"] for words in (quiet, shaken)]
    print(f"controls {clear(quiet):.3f} shocks {clear(shaken):.3f} n {n[0]} {n[1]}")
    return 0


def quarters() -> Iterator[date]:
    """The first days of the quarters that leave room for the windows."""
    for year in range(FIRST.year, LAST.year + 1):
        for month in (1, 4, 7, 10):
            if FIRST <= date(year, month, 1) <= LAST:
                yield date(year, month, 1)


def told(series: NetScores, dyads: Iterable[tuple[str, str]], day: date) -> Iterator[Word]:
    """The word for each dyad and each direction at a day."""
    weekly = by_week(series, day.toordinal())
    at = (day.toordinal() - weekly.first_day) // 7
    weeks = Weeks((at - BEFORE, at), (at, at + AFTER))
    for way in (weekly, weekly.turned()):
        window = net_window(way, weeks)
        for dyad in dyads:
            yield net_verdict(net_move(window, dyad))


def clear(words: Counter[Word]) -> float:
    """The share of "clear" among the dyads with news enough."""
    return words["clear"] / max(words.total() - words["too little news"], 1)


if __name__ == "__main__":
    sys.exit(main())
