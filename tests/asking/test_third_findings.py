"""What is said of a third party is quoted where it is said, and no more is said than that."""

from __future__ import annotations

from functools import cache

from dragoman import Article, Events, ask, code

ARTICLES = (
    Article(
        "pact",
        "LIMA - Peru and Chile signed a naval pact on Friday.\n\nThe ministers smiled for the "
        "cameras. Officials in Lima said that the pact was meant to counter Argentina.\n\n"
        "Brazil urged Peru and Bolivia to meet.",
        published="2014-05-09",
        publisher="Andes Daily",
    ),
    Article(
        "islands",
        "Chile, Bolivia and Spain condemned Argentina on Monday.",
        published="2015-03-03",
        publisher="Andes Daily",
    ),
)


@cache
def events() -> Events:
    return code(ARTICLES)


def test_an_aim_is_quoted_from_the_sentence_that_tells_it():
    answer = ask("Is the pact between Peru and Chile aimed at Argentina?", events())
    aimed = next(f for f in answer.findings if f.topic.startswith("aimed"))
    assert [quote.span.text for quote in aimed.quotes] == [
        "Officials in Lima said that the pact was meant to counter Argentina."
    ]
    assert "of 9 May 2014, in Andes Daily, 9 May 2014:\n        Officials in Lima" in str(answer)


def test_one_of_the_pair_that_acts_with_others_is_not_said_to_act_alone():
    answer = ask(
        "Is the pact between Peru and Chile aimed at Argentina?", events(), as_of="2016-01-01"
    )
    claims = " ".join(finding.claim for finding in answer.findings)
    assert "Of the two, only Chile criticised, opposed or acted against Argentina" in claims


def test_what_a_later_article_has_of_the_third_is_not_used_before_its_day():
    answer = ask("Is the pact between Peru and Chile aimed at Argentina?", events())
    assert answer.assessment.question.as_of == "2014-05-09"
    quoted = {quote.article_id for finding in answer.findings for quote in finding.quotes}
    assert quoted == {"pact"}


def test_who_acts_together_against_others_sets_the_last_day_used():
    answer = ask("Are Chile and Spain allies?", (*ARTICLES, LATER))
    assert answer.assessment.question.as_of == "2015-03-03"


def test_to_ask_for_a_meeting_is_not_to_meet():
    answer = ask("Has Brazil met Peru?", events())
    assert answer.verdict == "not shown"


LATER = Article("else", "Nepal thanked Fiji on Monday.", published="2020-01-08")
