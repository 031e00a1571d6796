"""Changes: the answers to "has it ramped up?" at each horizon, from counts or from net scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.measuring.breaks import Break, whole_since
from dragoman.measuring.histograms import Histogram, histogram
from dragoman.measuring.horizons import ANSWERS, Horizon, unusable
from dragoman.measuring.levels import Levels, levels_in_counts, levels_in_scores
from dragoman.measuring.net_weeks import (
    NetMove,
    NetWeeks,
    earlier_moves,
    net_move,
    net_verdict,
    net_window,
)
from dragoman.measuring.placebos import measure, occasion_placebo
from dragoman.measuring.series import WeeklyCounts
from dragoman.measuring.verdicts import SPACE_LIMIT, Placebo, Shift, verdict
from dragoman.model.assessment import Verdict

Direction = Literal["up", "down", "neither"]


@dataclass(frozen=True, slots=True)
class Change:
    """The answer at a horizon: the word, why it cannot be told if so, and the numbers.

    `counts` or `scores` holds the shift, by what the series is made of; `own`, `others` and
    `earlier` are the effect of the dyad, of its space placebos and of its own earlier dates: log
    ratios of counts, z of scores. `levels` are what is drawn over the series.
    """

    horizon: Horizon
    verdict: Verdict
    refusal: str = ""
    counts: Shift | None = None
    scores: NetMove | None = None
    own: float = 0.0
    others: tuple[float, ...] = ()
    earlier: tuple[float, ...] = ()
    levels: Levels | None = None

    @property
    def space(self) -> Placebo:
        """The space placebo, without any where nothing could be measured."""
        found = self.counts or self.scores
        return found.space if found else Placebo(None, 0)

    @property
    def time(self) -> Placebo:
        """The time placebo, without any where nothing could be measured."""
        found = self.counts or self.scores
        return found.time if found else Placebo(None, 0)

    @property
    def occasion(self) -> Placebo:
        """The occasion placebo, which counts of events alone have."""
        return self.counts.occasion if self.counts else Placebo(None, 0)

    @property
    def space_histogram(self) -> Histogram | None:
        """How the effects of like pairs are spread; None without any."""
        return histogram(self.others, self.own)

    @property
    def time_histogram(self) -> Histogram | None:
        """How the effects of the dyad's own earlier dates are spread; None without any."""
        return histogram(self.earlier, self.own)

    @property
    def direction(self) -> Direction:
        """Whether the whole interval says up, or down, under every exposure; "neither" if not."""
        if self.counts:
            both = (self.counts.expected, self.counts.world)
            return _direction(min(one.low for one in both), max(one.high for one in both), 1.0)
        return _direction(self.scores.low, self.scores.high, 0.0) if self.scores else "neither"

    @property
    def do_exposures_disagree(self) -> bool:
        """Whether the interval lies above 1 under one exposure alone."""
        return bool(self.counts and self.counts.expected.is_up != self.counts.world.is_up)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is measured: a pair in alphabetical order, the classes added up, the occasion's week.

    `news` is the source's news of each week: a horizon over a gap or a break in it is refused.
    `occasions` are the weeks in which other pairs met or signed, for the occasion placebo. `breaks`
    are the changes known in what the source covers: over one a horizon is refused, and earlier
    dates and occasions are taken from its own side of them.
    """

    dyad: tuple[str, str]
    classes: tuple[str, ...]
    at: int
    news: tuple[float, ...]
    occasions: tuple[tuple[tuple[str, str], int], ...] = ()
    breaks: tuple[Break, ...] = ()


def change_in_counts(series: WeeklyCounts, asked: Asked, horizon: Horizon) -> Change:
    """What a dyad's events of some classes did over a horizon, with all placebos."""
    refusal, weeks = _refused(horizon, asked), horizon.weeks
    if refusal or weeks is None:
        return Change(horizon, "cannot be told", refusal)
    row, events = series.rows[asked.dyad], series.of(asked.classes)
    since = whole_since(asked.breaks, weeks.first)
    back = ((pair, asked.at - week) for pair, week in asked.occasions)
    earlier = [
        (pair, weeks_ago) for pair, weeks_ago in back if 0 < weeks_ago <= weeks.first - since
    ]
    moved = measure(series, asked.dyad, asked.classes, weeks, since)
    shift = replace(moved.shift, occasion=occasion_placebo(series, row, events, weeks, earlier))
    before, news = slice(*weeks.before), series.world()
    return Change(
        horizon,
        verdict(shift),
        counts=shift,
        own=moved.own,
        others=moved.others,
        earlier=moved.earlier,
        levels=levels_in_counts(
            float(events[row][before].sum()), float(news[before].sum()), shift.world, moved.others
        ),
    )


def change_in_scores(series: NetWeeks, asked: Asked, horizon: Horizon) -> Change:
    """What a dyad's share of the world's net scores did over a horizon, with its placebos."""
    refusal, weeks = _refused(horizon, asked), horizon.weeks
    if refusal or weeks is None:
        return Change(horizon, "cannot be told", refusal)
    window = net_window(series, weeks)
    found = net_move(window, asked.dyad)
    row = series.dyads.index(asked.dyad)
    others = tuple(window.z[window.like(row)].tolist())
    return Change(
        horizon,
        net_verdict(found),
        scores=found,
        own=found.z,
        others=others,
        earlier=earlier_moves(window.shares[row], weeks, floor=window.floor),
        levels=levels_in_scores(
            (found.before, found.after), (found.low, found.high), window.spread(row), others
        ),
    )


def strongest(changes: Sequence[Change]) -> tuple[Verdict, Change]:
    """The word of all answers together, and the answer it comes from.

    The strongest of the three answers (level, run-up, after 4 weeks) gives the word; the others are
    printed beside it. Where it alone is "clear", its space placebo must stand a correction for as
    many answers as were told (Bonferroni), or the word is "possible".

    Raises: ValueError where none of the three is among the changes.
    """
    three = [change for change in changes if change.horizon.name in ANSWERS]
    if not three:
        raise ValueError(f"none of {', '.join(ANSWERS)} is among the changes")
    best = min(three, key=lambda change: (_ORDER.index(change.verdict), _rank(change)))
    told = sum(change.verdict in ("clear", "possible", "not shown") for change in three)
    is_alone = sum(change.verdict == "clear" for change in three) == 1
    if best.verdict == "clear" and is_alone and (best.space.share or 0.0) > SPACE_LIMIT / told:
        return "possible", best
    return best.verdict, best


_ORDER: tuple[Verdict, ...] = (
    "clear", "possible", "not shown", "too little news", "cannot be told",
)  # fmt: skip


def _rank(change: Change) -> int:
    """Of answers with one word the run-up goes first, since it is what the occasion crowns."""
    return ("run-up", "after 4", "level").index(change.horizon.name)


def _refused(horizon: Horizon, asked: Asked) -> str:
    if horizon.weeks is None:
        return horizon.refusal
    return unusable(horizon.weeks, asked.news, asked.breaks)


def _direction(low: float, high: float, still: float) -> Direction:
    if low > still:
        return "up"
    return "down" if high < still else "neither"
