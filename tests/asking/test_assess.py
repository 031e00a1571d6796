"""An answer says what its events carry, and no more."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.asking.assess import assess
from dragoman.asking.occasion import occasion_day
from dragoman.model.assessment import Question
from dragoman.model.events import When
from dragoman.model.text import Article

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "answers.toml").read_text(encoding="utf-8")
)["case"]


def question(case: dict) -> Question:
    return Question(
        text=case["name"],
        pair=tuple(case["pair"]),
        relation=case["relation"],
        against=case.get("against"),
        occasion=case.get("occasion"),
        as_of=case.get("as_of"),
        asks=case["asks"],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_is_answered_as_its_rules_say(case, coded):
    answer = assess(question(case), coded.articles, coded.events)
    assert answer.verdict == case["verdict"]
    assert case.get("why", "") in answer.why
    for side in ("for", "against", "neither"):
        claims = [finding.claim for finding in answer.findings if finding.speaks == side]
        for wanted in case.get(f"says_{side}", ()):
            assert any(wanted in claim for claim in claims), (wanted, claims)
    for wanted in case.get("missing", ()):
        assert wanted in " ".join(answer.missing)


PAIR = Question("?", ("NOR", "CHL"), "cooperation", "ARG")


def test_every_quote_stands_verbatim_in_its_article(coded):
    answer = assess(PAIR, coded.articles, coded.events)
    quotes = [quote for finding in answer.findings for quote in finding.quotes]
    assert quotes
    for quote in quotes:
        text = coded.articles[quote.article_id].text
        assert text[quote.span.start : quote.span.end] == quote.span.text


def test_the_answer_counts_the_articles_that_tell_of_the_pair(coded):
    others = {"elsewhere": Article("elsewhere", "Nepal thanked Fiji.", published="2014-03-05")}
    answer = assess(PAIR, coded.articles, coded.events)
    with_others = assess(PAIR, {**coded.articles, **others}, coded.events)
    assert answer.why.startswith("These 3 articles report ")
    assert with_others.why.startswith("3 of 4 articles report ")


def test_nothing_published_or_dated_after_the_day_is_used(coded):
    asked = replace(PAIR, as_of="2012-05-09")
    early = assess(asked, coded.articles, coded.events)
    assert early.verdict == "too little news"
    asked = replace(PAIR, as_of="2012-05-10")
    answer = assess(asked, coded.articles, coded.events)
    used = {event for finding in answer.findings for event in finding.events}
    assert used
    assert used <= {event.id for event in coded.events if event.article_id == "oslo"}


def test_an_event_dated_after_the_day_is_left_out_and_said_so(coded):
    ahead = [
        replace(event, when=When("2012-06-01", "2012-06-01", "day"))
        if event.trigger.text.startswith("patrol")
        else event
        for event in coded.events
    ]
    asked = replace(PAIR, as_of="2012-05-10")
    answer = assess(asked, coded.articles, ahead)
    assert not any("acted together" in finding.claim for finding in answer.findings)
    assert "1 event is dated after 10 May 2012 and is not used." in answer.missing


def test_without_a_day_the_newest_article_on_the_pair_sets_it(coded):
    assert assess(PAIR, coded.articles, coded.events).question.as_of == "2013-02-01"
    asked = replace(PAIR, pair=("ARG", "NOR"), against=None)
    assert assess(asked, coded.articles, coded.events).question.as_of == "2012-05-10"


def test_when_nobody_of_the_pair_names_the_third_the_answer_says_whose_word_it_is(coded):
    author_only = [
        replace(event, against=tuple(replace(t, basis="author") for t in event.against))
        for event in coded.events
    ]
    answer = assess(PAIR, coded.articles, author_only)
    claim = next(f.claim for f in answer.findings if "read as against" in f.claim)
    assert "by the articles' own voice (2)" in claim
    assert "Neither Norway nor Chile is reported as saying so" in claim
    # The president's quoted words name Argentina, so the answer must not deny that.
    assert "no quoted words" not in claim
    assert any("Words of Norway and Chile themselves" in text for text in answer.missing)


def test_a_joint_act_against_nobody_speaks_against_the_question(coded):
    plain = [replace(event, against=()) for event in coded.events]
    answer = assess(PAIR, coded.articles, plain)
    claims = {f.claim: f.speaks for f in answer.findings}
    assert claims[
        "No act of Norway and Chile together was found that is said to be aimed against Argentina."
    ] == ("against")


def test_cooperation_is_clear_only_where_more_of_it_is_told_than_denied(coded):
    asked = replace(PAIR, against=None, asks="state")
    assert assess(asked, coded.articles, coded.events).verdict == "clear"
    joint = [e for e in coded.events if e.type in ("COOPERATE", "SUPPORT") and not e.recipient]
    denied = [replace(event, type="AGREE", status="negated") for event in joint]
    assert assess(asked, coded.articles, [*coded.events, *denied]).verdict == "possible"


def test_what_a_pair_does_together_to_others_is_told_and_never_too_little_news(coded):
    condemned = next(e for e in coded.events if e.type == "ACCUSE" and len(e.actor) == 1)
    pair = tuple(a for a in coded.events[0].actor)
    others = next(a for e in coded.events for a in e.actor if a.key == "ARG")
    together = replace(condemned, actor=pair, recipient=(others,))
    answer = assess(replace(PAIR, against=None, asks="state"), coded.articles, [together])
    assert answer.verdict == "possible"
    assert "1 by them together against others" in answer.why
    assert any("together criticised" in f.claim for f in answer.findings if f.speaks == "for")
    aimed = assess(replace(PAIR, asks="state"), coded.articles, [together])
    assert aimed.verdict == "possible"
    elsewhere = assess(replace(PAIR, against="PER", asks="state"), coded.articles, [together])
    assert elsewhere.verdict == "too little news"


def test_an_occasion_the_articles_name_without_a_date_is_that_of_its_report(coded):
    asked = replace(PAIR, occasion="patrol", as_of="2012-05-10")
    undated = [
        replace(event, when=None) if event.trigger.text.startswith("patrol") else event
        for event in coded.events
    ]
    answer = assess(asked, coded.articles, undated)
    told = next(f for f in answer.findings if "asked about is taken to be" in f.claim)
    assert "one reported on 10 May 2012 and left undated" in told.claim
    assert occasion_day(asked, coded.articles, undated)[0] == "2012-05-10"


def test_nothing_denied_is_told_as_what_happened_at_an_occasion(coded):
    asked = replace(PAIR, occasion="patrol", as_of="2012-05-10")
    answer = assess(asked, coded.articles, coded.events)
    told = next(f for f in answer.findings if "asked about is taken to be" in f.claim)
    denied = {event.id for event in coded.events if event.status == "negated"}
    assert told.events
    assert not denied & set(told.events)


def test_nothing_is_clear_on_a_topic_since_acts_are_not_told_apart_by_it(coded):
    asked = replace(PAIR, against=None, asks="state")
    assert assess(asked, coded.articles, coded.events).verdict == "clear"
    answer = assess(replace(asked, topic="climate"), coded.articles, coded.events)
    assert answer.verdict == "possible"
    assert any("about “climate” is not told apart" in one for one in answer.missing)


def test_a_time_that_could_not_be_read_is_told(coded):
    answer = assess(replace(PAIR, clause="since the dawn"), coded.articles, coded.events)
    assert any("“since the dawn” are not read" in one for one in answer.missing)


def test_a_party_that_is_named_aside_is_told(coded):
    answer = assess(replace(PAIR, aside=("USA",)), coded.articles, coded.events)
    assert "The United States is named in the question but not asked about." in answer.missing


def test_deeds_alone_never_make_an_alliance(coded):
    asked = replace(PAIR, against=None, asks="state", degree="alliance")
    answer = assess(asked, coded.articles, coded.events)
    assert answer.verdict == "not shown"
    assert "which is not yet an alliance" in answer.why
    undenied = [event for event in coded.events if event.status != "negated"]
    assert assess(asked, coded.articles, undenied).verdict == "possible"


def test_a_war_takes_attacks_of_the_last_year(coded):
    asked = replace(PAIR, against=None, relation="hostility", asks="state", degree="war")
    assert assess(asked, coded.articles, coded.events).verdict == "possible"
    attacks = [
        replace(event, type="ASSAULT") if event.type in ("COERCE", "SANCTION") else event
        for event in coded.events
    ]
    assert assess(asked, coded.articles, attacks).verdict == "clear"
    later = replace(asked, as_of="2015-01-01")
    assert assess(later, coded.articles, attacks).verdict == "possible"


def test_what_took_place_outside_the_time_asked_about_does_not_count(coded):
    asked = replace(PAIR, against=None, asks="contact", window=("2012-05-01", "2012-05-31"))
    assert assess(asked, coded.articles, coded.events).verdict == "clear"
    answer = assess(
        replace(asked, window=("2013-01-01", "2013-12-31")), coded.articles, coded.events
    )
    assert answer.verdict == "not shown"
    assert "not dated in 2013" in " ".join(answer.missing)


def test_the_members_of_a_small_group_act_where_it_acts(coded):
    asked = Question("?", ("AUS", "GBR", "USA"), "cooperation")
    group = replace(coded.events[1].actor[0], identity=replace(
        coded.events[1].actor[0].identity, code="IGO", id="AUKUS"))  # fmt: skip
    meeting = replace(coded.events[1], actor=(group,))
    answer = assess(asked, coded.articles, [meeting])
    assert any("Australia, the United Kingdom and the United States met" in f.claim
               for f in answer.findings)  # fmt: skip


def test_what_somebody_else_does_for_both_of_a_pair_is_nothing_between_them(coded):
    deed = next(e for e in coded.events if e.type == "COOPERATE" and len(e.actor) > 1)
    one, other = deed.actor[:2]
    third = replace(one, identity=replace(one.identity, code="ISL"))
    asked = Question("?", (one.key, other.key), "cooperation")
    aid = replace(deed, type="AID", actor=(third,), recipient=(one, other))
    assert assess(asked, coded.articles, [deed]).findings
    assert not assess(asked, coded.articles, [aid]).findings
    assert assess(asked, coded.articles, [aid]).legs[0].cooperation == 0


def test_the_record_has_the_public_form(coded):
    record = assess(PAIR, coded.articles, coded.events).record()
    assert list(record) == ["question", "read", "verdict", "why", "findings", "missing"]
    assert list(record["read"]) == ["pair", "relation", "act", "against", "occasion", "as_of"]
    assert all(list(f) == ["claim", "speaks", "events", "quotes"] for f in record["findings"])


@given(st.randoms(use_true_random=False))
def test_the_order_of_events_and_articles_does_not_matter(coded, random):
    events, keys = list(coded.events), list(coded.articles)
    random.shuffle(events)
    random.shuffle(keys)
    shuffled = {key: coded.articles[key] for key in keys}
    assert assess(PAIR, shuffled, events) == assess(PAIR, coded.articles, coded.events)


def test_foes_are_not_said_to_be_no_alliance_yet(coded):
    foes = [e for e in coded.events if e.type in ("ACCUSE", "COERCE")]
    asked = Question("?", ("NOR", "CHL"), "cooperation", asks="state", degree="alliance")
    why = assess(asked, coded.articles, foes).why
    assert "hostile act" in why
    assert "not yet an alliance" not in why
