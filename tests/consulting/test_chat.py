"""A question to an endpoint: one bounded answer, or an error that says what to do."""

from __future__ import annotations

import pytest

from dragoman.consulting import posting
from dragoman.consulting.chat import consult
from dragoman.errors import EndpointError, MissingPartError, ReplyError
from dragoman.model.coders import ChatCoder

MESSAGES = [{"role": "user", "content": "What is new?"}]


def ask(url, key=None, seconds=5.0):
    waits = []
    chat = ChatCoder(url, "small-model", seconds)
    try:
        return consult(chat, MESSAGES, key, waits.append), waits
    except (EndpointError, ReplyError) as error:
        error.waits = waits
        raise


def test_the_models_words_come_back(endpoint):
    endpoint.says("Nothing.")
    assert ask(endpoint.url, " secret\n") == ("Nothing.", [])
    [(path, headers, body)] = endpoint.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert (body["model"], body["messages"], body["temperature"]) == ("small-model", MESSAGES, 0)


def test_without_a_key_none_is_sent(endpoint):
    endpoint.says("Nothing.")
    ask(endpoint.url)
    assert "Authorization" not in endpoint.asked[0][1]


def test_proxies_of_the_environment_are_not_used(endpoint, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    endpoint.says("Nothing.")
    assert ask(endpoint.url)[0] == "Nothing."


def test_an_error_that_passes_is_tried_again_after_ever_longer_waits(endpoint):
    endpoint.answers(500, b"out of order")
    endpoint.answers(429, b"too many", Retry_After="7")
    endpoint.says("Nothing.")
    assert ask(endpoint.url) == ("Nothing.", [1.0, 7.0])


def test_an_error_that_stays_is_told_after_four_tries(endpoint):
    endpoint.answers(500, b"out of order")
    with pytest.raises(ReplyError, match=r"answered 500 \(out of order\)\. Try again") as told:
        ask(endpoint.url)
    assert (len(endpoint.asked), told.value.waits) == (4, [1.0, 2.0, 4.0])


def test_a_wait_asked_for_is_bounded(endpoint):
    endpoint.answers(503, b"", Retry_After="999999")
    endpoint.says("Nothing.")
    assert ask(endpoint.url)[1] == [30.0]


def test_a_wrong_key_ends_the_run_and_is_not_told(endpoint):
    endpoint.answers(401, b"no such key: secret")
    with pytest.raises(EndpointError, match="DRAGOMAN_LLM_KEY") as told:
        ask(endpoint.url, "secret")
    assert "secret" not in str(told.value)
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize("key", ["two\nlines", "ключ"])
def test_a_key_with_odd_characters_is_not_sent(endpoint, key):
    with pytest.raises(EndpointError, match="odd characters"):
        ask(endpoint.url, key)
    assert endpoint.asked == []


def test_a_wrong_address_or_model_ends_the_run(endpoint):
    endpoint.answers(404, b"no such model")
    with pytest.raises(EndpointError, match="the model's name"):
        ask(endpoint.url)


def test_an_article_the_model_does_not_take_is_one_articles_fault(endpoint):
    endpoint.answers(413, b"too long")
    with pytest.raises(ReplyError, match="shorter"):
        ask(endpoint.url)


def test_a_model_that_takes_no_options_gets_the_bare_question(endpoint):
    endpoint.answers(400, b"temperature is not supported")
    endpoint.says("Nothing.")
    assert ask(endpoint.url) == ("Nothing.", [])
    assert set(endpoint.asked[1][2]) == {"model", "messages"}


def test_a_redirection_is_not_followed(endpoint):
    endpoint.answers(307, b"", Location="http://127.0.0.1:9/elsewhere")
    with pytest.raises(EndpointError, match="answered 307"):
        ask(endpoint.url)


def test_an_endpoint_that_keeps_silent_is_not_waited_for(endpoint):
    endpoint.seconds = 1.0
    endpoint.says("Nothing.")
    with pytest.raises(ReplyError, match=r"no reply within 0\.1 seconds"):
        ask(endpoint.url, seconds=0.1)
    assert len(endpoint.asked) == 4


def test_a_huge_reply_is_not_read_to_its_end(endpoint, monkeypatch):
    monkeypatch.setattr(posting, "MOST_BYTES", 100_000)
    endpoint.says("n" * 3_000_000)
    with pytest.raises(ReplyError, match="longer than 100,000 bytes"):
        ask(endpoint.url)
    assert len(endpoint.asked) == 1


def test_nobody_there_is_said_so():
    with pytest.raises(EndpointError, match="cannot be reached"):
        ask("http://127.0.0.1:9/v1")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>", "not that of a chat"),
        (b"[" * 100_000, "not that of a chat"),
        (b"{}", "not that of a chat"),
        (b'{"choices": []}', "not that of a chat"),
        (b'{"choices": [{"message": {"content": null}}]}', "no words"),
        (b'{"choices": [{"message": {"content": "{"}, "finish_reason": "length"}]}', "cut short"),
    ],
)
def test_a_reply_that_is_no_answer_is_one_articles_fault(endpoint, body, said):
    endpoint.answers(200, body)
    with pytest.raises(ReplyError, match=said):
        ask(endpoint.url)


def test_without_the_library_the_remedy_names_the_extra(endpoint, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "httpx2", None)
    with pytest.raises(MissingPartError, match=r"dragoman\[llm\]"):
        ask(endpoint.url)
