"""An explanation shows the words and every step an event rests on."""

from __future__ import annotations

from dragoman.reporting.explanation import explain, marked

SENTENCE = "Peru and Chile signed a treaty, Brazil said."
RECORD = {
    "id": "0123456789abcdef",
    "article_id": "a1",
    "type": "SUPPORT",
    "mode": ["visit"],
    "status": "actual",
    "date": "2012-05-01",
    "enddate": "2012-05-03",
    "date_precision": "range",
    "date_text": "early May",
    "confidence": 0.75,
    "actor": [
        {"code": "PER", "sector": ["GOV"], "text": "Peru", "start": 10, "end": 14},
        {"code": "IGO", "id": "NATO", "sector": [], "text": "the pact", "start": 90, "end": 98},
    ],
    "against": [
        {"code": "BRA", "sector": [], "text": "Brazil", "start": 42, "end": 48, "basis": "third"}
    ],
    "evidence": {"start": 10, "end": 54, "text": SENTENCE},
    "trigger": {"start": 25, "end": 31, "text": "signed"},
    "because": [
        {"step": "act", "rule": "sign.verb", "words": "signed", "score": None},
        {"step": "confidence", "rule": "log-odds", "words": "", "score": 0.75},
    ],
}  # fmt: skip


def test_the_sentence_is_shown_with_act_and_parties_marked():
    assert marked(RECORD) == ("[actor Peru] and Chile [[signed]] a treaty, [against Brazil] said.")


def test_all_parties_and_steps_are_told():
    text = explain(RECORD)
    for part in (
        "SUPPORT/visit", "2012-05-01 to 2012-05-03 (range)", "PER GOV “Peru”", "NATO “the pact”",
        "on the word of: third", "sign.verb “signed”", "log-odds [0.75]", "“early May”",
    ):  # fmt: skip
        assert part in text
    assert max(map(len, text.splitlines())) <= 80


def test_an_event_without_a_date_or_parties_is_told_as_well():
    bare = {**RECORD, "actor": [], "against": [], "date": None, "because": []}
    assert "undated" in explain(bare)


def test_a_text_cannot_drive_the_terminal():
    nasty = {**RECORD, "evidence": {**RECORD["evidence"], "text": "\x1b[2J" + SENTENCE[4:]}}
    assert "\x1b" not in explain(nasty)
