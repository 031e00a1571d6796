"""Confidence: how sure an event is, and from where on it is given."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code_article
from dragoman.coding.confidence import GIVEN_OF_NEWS
from dragoman.coding.knowledge import load_knowledge
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

KNOWLEDGE, NETWORK = load_knowledge(), Network()
UNSURE = "The policy, which, according to Chile, Norway and Mali have criticised, goes on."


def coded(text: str, title: str | None = None) -> list[Event]:
    return code_article(parse(Article("a", text, title=title), NETWORK), KNOWLEDGE)


@pytest.mark.parametrize(
    ("named", "bare"),
    [
        (
            "Malian rebels attacked a Togolese convoy.",
            "Mali sent more troops. The rebels attacked a Togolese convoy.",
        ),
        (
            "Chilean officials criticised Peru's policy on fishing.",
            "Chile stopped a ship. The officials criticised Peru's policy on fishing.",
        ),
    ],
)
def test_a_party_that_only_a_common_noun_names_makes_an_event_less_sure(named, bare):
    sure, unsure = (
        next(e for e in coded(text) if "Togo" in e.evidence.text or "Peru" in e.evidence.text)
        for text in (named, bare)
    )
    assert unsure.type == sure.type
    assert "by_bare_noun" in unsure.because[-1].words
    assert unsure.confidence < sure.confidence


def test_news_tells_of_nothing_done_that_is_less_sure_and_a_statement_does():
    assert coded(UNSURE) == []
    (event,) = coded(UNSURE, title="Remarks by the minister")
    assert event.confidence < GIVEN_OF_NEWS


def test_news_gives_no_request_that_is_told_to_nobody_and_a_statement_does():
    text = "Norway's president called for calm."
    assert coded(text) == []
    assert [event.type for event in coded(text, title="Statement on the fighting")] == ["REQUEST"]
