"""A measurement as plain data, in the form of `--json`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from dragoman.asking.measured_words import disagreements, measured_why, on_whose_word, wanted
from dragoman.asking.vote_words import votes_told
from dragoman.measuring.changes import Change
from dragoman.measuring.measured import Measured

Record = dict[str, Any]


def measured_record(measured: Measured) -> Record:
    """A measurement as plain data: the word and its reason, then everything it rests on."""
    return {
        "pair": list(measured.pair),
        "against": measured.against,
        "relation": measured.relation,
        "since": measured.since,
        "as_of": measured.as_of,
        "verdict": measured.verdict,
        "why": measured_why(measured),
        "series": series_record(measured),
        "legs": legs_record(measured),
        "ladder": [asdict(rung) for rung in measured.ladder],
        "votes": votes_record(measured),
        "disagreements": disagreements(measured),
        "missing": wanted(measured),
    }


def series_record(measured: Measured) -> Record:
    """The answers with numbers and placebos, the years, and the weekly series."""
    return {
        "dataset": measured.dataset,
        "unit": measured.unit,
        "answers": [_answer(change, measured) for change in measured.changes],
        "years": [{"year": int(year), "per_mille": mean} for year, mean in measured.years],
        "weeks": week_records(measured),
    }


def week_records(measured: Measured) -> list[Record]:
    """The weekly series: first day, the pair's events or score, the world's, per mille."""
    return [
        {
            "week": point.day,
            "value": None if point.is_missing else point.value,
            "world": None if point.is_missing else point.world,
            "per_mille": None if point.is_missing else point.per_mille,
        }
        for point in measured.weeks
    ]


def legs_record(measured: Measured) -> Record | None:
    """The five legs, what they mean, and on whose word; None without a third state."""
    if measured.against is None:
        return None
    return {
        "against": measured.against,
        "meaning": measured.meaning,
        "word": on_whose_word(measured),
        "legs": [
            {
                "number": leg.number,
                "name": leg.name,
                "is_met": leg.is_met,
                "told": leg.told,
                "found": asdict(leg.found) if leg.found else None,
            }
            for leg in measured.legs
        ],
    }


def votes_record(measured: Measured) -> Record | None:
    """The votes by year and the day on which they end; None where the store holds none."""
    if measured.votes is None:
        return None
    return {
        "states": [*measured.pair, *([measured.against] if measured.against else [])],
        "last_day": measured.votes.last_day,
        "years": [asdict(year) for year in measured.votes.years],
        "told": votes_told(measured),
    }


def _answer(change: Change, measured: Measured) -> Record:
    weeks = change.horizon.weeks
    found = change.counts or change.scores
    return {
        "name": change.horizon.name,
        "told": change.horizon.told,
        "verdict": change.verdict,
        "refusal": change.refusal or None,
        "before": _days(weeks.before, measured) if weeks else None,
        "after": _days(weeks.after, measured) if weeks else None,
        "found": asdict(found) if found else None,
        "levels": asdict(change.levels) if change.levels else None,
    }


def _days(stretch: tuple[int, int], measured: Measured) -> list[str]:
    """The first and last day of a stretch of weeks."""
    last = date.fromisoformat(measured.weeks[stretch[1] - 1].day) + timedelta(days=6)
    return [measured.weeks[stretch[0]].day, last.isoformat()]
