"""Made-up years of events and scores, the same at every run, in stores of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from dragoman.running.imports import import_files

STATES = (
    "ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GTM", "MEX", "PAN", "PER", "PRY", "URY",
)  # fmt: skip
PAIRS = tuple(combinations(STATES, 2))
FRIENDS, RIVAL, LATER = ("ARG", "CHL"), "PER", ("BOL", "URY")
OCCASION = date(2021, 12, 15)
FIRST = date(2017, 1, 4)
FIRST_SCORES = date(2013, 1, 2)
DAYS = (OCCASION - FIRST).days + 7 * 9
HALF_YEAR = timedelta(weeks=26)


def is_run_up(day: date) -> bool:
    return day >= OCCASION - HALF_YEAR


def made_scores() -> Iterator[str]:
    """Daily scores: the friends rise in the run-up and turn on their rival, two others after."""
    draw = np.random.default_rng(11)
    yield "date,a,b,score\n"
    for number in range(0, DAYS + (FIRST - FIRST_SCORES).days, 2):
        day = FIRST_SCORES + timedelta(days=number)
        values = 4.0 + draw.normal(0.0, 3.0, len(PAIRS))
        for pair, value in zip(PAIRS, values.tolist(), strict=True):
            rise = 6.0 * (pair == FRIENDS and is_run_up(day))
            rise -= 8.0 * (RIVAL in pair and bool({*pair} & {*FRIENDS}) and is_run_up(day))
            rise += 9.0 * (pair == LATER and day >= OCCASION)
            yield f"{day},{pair[0]},{pair[1]},{value + rise:.2f}\n"


def made_events() -> Iterator[str]:
    """Events of the same story: commitments and deeds, words and acts, and visits."""
    draw = np.random.default_rng(5)
    types = ("AGREE", "COOPERATE", "ACCUSE", "COERCE", "CONSULT")
    for week in range(DAYS // 7):
        first = FIRST + timedelta(weeks=week)
        counts = draw.poisson(0.5, (len(PAIRS), len(types)))
        if is_run_up(first):
            counts[PAIRS.index(FRIENDS), :2] += 2
            for friend in FRIENDS:
                counts[PAIRS.index((friend, RIVAL)), 2:4] += 2
        for row, kind in zip(*np.nonzero(counts), strict=True):
            for day in range(min(int(counts[row, kind]), 7)):
                yield record(types[kind], PAIRS[row], first + timedelta(days=day))


def record(kind: str, pair: tuple[str, str], day: date) -> str:
    """A line of the coder's own form, as short as an import takes it."""
    is_aimed = pair == FRIENDS and kind == "COOPERATE" and is_run_up(day)
    told = {
        "id": f"{kind}-{pair[0]}-{pair[1]}-{day}",
        "type": kind,
        "mode": ["visit"] if kind == "CONSULT" else [],
        "actor": [{"code": pair[0]}],
        "recipient": [{"code": pair[1]}],
        "against": [{"code": RIVAL, "basis": "actor"}] if is_aimed else [],
        "status": "actual",
        "date": day.isoformat(),
        "score": 1.0,
    }
    return json.dumps(told) + "\n"


@pytest.fixture(scope="session")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of made-up daily scores."""
    folder = tmp_path_factory.mktemp("scores")
    path = folder / "scores.csv"
    path.write_text("".join(made_scores()), encoding="utf-8")
    import_files([path], folder / "store")
    return folder / "store"


@pytest.fixture(scope="session")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of made-up events."""
    folder = tmp_path_factory.mktemp("events")
    path = folder / "events.jsonl"
    path.write_text("".join(made_events()), encoding="utf-8")
    import_files([path], folder / "store", "events")
    return folder / "store"
