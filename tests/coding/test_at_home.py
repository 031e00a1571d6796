"""What happens within one state, or is told to nobody, is no event between parties."""

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
    article = Article("a", text, published="2019-05-08")
    events = code_article(parse(article, NETWORK), knowledge())
    sides = [
        [" ".join(sorted(p.key for p in side)) for side in (e.actor, e.recipient)] for e in events
    ]
    return [
        f"{event.type} {' > '.join(side for side in both if side)}"
        for event, both in zip(events, sides, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's prosecutor may ask the jury to convict the senator.",
        "Italy's premier will not step aside or call for a new ballot.",
        "Several senior Belgian intelligence officers have threatened to quit.",
        "Canada and Norway warned of possible attacks in the capital.",
    ],
)
def test_words_that_are_told_to_nobody_outside_are_no_event(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan authorities are investigating a grenade explosion that killed five people.",
        "The head of Peru's commission is investigating the poisoning of an opposition leader.",
        "Danish authorities have alleged that Hamdi Omar tried to set off bombs.",
        "NATO says it is conducting an investigation.",
    ],
)
def test_an_inquiry_or_charge_against_nobody_known_is_at_home(text):
    assert told(text) == []


def test_a_blow_at_home_is_condemned_at_home_and_one_abroad_is_not():
    at_home, abroad = (
        f"The Polish prime minister condemned a bombing of a bus in the city of {town}."
        for town in ("Krakow", "Madrid")
    )
    assert (told(at_home), told(abroad)) == ([], ["ACCUSE POL"])


def test_what_a_state_decries_of_nobody_named_has_happened_at_home():
    speakers = ("Chile's foreign minister", "The United Nations")
    assert [told(f"{who} condemned the killings.") for who in speakers] == [[], ["ACCUSE UNO"]]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of ethnic Albanians marched in Skopje to protest the killing of an officer.",
        "Thousands of ethnic Russians protested against Latvia's law.",
        "The Israeli government has offered cash to Gaza settlers who are willing to leave.",
    ],
)
def test_where_peoples_families_came_from_is_not_their_state(text):
    assert told(text) == []


def test_serbs_of_bosnia_are_of_bosnia():
    assert told("Bosnian Serbs blamed Croatia.") == ["ACCUSE BIH > HRV"]


def test_settlers_who_attack_are_of_the_state_that_sent_them():
    assert told("West Bank settlers burned a Palestinian mosque.") == ["ASSAULT ISR > PSE"]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegians are tired of the war in Libya.",
        "Prisoners from the wars in Yemen and Somalia are held there.",
        "Russian bombers took off from Caracas.",
        "Chile has been locked in a power struggle with Peru.",
        "The Norwegian minister warned not to expect a breakthrough in talks with Sweden.",
    ],
)
def test_what_is_only_spoken_of_or_foreseen_is_no_act(text):
    assert told(text) == []


def test_a_war_that_somebody_wages_is_an_act():
    texts = ("Russia's war in Ukraine went on.", "Russia waged war in Georgia.")
    assert [told(text) for text in texts] == [["ASSAULT RUS > UKR"], ["ASSAULT RUS > GEO"]]


def test_news_of_a_promise_or_demand_to_nobody_is_not_told_to_the_other_party_of_the_story():
    opening = "Senegal thanked Norway.\n"
    assert told(f"{opening}The government pledged to build more power plants.") == [
        "SUPPORT SEN > NOR"
    ]
