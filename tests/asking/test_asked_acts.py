"""A question about one act of one party is answered by that act, and by no other."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman import Article, Events, ask, code
from dragoman.reporting.results import Answer

ARTICLES = (
    Article(
        "border",
        "Chad shelled two Sudanese villages on Monday. Sudan expelled Chad's ambassador on "
        "Tuesday and asked Egypt for help. Uganda denied that it had armed Chad. Kenya may "
        "sanction Sudan, diplomats said.",
        published="2009-06-04",
        publisher="Nile Courier",
    ),
    Article(
        "fish",
        "Senegal detained a Gambian trawler on Sunday.\n\nGambian officials said that Senegal had "
        "attacked the Gambia's fishermen at sea.",
        published="2011-03-08",
        publisher="Coast Daily",
    ),
    Article(
        "ties",
        "Peru praised Kosovo on Monday. Chile recognised Kosovo on Tuesday. Spain promised Kosovo "
        "aid. Norway sent tents to Kosovo, which an earthquake had struck.",
        published="2012-02-09",
        publisher="Coast Daily",
    ),
)


@cache
def events() -> Events:
    return code(ARTICLES)


def answer(question: str) -> Answer:
    return ask(question, events())


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did Chad attack Sudan?", "clear"),
        ("Did Sudan attack Chad?", "not shown"),
        ("Has Sudan expelled Chadian diplomats?", "clear"),
        ("Has Chad expelled Sudanese diplomats?", "not shown"),
        ("Did Chad bomb Sudan from the air?", "possible"),
        ("Has Kenya sanctioned Sudan?", "possible"),
        ("Has Chile recognised Kosovo?", "clear"),
        ("Has Peru recognised Kosovo?", "possible"),
        ("Has Norway helped Kosovo?", "clear"),
        ("Has Spain helped Kosovo?", "possible"),
    ],
)
def test_only_that_act_of_that_party_answers_the_question(question, verdict):
    assert answer(question).verdict == verdict


def test_the_answer_gives_the_articles_own_word_beside_the_type():
    told = answer("Did Chad attack Sudan?")
    assert told.why == (
        "1 of 3 articles reports that Chad attacked or used force on Sudan (“shelled”) on 1 June "
        "2009."
    )
    assert told.findings[0].speaks == "for"
    assert "(“shelled”)" in told.findings[0].claim


def test_an_act_that_only_the_other_side_tells_is_said_to_be_so():
    told = answer("Did Senegal attack the Gambia?")
    assert told.verdict == "possible"
    assert "reports only on others' word that Senegal attacked" in told.why


def test_what_the_other_did_speaks_for_neither():
    told = answer("Did Sudan attack Chad?")
    assert told.why.startswith("No report that Sudan attacked or used force on Chad was found")
    assert {finding.speaks for finding in told.findings} == {"neither"}
    assert "Hostile acts between Sudan and Chad" in told.findings[0].claim


def test_an_act_before_the_day_since_which_is_asked_does_not_count():
    assert answer("Has Chad attacked Sudan since 2008?").verdict == "clear"
    later = answer("Has Chad attacked Sudan since 2010?")
    assert later.verdict == "too little news"
    assert "since 1 January 2010" in later.why
    assert any(
        "undated or not dated from 2010 to 9 February 2012" in text
        for text in later.assessment.missing
    )


def test_a_question_why_is_told_that_reasons_are_not_coded():
    told = answer("Why did Chad attack Sudan?")
    assert told.verdict == "clear"
    assert any(text.startswith("The reasons:") for text in told.assessment.missing)


def test_what_only_one_side_did_is_not_told_as_done_to_one_another():
    claims = [finding.claim for finding in answer("Are Senegal and the Gambia hostile?").findings]
    assert claims[0].startswith("Hostile acts by Senegal against the Gambia are reported")
    assert claims[1].startswith("The Gambia accused, threatened or turned down Senegal in words")


def test_a_sum_begins_with_what_is_asked_about_and_ends_with_what_is_lacking():
    why = answer("Are Senegal and the Gambia hostile?").why
    assert "reports 3 hostile acts or words and no talk, commitment or joint deed" in why


def test_that_nothing_was_found_is_no_claim_about_the_articles():
    why = answer("Are Uganda and Chad friends?").why
    assert (
        why == "No act between Uganda and Chad up to 9 February 2012 was found in these 3 articles."
    )


def test_the_record_holds_the_act_asked_about():
    act = answer("Has Sudan expelled Chadian diplomats?").record()["read"]["act"]
    assert act == {"type": "SANCTION", "mode": ["expel"], "actor": ["SDN"], "recipient": ["TCD"]}
    assert answer("Are Uganda and Chad friends?").record()["read"]["act"] is None


def test_the_act_asked_about_stands_where_the_question_is_told_as_read():
    assert "whether Chad attacked or used force on Sudan" in str(answer("Did Chad attack Sudan?"))


def test_a_promise_of_what_is_asked_about_is_told_as_one():
    why = answer("Has Spain helped Kosovo?").why
    assert "reports only as promised, expected, rumoured or in question that Spain helped" in why


def test_an_act_below_another_verb_is_not_what_is_asked_about():
    assert answer("Did Chad refuse to attack Sudan?").assessment.question.act is None
    assert answer("Does Chad want to attack Sudan?").assessment.question.act is None


def test_where_none_of_what_is_counted_was_found_the_articles_are_not_said_to_report():
    why = answer("Are Peru and Kosovo friends?").why
    assert "1 of 3 articles tells of Peru and Kosovo together, but of no talk, commitment" in why
