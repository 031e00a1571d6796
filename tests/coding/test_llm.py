"""What a language model answers becomes events only where it stands up to the article."""

from __future__ import annotations

import json

import pytest

from dragoman.coding.llm.code import LlmKnowledge, checked, code_by_asking
from dragoman.coding.llm.codebook import instructions, load_codebook
from dragoman.coding.llm.prompt import LONGEST
from dragoman.errors import ReplyError, TableError
from dragoman.model.coders import ChatCoder
from dragoman.model.events import EVENT_TYPES
from dragoman.model.text import Article
from dragoman.running.loaded import knowledge, parse_article

TEXT = (
    "Norwegian Prime Minister Erna Solberg met her Chilean colleague in Oslo last Monday.\n\n"
    "“We will never bow to Russia,” she said. According to Dagbladet, Norway will send field"
    " hospitals to Chile next month to counter Russian pressure. It thanked  Chile as well."
)
ARTICLE = Article("a1", TEXT, published="2018-05-09", source="oslo.txt")
NORWAY, CHILE, RUSSIA = (
    {"words": "Norwegian Prime Minister Erna Solberg", "key": "NOR"},
    {"words": "her Chilean colleague", "key": "CHL"},
    {"words": "Russian", "key": "RUS", "basis": "author"},
)
MEETING = {
    "sentence": 1, "type": "CONSULT", "trigger": "met", "mode": ["visit"], "status": "actual",
    "actor": [NORWAY, CHILE], "recipient": [], "when": "last Monday", "location": "Oslo",
}  # fmt: skip
HELP = {
    "sentence": 3, "type": "AID", "trigger": "send field hospitals", "status": "future",
    "actor": [{"words": "Norway", "key": "NOR"}], "recipient": [{"words": "Chile", "key": "CHL"}],
    "against": [RUSSIA], "issue": ["field hospitals"], "when": "next month",
    "voices": [{"words": "Dagbladet", "kind": "outlet"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def known() -> LlmKnowledge:
    return LlmKnowledge(
        knowledge(), load_codebook(), ChatCoder("http://127.0.0.1:1/v1", "small-model")
    )


@pytest.fixture(scope="module")
def parse():
    return parse_article(ARTICLE)


def answer(*events: object) -> str:
    return json.dumps({"events": events})


def test_a_good_answer_becomes_the_record_of_any_coder(parse, known):
    [meeting, aid], refused = checked(parse, known, answer(MEETING, HELP))
    assert refused == []
    assert (meeting.type, meeting.mode, meeting.score) == ("CONSULT", ("visit",), 4.0)
    assert [party.key for party in meeting.actor] == ["NOR", "CHL"]
    assert meeting.actor[0].identity.role == "prime minister"
    assert (meeting.when.date, meeting.when.precision) == ("2018-05-07", "day")
    assert (meeting.location.text, meeting.location.country) == ("Oslo", "NOR")
    assert meeting.coder == "llm/small-model"
    assert [target.actor.key for target in aid.against] == ["RUS"]
    assert [voice.kind for voice in aid.attribution] == ["outlet"]
    assert (aid.when.date, aid.when.enddate) == ("2018-06-01", "2018-06-30")


def test_every_span_stands_where_it_says(parse, known):
    events, _ = checked(parse, known, answer(MEETING, HELP))
    for event in events:
        parties = [*event.actor, *event.recipient, *(t.actor for t in event.against)]
        spans = [event.trigger, event.evidence, *event.issue, *(p.span for p in parties)]
        spans += [voice.span for voice in event.attribution]
        assert [TEXT[span.start : span.end] for span in spans] == [span.text for span in spans]
        assert event.evidence.start <= event.trigger.start <= event.evidence.end


def test_why_names_endpoint_model_and_words(parse, known):
    [event], _ = checked(parse, known, answer(MEETING))
    act = event.because[0]
    assert act.rule == "small-model at http://127.0.0.1:1/v1 → CONSULT/visit, actual"
    assert act.words == "met"


def test_aid_still_to_come_is_an_agreement_as_with_any_coder(parse, known):
    [event], _ = checked(parse, known, answer(HELP))
    assert (event.type, event.promises, event.status) == ("AGREE", "AID", "actual")


def test_words_with_other_blanks_are_found_as_the_article_has_them(parse, known):
    thanks = {**HELP, "sentence": 4, "type": "SUPPORT", "status": "actual", "against": []}
    [event], refused = checked(parse, known, answer({**thanks, "trigger": "thanked Chile"}))
    assert refused == []
    assert event.trigger.text == "thanked  Chile"


def test_an_act_within_quotation_marks_keeps_its_quote(parse, known):
    defiance = {**HELP, "sentence": 2, "type": "REJECT", "trigger": "never bow", "status": "actual"}
    [event], refused = checked(parse, known, answer({**defiance, "against": []}))
    assert refused == []
    assert event.quote.text.startswith("We will never bow")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"trigger": "embraced"}, "'embraced' does not stand in sentence 1"),
        ({"trigger": "thanked"}, "'thanked' does not stand in sentence 1"),
        ({"trigger": "me"}, "'me' does not stand"),
        ({"actor": [{"words": "Solberg’s aide", "key": "NOR"}, CHILE]}, "does not stand in the"),
        ({"recipient": [{"words": "Peru", "key": "PER"}]}, "'Peru' does not stand"),
        ({"against": [{**RUSSIA, "words": "the Kremlin"}]}, "'the Kremlin' does not stand"),
        ({"issue": ["fishing"]}, "'fishing' does not stand"),
        ({"when": "2018-05-07"}, "'2018-05-07' does not stand"),
        ({"location": "Bergen"}, "'Bergen' does not stand"),
        ({"voices": [{"words": "Reuters", "kind": "outlet"}]}, "'Reuters' does not stand"),
        ({"voices": [{"words": "she", "kind": "poet"}]}, "'poet' is no kind"),
        ({"sentence": 9}, "there is no sentence 9"),
        ({"sentence": 0}, "there is no sentence 0"),
        ({"sentence": "1"}, "no number"),
        ({"type": "HUG"}, "'HUG' is no event type"),
        ({"type": None}, "no type"),
        ({"status": "likely"}, "'likely' is no status"),
        ({"promises": "PEACE"}, "'PEACE' is no event type"),
        ({"against": [{**RUSSIA, "basis": "rumour"}]}, "'rumour' is no basis"),
        ({"actor": [{"words": "last", "key": "XXX"}]}, "stands for nobody"),
        ({"actor": []}, "no parties"),
        ({"actor": [NORWAY], "recipient": [NORWAY]}, "within one party"),
        ({"actor": "Norway"}, "is no list"),
        ({"actor": ["Norway"]}, "no JSON object"),
        ({"trigger": "m" * 2_000}, "no short string"),
    ],
)
def test_an_event_that_does_not_stand_is_refused_with_its_reason(parse, known, changed, reason):
    events, [refusal] = checked(parse, known, answer({**MEETING, **changed}, HELP))
    assert [event.type for event in events] == ["AGREE"]
    assert reason in refusal.reason
    assert refusal.source == "oslo.txt, event 1 of the model"


