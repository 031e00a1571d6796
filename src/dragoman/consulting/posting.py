"""Posting: one request to an endpoint, one bounded reply; the only file that uses the network."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from dragoman.consulting.addresses import Door
from dragoman.errors import DragomanError, EndpointError, MissingPartError, ReplyError
from dragoman.model.coders import ChatCoder

if TYPE_CHECKING:
    import httpx2

MOST_BYTES = 2_000_000
"""A reply of a thousand events has a quarter of this."""
_CONNECT_SECONDS = 10.0
_LONGEST_WAIT = 30.0
_SAID = 200
_OK = 200
_FORBIDDEN = frozenset({401, 403})
_THIS_ARTICLE = frozenset({400, 413, 422})
_PASSING = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: to whom, through which door, with which key ("" for none)."""

    chat: ChatCoder
    door: Door
    key: str
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        """The request's headers."""
        headers = {
            "Host": self.door.host_header,
            "Content-Type": "application/json",
            # Nothing packed, lest a small reply unpack into a huge one.
            "Accept-Encoding": "identity",
        }
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


class PassingError(Exception):
    """A fault that may pass: what to raise where it does not, and the seconds asked for."""

    def __init__(self, error: DragomanError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait


class UntakenError(ReplyError):
    """A request the endpoint does not take as it is: an option it lacks, or too long an article."""


def post(letter: Letter, attempt: int) -> bytes:
    """The bytes an endpoint replies, at most MOST_BYTES.

    Nothing in the environment (proxy, netrc) diverts the request, and no redirection is followed.

    Raises: PassingError where another try may do better, EndpointError, ReplyError, or
        MissingPartError where the library for it is not installed.
    """
    library, seconds = _library(), letter.chat.timeout_seconds
    limits = library.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))
    over = time.monotonic() + seconds
    try:
        with (
            library.Client(timeout=limits, trust_env=False, follow_redirects=False) as client,
            client.stream(
                "POST", letter.door.url(attempt), headers=letter.headers, content=letter.body,
                # The address is what was checked; the certificate must be the name's.
                extensions={"sni_hostname": letter.door.host},
            ) as response,
        ):  # fmt: skip
            read = _bounded(response, over, letter.chat)
            if response.status_code != _OK:
                raise _fault(letter, response, read)
            return read
    except library.TimeoutException as error:
        raise PassingError(_too_late(letter.chat)) from error
    except (library.HTTPError, library.InvalidURL) as error:
        problem = f"{letter.chat.endpoint} cannot be reached ({error or type(error).__name__})"
        raise PassingError(
            EndpointError(problem, "Check its address, and whether it is up")
        ) from error


def _library() -> ModuleType:
    # Only here: whoever does without a chat endpoint need not have it.
    try:
        import httpx2
    except ImportError as error:
        raise MissingPartError(
            "asking a chat endpoint needs httpx2", "Install it with pip install 'dragoman[llm]'"
        ) from error
    return httpx2


def _bounded(response: httpx2.Response, over: float, chat: ChatCoder) -> bytes:
    """The reply's bytes; the time for all of them is limited, not only that between two."""
    read = bytearray()
    for block in response.iter_raw():
        read += block
        if len(read) > MOST_BYTES:
            raise ReplyError(
                f"the endpoint's reply is longer than {MOST_BYTES:,} bytes",
                "Check that the endpoint is an OpenAI-compatible one",
            )
        if time.monotonic() > over:
            raise PassingError(_too_late(chat))
    return bytes(read)


def _too_late(chat: ChatCoder) -> ReplyError:
    problem = f"{chat.endpoint} gave no reply within {chat.timeout_seconds:g} seconds"
    return ReplyError(problem, "Allow it more time, or send shorter articles")


def _fault(letter: Letter, response: httpx2.Response, read: bytes) -> Exception:
    """What a status other than 200 means: for this try, for this article, or for the run."""
    status = response.status_code
    said = read[: 4 * _SAID].decode("utf-8", "replace")
    said = said.replace(letter.key, "…") if letter.key else said
    problem = f"{letter.chat.endpoint} answered {status} ({' '.join(said.split())[:_SAID]})"
    if status in _PASSING:
        wait = response.headers.get("Retry-After", "")
        seconds = min(float(wait), _LONGEST_WAIT) if wait.isdecimal() else 0.0
        return PassingError(ReplyError(problem, "Try again later"), seconds)
    if status in _THIS_ARTICLE:
        return UntakenError(problem, "Send shorter articles, or try another model")
    if status in _FORBIDDEN:
        return EndpointError(problem, "Put a key that it knows into DRAGOMAN_LLM_KEY")
    return EndpointError(problem, "Check the endpoint's address and the model's name")
