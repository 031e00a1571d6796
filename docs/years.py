"""Made-up years of daily scores between twelve states, on standard output: date, a, b, score.

Argentina and Chile draw closer in the half year before 15 December 2021, and both turn on Peru. The
same at every run: `python docs/years.py > years.csv`.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import combinations

STATES = ("ARG", "BOL", "BRA", "CHL", "COL", "CRI", "ECU", "MEX", "PAN", "PER", "PRY", "URY")
FIRST, OCCASION, LAST = date(2013, 1, 2), date(2021, 12, 15), date(2022, 2, 16)


def main() -> None:
    """Write a line for each pair on every other day."""
    sys.stdout.write("date,a,b,score\n")
    for number in range(0, (LAST - FIRST).days, 2):
        day = FIRST + timedelta(days=number)
        is_run_up = day >= OCCASION - timedelta(weeks=26)
        for place, (a, b) in enumerate(combinations(STATES, 2)):
            rise = 4 if {a, b} == {"ARG", "CHL"} else -6 if "PER" in (a, b) else 0
            is_moved = is_run_up and {a, b} & {"ARG", "CHL"}
            score = 3 + noise(number, place) + (rise if is_moved else 0)
            sys.stdout.write(f"{day},{a},{b},{score:.2f}\n")


def noise(number: int, place: int) -> float:
    """A number from -4 to 4 that looks drawn by lot.

    >>> noise(1, 2) == noise(1, 2)
    True
    """
    return (((number + 1) * 7919 + (place + 1) * 104729) ** 3 % 10007) / 10007 * 8 - 4


if __name__ == "__main__":
    main()
