"""The horizon: the day up to which an answer looks, and what lies beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.asking.days import iso_written, last_day, newest, time_clause, written
from dragoman.asking.evidence import is_between, is_joint_blow
from dragoman.model.assessment import Question
from dragoman.model.events import Event, When
from dragoman.model.text import Article

# Acts whose date may lie ahead of the day they were reported: it is the day planned or promised.
_AHEAD = frozenset({"AGREE", "THREATEN", "REQUEST"})


@dataclass(frozen=True, slots=True)
class View:
    """What an answer may use: the question with its last day, the articles and events up to it.

    `left_out` says in sentences what was not used and why.
    """

    question: Question
    articles: Mapping[str, Article]
    events: tuple[Event, ...]
    left_out: tuple[str, ...] = ()


def look(question: Question, articles: Mapping[str, Article], events: Sequence[Event]) -> View:
    """The articles and events up to the day asked about.

    Without such a day it is that of the newest article that reports on the pair, or of the newest
    of all, so that what a later article adds about others moves nothing.
    """
    if question.as_of is None:
        last = _default(question, articles, events)
        known = {key for key, article in articles.items() if not _is_after(article, last)}
        kept = tuple(event for event in events if event.article_id in known)
        return _within(View(replace(question, as_of=last), articles, kept))
    as_of = question.as_of
    used = {key: article for key, article in articles.items() if _is_known_by(article, as_of)}
    undated = sum(last_day(article.published) is None for article in articles.values())
    reported = [event for event in events if event.article_id in used]
    kept = tuple(event for event in reported if not _is_later(event, as_of))
    left_out = _left_out(
        as_of, len(articles) - len(used) - undated, undated, len(reported) - len(kept)
    )
    return _within(View(question, used, kept, left_out))


def _within(view: View) -> View:
    """The same view without events that did not take place in the window asked about, if any."""
    window = _window(view.question)
    if window is None:
        return view
    first, last = window
    kept = tuple(
        e for e in view.events if e.when and e.when.date <= last and first <= e.when.enddate
    )
    pair = frozenset(view.question.pair)
    others = sum(is_between(e, pair) for e in view.events) - sum(is_between(e, pair) for e in kept)
    left_out = view.left_out
    if others:
        days = time_clause(written(When(first, last, "range")))
        told = f"{_are(others, 'event')} undated or not dated {days} and {_verb(others)} not used."
        left_out = (*left_out, told)
    return replace(view, events=kept, left_out=left_out)


def _window(question: Question) -> tuple[str, str] | None:
    """The days in which what is asked about took place, be it "since" a day where one act is."""
    if question.window is None and question.act and question.since and question.as_of:
        return (question.since, max(question.since, question.as_of))
    return question.window


def _default(
    question: Question, articles: Mapping[str, Article], events: Iterable[Event]
) -> str | None:
    pair = frozenset(question.pair)
    telling = {e.article_id for e in events if is_between(e, pair) or is_joint_blow(e, question)}
    told = newest(articles[key] for key in telling if key in articles)
    start = question.window[0] if question.window else question.since
    is_too_early = told and start and told < start
    return newest(articles.values()) if is_too_early or told is None else told


def _is_known_by(article: Article, as_of: str) -> bool:
    day = last_day(article.published)
    return day is not None and day <= as_of


def _is_after(article: Article, last: str | None) -> bool:
    """Whether an article is surely of a later day: what it has of the third alone is not asked."""
    day = last_day(article.published)
    return day is not None and last is not None and day > last


def _is_later(event: Event, as_of: str) -> bool:
    """Whether an act is dated after the day; a plan's date is when it is to come true."""
    is_plan = event.status in ("future", "hypothetical") or event.type in _AHEAD
    return bool(event.when and event.when.date > as_of) and not is_plan


def _left_out(as_of: str, later: int, undated: int, events: int) -> tuple[str, ...]:
    day = iso_written(as_of)
    undated_articles = "1 article has" if undated == 1 else f"{undated} articles have"
    told = (
        (later, f"{_are(later, 'article')} published after {day}"),
        (undated, f"{undated_articles} no date of publication"),
        (events, f"{_are(events, 'event')} dated after {day}"),
    )
    return tuple(f"{text} and {_verb(number)} not used." for number, text in told if number)


def _verb(number: int) -> str:
    return "is" if number == 1 else "are"


def _are(number: int, noun: str) -> str:
    return f"1 {noun} is" if number == 1 else f"{number} {noun}s are"
