"""The answer to a question: a verdict by documented rules, its findings, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.asking.evidence import gather
from dragoman.asking.findings import not_firm, on_pair
from dragoman.asking.horizon import look
from dragoman.asking.legs import aims, legs
from dragoman.asking.occasion import find_occasion, on_occasion
from dragoman.asking.third_findings import on_aims, on_third
from dragoman.asking.verdicts import missing, verdict, why
from dragoman.model.assessment import Assessment, Finding, Question
from dragoman.model.events import Event
from dragoman.model.text import Article

_ORDER = {"for": 0, "against": 1, "neither": 2}


def assess(
    question: Question, articles: Mapping[str, Article], events: Sequence[Event]
) -> Assessment:
    """The answer that the events of these articles carry, and no more than they carry.

    Args:
        question: as it was read; without `as_of`, that of the newest article on the pair holds.
        articles: the articles coded, by id.
        events: their events, in any order.

    Gives: a verdict by the table in verdicts.py, one sentence why, findings for, against and
        neither, with events and verbatim quotes, and what would change the answer.
    """
    view = look(question, articles, events)
    evidence = gather(view.question, view.articles, view.events)
    found = verdict(view.question, evidence)
    findings = [
        *on_occasion(view.question, evidence),
        *on_aims(view.question, evidence, view.articles, view.events),
        *on_pair(view.question, evidence),
        *not_firm(view.question, evidence),
        *on_third(view.question, evidence),
    ]
    publishers = {a.publisher or a.source for a in view.articles.values()}
    wanted = missing(view.question, evidence, found, len(publishers))
    if question.occasion and find_occasion(view.question, evidence) is None:
        wanted.append(f"A report of the {question.occasion} asked about.")
    return Assessment(
        question=view.question,
        verdict=found,
        why=why(view.question, evidence, found, len(view.articles)),
        findings=tuple(sorted(findings, key=_side)) if evidence.of_pair else (),
        missing=(*wanted, *view.left_out),
        legs=legs(view.question, view.articles, view.events),
        aims=aims(view.question, evidence),
    )


def _side(finding: Finding) -> int:
    return _ORDER[finding.speaks]
