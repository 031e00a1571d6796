"""Verdicts from articles alone, and the one sentence that says why.

| asked | clear | possible |
|---|---|---|
| whether they met | a meeting or call is reported | one is only planned, rumoured or hoped |
| one act of one (an attack) | that act | the same on a third's word, by other means, or not firm |
| cooperation | deeds or commitments | the same on one date, only planned, or blows at others |
| an alliance | – | deeds or commitments, and no word that they are no allies |
| cooperation against Z | deeds or commitments against Z on a party's own word | any act called so |
| hostility | hostile acts | the same on one date, or hostile words |
| a war | attacks | the same on one date, or other hostile acts or words |

"Clear" takes two dates within the year before the day asked about (for a meeting or one act, one
date at any time), more such acts than are denied, and no topic ("on climate"), since acts are not
told apart by what they are about. Else it is "not shown"; whether something changed ("closer",
"ramped up") "cannot be told". Nothing on the pair at all is "too little news", whatever
is asked. A set of articles cannot tell a change, since it holds what somebody chose to collect;
docs/measures.md says what a series needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.asking.asked_acts import Told, is_firm, reports, told_as, told_of
from dragoman.asking.days import (
    ENOUGH_DATES,
    count_acts,
    distinct_dates,
    iso_written,
    time_clause,
    written,
)
from dragoman.asking.evidence import Evidence
from dragoman.asking.findings import is_kind
from dragoman.asking.names import listed, name_of, names_of
from dragoman.asking.third_findings import own_word
from dragoman.model.assessment import AskedAct, Question, Verdict
from dragoman.model.events import Event, When

YEAR = timedelta(days=365)


class _Sum(NamedTuple):
    """Acts of one class and the words for one, many and none of them."""

    events: Sequence[Event]
    one: str
    many: str
    none: str

    def told(self) -> str:
        number = count_acts(self.events)
        return f"{number} {self.one if number == 1 else self.many}" if number else ""


class Grounds(NamedTuple):
    """The acts that would make a verdict clear, those that hint at it, and those that deny it."""

    firm: Sequence[Event]
    hints: Sequence[Event]
    denied: Sequence[Event] = ()


def verdict(question: Question, evidence: Evidence) -> Verdict:
    """The verdict on a question, by the table above."""
    if not evidence.of_pair:
        return "too little news"
    if question.asks == "change":
        return "cannot be told"
    if question.act:
        return _verdict_on_act(told_of(question.act, evidence))
    grounds = _grounds(question, evidence)
    firm = [event for event in grounds.firm if _is_recent(event, question)]
    need = 1 if question.asks == "contact" else ENOUGH_DATES
    dates = len(distinct_dates(firm)) or min(len(firm), 1)
    is_firm = dates >= need and count_acts(firm) > count_acts(grounds.denied)
    if is_firm and question.topic is None:
        return "clear"
    return "possible" if grounds.firm or grounds.hints else "not shown"


def _verdict_on_act(told: Told) -> Verdict:
    if is_firm(told.done) and count_acts(told.done) > count_acts(told.denied):
        return "clear"
    return "possible" if told.done or told.alike or told.open else "not shown"


def _grounds(question: Question, evidence: Evidence) -> Grounds:
    """The acts that bear on what is asked."""
    joint = [*evidence.commitments, *evidence.deeds]
    open_ = [*evidence.plans, *evidence.uncertain]
    denied = [event for event in evidence.negated if is_kind(event, question)]
    if question.asks == "contact":
        return Grounds(evidence.talk, [event for event in open_ if is_kind(event, question)])
    if question.degree == "war":
        attacks = [event for event in evidence.hostile_acts if event.type == "ASSAULT"]
        return Grounds(attacks, [*evidence.hostile_acts, *evidence.hostile_words], denied)
    if question.relation == "hostility":
        return Grounds(evidence.hostile_acts, evidence.hostile_words, denied)
    if question.against:
        own = _own_words(question.against, evidence)
        return Grounds([event for event in own if event in joint], [*own, *evidence.aimed], denied)
    if question.degree == "alliance":
        return Grounds((), () if denied else joint)
    return Grounds(joint, [*open_, *evidence.joint_blows], denied)


def _is_recent(event: Event, question: Question) -> bool:
    """Whether an act tells of how things stand: of the last year, or of the time asked about."""
    if question.asks == "contact" or question.window or question.as_of is None:
        return True
    start = (date.fromisoformat(question.as_of) - YEAR).isoformat()
    return event.when is not None and event.when.enddate >= start


def why(question: Question, evidence: Evidence, found: Verdict, articles: int) -> str:
    """The one sentence that says what the verdict rests on, and how many of the articles tell it.

    Args:
        question: as it was read.
        evidence: the events that bear on it.
        found: the verdict.
        articles: how many articles there are, with those of other parties.
    """
    pair = names_of(question.pair)
    if found == "too little news":
        return f"No act between {pair} {_until(question)}was found in {_these(articles)}."
    if question.act:
        return _why_of_act(question.act, told_of(question.act, evidence), articles)
    telling = len({event.article_id for event in evidence.of_pair})
    counted = _sums(question, evidence)
    sums = f"{_corpus(telling, articles)} {counted} between {pair}"
    if counted.startswith("no "):
        sums = f"{_corpus(telling, articles, 'tell')} of {pair} together, but of {counted}"
    if found == "cannot be told":
        return f"{sums}; whether that is more than usual takes a series of years to tell."
    caution = "; not shown is not no" if found == "not shown" else ""
    return f"{sums}{_reason(question, evidence)}{caution}."


def _why_of_act(act: AskedAct, told: Told, articles: int) -> str:
    reported = reports(act, told)
    denied = count_acts(told.denied)
    caution = f", and it is denied in {denied}" if denied else ""
    if not reported:
        found = f"No report that {told_as(act)} was found in {_these(articles)}"
        return f"{found}{caution}; not shown is not no."
    telling = {event.article_id for event in told.done or told.alike or told.open}
    return f"{_corpus(len(telling), articles)} {reported}{caution}."


def _until(question: Question) -> str:
    """The time asked about, as words with a blank behind them."""
    if question.window:
        return f"{time_clause(written(When(*question.window, 'range')))} "
    if question.act and question.since:
        return f"since {iso_written(question.since)} "
    return f"up to {iso_written(question.as_of)} " if question.as_of else ""


def _these(articles: int) -> str:
    return "this one article" if articles == 1 else f"these {articles} articles"


def _corpus(telling: int, articles: int, verb: str = "report") -> str:
    """How many of the articles tell something, as the subject of a sentence and its verb."""
    if articles == 1:
        return f"This one article {verb}s"
    if telling == articles:
        return f"These {articles} articles {verb}"
    return f"{telling} of {articles} articles {verb}{'s' if telling == 1 else ''}"


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
    if question.topic:
        wanted.append(
            f"Acts of every kind are counted: which of them are about “{question.topic}” is not "
            "told apart."
        )
    if question.clause:
        wanted.append(f"The words “{question.clause}” are not read: acts of any time are counted.")
    if question.against and not _own_words(question.against, evidence):
        wanted.append(
            f"Words of {names_of(question.pair)} themselves that name {name_of(question.against)} "
            "as what they act against."
        )
    if publishers == 1:
        wanted.append("A second publisher: all articles used come from one.")
    return wanted


def _own_words(third: str, evidence: Evidence) -> list[Event]:
    """The acts against the third party on a party's own word, and the pair's joint ones at it."""
    return [*own_word(third, evidence), *evidence.joint_blows]


def _sums(question: Question, evidence: Evidence) -> str:
    """How many acts of each class there are, what is asked about first, what is lacking last."""
    talk = _Sum(evidence.talk, "meeting or call", "meetings or calls", "talk")
    hostile = _Sum(
        evidence.hostile_acts + evidence.hostile_words,
        "hostile act or word", "hostile acts or words", "hostility",
    )  # fmt: skip
    others = (
        talk,
        _Sum(evidence.commitments, "commitment", "commitments", "commitment"),
        _Sum(evidence.deeds, "joint deed", "joint deeds", "joint deed"),
    )
    if question.asks == "contact":
        return talk.told() or f"no {talk.one}"
    sums = (hostile, *others) if question.relation == "hostility" else (*others, hostile)
    told = [text for text in (each.told() for each in sums) if text]
    lacking = [each for each in sums if not each.events]
    if len(lacking) == 1:
        return listed([*told, f"no {lacking[0].one}"])
    nothing = listed([each.none for each in lacking]).replace(" and ", " or ")
    return listed([*told, f"no {nothing}"]) if lacking else listed(told)


def _reason(question: Question, evidence: Evidence) -> str:
    """What of it bears on the third party or the year asked about, and how much is denied."""
    grounds = _grounds(question, evidence)
    if question.asks == "contact":
        return (
            ", only one planned, hoped for or in question"
            if not grounds.firm and grounds.hints
            else ""
        )
    parts = []
    if question.against:
        own = count_acts(_own_words(question.against, evidence))
        parts.append(f"{own or 'nothing'} against {name_of(question.against)} by own word or deed")
    elif evidence.joint_blows and question.relation == "cooperation":
        parts.append(f"{count_acts(evidence.joint_blows)} by them together against others")
    if question.degree == "war":
        parts.append(f"{count_acts(grounds.firm) or 'none'} of them attacks")
    if grounds.firm and not any(_is_recent(event, question) for event in grounds.firm):
        parts.append("nothing of it dated within the last year")
    if denied := [event for event in evidence.negated if is_kind(event, question)]:
        parts.append(f"{question.relation} denied in {count_acts(denied)}")
    is_joint = evidence.commitments or evidence.deeds or evidence.joint_blows
    if question.degree == "alliance" and not question.against and is_joint:
        parts.append("which is not yet an alliance")
    return "".join(f", {part}" for part in parts)
