"""What votes in the General Assembly say, in sentences; the verdict does not rest on them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.asking.days import iso_written
from dragoman.asking.names import name_of, names_of, sentence
from dragoman.measuring.measured import Measured
from dragoman.measuring.votes import Agreement, Votes, VoteYear

MOST_YEARS = 10
"""Years told in a line."""


def votes_told(measured: Measured) -> list[str]:
    """How alike the two vote, and each with the third: the last year, an earlier one, the years.

    None where the store holds no votes.
    """
    votes = measured.votes
    if votes is None:
        return []
    ends = f"the votes known end on {iso_written(votes.last_day)}" if votes.last_day else (
        "no roll call known has a date"
    )  # fmt: skip
    told = [f"Slow context of whole years, no part of the verdict; {ends}."]
    if votes.latest is None:
        return [*told, f"There is no year in which {_all(measured)} voted on ten roll calls."]
    return [*told, _last(measured, votes.latest), *_compared(measured, votes), _by_year(votes)]


def _all(measured: Measured) -> str:
    return names_of([*measured.pair, *([measured.against] if measured.against else [])])


def _last(measured: Measured, year: VoteYear) -> str:
    told = (
        f"{year.year}, {year.calls} roll calls: agreement S of {names_of(measured.pair)} "
        f"{_agreement(year.pair)}"
    )
    if measured.against is None:
        return f"{told}."
    each = zip(measured.pair, year.with_third, strict=True)
    third = ", ".join(f"{name_of(state)} {_agreement(found)}" for state, found in each)
    return f"{told}; with {name_of(measured.against)} {third}."


def _agreement(found: Agreement) -> str:
    kappa = "not defined" if found.kappa is None else f"{found.kappa:+.2f}"
    return f"{found.s:+.2f} (kappa {kappa})"


def _compared(measured: Measured, votes: Votes) -> Iterator[str]:
    now, then = votes.latest, votes.earlier
    if now is None or then is None:
        return
    own, *third = votes.moves
    pair = names_of(measured.pair)
    if measured.against is None or now.opposed is None or then.opposed is None:
        yield f"Since {then.year} S of {pair} moved by {own:+.2f}."
        return
    name = name_of(measured.against)
    yield (
        f"{sentence(pair)} voted alike and {name} the opposite in {now.opposed:.0%} of them, in "
        f"{then.year} in {then.opposed:.0%}. Since then S of the two moved by {own:+.2f}, with "
        f"{name} by {third[0]:+.2f} and {third[1]:+.2f}{_who_moved(votes, name)}."
    )


def _who_moved(votes: Votes, name: str) -> str:
    if votes.is_third_apart is None:
        return ""
    if votes.is_third_apart:
        return f": most of the rise is {name} moving, not the two drawing closer"
    return f": most of the rise is the two drawing closer, not {name} moving"


def _by_year(votes: Votes) -> str:
    cut = votes.years[-MOST_YEARS:]
    if cut[-1].opposed is None:
        return "S by year: " + " · ".join(f"{one.year} {one.pair.s:+.2f}" for one in cut) + "."
    shares = " · ".join(f"{one.year} {one.opposed:.0%}" for one in cut if one.opposed is not None)
    return f"Alike and the third opposite, by year: {shares}."
