"""The answer to a question: a verdict by documented rules, its findings, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.asking.asked_acts import on_act, told_of
from dragoman.asking.evidence import Evidence, gather
from dragoman.asking.findings import not_firm, on_pair
from dragoman.asking.horizon import View, look
from dragoman.asking.legs import aims, legs
from dragoman.asking.measured_words import measured_why
from dragoman.asking.measured_words import wanted as lacking
from dragoman.asking.names import name_of, names_of, sentence
from dragoman.asking.occasion import Occasion, find_occasion, on_occasion
from dragoman.asking.third_findings import on_aims, on_third
from dragoman.asking.verdicts import missing, verdict, why
from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Assessment, Finding, Question
from dragoman.model.events import Event
from dragoman.model.text import Article

_ORDER = {"for": 0, "against": 1, "neither": 2}


def assess(
    question: Question,
    articles: Mapping[str, Article],
    events: Sequence[Event],
    measured: Measured | None = None,
) -> Assessment:
    """The answer that the events of these articles carry, and no more than they carry.

    Where a change is asked about and years of data were measured, these give the verdict.

    Args:
        question: as it was read; without `as_of`, that of the newest article on the pair holds.
        articles: the articles coded, by id.
        events: their events, in any order.
        measured: the pair measured in a store at the occasion, if it was.

    Gives: a verdict by the table in verdicts.py, one sentence why, findings for, against and
        neither, with events and verbatim quotes, and what would change the answer.
    """
    view = look(question, articles, events)
    evidence = gather(view.question, view.articles, view.events)
    occasion = find_occasion(view.question, evidence, view.articles)
    found, reason = verdict(view.question, evidence), ""
    if measured and question.asks == "change":
        found, reason = measured.verdict, measured_why(measured)
    findings = _findings(view, evidence, occasion)
    publishers = {a.publisher or a.source for a in view.articles.values()}
    wanted = [] if reason else missing(view.question, evidence, found, len(publishers))
    if question.occasion and occasion is None:
        pair = names_of(question.pair)
        wanted.append(f"A report of what {pair} did at the {question.occasion} asked about.")
    wanted += _unread(question)
    return Assessment(
        question=view.question,
        verdict=found,
        why=reason or why(view.question, evidence, found, len(view.articles)),
        findings=tuple(sorted(findings, key=_side)) if evidence.of_pair else (),
        missing=(*(lacking(measured) if measured else ()), *wanted, *view.left_out),
        legs=legs(view.question, view.articles, view.events),
        aims=aims(view.question, evidence),
    )


def _findings(view: View, evidence: Evidence, occasion: Occasion | None) -> list[Finding]:
    """What the articles tell; of an act asked about first, then of all else between the parties."""
    question = view.question
    act = question.act
    told = told_of(act, evidence) if act else None
    others = evidence.without(told.all) if told else evidence
    return [
        *(on_act(act, told) if act and told else ()),
        *on_occasion(question, evidence, occasion),
        *on_aims(question, evidence, view.articles, view.events),
        *on_pair(question, others),
        *not_firm(question, others),
        *on_third(question, evidence),
    ]


def _unread(question: Question) -> list[str]:
    """What the question asks or names that no answer tells of."""
    is_why = question.text.lower().startswith("why ")
    reasons = ["The reasons: what was done is coded, not why; the quotes may tell."]
    beside = [
        f"{sentence(name_of(key))} is named in the question but not asked about."
        for key in question.aside
    ]
    return [*(reasons if is_why else ()), *beside]


def _side(finding: Finding) -> int:
    return _ORDER[finding.speaks]
