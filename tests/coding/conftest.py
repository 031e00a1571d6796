"""What the coder's tests share: the events of a text, told in a line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.code import code_article
from dragoman.coding.knowledge import load_knowledge
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network


@pytest.fixture(scope="session")
def told() -> Callable[[str], list[str]]:
    """The events of a text of June 2005, each as "TYPE actors > recipients"."""
    knowledge, network = load_knowledge(), Network()

    def events(text: str) -> list[str]:
        article = Article("a", text, published="2005-06-01")
        return [
            f"{event.type} {' '.join(sorted(a.key for a in event.actor))}"
            f" > {' '.join(sorted(a.key for a in event.recipient))}"
            for event in code_article(parse(article, network), knowledge)
        ]

    return events


@pytest.fixture(scope="session")
def told_firmly() -> Callable[[str, str], list[str]]:
    """The events of a text of a day: "TYPE actors > recipients", with any status but actual."""
    knowledge, network = load_knowledge(), Network()

    def events(text: str, day: str) -> list[str]:
        article = Article("a", text, published=day)
        return [
            f"{event.type} {' '.join(sorted(a.key for a in event.actor))}"
            f" > {' '.join(sorted(a.key for a in event.recipient))}".strip(" >")
            + ("" if event.status == "actual" else f" ({event.status})")
            for event in code_article(parse(article, network), knowledge)
        ]

    return events
