"""What is still to come, charged, refused or only spoken of is not told as done."""

from __future__ import annotations

from functools import partial

import pytest


@pytest.fixture
def told(told_firmly):
    return partial(told_firmly, day="2022-05-03")


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
def test_a_meeting_still_to_come_is_a_promise(told, text, meeting):
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
def test_a_meeting_where_something_was_said_or_that_is_past_was_held(told, text, meeting):
    assert meeting in told(text)


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        (
            "Mr. Karzai says he believes Pakistan's spy agency organised the bombing.",
            "ACCUSE AFG > PAK",
        ),
        (
            "Norway's prime minister said al-Shabaab is responsible for the bloodshed in Somalia.",
            "ACCUSE NOR > AL_SHABAAB",
        ),
        ("Amnesty says China has exported tear gas to Myanmar.", "ACCUSE AMNESTY > CHN"),
    ],
)
def test_a_deed_that_somebody_is_charged_with_is_the_charge_alone(told, text, charge):
    assert told(text) == [charge]


def test_a_charge_takes_no_deed_of_another_party_out(told):
    text = "Chad accused Mali of hiding the rebels after Mali shelled a Chadian town."
    assert "ASSAULT MLI > TCD" in told(text)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "Taliban fighters accused of killing two American aid workers fled to Pakistan.",
            "ASSAULT TALIBAN > USA (hypothetical)",
        ),
        (
            "Polish soldiers are searching for two German hikers believed to be kidnapped by "
            "Taliban militants.",
            "ASSAULT TALIBAN > DEU (hypothetical)",
        ),
        (
            "China and India are making progress on reaching a deal on the border.",
            "AGREE CHN IND (hypothetical)",
        ),
        (
            "The Malian premier told reporters that a withdrawal of Danish troops from Mali would "
            "embolden smugglers.",
            "RETREAT DNK > MLI (hypothetical)",
        ),
    ],
)
def test_what_is_only_believed_charged_or_judged_is_open(told, text, deed):
    assert told(text) == [deed]


def test_what_any_state_may_do_is_open(told):
    text = "Chile will work with any Cuban government that recognizes Peru."
    assert "SUPPORT CUB > PER (hypothetical)" in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Serbia can not agree to the European plan.", "REJECT SRB > EUR"),
        (
            "Polish forces captured a Taliban commander in a farmhouse.",
            "COERCE POL > TALIBAN",
        ),
        ("Russian troops captured Mariupol.", "ASSAULT RUS > UKR"),
        (
            "The talks broke down after an Israeli freeze on settlement building in the West Bank "
            "expired.",
            "RETREAT ISR > PSE",
        ),
    ],
)
def test_refusing_capturing_and_freezing_are_told_by_what_is_refused_captured_or_frozen(
    told, text, event
):
    assert told(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "An easing of Israeli restrictions on the West Bank has helped trade.",
        "Militants in Iraq have released a videotape of three Turkish hostages.",
    ],
)
def test_what_is_eased_or_published_is_no_blow_and_no_release(told, text):
    assert told(text) == []
