"""Movers: which pairs moved most over a horizon, ranked and capped, each with its placebos.

Unasked, most alarms are noise (docs/measures.md), so there is a cap and no threshold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from dragoman.measuring.changes import Asked, Change, change_in_counts
from dragoman.measuring.horizons import Horizon
from dragoman.measuring.net_weeks import NetWeeks, net_move, net_verdict, net_window
from dragoman.measuring.placebos import Weeks, log_ratios
from dragoman.measuring.ratios import HALF
from dragoman.measuring.series import WeeklyCounts
from dragoman.measuring.verdicts import FEWEST_EVENTS


@dataclass(frozen=True, slots=True)
class Mover:
    """A pair that moved: its place (1 moved most) and what it did."""

    rank: int
    pair: tuple[str, str]
    change: Change


@dataclass(frozen=True, slots=True)
class Movers:
    """The pairs that moved most, and among how many with news enough they were ranked."""

    items: tuple[Mover, ...]
    among: int


def movers_in_counts(
    series: WeeklyCounts, horizon: Horizon, weeks: Weeks, asked: Asked, most: int
) -> Movers:
    """The pairs whose events rose most, by the log ratio over its standard error.

    Args:
        series: weekly counts of all pairs.
        horizon: what is compared.
        weeks: its stretches.
        asked: the classes added up, the occasion's week, the news; its own pair is not used.
        most: how many at most.
    """
    events = series.of(asked.classes)
    before, after = (
        events[:, slice(*stretch)].sum(axis=1) for stretch in (weeks.before, weeks.after)
    )
    error = np.sqrt(1 / (before + HALF) + 1 / (after + HALF))
    effect = log_ratios(events, series.world(), weeks) / error
    chosen, among = _most(effect.tolist(), np.flatnonzero(before >= FEWEST_EVENTS).tolist(), most)
    pairs = [series.dyads[row] for row in chosen]
    changes = [change_in_counts(series, replace(asked, dyad=pair), horizon) for pair in pairs]
    return Movers(_ranked(pairs, changes), among)


def movers_in_scores(series: NetWeeks, horizon: Horizon, weeks: Weeks, most: int) -> Movers:
    """The pairs whose share of the world's scores rose most, by their own weekly spread."""
    window = net_window(series, weeks)
    rows = np.flatnonzero(window.active).tolist()
    chosen, among = _most(window.z.tolist(), rows, most)
    pairs = [series.dyads[row] for row in chosen]
    moves = [net_move(window, pair) for pair in pairs]
    changes = [Change(horizon, net_verdict(move), scores=move, own=move.z) for move in moves]
    return Movers(_ranked(pairs, changes), among)


def _most(effect: list[float], rows: list[int], most: int) -> tuple[list[int], int]:
    return sorted(rows, key=lambda row: -effect[row])[:most], len(rows)


def _ranked(pairs: Iterable[tuple[str, str]], changes: Iterable[Change]) -> tuple[Mover, ...]:
    found = enumerate(zip(pairs, changes, strict=True), start=1)
    return tuple(Mover(rank, pair, change) for rank, (pair, change) in found)
