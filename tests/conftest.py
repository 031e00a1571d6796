"""Articles and events coded by hand, for the tests of answers and reports."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.model.actors import Actor, Identity, Target
from dragoman.model.events import Event, Step, When
from dragoman.model.text import Article, Span

CASES = Path(__file__).parent / "cases" / "answers.toml"
GROUPS = {"NATO", "AUKUS"}


class Coded(NamedTuple):
    """Articles by id, and their events."""

    articles: dict[str, Article]
    events: list[Event]


@pytest.fixture(scope="session")
def coded() -> Coded:
    """The articles of answers.toml with their events."""
    told = tomllib.loads(CASES.read_text(encoding="utf-8"))
    articles = {
        row["id"]: Article(**{**row, "text": row["text"].strip()}) for row in told["article"]
    }
    return Coded(articles, [make_event(articles[row["article"]], row) for row in told["event"]])


def make_event(article: Article, row: dict) -> Event:
    start = article.text.index(row["trigger"])
    first = article.text.rfind("\n", 0, start) + 1
    last = article.text.find("\n", start)
    line = article.span(first, last if last >= 0 else len(article.text))
    trigger = article.span(start, start + len(row["trigger"]))
    return Event(
        article_id=article.id,
        type=row["type"],
        trigger=trigger,
        evidence=line,
        because=(Step("act", "coded by hand", trigger.text),),
        score=0.0,
        coder="hand",
        cameo=row.get("cameo"),
        promises=row.get("promises"),
        context=tuple(row.get("context", ())),
        actor=tuple(_party(article, line, text) for text in row.get("actor", ())),
        recipient=tuple(_party(article, line, text) for text in row.get("recipient", ())),
        against=tuple(_target(article, line, text) for text in row.get("against", ())),
        status=row.get("status", "actual"),
        when=_when(row.get("date")),
    )


def _party(article: Article, line: Span, text: str) -> Actor:
    key, _, words = text.partition("=")
    start = article.text.index(words, line.start) if words else line.start
    who = Identity("IGO", id=key) if key in GROUPS else Identity(key)
    return Actor(who, article.span(start, start + len(words)))


def _target(article: Article, line: Span, text: str) -> Target:
    party, _, basis = text.partition("/")
    return Target(_party(article, line, party), basis)


def _when(text: str | None) -> When | None:
    if text is None:
        return None
    first, _, last = text.partition("..")
    return When(first, last or first, "range" if last else "day")