def test_a_mode_that_the_type_has_not_is_dropped_and_said_so(parse, known):
    [event], _ = checked(parse, known, answer({**MEETING, "mode": ["visit", "picnic"]}))
    assert event.mode == ("visit",)
    assert any(step.words == "picnic" for step in event.because)


def test_one_act_told_twice_is_one_event(parse, known):
    events, refused = checked(parse, known, answer(MEETING, MEETING))
    assert (len(events), refused) == (1, [])


def test_news_of_the_day_is_dated_by_publication_and_background_not_at_all(parse, known):
    news, background = ({**MEETING, "when": when} for when in ("publication", None))
    [event], _ = checked(parse, known, answer(news))
    assert (event.when.date, event.when.precision) == ("2018-05-09", "publication")
    [event], _ = checked(parse, known, answer(background))
    assert event.when is None


@pytest.mark.parametrize(
    "words",
    ["", "I cannot help with that.", "{", '{"events": {}}', '["events"]', '{"acts": []}',
     '{"events": [' + "1," * 600 + "1]}", "{" * 100_000 + "}"],
)  # fmt: skip
def test_an_answer_that_is_not_the_json_asked_for_is_an_error(parse, known, words):
    with pytest.raises(ReplyError, match="the model's answer"):
        checked(parse, known, words)


def test_words_round_the_json_are_passed_over(parse, known):
    [event], _ = checked(parse, known, f"Sure!\n```json\n{answer(MEETING)}\n```")
    assert event.type == "CONSULT"


def test_the_model_is_given_the_codebook_and_the_numbered_article(parse, known):
    asked = []
    code_by_asking(parse, known, lambda *words: asked.append(words) or answer())
    [(told, article)] = asked
    assert all(f"\n{kind}: " in told for kind in EVENT_TYPES)
    assert "phone" in told
    assert "Published: 2018-05-09" in article
    assert "\n1. Norwegian Prime Minister" in article
    assert "\n4. It thanked Chile as well." in article


def test_an_article_too_long_for_a_model_is_not_sent(known):
    long = parse_article(Article("a2", "Peru thanked Chile. " * (LONGEST // 20 + 1)))
    with pytest.raises(ReplyError, match="Split it"):
        code_by_asking(long, known, lambda *_: pytest.fail("it was asked"))


def test_a_users_own_codebook_is_laid_over(tmp_path, known):
    own = tmp_path / "codebook.csv"
    own.write_text("part,name,words\ntype,AID,helps out\n", encoding="utf-8")
    told = instructions(load_codebook(tmp_path), known.knowledge.acts)
    assert "\nAID: helps out. Modes: none" in told
    own.write_text("part,name,words\nkind,AID,helps out\n", encoding="utf-8")
    with pytest.raises(TableError, match="unknown part 'kind'"):
        load_codebook(tmp_path)
