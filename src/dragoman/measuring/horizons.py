"""Horizons: the stretches of weeks that "has it ramped up?" compares, where the data allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dragoman.measuring.breaks import Break, break_in
from dragoman.measuring.placebos import Weeks

YEAR, HALF_YEAR = 52, 26
LEVEL_YEARS = 3
ANSWERS = ("level", "run-up", "after 4")
"""The three that decide; the others are printed beside them."""
# A week with less than this share of a usual week's news is one that the source lacks.
LEAST_NEWS = 0.1
# The world's news grew or shrank twofold within years of GDELT; more than this is another source.
MOST_GROWTH = 4.0


@dataclass(frozen=True, slots=True)
class Horizon:
    """What is compared: a name, the words for it, and the two stretches.

    These are None where they leave the data, with the reason as `refusal`.
    """

    name: str
    told: str
    weeks: Weeks | None
    refusal: str = ""


def horizons(at: int, until: int) -> tuple[Horizon, ...]:
    r"""The stretches for an occasion in the week `at`, with data up to before the week `until`.

    Gives: the level, the run-up, the run-up against a year before, and 4 and 8 weeks after.

    >>> [(h.name, h.weeks is None) for h in horizons(at=206, until=206)][-2:]
    [('after 4', True), ('after 8', True)]
    >>> level, *_ = horizons(at=21, until=40)
    >>> print(level.told, level.refusal, sep="\n")
    the year before it against the three years before that
    the data have 21 of the 104 weeks before it that this needs
    """
    base = max(at - YEAR * (1 + LEVEL_YEARS), 0)
    is_short = 2 * YEAR <= at < YEAR * (1 + LEVEL_YEARS)
    years = f"{at - YEAR} weeks" if is_short else "three years"
    before = (at - HALF_YEAR, at)
    told = (
        ("level", f"the year before it against the {years} before that",
         Weeks((base, at - YEAR) if at >= 2 * YEAR else (-1, at - YEAR), (at - YEAR, at))),
        ("run-up", "the 26 weeks before it against the 26 before those",
         Weeks((at - YEAR, at - HALF_YEAR), before)),
        ("season", "the same 26 weeks against those of a year earlier",
         Weeks((at - YEAR - HALF_YEAR, at - YEAR), before)),
        *((f"after {n}", f"the {n} weeks after it against the 26 before it",
           Weeks(before, (at, at + n))) for n in (4, 8)),
    )  # fmt: skip
    return tuple(_placed(name, words, weeks, at, until) for name, words, weeks in told)


def missing_weeks(news: Sequence[float]) -> frozenset[int]:
    """The weeks that a source lacks: with less than a tenth of the news of its usual week.

    >>> missing_weeks([100, 90, 0, 110])
    frozenset({2})
    """
    there = sorted(value for value in news if value > 0)
    if not there:
        return frozenset(range(len(news)))
    usual = there[len(there) // 2]
    return frozenset(week for week, value in enumerate(news) if value < LEAST_NEWS * usual)


def unusable(weeks: Weeks, news: Sequence[float], breaks: Sequence[Break] = ()) -> str:
    """Why two stretches cannot be compared in a source with this news a week; "" where they can.

    Args:
        weeks: the two stretches.
        news: the source's news by week.
        breaks: where the source is known to have changed what it covers.

    >>> unusable(Weeks((0, 2), (2, 4)), [100, 100, 0, 100])
    'the source has a gap of 1 week inside the weeks compared'
    >>> unusable(Weeks((0, 2), (2, 4)), [100, 100, 900, 900])
    "the source's coverage breaks inside the weeks compared: 9.0 times the news of before"
    >>> unusable(Weeks((0, 2), (2, 4)), [100] * 4, [Break(1.5, 1.5, "on 2013-04-01: others begin")])
    "the source's coverage breaks inside the weeks compared, on 2013-04-01: others begin"
    """
    if inside := break_in(breaks, weeks.first, weeks.until):
        return f"the source's coverage breaks inside the weeks compared, {inside.told}"
    before, after = (range(*stretch) for stretch in (weeks.before, weeks.after))
    if without := len(missing_weeks(news) & {*before, *after}):
        number = "1 week" if without == 1 else f"{without} weeks"
        return f"the source has a gap of {number} inside the weeks compared"
    growth = median(news[week] for week in after) / median(news[week] for week in before)
    if not 1 / MOST_GROWTH <= growth <= MOST_GROWTH:
        many = f"{growth:.1f}" if growth > 1 else f"{growth:.2f}"
        return (
            f"the source's coverage breaks inside the weeks compared: {many} times the news of "
            "before"
        )
    return ""


def _placed(name: str, told: str, weeks: Weeks, at: int, until: int) -> Horizon:
    if weeks.first < 0:
        need = 2 * YEAR if name == "level" else at - weeks.first
        refusal = f"the data have {at} of the {need} weeks before it that this needs"
        return Horizon(name, told, None, refusal)
    if weeks.after[1] > until:
        return Horizon(name, told, None, "weeks after it are later than the day of asking")
    return Horizon(name, told, weeks)
