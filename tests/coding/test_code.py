"""The coder on short texts of our own, each showing one thing it must get right."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.asking.classes import class_of
from dragoman.coding.acts.headlines import as_clause
from dragoman.coding.acts.misread import with_both
from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.model.events import Event
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "acts.toml").read_text(encoding="utf-8")
)["case"]
NETWORK = Network()


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def events(text: str, published: str | None = "2019-05-08") -> list[Event]:
    return code_article(parse(Article("a", text, published=published), NETWORK), knowledge())


def told(event: Event) -> str:
    """An event in one line: "ACCUSE TUR > GRC", "CONSULT FRA DEU", with status where not actual."""
    sides = [
        " ".join(sorted(actor.key for actor in side)) for side in (event.actor, event.recipient)
    ]
    line = f"{event.type} {' > '.join(side for side in sides if side)}"
    if event.against:
        line += f" against {' '.join(sorted(t.actor.key for t in event.against))}"
    if event.promises:
        line += f" promises {event.promises}"
    return line if event.status == "actual" else f"{line} {event.status}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_text_gives_the_events_it_reports(case, request):
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(reason=case["why"], strict=True))
    found = [told(event) for event in events(case["text"])]
    assert sorted(found) == sorted(case["events"])


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("Peru thanked Chile on Monday.", "051", "support"),
        ("Peru and Chile signed a treaty in Lima on Monday.", "057", "commitment"),
        ("Peru and Chile restored diplomatic relations on Monday.", "050", "commitment"),
        ("The president of Chile visited Peru on Monday.", "042", "talk"),
    ],
)
def test_an_act_has_the_cameo_code_of_its_row_so_that_thanks_are_no_commitment(text, code, kind):
    [event] = events(text)
    assert (event.cameo, class_of(event)) == (code, kind)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Kenya and Chad agreed to hold joint drills against Sudan.", "actor"),
        ("Kenya and Chad held joint drills, which Egypt described as a rehearsal against Sudan.",
         "third"),
        ("Kenya and Chad agreed to hold joint drills, a step that Egypt's president called a threat"
         " to Sudan.", "third"),
        ("Kenya and Chad held joint drills, which officials say are aimed at Sudan.", "unnamed"),
        ("Kenya and Chad signed a pact seen as aimed at Sudan.", "unnamed"),
        ("Kenya and Chad held joint drills to counter Sudan.", "author"),
        ("Kenya and Chad agreed to hold drills, apparently to loosen Sudan's hold on the oil.",
         "author"),
        ("Amid fears of an attack by Sudan, Kenya asked Chad for tanks.", "author"),
    ],
)  # fmt: skip
def test_an_aim_rests_on_the_word_of_whoever_says_it(text, basis):
    (event,) = events(text)
    assert [(target.actor.key, target.basis) for target in event.against] == [("SDN", basis)]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The pact, the Kenyan president said, is meant to deter Sudan.", "actor"),
        ("Egypt's foreign minister said the pact was directed against Sudan.", "third"),
        ("The agreement is aimed at Sudan, officials said.", "unnamed"),
        ("Analysts say the move is a challenge to Sudan.", "unnamed"),
        ("The deal is designed to isolate Sudan.", "author"),
    ],
)
def test_an_aim_told_later_rests_on_the_word_of_whoever_says_it_there(text, basis):
    (event,) = events(f"Kenya and Chad signed a defence pact on Monday. {text}")
    assert [(target.actor.key, target.basis) for target in event.against] == [("SDN", basis)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mali does not recognise Chad's annexation of the oasis.", ["REJECT MLI > TCD"]),
        ("Mali will never recognise Chad's annexation of the oasis.", ["REJECT MLI > TCD"]),
        ("Chad's annexation of the oasis is not recognised by Mali.", ["REJECT MLI > TCD"]),
        ("Mali has never recognised Chad's annexation.", ["SUPPORT MLI > TCD negated"]),
        ("Mali never recognized Chad's annexation.", ["SUPPORT MLI > TCD negated"]),
    ],
)
def test_what_was_never_recognised_is_no_refusal_made_now(text, found):
    assert [told(event) for event in events(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad, Mali trade blows", "ASSAULT MLI TCD > MLI TCD"),
        ("Border on edge: Chad, Mali trade shots", "ASSAULT MLI TCD > MLI TCD"),
        ("Israel, Hezbollah trade strikes", "ASSAULT HEZBOLLAH ISR > HEZBOLLAH ISR"),
        ("Chad, Mali trade barbs over oasis", "ACCUSE MLI TCD > MLI TCD"),
        ("Chad and Mali trade insults", "ACCUSE MLI TCD > MLI TCD"),
        ("Greece, Turkey swap accusations", "ACCUSE GRC TUR > GRC TUR"),
        ("Kenya, Uganda trade threats", "THREATEN KEN UGA > KEN UGA"),
        ("Chad, Mali, Niger trade barbs", "ACCUSE MLI NER TCD > MLI NER TCD"),
        ("US, Japan, Korea trade barbs", "ACCUSE JPN KOR USA > JPN KOR USA"),
        ("India, Vietnam, Japan ink defence deal", "SUPPORT IND JPN VNM > IND JPN VNM"),
        ("Seoul, Tokyo mend ties", "SUPPORT JPN KOR"),
        ("Erdogan snubs Merkel", "REJECT TUR > DEU"),
        ("China snubs US defence talks", "REJECT CHN > USA"),
        ("India woos Vietnam", "AGREE IND > VNM"),
        ("US eyes deal with India", "AGREE IND USA"),
        ("US tightens curbs on China", "SANCTION USA > CHN"),
        ("US tightens chip export curbs on China", "SANCTION USA > CHN"),
        ("China slaps duties on Australian barley", "SANCTION CHN > AUS"),
        ("EU mulls ban on Russian oil", "SANCTION EUR > RUS hypothetical"),
    ],
)
def test_a_bare_verb_between_two_names_and_what_they_exchange_is_a_verb(text, found):
    assert [told(event) for event in events(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Mali trade talks resume",
        "Chad, Mali trade threats to fade",
        "Chad talks progress",
        "Chad attacks shake Mali",
    ],
)
def test_trade_that_only_says_what_talks_are_about_is_no_verb(text):
    [sentence] = parse(Article("a", text), NETWORK).sentences
    assert as_clause(sentence, knowledge().acts) is sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Spanish king praised Casablanca.", []),
        ("Chile hailed Casablanca as a model for the summit.", []),
        ("Chile praised the Casablanca conference.", []),
        ("Peru rejected Kyoto.", []),
        ("Spain attacked Casablanca.", ["ASSAULT ESP > MAR"]),
        ("The king of Spain visited Casablanca.", ["CONSULT ESP > MAR"]),
        ("Peru sent aid to Guayaquil.", ["AID PER > ECU"]),
        ("Chile praised firefighters from Guayaquil.", ["SUPPORT CHL > ECU"]),
        ("Russia condemned the Kharkiv authorities.", ["ACCUSE RUS > UKR"]),
    ],
)
def test_a_town_that_is_only_spoken_of_is_no_party(text, found):
    assert [told(event) for event in events(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Mali quarrelled over water. Niger warned both neighbours that it would cut off"
        " aid.",
        "Chad and Mali quarrelled over water. Niger warned both that it would cut off aid.",
        "Niger met Chad and Mali. It warned both rivals that it would cut off aid.",
    ],
)
def test_who_warns_both_warns_the_two_named_before(text):
    assert "THREATEN NER > MLI TCD" in [told(event) for event in events(text)]


def test_both_joins_what_follows_where_a_name_does():
    [sentence] = parse(Article("a", "Niger warned both Chad and Mali."), NETWORK).sentences
    assert with_both(sentence) is sentence


@pytest.mark.parametrize("denial", ["Mali denied this.", "Mali denied it.", "Mali rejected this."])
def test_who_denies_this_answers_whoever_charged_him(denial):
    found = [told(event) for event in events(f"Chad accused Mali of hiding rebels. {denial}")]
    assert found == ["ACCUSE TCD > MLI", "REJECT MLI > TCD"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia denounced the agreement.", "ACCUSE RUS > NOR POL"),
        ("Chad condemned Mali. Russia denounced the pact.", "ACCUSE RUS > NOR POL"),
        ("Sweden welcomed the deal.", "SUPPORT SWE > NOR POL"),
    ],
)
def test_who_judges_an_agreement_judges_those_who_made_it(text, found):
    text = f"Norway and Poland signed a pact on Friday. {text}"
    assert [told(event) for event in events(text)][-1] == found


@pytest.mark.parametrize("verb", ["were to meet", "are to meet"])
def test_what_was_to_be_on_a_weekday_is_set_for_the_next_one(verb):
    [event] = events(f"The presidents of Chad and Mali {verb} in Paris on Monday.")
    assert told(event) == "AGREE MLI TCD promises CONSULT"
    assert event.when.date == "2019-05-13"


@pytest.mark.parametrize(
    "text",
    [
        "Japan imposed curbs on exports of chips to South Korea.",
        "Japan imposed curbs on Thursday on exports of three chemicals to South Korea.",
        "Japan imposed a ban on imports of fruit from South Korea.",
    ],
)
def test_curbs_on_trade_are_no_trade(text):
    assert [told(event) for event in events(text)] == ["SANCTION JPN > KOR"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The president of Chile and the king of Spain spoke on Monday.", ["CONSULT CHL ESP"]),
        ("The president of Chile spoke on Monday.", []),
        ("The president of Chile and the king of Spain spoke to reporters on Monday.", []),
    ],
)
def test_people_of_two_states_who_spoke_on_a_day_spoke_with_one_another(text, found):
    assert [told(event) for event in events(text)] == found


def test_who_only_offers_to_mediate_is_none_of_both_sides():
    text = (
        "Chad and Mali agreed on a truce. The presidents of Chad and Mali met on Friday."
        " Chad buried its dead. Oman offered to mediate. Niger called on both sides to stop"
        " fighting."
    )
    assert "REQUEST NER > MLI TCD" in [told(event) for event in events(text)]


@given(st.lists(st.sampled_from([case["text"] for case in CASES]), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_every_span_stands_where_it_says(texts):
    text = "\n\n".join(texts)
    for event in events(text):
        spans = [event.evidence, event.trigger, *event.issue, *(a.span for a in event.actor)]
        spans += [a.span for a in event.recipient] + [t.actor.span for t in event.against]
        spans += [voice.span for voice in event.attribution]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert event.because


def test_the_same_article_gives_the_same_records_whatever_was_coded_before():
    text = CASES[0]["text"]
    first = [event.record() for event in events(text)]
    for case in CASES[1:4]:
        events(case["text"])
    assert [event.record() for event in events(text)] == first
