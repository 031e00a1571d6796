"""A measurement as plain text for a terminal: verdict and one reason, numbers, legs, ladder."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.asking.measured_words import (
    disagreements,
    extremes,
    measured_in,
    measured_why,
    numbers,
    on_whose_word,
    placebos,
    wanted,
)
from dragoman.asking.names import name_of
from dragoman.asking.vote_words import votes_told
from dragoman.measuring.changes import Change
from dragoman.measuring.ladder import Rung
from dragoman.measuring.measured import Measured
from dragoman.measuring.triads import FoundLeg
from dragoman.reporting.lines import in_lines
from dragoman.reporting.verdict_signs import MET


def measured_text(measured: Measured) -> str:
    """A measurement in words: what it says, then what it rests on, then what it lacks."""
    lines = [*in_lines(f"{measured.verdict.upper()}. {measured_why(measured)}", ""), ""]
    lines += measured_lines(measured)
    lines += _section("WHAT WOULD CHANGE THIS ANSWER", wanted(measured))
    return "\n".join(lines) + "\n"


def measured_lines(measured: Measured) -> Iterator[str]:
    """All but the verdict: the answers with numbers and placebos, legs, ladder, votes."""
    yield from in_lines(measured_in(measured), "")
    yield from ("", "HAS IT RAMPED UP?")
    for change in measured.changes:
        yield from _answer(change)
    if measured.years:
        told = " · ".join(f"{year} {mean:.1f}" for year, mean in measured.years)
        yield from in_lines(f"by year, per mille of the world: {told}", "  ", "    ")
    yield from _section("WHERE THE ANSWERS DISAGREE", disagreements(measured))
    yield from _section("EVIDENCE", extremes(measured))
    yield from _against(measured)
    yield from ("", "HOW DEEP IT GOES")
    for rung in measured.ladder:
        yield from in_lines(_rung(rung), "  ", "    ")
    yield from _section("HOW THEY VOTE IN THE GENERAL ASSEMBLY", votes_told(measured))


def _answer(change: Change) -> Iterator[str]:
    yield from in_lines(f"{change.horizon.name}: {change.horizon.told}", "  ", "    ")
    if change.refusal:
        yield from in_lines(f"{change.verdict}: {change.refusal}", "    ", "      ")
        return
    for told in (change.verdict, *numbers(change), *placebos(change)):
        yield from in_lines(told, "    ", "      ")


def _against(measured: Measured) -> Iterator[str]:
    if measured.against is None:
        return
    yield from ("", f"AGAINST {name_of(measured.against).upper()}?")
    yield from in_lines(measured.meaning, "  ", "    ")
    for leg in measured.legs:
        yield from in_lines(_leg(leg), "  ", "    ")
    yield from in_lines(on_whose_word(measured), "  ", "    ")


def _leg(leg: FoundLeg) -> str:
    return f"{leg.number} {leg.name}: {MET[leg.is_met][1]}; {leg.told}"


def _rung(rung: Rung) -> str:
    if rung.proof is None:
        return f"{rung.name}: {rung.note}"
    proof = rung.proof
    return f"{rung.name}: {rung.count}, the last on {proof.day} ({proof.dataset} {proof.id})"


def _section(heading: str, told: list[str]) -> Iterator[str]:
    if told:
        yield from ("", heading)
        for one in told:
            yield from in_lines(one, "  · ", "    ")
