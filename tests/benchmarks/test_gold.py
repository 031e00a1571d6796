"""Stand-off gold: codings without their texts, from which both can be had again."""

from __future__ import annotations

import hashlib
import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "benchmarks" / "gold").glob("*.jsonl"))
TEXT = "Ferry pact signed\n\nPeru and Chile signed a ferry pact.\nThe ferry sails in May.\n"
PAGE = (
    b"<html><title>x</title><script>Ferry pact</script><h1>Ferry pact signed</h1><p>Share this"
    b"</p><p>Peru and <b>Chile</b> signed\n a ferry pact.<br>The ferry sails in May.</p></html>"
)
EVENT = {
    "type": "SUPPORT", "actor": ["PER", "CHL"], "recipient": ["PER", "CHL"], "against": [],
    "status": "actual", "date": None, "enddate": None, "trigger": "signed a", "issue": ["ferry"],
}  # fmt: skip
ROW = {"id": "x1", "published": "2014-05-01", "text": TEXT, "events": [EVENT]}


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return import_module("standoff"), import_module("fetch_gold")


@pytest.fixture
def made(scripts, endpoint, tmp_path, monkeypatch):
    """A run of both scripts on one text whose page the stub serves; gives status, rows, words."""

    def run(**row):
        source = {"source": f"A gazette, {endpoint.url}", "licence": "CC BY 2.5"}
        paths = [tmp_path / name for name in ("gold.jsonl", "standoff.jsonl", "out.jsonl")]
        paths[0].write_text(json.dumps(ROW | source | row) + "\n", encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["standoff.py", *map(str, paths[:2])])
        scripts[0].main()
        monkeypatch.setattr(sys, "argv", ["fetch_gold.py", *map(str, paths[1:])])
        status = scripts[1].main()
        return status, [json.loads(line) for line in paths[2].read_text("utf-8").splitlines()]

    return run


def test_text_and_coding_come_back_from_the_page(made, endpoint):
    endpoint.answers(200, PAGE)
    status, [row] = made()
    assert status == 0
    assert (row["text"], row["events"]) == (TEXT, [EVENT])
    assert (row["source"], row["url"]) == ("A gazette", endpoint.url)


def test_a_page_that_has_changed_gives_no_text(made, endpoint, capsys):
    endpoint.answers(200, PAGE.replace(b"in May", b"in June"))
    assert made() == (1, [])
    printed = capsys.readouterr()
    assert "x1: a stretch of 5 words is not on the page" in printed.err
    assert printed.out.endswith("texts 0 missing 1\n")


def test_a_page_that_is_gone_is_named(made, endpoint, capsys):
    endpoint.answers(404, b"gone")
    assert made() == (1, [])
    assert "404" in capsys.readouterr().err


def test_a_page_without_end_is_not_read_to_its_end(made, endpoint, capsys, scripts, monkeypatch):
    monkeypatch.setattr(scripts[1], "MOST_BYTES", 50_000)
    endpoint.answers(200, PAGE + b" " * 3_000_000)
    assert made() == (1, [])
    assert "too long or too slow" in capsys.readouterr().err


def test_a_text_under_copyright_is_left_out(made, capsys):
    assert made(licence="copyright of its publisher") == (0, [])
    assert capsys.readouterr().out.startswith("texts 0 events 0")


def test_a_file_of_ones_own_will_do(scripts, tmp_path):
    standoff, fetch = scripts
    path = tmp_path / "corpus.txt"
    path.write_text(f"Before.\n{TEXT}\nAfter.", encoding="utf-8")
    row = standoff.standoff(ROW | {"source": "voa"})
    assert fetch.gold(row, fetch.words_of_file(path)(row["url"]))["text"] == TEXT


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_the_stand_off_data_hold_no_words_of_the_texts(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {
            "id", "source", "licence", "url", "published", "sha256", "length", "stretches", "end",
            "events",
        }  # fmt: skip
        assert row["licence"].startswith(("CC BY 2.5", "public domain"))
        assert len(row["sha256"]) == hashlib.sha256().digest_size * 2
        for event in row["events"]:
            places = [event["trigger"], *event.get("issue", []), *event.get("attribution", [])]
            assert all(0 <= start < end <= row["length"] for start, end in places)
            assert all(key.replace("_", "").isupper() or key == "G7" for key in event["actor"])
