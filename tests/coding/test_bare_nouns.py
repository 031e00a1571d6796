"""Bare nouns: of which state forces, governments and groups are that none is named with."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A British reporter said in Dakar that French troops had left. "
        "Government forces attacked rebels in Mali on Monday.",
        "French bombers flew over the sea. Clashes between Maoist guerrillas and government "
        "troops in southern Peru killed ten people.",
    ],
)
def test_government_forces_are_those_of_the_place_not_of_troops_named_before(told, text):
    assert told(text) == []


def test_two_forces_share_the_state_that_is_told_once(told):
    text = (
        "French troops stopped a truck. "
        "At least six Malian police and national guardsmen were shot by men from Niger."
    )
    assert told(text) == ["ASSAULT NER > MLI"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Madrid. Governments in several countries condemned Chad.",
        "A bomb went off in Madrid. Health ministers condemned Chad.",
        "Five hikers came to Bhutan. The activists condemned China.",
        "Norway closed a camp. Human rights groups condemned Chad.",
        "Norway closed a camp. The rights group condemned Chad.",
    ],
)
def test_those_who_may_be_of_any_state_are_not_of_the_one_spoken_of(told, text):
    assert not any(event.startswith("ACCUSE") for event in told(text))


def test_a_rights_group_is_the_one_named_before(told):
    text = "Amnesty International criticised Chad. The rights group urged Mali to free prisoners."
    assert "REQUEST AMNESTY > MLI" in told(text)


def test_delegates_to_a_conference_are_not_of_the_state_it_is_held_in(told):
    text = "Delegates to the African Union conference in Accra agreed to help Chad."
    assert not any("GHA" in event for event in told(text))


def test_who_fights_in_a_town_of_a_state_is_of_that_state(told):
    text = (
        "Islamist fighters left Syria. "
        "On Sunday Belgian troops fought insurgents in the Iraqi border town of Qaim."
    )
    assert told(text) == ["ASSAULT BEL > IRQ"]


def test_who_fights_near_the_border_of_a_state_need_not_be_of_it(told):
    assert told("Belgian troops battled insurgents near Syria's border.") == []


def test_forces_told_by_a_creed_are_no_soldiers_named_before(told):
    text = (
        "Government troops allied with Kenyan forces battled Islamist forces in Somalia in March, "
        "killing many."
    )
    assert not any("KEN" in event for event in told(text))


def test_insurgents_are_not_the_group_of_one_man_named_before(told):
    text = (
        "The army said it shot the terrorist, an al-Qaida man. "
        "Belgian troops ended an offensive against insurgents near the town of Qusayr."
    )
    assert not any("AL_QAEDA" in event.split(" > ")[1] for event in told(text))


def test_foreign_fighters_are_not_of_the_place(told):
    text = "Belgian troops raided a house in Iraq, killing two foreign fighters."
    assert not any(event.startswith("ASSAULT") for event in told(text))


def test_the_state_of_an_outlet_is_not_the_one_spoken_of(told):
    text = "The VOA's Hausa service reported on the crash. The army accused Chad of a raid."
    assert told(text) == []


def test_a_government_is_of_no_town_that_it_talks_in(told):
    text = "Togo's rebels will hold talks with the government in Geneva."
    assert not any("CHE" in event for event in told(text))
