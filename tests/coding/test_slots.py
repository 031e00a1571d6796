from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding.acts.slots import slots
from dragoman.coding.grammar.subjects import is_passive
from dragoman.model.parses import Sentence
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network


@cache
def sentence(text: str) -> Sentence:
    return parse(Article("s", text), Network()).sentences[0]


def filled(text: str, word: str) -> dict[str, list[str]]:
    read = sentence(text)
    found = slots(read, read.words.index(word))
    return {slot: [read.words[w] for w in words] for slot, words in found.items()}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad attacked Sudan on Monday.", "attacked"),
        ("Sudan was attacked by Chad on Monday.", "attacked"),
        ("Chad threatened Sudan and attacked Sudan.", "attacked"),
        ("Chad, which attacked Sudan, denied it.", "attacked"),
        ("Chad is said to have attacked Sudan.", "attacked"),
        ("Chad began to attack Sudan.", "attack"),
        ("Libya urged Chad to attack Sudan.", "attack"),
    ],
)
def test_doer_and_target_are_the_same_however_it_is_said(text, word):
    found = filled(text, word)
    assert found["subj"] == ["Chad"]
    assert found["obj"] == ["Sudan"]


def test_a_promise_is_kept_by_who_made_it():
    assert filled("Peru promised Chile to send food.", "send")["subj"] == ["Peru"]


def test_a_nominal_act_has_its_modifiers_for_slots():
    found = filled("The Russian invasion of Georgia shocked Europe.", "invasion")
    assert found["adj"] == ["Russian"]
    assert found["of"] == ["Georgia"]


def test_what_follows_the_last_of_two_nouns_holds_for_both():
    found = filled("Kenya backed sanctions and controls against Eritrea.", "sanctions")
    assert found["against"] == ["Eritrea"]


def test_a_passive_without_subject_is_about_the_noun_it_modifies():
    read = sentence("The ship seized by Iran carried oil.")
    word = read.words.index("seized")
    assert is_passive(read, word)
    found = filled("The ship seized by Iran carried oil.", "seized")
    assert (found["subj"], found["obj"]) == (["Iran"], ["ship"])


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said Chad must free the crew.",
        "Oslo said that Chad should free the crew.",
        "Oslo insisted that Chad withdraw the police.",
        "Oslo said Chad has to free the crew.",
    ],
)
def test_who_must_do_something_by_what_is_said_is_obliged(text):
    assert filled(text, text.split()[1])["obliged"] == ["Chad"]


@pytest.mark.parametrize(
    "text", ["Oslo said Chad freed the crew.", "Oslo said Chad must be punished for the raid."]
)
def test_what_is_told_as_done_or_to_be_done_to_somebody_obliges_nobody(text):
    assert "obliged" not in filled(text, "said")
