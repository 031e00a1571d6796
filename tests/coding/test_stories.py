"""What a sentence of a whole article leaves to the sentences around it."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

NETWORK = Network()
QUAKE = (
    "Turkey asked Israel for tents after Sunday's earthquake. "
    "Israel offered Turkey a field hospital.\n\n"
    "Bulgaria sent rescuers to Turkey. Greece offered Turkey its condolences.\n\n"
)


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def events(text: str, published: str = "2016-05-18") -> list[Event]:
    return code_article(parse(Article("a", text, published=published), NETWORK), knowledge())


def told(text: str, published: str = "2016-05-18") -> list[str]:
    sides = [
        (e.type, *(" ".join(sorted(p.key for p in side)) for side in (e.actor, e.recipient)))
        for e in events(text, published)
    ]
    return [f"{kind} {' > '.join(side for side in both if side)}" for kind, *both in sides]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Japan promised $400,000.", "AGREE JPN > TUR"),
        ("Armenia also sent 40 tonnes of relief goods.", "AID ARM > TUR"),
        ("The European Union released three million euros.", "AID EUR > TUR"),
    ],
)
def test_what_a_third_party_does_is_done_to_whom_the_story_is_about(sentence, event):
    assert event in told(QUAKE + sentence)


def test_who_has_mostly_to_do_with_one_party_answers_that_one():
    story = (
        "The Czech Republic expelled two Belarusian diplomats on Thursday. "
        "Prague accused Belarus of spying.\n\nThe Czech minister summoned the Belarusian envoy. "
        "Poland praised the Czech Republic.\n\nMinsk promised a mirror response."
    )
    assert "THREATEN BLR > CZE" in told(story)


def test_a_round_up_of_many_stories_is_about_nobody():
    stories = (
        "Chile thanked Peru on Monday.\n\nKenya expelled an envoy of Chad.\n\n"
        "Norway sent aid to Nepal.\n\nThailand accused Laos of spying.\n\n"
        "Japan promised $400,000."
    )
    assert not any(event.startswith("AGREE") for event in told(stories))


@pytest.mark.parametrize(
    "sentence",
    [
        "The government of Japan said it might promise money.",
        "Japan promised the money to Acme Corp.",
        "Japan asked lawmakers to approve the budget.",
        "Japan urged drivers to stay at home.",
        "Japan criticised attempts to politicise sport.",
        "Japan would think twice before it delivered weapons.",
    ],
)
def test_what_is_done_at_home_or_not_yet_is_not_done_to_whom_the_story_is_about(sentence):
    assert not any("JPN" in event for event in told(QUAKE + sentence))


def test_the_raid_that_is_condemned_is_the_one_called_so():
    story = (
        "A raid by Saudi jets killed 27 people in Yemen on Sunday.\n\n"
        "Houthi rebels fired a missile at the Saudi city of Jizan.\n\n"
        "The United Nations condemned the raid."
    )
    assert "ACCUSE UNO > SAU" in told(story)


def test_a_ban_that_is_criticised_is_whose_who_imposed_it_not_of_the_last_who_acted():
    story = (
        "Russia banned Polish apples on Wednesday.\n\nHungary thanked Austria for its help.\n\n"
        "Norway criticised the ban."
    )
    assert "ACCUSE NOR > RUS" in told(story)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Poland asked Brussels to compensate growers.", "REQUEST POL > EUR"),
        ("London and Brussels criticised Hungary.", "ACCUSE EUR GBR > HUN"),
        ("Police in Brussels arrested a Moroccan.", "COERCE BEL > MAR"),
    ],
)
def test_brussels_is_the_european_union_where_parties_stand_and_a_town_elsewhere(text, event):
    assert event in told(text)


def test_brussels_is_a_place_in_belgium():
    [event] = events("Hungary thanked Austria at a meeting in Brussels.")
    assert event.location is not None
    assert event.location.country == "BEL"


def test_the_north_is_the_state_of_that_side():
    text = "North Korea fired a missile on Monday. Japan has banned all trade with the North."
    assert "SANCTION JPN > PRK" in told(text)


def test_the_north_of_a_state_is_no_other_state():
    text = "North Korea fired a missile. Japan sent doctors to the north of Mali."
    assert not any("PRK" in event for event in told(text) if event.startswith("AID"))


def test_a_verb_goes_with_those_of_its_own_form():
    text = (
        "Honduras claimed that Nicaraguan troops were moving towards the border and asked Managua "
        "to respect its sovereignty."
    )
    assert "REQUEST HND > NIC" in told(text)


def test_it_is_his_who_is_blamed_for_it():
    text = "Mali and Chad condemned Sudan over its attack on Libya."
    assert "ASSAULT SDN > LBY" in told(text)


def test_who_calls_somebody_does_not_ask_himself():
    text = "Afghan President Hamid Karzai telephoned Nawaz Sharif on Tuesday to ask him to return."
    assert "REQUEST AFG > PAK" in told(text, "2014-05-20")


def test_the_rebels_are_the_only_ones_of_the_story_however_long_ago():
    text = (
        "FARC guerrillas freed a Swiss tourist in Cauca on Monday.\n\nChile praised Peru. "
        "Norway thanked Sweden. Japan visited Laos. Kenya thanked Ghana. "
        "Brazil accused the guerrillas of lying."
    )
    assert "ACCUSE BRA > FARC" in told(text, "2012-11-20")


def test_the_coup_leaders_are_of_the_state_that_the_story_is_about():
    text = (
        "Soldiers seized power in Guinea-Bissau on Thursday. Guinea-Bissau's premier was arrested. "
        "Portugal's foreign minister called on the coup leaders to free him."
    )
    assert "REQUEST PRT > GNB" in told(text, "2012-04-16")


def test_whose_help_is_excepted_from_a_refusal_is_not_refused():
    text = "Turkey turned down all foreign help except that of Azerbaijan, Iran and Bulgaria."
    assert not any(key in event for event in told(text) for key in ("AZE", "IRN", "BGR"))


def test_who_welcomes_a_pledge_has_not_pledged():
    text = "The United States welcomed Manila's pledge of a full inquiry."
    assert not any(event.startswith("AGREE") for event in told(text))


def test_coalition_forces_that_fight_the_islamic_state_are_the_coalition_against_it():
    text = "On Aug. 13, coalition military forces attacked ISIL terrorists near Mosul."
    assert told(text, "2015-08-14") == ["ASSAULT CJTF_OIR > ISIS"]


def test_where_the_coalition_strikes_is_not_whom_it_strikes():
    text = (
        "On Aug. 13, coalition military forces attacked ISIL terrorists. "
        "In Iraq, coalition military forces conducted 14 airstrikes."
    )
    assert all("IRQ" not in event for event in told(text, "2015-08-14"))


def test_who_calls_a_charge_false_rejects_it():
    text = "Honduras accused Nicaragua of massing troops. Nicaragua called that totally false."
    assert "REJECT NIC > HND" in told(text)


def test_most_of_some_sanctions_is_what_was_lifted():
    assert "RETREAT EUR > BLR" in told("The EU lifted most of its sanctions on Belarus.")


def test_what_has_been_done_did_not_take_place_when_its_paragraph_has_long_been_over():
    text = (
        "Kenya thanked Zimbabwe on Monday.\n\nZimbabwe expelled a European envoy in 2002. "
        "Kenya's president has invited Robert Mugabe to Nairobi."
    )
    invited = [e for e in events(text, "2013-08-05") if e.trigger.text == "invited"]
    assert [e.when and e.when.date[:4] for e in invited] == ["2013"]
