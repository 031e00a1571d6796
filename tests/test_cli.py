"""The commands say what they did, end with the right status, and never with a traceback."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.storing.events import records_in

TEXT = "Peru condemned Chile on Monday. Norwegian and Iranian ministers met in Oslo on Tuesday."
RECORD = {"id": "a1", "text": TEXT, "published": "2012-05-10"}
QUESTION = "Are Peru and Chile moving closer to war?"
HEAVY = ("duckdb", "onnxruntime", "numpy", "trafilatura", "py3langid", "rich")


def run(*arguments: object, given: str | None = None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def record(tmp_path) -> Path:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return path


def test_events_go_to_standard_output_one_a_line(record):
    result = run("code", record)
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert {event["type"] for event in events} >= {"ACCUSE", "CONSULT"}
    assert all(
        TEXT[e["trigger"]["start"] : e["trigger"]["end"]] == e["trigger"]["text"] for e in events
    )
    assert result.stderr == "1 article: 1 coded, 0 refused\n"


def test_json_lines_are_read_from_standard_input():
    result = run("code", "-", given=json.dumps(RECORD) + "\n")
    assert result.exit_code == 0
    assert result.stdout


@pytest.mark.parametrize("name", ["events.jsonl", "events.parquet"])
def test_events_and_extracted_texts_go_into_files(tmp_path, name):
    (tmp_path / "a.txt").write_text(f"Posted on : 2012-05-10\n\n{TEXT}", encoding="utf-8")
    output = tmp_path / name
    assert run("code", tmp_path / "a.txt", "-o", output).exit_code == 0
    (article,) = map(json.loads, (tmp_path / "events.articles.jsonl").read_text().splitlines())
    events = list(records_in(output))
    assert events
    assert article["published"] == "2012-05-10"
    for event in events:
        span = event["evidence"]
        assert event["article_id"] == article["id"]
        assert article["text"][span["start"] : span["end"]] == span["text"]
    assert not list(tmp_path.glob(".*"))


def test_texts_that_were_kept_to_the_letter_are_not_written_again(tmp_path, record):
    assert run("code", record, "-o", tmp_path / "events.jsonl").exit_code == 0
    assert not (tmp_path / "events.articles.jsonl").exists()


@pytest.mark.usefixtures("record")
def test_one_bad_file_among_good_ones_is_counted_and_told(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"")
    result = run("code", tmp_path)
    assert result.exit_code == 0
    assert "2 articles: 1 coded, 1 refused" in result.stderr
    assert "b.txt: it is empty. Give a file" in result.stderr


@pytest.mark.parametrize("command", [("code",), ("ask", "Is Peru hostile to Chile?")])
def test_articles_whose_date_cannot_be_read_are_counted(tmp_path, command):
    path = tmp_path / "a.jsonl"
    rows = [
        RECORD | {"id": str(at), "published": day} for at, day in enumerate(("soon", "2012-05-10"))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = run(*command, path)
    assert "2 articles: 2 coded, 0 refused; 1 without a date" in result.stderr


def test_nothing_coded_ends_with_status_one_and_no_file(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"")
    output = tmp_path / "events.jsonl"
    result = run("code", tmp_path / "b.txt", "-o", output)
    assert result.exit_code == 1
    assert not output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("code",),
        ("code", "no-such-file.txt"),
        ("code", "{}", "--jobs", "0"),
        ("code", "{}", "--published", "soon"),
        ("code", "{}", "-o", "events.csv"),
        ("code", "{}", "-o", "no/such/folder/events.jsonl"),
        ("code", "{}", "--tables", "no-such-folder"),
        ("code", "{}", "--colour"),
        ("ask", QUESTION),
        ("ask", "How are you?", "{}"),
        ("ask", QUESTION, "{}", "--as-of", "soon"),
        ("explain", "0123"),
        ("explain", "0123", "no-such-file.jsonl"),
    ],
)
def test_misuse_ends_with_status_two(record, arguments):
    result = run(*(argument.replace("{}", str(record)) for argument in arguments))
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output


def test_a_file_is_never_both_read_and_written(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    assert run("code", path, "-o", path).exit_code == 2
    assert path.read_text(encoding="utf-8") == json.dumps(RECORD) + "\n"


def test_a_broken_table_of_the_users_is_misuse(tmp_path, record):
    (tmp_path / "states.csv").write_text("nonsense\n1\n", encoding="utf-8")
    result = run("code", record, "--tables", tmp_path)
    assert result.exit_code == 2
    assert "states.csv" in result.output


def test_a_given_date_dates_what_carries_none(tmp_path):
    (tmp_path / "a.txt").write_text("Peru condemned Chile on Monday.", encoding="utf-8")
    (event,) = map(
        json.loads, run("code", tmp_path / "a.txt", "--published", "2012-05-10").stdout.splitlines()
    )
    assert event["date"] == "2012-05-07"


def test_an_event_is_explained_from_its_record_alone(tmp_path, record):
    output = tmp_path / "events.jsonl"
    run("code", record, "-o", output)
    record.unlink()
    event = next(records_in(output))
    result = run("explain", event["id"][:10], output)
    assert result.exit_code == 0
    assert f"[[{event['trigger']['text']}]]" in result.stdout
    assert "Why:" in result.stdout


def test_an_unknown_event_is_said_to_be_unknown(tmp_path, record):
    output = tmp_path / "events.jsonl"
    run("code", record, "-o", output)
    result = run("explain", "zzzz", output)
    assert result.exit_code == 1
    assert "no event" in result.output


def test_a_question_is_answered_in_words_json_and_html(tmp_path, record):
    page = tmp_path / "report.html"
    words = run("ask", QUESTION, record)
    plain = run("ask", QUESTION, record, "--json", "--html", page, "--as-of", "2013-01-01")
    answer = json.loads(plain.stdout)
    assert words.exit_code == plain.exit_code == 0
    assert QUESTION in words.stdout
    assert answer["read"]["pair"] == ["PER", "CHL"]
    answered = {"question", "read", "verdict", "why", "findings", "missing", "series", "legs"}
    assert set(answer) == answered
    assert answer["series"] is None
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html")
    assert "1 article: 1 coded, 0 refused" in plain.stderr


def test_from_nothing_nothing_is_answered(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"")
    result = run("ask", QUESTION, tmp_path / "b.txt")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_whatever_is_in_a_text_the_output_is_json_with_offsets_that_hold(tmp_path):
    text = "\ufeffPeru\u200f \x00 condemned\u202e Chile \ud800 on Monday.\r\n"
    text += "\x1b[2JNorway met Iran in Oslo."
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "\udfff", "text": text}), encoding="utf-8")
    result = CliRunner().invoke(main, ["code", str(path)])
    events = [json.loads(line) for line in result.stdout_bytes.decode("utf-8").splitlines()]
    assert result.exit_code == 0
    assert events
    for event in events:
        for span in (event["evidence"], event["trigger"], *event["actor"], *event["recipient"]):
            assert text[span["start"] : span["end"]] == span["text"]


COMMAND = (sys.executable, "-c", "from dragoman.cli import main; main()")
HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
"""What is started in the background is born deaf to interruptions, and so are its children."""
INTERRUPTIBLE = (sys.executable, "-c", HEEDING + COMMAND[-1])


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    rows = "\n".join(json.dumps({**RECORD, "id": f"a{n}"}) for n in range(200))
    (tmp_path / "many.jsonl").write_text(rows, encoding="utf-8")
    command = [*COMMAND, "code", "many.jsonl", "--jobs", "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout.read(8) == b'{"id": "'
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_ends_and_leaves_nothing_behind(tmp_path, jobs):
    rows = "\n".join(json.dumps({**RECORD, "id": f"a{n}", "text": TEXT * 30}) for n in range(900))
    (tmp_path / "many.jsonl").write_text(rows, encoding="utf-8")
    options = ("code", "many.jsonl", "--jobs", str(jobs), "-o", "events.jsonl")
    with subprocess.Popen(
        [*INTERRUPTIBLE, *options], stderr=subprocess.PIPE, cwd=tmp_path, start_new_session=True
    ) as process:
        part = tmp_path / ".events.jsonl.part"
        while process.poll() is None and not (part.exists() and part.stat().st_size):
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        told = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert told.strip() == b"Aborted!"
    assert [path.name for path in tmp_path.iterdir()] == ["many.jsonl"]


@pytest.mark.parametrize(("closed", "told"), [("<&-", "it is closed"), (">&-", "is closed")])
def test_a_closed_stream_is_said_to_be_closed(record, closed, told):
    path = record if closed.startswith(">") else "-"
    command = f"{shlex.join([*COMMAND, 'code', str(path)])} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_standard_input_is_refused_and_counted():
    result = run("code", "-", given="")
    assert result.exit_code == 1
    assert "standard input: it holds no article" in result.stderr
    assert "1 article: 0 coded, 1 refused" in result.stderr


def test_of_very_many_refusals_the_first_are_told_and_all_counted():
    result = run("code", "-", given="{}\n" * 250)
    assert "standard input:100: it has no" in result.stderr
    assert "standard input:101:" not in result.stderr
    assert "… and 150 more\n250 articles: 0 coded, 250 refused" in result.stderr


def test_a_files_name_cannot_rewrite_the_terminal(tmp_path):
    (tmp_path / "a\x1b[2J\nb.txt").write_bytes(b"")
    result = run("code", tmp_path)
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_what_may_not_be_read_is_refused_and_the_rest_is_coded(tmp_path, record, monkeypatch):
    locked = tmp_path / "b.txt"
    locked.write_text(TEXT, encoding="utf-8")
    opened = Path.open

    def denied(path, *arguments):
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", denied)
    result = run("code", record, locked)
    assert result.exit_code == 0
    assert "b.txt: it cannot be read (Permission denied)" in result.stderr
    assert "2 articles: 1 coded, 1 refused" in result.stderr


@pytest.mark.parametrize("option", ["-o", "--html"])
def test_a_folder_where_nothing_may_be_written_is_told_before_the_run(
    tmp_path, record, monkeypatch, option
):
    monkeypatch.setattr(os, "access", lambda *_: False)
    command = ("code", record) if option == "-o" else ("ask", QUESTION, record)
    result = run(*command, option, tmp_path / "events.jsonl")
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_no_report_and_no_text_is_written_over_what_is_read(tmp_path, record):
    assert run("ask", QUESTION, record, "--html", record).exit_code == 2
    texts = tmp_path / "events.articles.jsonl"
    texts.write_text(json.dumps(RECORD), encoding="utf-8")
    page = tmp_path / "a.txt"
    page.write_text("Peru left.", encoding="utf-8")
    assert run("code", texts, page, "-o", tmp_path / "events.jsonl").exit_code == 2
    assert json.loads(texts.read_text(encoding="utf-8")) == RECORD


def test_help_loads_nothing_heavy():
    script = """
import sys
from dragoman.cli import main
try:
    main(["--help"])
except SystemExit:
    print("heavy:", *[name for name in sys.argv[1:] if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "heavy:"


def test_an_output_that_cannot_be_written_is_said_to_be_so(record):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        command = [
            sys.executable,
            "-c",
            "from dragoman.cli import main; main()",
            "code",
            str(record),
        ]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_format_that_is_cut_short_is_answered_with_those_that_begin_so(tmp_path):
    result = run("import", "gdelt", "--store", tmp_path / "kept")
    assert "gdelt1 or gdelt2 or gdelt-mentions may be meant" in result.output
