"""A run through an endpoint, from Python and by command, with what is left out counted."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from dragoman import Article, ChatCoder, code
from dragoman.cli import main
from dragoman.errors import EndpointError
from dragoman.model.runs import Refusal
from dragoman.running.asked import code_by_chat

THANKS = {
    "sentence": 1, "type": "SUPPORT", "trigger": "thanked", "when": "publication",
    "actor": [{"words": "Peru", "key": "PER"}], "recipient": [{"words": "Chile", "key": "CHL"}],
}  # fmt: skip
INVENTED = {**THANKS, "trigger": "kissed"}
RECORD = {"id": "a1", "text": "Peru thanked Chile.", "published": "2012-05-10"}
FIRST, SECOND = Article(**RECORD), Article(**{**RECORD, "id": "a2"})


def test_an_article_is_coded_by_the_model_asked(endpoint):
    endpoint.says({"events": [THANKS, INVENTED]})
    events = code(FIRST, coder=ChatCoder(endpoint.url, "small-model"))
    assert [(event.type, event.coder) for event in events] == [("SUPPORT", "llm/small-model")]
    assert [refusal.reason for refusal in events.left_out] == [
        "the trigger 'kissed' does not stand in sentence 1"
    ]
    assert events.refusals == ()


def test_an_article_without_a_usable_answer_is_refused_and_the_run_goes_on(endpoint):
    endpoint.says("I would rather not.")
    endpoint.says({"events": [THANKS]})
    events = code([FIRST, SECOND], coder=ChatCoder(endpoint.url, "small-model"))
    assert [event.article_id for event in events] == ["a2"]
    assert [refusal.source for refusal in events.refusals] == ["a1"]


def test_several_requests_at_once_keep_the_order(endpoint):
    endpoint.says({"events": [THANKS]})
    given = [*(Article(**{**RECORD, "id": f"b{n}"}) for n in range(9)), Refusal("x", "y", "z")]
    outputs = list(code_by_chat(given, ChatCoder(endpoint.url, "small-model"), jobs=3))
    assert [output.article.id for output in outputs[:-1]] == [f"b{n}" for n in range(9)]
    assert outputs[-1] is given[-1]


def test_an_endpoint_that_cannot_be_used_ends_the_run(endpoint):
    endpoint.answers(404, b"no such model")
    many = [Article(**{**RECORD, "id": f"b{n}"}) for n in range(20)]
    with pytest.raises(EndpointError):
        code(many, coder=ChatCoder(endpoint.url, "large-model"))
    assert len(endpoint.asked) < 5


def run(*arguments: object, **environment: str):
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return path


def test_the_command_asks_with_the_key_of_the_environment(endpoint, record):
    endpoint.says({"events": [THANKS, INVENTED]})
    asked = ("--coder", "llm", "--endpoint", endpoint.url, "--model", "small-model")
    result = run("code", record, *asked, DRAGOMAN_LLM_KEY="secret")
    assert result.exit_code == 0
    assert [json.loads(line)["coder"] for line in result.stdout.splitlines()] == ["llm/small-model"]
    assert "'kissed' does not stand in sentence 1" in result.stderr
    assert "1 article: 1 coded, 0 refused; 1 event left out" in result.stderr
    assert endpoint.asked[0][1]["Authorization"] == "Bearer secret"
    assert "secret" not in result.output


def test_no_answer_at_all_ends_with_status_one(endpoint, record):
    endpoint.says("no")
    result = run("code", record, "--coder", "llm", "--endpoint", endpoint.url, "--model", "m")
    assert result.exit_code == 1
    assert "0 coded, 1 refused" in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--coder", "llm"),
        ("--coder", "llm", "--model", "m"),
        ("--coder", "llm", "--endpoint", "https://llm.example.org/v1"),
        ("--endpoint", "https://llm.example.org/v1"),
        ("--coder", "oracle"),
    ],
)
def test_a_coder_half_named_is_misuse(record, options):
    assert run("code", record, *options).exit_code == 2
