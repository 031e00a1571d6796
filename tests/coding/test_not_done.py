"""What is still to come, charged, refused or only spoken of is not told as done."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

NETWORK = Network()


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def told(text: str) -> list[str]:
    """The events of a text: "TYPE actors > recipients", with any status but actual."""
    article = Article("a", text, published="2022-05-03")
    return [
        f"{event.type} {' '.join(sorted(a.key for a in event.actor))}"
        f" > {' '.join(sorted(a.key for a in event.recipient))}".strip(" >")
        + ("" if event.status == "actual" else f" ({event.status})")
        for event in code_article(parse(article, NETWORK), knowledge())
    ]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (
            "The dispute will be discussed when President Putin meets German Chancellor Olaf "
            "Scholz at the Kremlin Monday.",
            "AGREE DEU RUS",
        ),
        ("President Biden has a full agenda for his trip to Vietnam.", "AGREE USA > VNM"),
        (
            "President Biden is also due to meet with Kenyan President William Ruto.",
            "AGREE KEN USA",
        ),
        (
            "Ahead of his visit to Peru, President Xi said relations with Chile are good.",
            "AGREE CHN > PER",
        ),
        ("Mr. Annan set a date for talks between Chad and Sudan.", "AGREE SDN TCD"),
    ],
)
def test_a_meeting_still_to_come_is_a_promise(text, meeting):
    assert told(text) == [meeting]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (
            "Mr. Lavrov said Russia would help Syria, during a visit to Damascus.",
            "CONSULT RUS > SYR",
        ),
        ("President Macron made the remarks during a visit to Chad.", "CONSULT FRA > TCD"),
        ("Chad freed two prisoners ahead of last week's summit with Mali.", "CONSULT MLI TCD"),
    ],
)
def test_a_meeting_where_something_was_said_or_that_is_past_was_held(text, meeting):
    assert meeting in told(text)
