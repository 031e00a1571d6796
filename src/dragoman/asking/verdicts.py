"""Verdicts from articles alone, and the one sentence that says why.

| asked | clear | possible |
|---|---|---|
| whether they met | a meeting or call is reported | one is only planned, rumoured or hoped |
| cooperation | deeds or commitments on two dates | one, or some denied, or only planned |
| cooperation against Z | such acts on two dates on a party's own word | any act called so |
| hostility | hostile acts on two dates | one, or hostile words |

Else it is "not shown"; whether something changed ("closer", "ramped up") "cannot be told".
Nothing on the pair at all is "too little news", whatever is asked. A set of articles cannot tell a
change, since it holds what somebody chose to collect; docs/measures.md says what a series needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.asking.days import count_acts, distinct_dates
from dragoman.asking.evidence import Evidence
from dragoman.asking.names import listed, name_of, names_of
from dragoman.asking.third_findings import own_word
from dragoman.model.assessment import Question, Verdict
from dragoman.model.events import Event

ENOUGH_DATES = 2


def verdict(question: Question, evidence: Evidence) -> Verdict:
    """The verdict on a question, by the table above."""
    if not evidence.of_pair:
        return "too little news"
    if question.asks == "change":
        return "cannot be told"
    if question.asks == "contact":
        return _firmest(evidence.talk, [*evidence.plans, *evidence.uncertain], need=1)
    if question.relation == "hostility":
        return _firmest(evidence.hostile_acts, evidence.hostile_words)
    if question.against:
        own = _own_words(question.against, evidence)
        firm = [e for e in own if e in evidence.deeds or e in evidence.commitments]
        return _firmest(firm, [*own, *evidence.aimed])
    joint = [*evidence.commitments, *evidence.deeds]
    return _firmest(
        [] if evidence.negated else joint, [*joint, *evidence.plans, *evidence.uncertain]
    )


def why(question: Question, evidence: Evidence, found: Verdict, articles: int) -> str:
    """The one sentence that says what the verdict rests on."""
    pair = names_of(question.pair)
    corpus = "This one article reports" if articles == 1 else f"These {articles} articles report"
    if found == "too little news":
        return f"{corpus} nothing between {pair} up to the day asked about."
    sums = f"{corpus} {_sums(evidence)} between {pair}"
    if found == "cannot be told":
        return f"{sums}; whether that is more than usual takes a series of years to tell."
    return f"{sums}{_reason(question, evidence)}."


def missing(question: Question, evidence: Evidence, found: Verdict, publishers: int) -> list[str]:
    """What would change the answer."""
    wanted = []
    if found == "cannot be told":
        pair = names_of(question.pair)
        wanted.append(
            f"A series of dated events of {pair} over several years, with other pairs to compare: "
            "without it nobody can tell more than usual from usual."
        )
    if found == "too little news":
        wanted.append(f"Articles that report on {names_of(question.pair)} together.")
    if question.against and not _own_words(question.against, evidence):
        wanted.append(
            f"Words of {names_of(question.pair)} themselves that name {name_of(question.against)} "
            "as what they act against."
        )
    if publishers == 1:
        wanted.append("A second publisher: all articles used come from one.")
    return wanted


def _firmest(firm: Sequence[Event], hints: Sequence[Event], need: int = ENOUGH_DATES) -> Verdict:
    """Clear where firm acts took place on enough dates, possible where there is any act at all."""
    dates = len(distinct_dates(firm)) or min(len(firm), 1)
    if dates >= need:
        return "clear"
    return "possible" if firm or hints else "not shown"


def _own_words(third: str, evidence: Evidence) -> list[Event]:
    """The acts against the third party on a party's own word, and the pair's joint ones at it."""
    return [*own_word(third, evidence), *evidence.joint_blows]


def _sums(evidence: Evidence) -> str:
    counts = (
        (evidence.talk, "meeting or call", "meetings or calls"),
        (evidence.commitments, "commitment", "commitments"),
        (evidence.deeds, "joint deed", "joint deeds"),
        (evidence.hostile_acts + evidence.hostile_words, "hostile act or word",
         "hostile acts or words"),
    )  # fmt: skip
    told = []
    for events, one, many in counts:
        number = count_acts(events)
        told.append(f"{number or 'no'} {one if number < ENOUGH_DATES else many}")
    return listed(told)


def _reason(question: Question, evidence: Evidence) -> str:
    """What bears on the third party, and whether any of it is denied."""
    parts = []
    if question.against:
        own = count_acts(_own_words(question.against, evidence))
        parts.append(f"{own or 'none'} against {name_of(question.against)} on their own word")
    if evidence.negated:
        parts.append("some of it denied")
    return "".join(f", {part}" for part in parts)
