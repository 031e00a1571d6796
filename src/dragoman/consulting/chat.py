"""Chat: one question to an endpoint, one answer, with another try where a fault may pass."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.consulting.addresses import door_of
from dragoman.consulting.posting import Letter, PassingError, UntakenError, post
from dragoman.errors import EndpointError, ReplyError
from dragoman.model.coders import ChatCoder

KEY_VARIABLE = "DRAGOMAN_LLM_KEY"
"""Named after no provider, so that the key of one is not sent to another."""
_WAITS = (1.0, 2.0, 4.0)
"""Seconds before the second, third and fourth try, where the endpoint asks for no more."""

_OPTIONS = {"temperature": 0, "response_format": {"type": "json_object"}}
"""Asked for first; some models take neither, and get the bare question."""

Pause = Callable[[float], None]
Message = Mapping[str, str]


def consult(
    chat: ChatCoder, messages: Sequence[Message], key: str | None, pause: Pause = time.sleep
) -> str:
    """What the model says to some messages.

    Args:
        chat: whom to ask.
        messages: each with role and content.
        key: what the endpoint knows the user by, or None.
        pause: waits some seconds before another try.

    Raises: EndpointError where the endpoint cannot be used at all, ReplyError where this one reply
        cannot be, MissingPartError where the library for it is not installed.
    """
    bare = {"model": chat.model, "messages": list(messages)}
    letter = Letter(chat, door_of(chat.endpoint), _checked(key), _bytes(bare | _OPTIONS))
    try:
        return _answered(letter, pause)
    except UntakenError:
        return _answered(replace(letter, body=_bytes(bare)), pause)


def _bytes(body: Mapping[str, object]) -> bytes:
    return json.dumps(body).encode()


def _answered(letter: Letter, pause: Pause) -> str:
    """The answer to a letter, sent again after ever longer pauses where a fault may pass."""
    for attempt, wait in enumerate(_WAITS):
        try:
            return content_of(post(letter, attempt))
        except PassingError as passing:
            pause(max(wait, passing.wait))
    try:
        return content_of(post(letter, len(_WAITS)))
    except PassingError as passing:
        raise passing.error from passing


def content_of(reply: bytes) -> str:
    """The words of the model in an endpoint's reply.

    Raises: ReplyError where there are none, or only the first part of them.

    >>> content_of(b'{"choices": [{"message": {"content": "yes"}}]}')
    'yes'
    """
    try:
        choice = json.loads(reply)["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ReplyError(
            f"the endpoint's reply is not that of a chat ({type(error).__name__})",
            "Check that the endpoint is an OpenAI-compatible one",
        ) from error
    if reason == "length":
        raise ReplyError("the model's answer was cut short", "Allow it more, or split the article")
    if not isinstance(content, str):
        raise ReplyError("the model gave no words", "Try another model")
    return content


def _checked(key: str | None) -> str:
    """The key without blanks round it; "" for none."""
    bare = (key or "").strip()
    if not bare.isascii() or not bare.isprintable():
        raise EndpointError(f"the key in {KEY_VARIABLE} has odd characters", "Copy it again")
    return bare
