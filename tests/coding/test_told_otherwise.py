"""Refusals, orders, wishes and plans told in other words, and agreements only spoken of."""

from __future__ import annotations

from functools import partial

import pytest


@pytest.fixture
def told(told_firmly):
    return partial(told_firmly, day="2014-09-02")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Norway said it has no plans to recognize Kosovo.", "REJECT NOR > KOS"),
        ("Peru has no intention of helping Chile.", "REJECT PER > CHL"),
        ("Warsaw sees no reason to send Ukraine missiles.", "REJECT POL > UKR"),
        (
            "Cuban officials say they will not free the Canadian woman, even if a court orders "
            "her release.",
            "REJECT CUB > CAN",
        ),
    ],
)
def test_who_has_no_plans_or_sees_no_reason_refuses(told, text, refusal):
    assert told(text) == [refusal]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Sweden does not want Norwegian troops to enter Finland.", "REQUEST SWE > NOR"),
        ("Moscow would not like Turkish soldiers to be sent to Syria.", "REQUEST RUS > TUR"),
    ],
)
def test_what_somebody_does_not_want_of_another_is_asked_of_him(told, text, wish):
    assert told(text) == [wish]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "A Swedish judge has ordered five Russians held on charges of spying.",
            "COERCE SWE > RUS",
        ),
        ("A Danish court ordered two Somalis deported.", "COERCE DNK > SOM"),
        (
            "President Lula ordered his ministers to suspend aid to Chad.",
            "SANCTION BRA > TCD",
        ),
        (
            "The Chilean president ordered her government to cut ties with Peru.",
            "SANCTION CHL > PER",
        ),
    ],
)
def test_what_is_ordered_held_or_ordered_of_ones_own_people_is_the_deed(told, text, deed):
    assert told(text) == [deed]


@pytest.mark.parametrize(
    ("text", "blow"),
    [
        (
            "Police in Norway arrested two members of al-Shabaab who were planning to attack "
            "Denmark.",
            "ASSAULT AL_SHABAAB > DNK (hypothetical)",
        ),
        (
            "A suspected Iranian drone attack killed three Dutch sailors in Kuwait.",
            "ASSAULT IRN > NLD (hypothetical)",
        ),
        (
            "Kenya's president expressed concern about growing attacks in Somalia by militants "
            "from Ethiopia.",
            "ASSAULT ETH > SOM",
        ),
        (
            "Peru warned it may shell the town to stop Chilean rocket fire into Lima.",
            "ASSAULT CHL > PER",
        ),
        (
            "Sudan's leader said peace depends on negotiations between Chad and Libya.",
            "CONSULT LBY TCD (hypothetical)",
        ),
    ],
)
def test_a_planned_or_suspected_blow_is_open_and_one_that_goes_on_is_not(told, text, blow):
    assert blow in told(text)
    assert [event for event in told(text) if event.startswith(blow[:7])] == [blow]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Analysts urged Washington to try diplomacy, including direct talks with Cuba.", []),
        ("Sweden considered whether to recognize Palestine.", []),
        ("In an interview, Mr. Rutte said Danish leaders currently view Norway as a model.", []),
    ],
)  # fmt: skip
def test_what_is_only_asked_after_or_wanted_is_no_act(told, text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "President Lula says Cuba is working on a new law.",
        "President Lula says Cuban doctors have begun returning from Chad.",
        "President Lula says Cuba has the right to sell its sugar.",
        "Kenya says al-Shabaab's leader was shot.",
    ],
)
def test_what_is_said_of_another_without_reproach_is_no_charge(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The ministers reviewed an agreement between Angola and Namibia.", []),
        ("The troops are part of the agreement between Chad and Sudan.", []),
        ("Under their agreement with Chile, Peruvian fishermen may use the port.", []),
        ("Under a deal between Chad and Mali, prisoners will go home.", ["AGREE MLI TCD"]),
    ],
)
def test_an_agreement_that_is_kept_or_discussed_is_none_that_was_made(told, text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (
            "The Greek chancellor is headed to Washington to meet President Obama.",
            "AGREE GRC USA",
        ),
        ("The Danish prime minister is in Oslo to meet Norwegian lawmakers.", "AGREE DNK NOR"),
    ],
)
def test_who_is_on_his_way_to_a_meeting_has_not_met_yet(told, text, meeting):
    assert told(text) == [meeting]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Danish police raided a training camp of the PKK.", "COERCE DNK > PKK"),
        ("Benin suspended French radio broadcasts in July.", "COERCE BEN > FRA"),
        (
            "Kenyan troops took up positions near the Somali port of Kismayo.",
            "MOBILIZE KEN > SOM",
        ),
        ("Angola readmitted UN inspectors to its mine.", "RETREAT AGO > UNO"),
        ("Two Greek airlines started flying to Libya this year.", "COOPERATE GRC LBY"),
    ],
)
def test_the_deed_of_a_verb_is_told_by_who_does_it_and_to_what(told, text, event):
    assert told(text) == [event]
