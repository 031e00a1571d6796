"""Asking a store: when the occasion of a question was, and what the store's years say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dragoman.asking.assess import assess
from dragoman.asking.occasion import class_of_occasion, occasion_day
from dragoman.errors import MeasureError
from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Assessment, Question
from dragoman.reporting.results import Answer, Events
from dragoman.running.measure import measure_pair
from dragoman.running.subjects import MeasureOptions, data_of, day_of, is_state
from dragoman.running.told import told_in
from dragoman.storing.counts import acts_among
from dragoman.storing.store import Store, open_store

LOOKED_BACK = timedelta(weeks=8)
"""How far before the day of asking an occasion is looked for in a store."""
TWO = 2
_CLASSES = {"talk": "talk", "deed": "deeds", "commitment": "commitment"}


def answer_from_store(question: Question, events: Events, folder: Path) -> Answer:
    """The answer that articles and the years of a store carry together.

    Where the store cannot tell, the articles answer alone, and the reason stands under what is
    missing.

    Raises: StoreError where the store cannot be read.
    """
    measured: Measured | None = None
    refusal = ""
    try:
        measured = _measured(open_store(folder), question, events)
    except MeasureError as error:
        refusal = str(error)
    found = assess(question, events.articles, events.items, measured)
    if refusal:
        found = _with_missing(found, refusal)
    return Answer(found, events.articles, events.items, measured)


def _measured(store: Store, question: Question, events: Events) -> Measured:
    """The pair of a question measured at the day it names with "since", else at its occasion.

    Raises: MeasureError where it is about others than two states, or the data do not tell.
    """
    if len(question.pair) != TWO or not all(map(is_state, question.pair)):
        raise MeasureError("A series is of two states", "Ask about two states")
    first, second = question.pair
    told, used = occasion_day(question, events.articles, events.items)
    as_of = used or data_of(store, None).last.isoformat()
    day = question.since or told or _day_in_store(store, question, as_of) or as_of
    third = question.against if question.against and is_state(question.against) else None
    options = MeasureOptions(
        against=third, relation=question.relation, as_of=as_of, told=told_in(question, events)
    )
    return measure_pair(store, (first, second), day, options)


def _day_in_store(store: Store, question: Question, as_of: str) -> str | None:
    """The day on which the store has most rows of what the occasion names, or None."""
    named = class_of_occasion(question.occasion) if question.occasion else None
    if named is None:
        return None
    last, pair = day_of(as_of), (min(question.pair), max(question.pair))
    acts = acts_among(store, [pair], last - LOOKED_BACK, last + timedelta(days=1))
    alike = [act for act in acts if act.class_ == _CLASSES[named]]
    best = max(alike, key=lambda act: (act.rows, act.day), default=None)
    return best.day.isoformat() if best else None


def _with_missing(found: Assessment, refusal: str) -> Assessment:
    return replace(found, missing=(*found.missing, f"The store cannot tell: {refusal}"))
