"""Who can have done an act, and whom it fell on: texts that name somebody beside the two."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A car-bomb attack on a Canadian convoy near Kandahar killed three Afghan villagers.",
        "The Danish army says an explosion killed two Iraqi policemen.",
        "The Danish army says it expects an increase in attacks in Iraq.",
        "The 2002 Bali bombings killed 88 Australians.",
        "Reuters reported that relatives of a Hamas member were responsible for the attack.",
    ],
)
def test_who_was_struck_who_tells_it_and_where_it_was_did_not_strike(told, text):
    assert told(text) == []


def test_whoever_a_blast_is_blamed_on_struck(told):
    text = "The Sri Lankan army says a blast blamed on Tamil Tiger rebels killed two Indian nurses."
    assert told(text) == ["ASSAULT LTTE > IND"]


@pytest.mark.parametrize(
    "text",
    [
        "A new report warns that Bangladesh and Indonesia could face severe floods.",
        "The House approved a measure that funds American troops in Afghanistan.",
    ],
)
def test_words_and_gifts_of_nobody_are_no_event(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Moroccan officials condemned the bombings in Spain.", "ACCUSE MAR > "),
        ("Kenyan officials denounced the killing of a Dutch nurse in Sudan.", "ACCUSE KEN > "),
        ("Spain condemned the Moroccan attack on Ceuta.", "ACCUSE ESP > MAR"),
    ],
)
def test_a_blow_is_not_laid_to_those_whom_it_struck(told, text, event):
    assert event in told(text)


def test_where_an_envoy_is_posted_has_no_part_in_what_befalls_him(told):
    assert told("Peru's ambassador to Chile has resigned.") == []


def test_who_is_left_out_is_no_party(told):
    text = "Britain wants its allies, not including France, to send more troops to Iraq."
    assert not any("FRA" in event for event in told(text))


def test_where_a_body_gathers_is_no_party_to_its_meeting(told):
    text = "Ministers of the Association of Southeast Asian Nations met in Laos last week."
    assert told(text) == ["CONSULT ASEAN > "]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Declining U.S. demand pushed Saudi prices lower.", []),
        ("The U.S. congressman is seeking a second term to go on with the fight in Cuba.", []),
        ("Somali bandits seized a French nurse at gunpoint.", ["ASSAULT SOM > FRA"]),
        ("Canada reduced its cooperation with Iran.", ["SANCTION CAN > IRN"]),
    ],
)
def test_everyday_words_are_told_from_acts(told, text, events):
    assert told(text) == events


def test_the_kingdom_of_a_state_is_no_other(told):
    text = "Morocco thanked Spain. The kingdom of Norway thanked Spain as well."
    assert told(text) == ["SUPPORT MAR > ESP", "SUPPORT NOR > ESP"]


def test_a_title_means_no_bearer_of_long_ago_where_other_states_are_spoken_of(told):
    text = (
        "French President Jacques Chirac thanked Spain. The crops grew well. Nobody knew why. "
        "The Bush administration helped parties in Iraq. A paper told of it. "
        "The president condemned Iran."
    )
    assert "ACCUSE FRA > IRN" not in told(text)


def test_a_pledge_to_nobody_named_is_not_made_to_a_party_of_long_ago(told):
    lines = (
        "Germany thanked Nepal.",
        "The crops grew well that year.",
        "Nobody knew why they did.",
        "The harvest was brought in by September.",
        "Prices fell in all the towns.",
        "Germany pledged to do more.",
    )
    assert told("\n".join(lines)) == ["SUPPORT DEU > NPL"]


def test_partners_of_somebody_unknown_are_no_partners_of_each_other(told):
    assert told("Trade is growing with Turkey and Greece.") == []


def test_what_one_will_do_for_another_is_promised_by_one(told):
    text = "The Dutch minister will send 200 soldiers to help Afghan police."
    assert told(text) == ["AGREE NLD > AFG"]


def test_a_court_in_the_hague_is_not_of_the_state_it_sits_in(told):
    text = "The war crimes court in The Hague accused three Bosnian Serb colonels of murder."
    assert told(text) == ["ACCUSE ICTY > BIH"]


def test_officials_at_an_embassy_are_of_the_state_that_sent_them(told):
    text = "Officials at the Russian embassy in Nairobi accused Kenya of spying."
    assert told(text) == ["ACCUSE RUS > KEN"]
