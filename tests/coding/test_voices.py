from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.voices.cues import load_cues
from dragoman.coding.voices.voices import find_attributions
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CUES = load_cues()
CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "voices.toml").read_text(encoding="utf-8")
)["case"]


@cache
def network() -> Network:
    return Network()


def voices(text: str):
    return find_attributions(parse(Article("v", text), network()), CUES)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_voice_has_its_source_its_cue_and_its_content(case):
    found = {voice.cue.text: voice for voice in voices(case["text"])}
    assert case["cue"] in found
    voice = found[case["cue"]]
    assert (voice.source.text if voice.source else "") == case["source"]
    assert [part.text for part in voice.content] == case["content"]


def test_nobody_is_the_source_of_what_seems():
    assert [voice.source for voice in voices("The valley seemed to be deserted.")] == [None]


def test_a_quotation_goes_on_with_its_speaker_and_not_with_an_aside():
    text = "“We lost the harvest,” the farmer said, citing the drought. “We need seed now.”"
    said, cited = voices(text)
    assert [part.text for part in said.content][-1] == "We need seed now."
    assert [part.text for part in cited.content] == ["the drought"]


def test_nobody_utters_an_imperative_or_a_way_to_tell():
    assert voices("Imagine a town without a well.") == []
    assert voices("Rain is a sign to tell us nothing.") == []


def test_a_name_given_in_passing_and_a_thing_seen_are_no_voices():
    assert voices("They sailed on a boat called Star.") == []
    assert voices("The guards saw a boat near the pier.") == []
    assert voices("She spoke on Monday.") == []
    assert voices("The fee is two coins per student.") == []


def test_a_show_a_feast_a_post_and_a_choice_are_no_voices():
    assert voices("The station aired the film in Lima.") == []
    assert voices("The general commanded three ships.") == []
    assert voices("The village celebrated the harvest.") == []
    assert voices("Four farmers voted for the baker.") == []
    assert voices("The crew chose to sail at dawn.") == []


def test_what_is_only_meant_made_sure_or_named_by_the_way_is_no_voice():
    assert voices("The mayor walked to the square to praise the bakers.") == []
    assert voices("The crew made sure that the boat was dry.") == []
    assert voices("The bridge was closed despite claims that it was safe.") == []


def test_what_others_say_according_to_somebody_is_said_by_that_one():
    said = {v.cue.text: v for v in voices("Divers hope to go back, according to the guard.")}
    assert (said["according to"].depth, said["hope"].depth) == (0, 1)
    assert [part.text for part in said["hope"].content] == ["to go back"]


def test_a_light_verb_and_the_noun_it_carries_are_one_voice():
    assert [v.cue.text for v in voices("Fishermen voiced anger about the quota.")] == [
        "voiced anger about"
    ]


def test_a_quotation_goes_on_in_the_next_paragraph_if_it_was_left_open():
    text = "The farmer said: “We lost the harvest.\n\n“We need seed now.”\n\n“Who knows?”"
    (said,) = voices(text)
    assert [part.text for part in said.content][1:] == ["We need seed now."]


def test_two_clauses_of_one_message_are_two_voices():
    text = "The union issued a letter demanding plans to cut fares and urging riders to wait."
    assert [v.cue.text for v in voices(text)][-1] == "urging"
