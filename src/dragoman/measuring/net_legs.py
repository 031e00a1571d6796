"""Legs 2 and 3 from net scores: how far two states turned on a third, and only on that one.

The counterpart of legs.py where no counts are known: d_ij = −z_ij, centred on the median over
partners of i. Formulas: docs/measures.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dragoman.measuring.legs import DRAWS, JointTurn, Specificity, drawn_weeks, ranked
from dragoman.measuring.net_weeks import NetWindow

if TYPE_CHECKING:
    from numpy.typing import NDArray


def net_turns(window: NetWindow, state: str) -> dict[str, float]:
    """How far a state turned on each partner with news enough, beyond its usual partner."""
    own = {d: z for d, z in window.moves().items() if state in d}
    if not own:
        return {}
    usual = float(np.median(list(own.values())))
    return {next(c for c in pair if c != state): usual - z for pair, z in own.items()}


def net_specificity(window: NetWindow, pair: tuple[str, str], z: str) -> Specificity | None:
    """Leg 3: where Z stands among states by the turn of the party that turned least."""
    one, other = (net_turns(window, state) for state in pair)
    return ranked(one, other, z)


def net_joint_turn(
    window: NetWindow, pair: tuple[str, str], z: str, seed: int = 1
) -> JointTurn | None:
    """Leg 2: min(d_XZ, d_YZ) with a 95 % block-bootstrap interval; None where not testable."""
    near = _of_states(window, pair)
    found = [net_turns(near, state).get(z) for state in pair]
    if None in found:
        return None
    draw, values = np.random.default_rng(seed), []
    for _ in range(DRAWS):
        turned = replace(near, z=_drawn(near, draw))
        values.append(min(net_turns(turned, state)[z] for state in pair))
    low, high = np.quantile(values, (0.025, 0.975))
    return JointTurn(min(turn for turn in found if turn is not None), float(low), float(high))


def _of_states(window: NetWindow, states: tuple[str, str]) -> NetWindow:
    """The window with the dyads of these states alone."""
    series = window.series
    rows = [row for row, pair in enumerate(series.dyads) if set(pair) & set(states)]
    few = replace(series, dyads=tuple(series.dyads[row] for row in rows), sums=series.sums[rows])
    return replace(
        window, series=few, shares=window.shares[rows], z=window.z[rows], active=window.active[rows]
    )


def _drawn(window: NetWindow, draw: np.random.Generator) -> NDArray[np.float64]:
    """Every dyad's move, from weeks of each stretch drawn again in blocks."""
    before, after = (
        window.shares[:, drawn_weeks(stretch, draw)]
        for stretch in (window.weeks.before, window.weeks.after)
    )
    spread = np.maximum(before.std(axis=1, ddof=1), window.floor)
    return np.asarray((after.mean(axis=1) - before.mean(axis=1)) / spread)
