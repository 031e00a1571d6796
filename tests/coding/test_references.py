"""Whom pronouns, titles alone and stand-ins mean in an article."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.actors.actors import ActorTables, load_actor_tables
from dragoman.coding.actors.mentions import find_mentions
from dragoman.coding.references.official_texts import own_voice
from dragoman.coding.references.references import resolve_references
from dragoman.coding.references.turns import turns
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "actors.toml").read_text(encoding="utf-8")
)["text"]
NETWORK = Network()


@cache
def tables() -> ActorTables:
    return load_actor_tables()


def resolved(text: str, day: str | None = None, publisher: str | None = None) -> list[str]:
    """What resolution adds to a text, as "words = KEYS" in order."""
    read = parse(Article("a", text, published=day, publisher=publisher), NETWORK)
    at = date.fromisoformat(day) if day else None
    found = [find_mentions(sentence, tables(), at) for sentence in read.sentences]
    lines = []
    for sentence, before, after in zip(
        read.sentences, found, resolve_references(read, found, tables()), strict=True
    ):
        for mention in after:
            if mention not in before and mention.identities:
                words = read.span(sentence, mention.first, mention.last).text
                lines.append(f"{words} = {' '.join(sorted(m.key for m in mention.identities))}")
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_later_words_mean_whom_the_text_named(case):
    assert resolved(case["text"], case.get("day"), case.get("publisher")) == case["mentions"]


def test_nothing_named_is_lost():
    text = "Chad warned Sudan. It sent troops to the border, and the two countries met in Geneva."
    read = parse(Article("a", text), NETWORK)
    found = [find_mentions(sentence, tables(), None) for sentence in read.sentences]
    after = resolve_references(read, found, tables())
    for before, later in zip(found, after, strict=True):
        assert {(m.first, m.last) for m in before} <= {(m.first, m.last) for m in later}


ABOUT_CHAD = "Chad has accused Sudan of arming the rebels near the border town.\n"


def openings(text: str) -> frozenset[int]:
    """The sentences that open another story."""
    read = parse(Article("a", text), NETWORK)
    return turns(read, [find_mentions(s, tables(), None) for s in read.sentences], tables())


def test_where_another_story_opens_nobody_before_is_meant():
    text = (
        f"{ABOUT_CHAD}Mexican officials asked Cuba for drinking water after the flood on Sunday.\n"
        "The rebels released a guard."
    )
    assert openings(text) == frozenset({1})
    assert resolved(text) == ["rebels = SDN", "rebels = MEX"]


@pytest.mark.parametrize(
    "follows",
    [
        "The rebels crossed into Libya late on Monday with seven heavy lorries.",
        "Libya has offered to host a round of talks between the two countries.",
        "Libya says that Sudan and its friends must leave the valley at once.",
        "They crossed into Libya late on Monday with seven heavy lorries and a tank.",
        "Libya has offered to host talks on the border with seven other states.",
    ],
)
def test_a_sentence_that_takes_up_what_was_said_goes_on_with_the_story(follows):
    assert openings(ABOUT_CHAD + follows) == frozenset()


def test_an_article_without_names_adds_nothing():
    assert resolved("He said they would meet. The two countries agreed.") == []


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Remarks by President Obama at the United Nations", "USA"),
        ("Statement of the Kenyan Foreign Ministry on Sudan", "KEN"),
        ("Remarks by a farmer from Kenya", ""),
        ("Statement from NSC Spokesperson Adrienne Watson on Sudan", "USA"),
        ("Kenya protests", ""),
        ("Remarks By President Obama Before the United Nations General Assembly", "USA"),
        ("Statement by President Obama Congratulating President Kenyatta of Kenya", "USA"),
        ("President Obama Statement on Mali", "USA"),
        ("FACT SHEET: Kenya Announces New Aid for Chad", "KEN"),
        ("Fact Sheet: Kenya's Support for Chad", "KEN"),
        ("Statement by Deputy Spokesman Rahul Singh on Mali", ""),
    ],
)
def test_a_title_says_whose_we_it_is_where_no_publisher_is_known(title, whose):
    voice = own_voice(Article("a", "We will help.", title=title), tables())
    assert "".join(identity.key for identity in voice) == whose


def test_a_publisher_that_is_no_office_leaves_a_title_unheard():
    article = Article("a", "We.", title="Remarks by President Obama", publisher="The Daily")
    assert own_voice(article, tables()) == ()
