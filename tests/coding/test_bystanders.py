"""Bystanders: whom a sentence names beside an act without a part in it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ghana's foreign minister met his Togolese counterpart. "
            "Ghana's president called for better cooperation between the two countries.",
            "REQUEST GHA > TGO",
        ),
        (
            "Kenya called off a meeting of top diplomats of Kenya and Chad. "
            "Kenya praised the friendship between the two nations.",
            "SUPPORT KEN > TCD",
        ),
    ],
)
def test_who_acts_on_the_two_countries_is_not_acted_on(told, text, event):
    assert event in told(text)


def test_from_where_a_visitor_sets_out_is_no_party_to_the_visit(told):
    text = "The Norwegian and Swedish leaders traveled Sunday from Chad to Kenya."
    assert told(text) == ["CONSULT NOR SWE > KEN"]


def test_what_talks_are_about_is_no_party_to_them(told):
    text = "Norway and Sweden agreed to open new talks on Iraq."
    assert told(text) == ["AGREE NOR SWE > "]


def test_whose_sanctions_are_threatened_is_not_threatened(told):
    text = "Kuwait threatened to veto U.N. sanctions if Iran yields."
    assert told(text) == ["THREATEN KWT > IRN"]


def test_for_whom_help_is_asked_is_not_asked(told):
    assert told("The European Union is appealing for help for Niger.") == []


def test_who_confirms_that_somebody_was_abducted_did_not_abduct(told):
    assert told("French and Dutch officials have confirmed the abductions.") == []


def test_captors_are_no_countrymen_of_their_captives(told):
    text = "Two Germans are held in Mali. Their captors have threatened to kill them."
    assert not any(event.startswith("THREATEN DEU") for event in told(text))


def test_where_somebody_was_struck_is_not_struck_with_him(told):
    text = "Portugal fears another overthrow of the Taliban in Afghanistan."
    assert not any(event.endswith("AFG TALIBAN") for event in told(text))


def test_who_confirms_a_strike_may_have_made_it(told):
    assert told("The Danish military confirmed the strike on Syria.") == ["ASSAULT DNK > SYR"]


def test_who_urges_two_sides_to_meet_is_neither_of_them(told):
    text = (
        "Chad fought Mali and Norway brokered a truce. "
        "Norway, whose envoy wrote that truce, now urges the two sides to meet soon."
    )
    assert not any(event.startswith("REQUEST") and event.count("NOR") > 1 for event in told(text))


def test_who_is_complained_of_is_under_inquiry_not_who_complains(told):
    text = "The United Nations is investigating Eritrean claims that Ethiopia attacked a village."
    assert not any(event.endswith("ERI") for event in told(text))
