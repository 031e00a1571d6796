"""Texts that are spoken: transcripts, joint statements and what somebody signs."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.references.official_texts import own_voice
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

NETWORK = Network()
TALK = (
    "PRESIDENT OBAMA: Angela, thank you for coming. We will not forget it.\n\n"
    "CHANCELLOR MERKEL: Mr. President, I thank you for your commitment to NATO.\n\n"
)


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def told(text: str, title: str | None = None) -> set[str]:
    """The events of a text, each as "TYPE ACTORS > RECIPIENTS"."""
    article = Article("a", text, published="2016-04-24", title=title)
    return {
        f"{e.type} {' '.join(sorted(a.key for a in e.actor))}"
        f" > {' '.join(sorted(a.key for a in e.recipient))}"
        for e in code_article(parse(article, NETWORK), knowledge())
    }


def test_a_transcript_tells_who_thanks_whom():
    thanks = {line for line in told(TALK) if line.startswith("SUPPORT")}
    assert "SUPPORT USA > DEU" in thanks
    assert any(line.startswith("SUPPORT DEU > ") and "USA" in line for line in thanks)


def test_whoever_answers_a_reporter_says_you_to_nobody():
    asked = TALK + "Q Mr. President, what now?\n\nPRESIDENT OBAMA: I condemn you.\n"
    assert not {line for line in told(asked) if line.startswith("ACCUSE USA > DEU")}


def test_a_joint_statement_speaks_for_all_who_are_named_behind_its_first_we():
    text = (
        "We, the leaders of Peru, Chile, and Ghana, met in Lima.\n\n"
        "We condemn the Iraqi attack on Kuwait."
    )
    assert "ACCUSE CHL GHA PER > IRQ" in told(text)


@pytest.mark.parametrize(
    ("title", "speaks"),
    [("Joint Statement on the Sea", True), ("Leaders’ Statement", True), ("Talks at sea", False)],
)
def test_a_joint_title_makes_the_subject_of_the_opening_the_voice(title, speaks):
    text = "The leaders of Peru, Chile, and Ghana met. We condemn the Iraqi attack on Kuwait."
    assert ("ACCUSE CHL GHA PER > IRQ" in told(text, title)) is speaks


@pytest.mark.parametrize(
    ("last", "whose"),
    [
        ("BARACK OBAMA", "USA"),
        ("THE WHITE HOUSE, May 2, 2016.", "USA"),
        ("THE END", ""),
        ("It was signed by Barack Obama.", ""),
    ],
)
def test_a_name_in_capitals_below_a_text_says_whose_it_is(last, whose):
    article = Article("a", f"I will help.\n\n{last}\n", published="2016-05-02")
    assert "".join(who.key for who in own_voice(article, knowledge().actors)) == whose


STATEMENT = "Statement by President Obama on Chad"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The regime of Chad must release all prisoners.", "REQUEST USA > TCD"),
        ("It is time for Chad to end the war.", "REQUEST USA > TCD"),
        ("Chad will be held accountable.", "THREATEN USA > TCD"),
        ("There will be severe consequences for Chad.", "THREATEN USA > TCD"),
        ("Chad poses a grave threat to its neighbors.", "ACCUSE USA > TCD"),
        ("Chad's actions are unacceptable.", "ACCUSE USA > TCD"),
        ("The emergency with respect to Chad was extended.", "SANCTION USA > TCD"),
    ],
)
def test_a_states_own_text_demands_threatens_and_censures_in_its_own_voice(text, event):
    assert event in told(text, STATEMENT)
    assert event not in told(text)


def test_leaders_of_a_body_speak_for_it():
    assert "ACCUSE G7 > IRQ" in told(
        "We condemn the Iraqi attack on Kuwait.", "G7 Leaders’ Statement"
    )


def test_a_title_may_list_who_speaks():
    title = "Joint Statement of the Leaders of Chile, Peru, and Ghana"
    assert "ACCUSE CHL GHA PER > IRQ" in told("We condemn the Iraqi attack on Kuwait.", title)


def test_what_two_speakers_have_done_is_between_them():
    assert "CONSULT DEU USA > " in told(TALK.replace("We will not forget it", "We met last week"))


def test_the_two_of_a_readout_are_those_whose_talks_it_tells_of():
    text = (
        "President Obama spoke on Friday with Kenya's President Uhuru Kenyatta. Mr. Obama"
        " condemned the attack of Chad on Mali. He said Chad must leave. Chad's army has shelled"
        " two towns in Mali. The two agreed to stay in touch."
    )
    assert "AGREE KEN USA > " in told(text, "Readout of President Obama's Call with Mr. Kenyatta")


def test_a_body_behind_the_first_we_says_whose_it_is_from_then_on():
    text = (
        "We, the leaders of the African Union, gathered in Kampala. We thank Uganda for its help."
        " We urge Sudan to cease fire."
    )
    assert {"SUPPORT AU > UGA", "REQUEST AU > SDN"} <= told(text)


def test_who_speaks_for_a_ministry_is_of_the_state_whose_ministry_was_named():
    text = (
        "The Foreign Ministry of Morocco condemned the attack on a hotel in Tripoli. The official"
        " spokesperson of the Ministry, Omar Khoury, affirmed the Kingdom's solidarity with Egypt."
    )
    assert "SUPPORT MAR > EGY" in told(text)
