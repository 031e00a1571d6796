"""What a measurement says, in sentences: its reason, numbers, placebos, and where it disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.asking.days import iso_written
from dragoman.asking.names import listed, name_of, names_of, sentence
from dragoman.measuring.changes import Change
from dragoman.measuring.measured import Measured
from dragoman.measuring.ratios import RateRatio
from dragoman.measuring.triads import OWN_WORD, READERS
from dragoman.measuring.verdicts import (
    FEWEST_OCCASIONS,
    FEWEST_TIMES,
    OCCASION_LIMIT,
    SPACE_LIMIT,
    TIME_LIMIT,
    Placebo,
)

_STRENGTH = ("clear", "possible", "not shown")
_SHORT_OF_CLEAR = ("possible", "not shown")
_ONE_PERCENT = 0.01
_REMEDY = "Another day, or data that have all weeks compared, without a gap or a break in coverage."


def measured_why(measured: Measured) -> str:
    """The one sentence that says what the word rests on: an answer, its move, its space placebo."""
    change, pair = measured.headline, names_of(measured.pair)
    at = iso_written(measured.since)
    if change.refusal:
        return f"{sentence(change.refusal)}, for {pair} on {at}."
    if measured.verdict == "too little news":
        return f"Of {pair} there is too little news before {at} to compare with."
    caution = "; not shown is not no" if measured.verdict == "not shown" else ""
    told = (
        f"{sentence(change.horizon.told)} ({at}): {measured.relation} of {pair} "
        f"{_moved(change)}, and {like_told(change.space)}"
    )
    return f"{told}{caution}."


def _moved(change: Change) -> str:
    if change.counts:
        return f"is {change.counts.expected.ratio:.2f} times what their share of the news would be"
    if change.scores:
        return (
            f"went from {change.scores.before:.2f} to {change.scores.after:.2f} per mille of the "
            "world's scores"
        )
    return "was not measured"


def measured_in(measured: Measured) -> str:
    """What was measured, in which data, and up to which day."""
    what = "daily scores" if measured.unit == "scores" else "events"
    return (
        f"Measured: {measured.relation} of {names_of(measured.pair)} at "
        f"{iso_written(measured.since)}, in the {what} of {measured.dataset} from "
        f"{iso_written(measured.weeks[0].day)} on, nothing used after "
        f"{iso_written(measured.as_of)}."
    )


def numbers(change: Change) -> list[str]:
    """The numbers of an answer: the move with its interval, under each exposure."""
    if change.counts:
        shift = change.counts
        return [
            f"{shift.events_before:g} events before, {shift.events_after:g} after",
            f"{_ratio(shift.expected)} against their expected share of the news",
            f"{_ratio(shift.world)} against the world's news",
        ]
    if change.scores:
        move = change.scores
        return [
            f"{move.before:.2f} before, {move.after:.2f} after, in per mille of the world's scores",
            f"a move of {move.after - move.before:+.2f} (95%: {move.low:+.2f} to {move.high:+.2f})",
        ]
    return []


def placebos(change: Change) -> list[str]:
    """How unusual an answer is: among other pairs, at other dates, at other occasions."""
    if change.refusal:
        return []
    told = [f"other pairs: {like_told(change.space)}", f"other dates: {dates_told(change)}"]
    if change.counts:
        told.append(f"other occasions: {_occasions(change.occasion)}")
    return told


def disagreements(measured: Measured) -> list[str]:
    """Where answers differ from the first one, and exposures from each other; none where not."""
    first = measured.headline
    found = [
        f"{sentence(change.horizon.name)} is {change.verdict}, {first.horizon.name} "
        f"{first.verdict}."
        for change in measured.disagreeing
    ]
    split = [change.horizon.name for change in measured.changes if change.do_exposures_disagree]
    if split:
        found.append(
            f"The two exposures disagree on {listed(split)}: it is up against one of their "
            "expected share and the world's news, and not beyond doubt against the other."
        )
    return found


def on_whose_word(measured: Measured) -> str:
    """On whose word it rests that they act against the third state."""
    if measured.against is None:
        return ""
    third, named = name_of(measured.against), measured.named
    if named is None or not any(number for _, number in named.by_basis):
        return f"That it is against {third} rests on nobody's word in this store."
    told = [
        f"{'their own word' if basis == OWN_WORD else READERS[basis]} ({number})"
        for basis, number in named.by_basis
    ]
    return f"That it is against {third} rests on {listed(told)}, in {named.joint} joint acts."


def extremes(measured: Measured) -> list[str]:
    """The answer that speaks most for a change, and the one that speaks least; none where alike."""
    told = [change for change in measured.changes if change.verdict in _STRENGTH]
    if len(told) <= 1:
        return []
    ordered = sorted(told, key=lambda c: (_STRENGTH.index(c.verdict), c.space.share or 0.0))
    return [
        f"{name}: {change.horizon.name}, {change.verdict}; {like_told(change.space)}."
        for name, change in (("Strongest", ordered[0]), ("Weakest", ordered[-1]))
    ]


def wanted(measured: Measured) -> list[str]:
    """What would change the answer."""
    if measured.headline.refusal:
        return [_REMEDY, *_more_data(measured)]
    return [*_lacking(measured.headline), *_more_data(measured)]


def _lacking(change: Change) -> Iterator[str]:
    """What the first answer lacks to be clear."""
    if change.verdict not in _SHORT_OF_CLEAR:
        return
    if not _is_up(change):
        yield "A move whose interval leaves no doubt that it is one."
    if change.space.share is None or change.space.share > SPACE_LIMIT:
        yield f"A move that at most {SPACE_LIMIT:.0%} of like pairs match."
    if change.time.n < FEWEST_TIMES:
        yield "Earlier years in the store: there are too few other dates to compare with."
    elif (change.time.share or 0.0) > TIME_LIMIT:
        yield f"A move that at most {TIME_LIMIT:.0%} of the pair's earlier dates match."


def _more_data(measured: Measured) -> Iterator[str]:
    for change in measured.changes:
        if change.refusal and change is not measured.headline:
            yield f"For {change.horizon.name}: {change.refusal}."
    if measured.against and measured.named is None:
        yield "Coded articles in this store: no other data tell against whom they act."
    if any("no alliances" in rung.note for rung in measured.ladder):
        yield "Alliances in this store: treaties and defence obligations are not known without."


def _is_up(change: Change) -> bool:
    if change.counts:
        return change.counts.expected.is_up and change.counts.world.is_up
    return bool(change.scores and change.scores.low > 0)


def _ratio(found: RateRatio) -> str:
    return f"{found.ratio:.2f} times (95%: {found.low:.2f} to {found.high:.2f})"


def like_told(placebo: Placebo) -> str:
    """How many like pairs moved as far."""
    if placebo.share is None:
        return "there are no pairs like them to compare with"
    return f"{_share(placebo.share)} of {placebo.n} pairs like them moved as far"


def dates_told(change: Change) -> str:
    """How many of the earlier dates of the pair moved as far."""
    time = change.time
    if time.share is None:
        return "not testable, no earlier ones in the data"
    told = f"{_share(time.share)} of earlier ones moved as far, {time.n} of them apart"
    return told if time.n >= FEWEST_TIMES else f"not testable ({told}, 10 are needed)"


def _occasions(placebo: Placebo) -> str:
    if placebo.share is None or placebo.n < FEWEST_OCCASIONS:
        return f"not testable, {placebo.n} in the data and {FEWEST_OCCASIONS} are needed"
    rare = "" if placebo.share > OCCASION_LIMIT else ", which is rare"
    return f"{_share(placebo.share)} of {placebo.n} moved as far{rare}"


def _share(share: float) -> str:
    if share == 0:
        return "none"
    return f"{share:.1%}" if share < _ONE_PERCENT else f"{share:.0%}"
