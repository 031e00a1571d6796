"""Findings on a third party: what is aimed against it, on whose word, what it does itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dragoman.asking.days import when_clause
from dragoman.asking.evidence import TWO, Evidence, keys
from dragoman.asking.findings import finding
from dragoman.asking.names import listed, name_of, names_of, sentence
from dragoman.coding.quotes import marked_spans
from dragoman.model.actors import Basis
from dragoman.model.assessment import Finding, Question, Side
from dragoman.model.events import Event
from dragoman.model.text import Article

_ON_WHOSE_WORD: dict[Basis, str] = {
    "third": "other named parties",
    "unnamed": "unnamed sources or analysts",
    "author": "the articles' own voice",
}


def has_basis(event: Event, third: str, *bases: Basis) -> bool:
    """Whether an act is aimed against the third party on the word of one of these."""
    return any(third in keys([t.actor]) and t.basis in bases for t in event.against)


def on_aims(
    question: Question,
    evidence: Evidence,
    articles: Mapping[str, Article],
    events: Sequence[Event],
) -> list[Finding]:
    """What ties the pair's joint acts to the third party, and on whose word; none without one."""
    if question.against is None:
        return []
    third = question.against
    own = [event for event in evidence.aimed if has_basis(event, third, "actor")]
    read = [event for event in evidence.aimed if event not in own]
    found = []
    if evidence.joint_blows:
        claim = (
            f"{sentence(names_of(question.pair))} together criticised, opposed or acted against "
            f"{name_of(third)} {when_clause(evidence.joint_blows)}."
        )
        found.append(finding(claim, "for", evidence.joint_blows))
    if own:
        claim = (
            f"A party to the act says itself that it is against {name_of(third)} "
            f"{when_clause(own)}."
        )
        found.append(finding(claim, "for", own))
    if read:
        silent = not own and not _is_named_in_quotes(third, articles, events)
        found.append(finding(_read_as_against(question, read, bool(own), silent), "neither", read))
    if not evidence.aimed and not evidence.joint_blows:
        claim = (
            f"No act of {names_of(question.pair)} together is reported as aimed against "
            f"{name_of(third)}."
        )
        found.append(Finding(claim, "against"))
    return found


def _read_as_against(question: Question, read: Sequence[Event], is_own: bool, silent: bool) -> str:  # noqa: FBT001
    third = name_of(question.against or "")
    counts = [
        f"{words} ({number})"
        for basis, words in _ON_WHOSE_WORD.items()
        if (number := sum(has_basis(e, question.against or "", basis) for e in read))
    ]
    claim = f"Joint acts, done or only spoken of, are read as against {third} by {listed(counts)}"
    if is_own:
        return f"{claim}."
    claim = f"{claim}. {_nobody(question)} is reported as saying so"
    return f"{claim}, and no quoted words name {third}." if silent else f"{claim}."


def _nobody(question: Question) -> str:
    names = [name_of(key) for key in question.pair]
    if len(names) == TWO:
        return f"Neither {names[0]} nor {names[1]}"
    return f"None of {listed(names)}"


def _is_named_in_quotes(
    third: str, articles: Mapping[str, Article], events: Iterable[Event]
) -> bool:
    """Whether any words in quotation marks name the third party, under a name the articles use."""
    names = {name_of(third).removeprefix("the ")}
    for event in events:
        parties = (*event.actor, *event.recipient, *(target.actor for target in event.against))
        names |= {party.span.text for party in parties if party.key == third}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)))
    return any(
        pattern.search(quote.text)
        for article in articles.values()
        for quote in marked_spans(article.text)
    )


def on_third(question: Question, evidence: Evidence) -> list[Finding]:
    """How each of the pair and the third party stand to one another; none without a third."""
    if question.against is None:
        return []
    third = name_of(question.against)
    is_joint = question.relation == "cooperation"
    told: tuple[tuple[Sequence[Event], Side, str], ...] = (
        (
            evidence.dealings,
            "against" if is_joint else "neither",
            f"{_of_pair(question, evidence.dealings)} also agreed or cooperated with {third}",
        ),
        (
            evidence.with_third,
            "against" if is_joint else "neither",
            f"{_of_pair(question, evidence.with_third)} also met, spoke with or praised {third}",
        ),
        (
            evidence.at_third,
            "neither",
            f"{_of_pair(question, evidence.at_third)} criticised, opposed or acted against "
            f"{third} alone, not jointly,",
        ),
        (
            evidence.by_third,
            "neither",
            f"{sentence(third)} criticised, opposed or acted against "
            f"{_of_pair(question, evidence.by_third)}",
        ),
    )
    return [
        finding(f"{claim} {when_clause(events)}.", side, events)
        for events, side, claim in told
        if events
    ]


def _of_pair(question: Question, events: Iterable[Event]) -> str:
    """Those of the pair that take part in the events."""
    there = set().union(*(keys((*event.actor, *event.recipient)) for event in events))
    return sentence(names_of(key for key in question.pair if key in there))
