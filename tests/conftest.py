"""What several rooms' tests share: articles and events coded by hand, and a stub endpoint."""

from __future__ import annotations

import contextlib
import json
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from dragoman.model.actors import Actor, Identity, Target
from dragoman.model.events import Event, Step, When
from dragoman.model.text import Article, Span

CASES = Path(__file__).parent / "cases" / "answers.toml"
GROUPS = {"NATO", "AUKUS"}


class Coded(NamedTuple):
    """Articles by id, and their events."""

    articles: dict[str, Article]
    events: list[Event]


@pytest.fixture(scope="session")
def coded() -> Coded:
    """The articles of answers.toml with their events."""
    told = tomllib.loads(CASES.read_text(encoding="utf-8"))
    articles = {
        row["id"]: Article(**{**row, "text": row["text"].strip()}) for row in told["article"]
    }
    return Coded(articles, [make_event(articles[row["article"]], row) for row in told["event"]])


def make_event(article: Article, row: dict) -> Event:
    start = article.text.index(row["trigger"])
    first = article.text.rfind("\n", 0, start) + 1
    last = article.text.find("\n", start)
    line = article.span(first, last if last >= 0 else len(article.text))
    trigger = article.span(start, start + len(row["trigger"]))
    return Event(
        article_id=article.id,
        type=row["type"],
        trigger=trigger,
        evidence=line,
        because=(Step("act", "coded by hand", trigger.text),),
        score=0.0,
        coder="hand",
        cameo=row.get("cameo"),
        promises=row.get("promises"),
        context=tuple(row.get("context", ())),
        actor=tuple(_party(article, line, text) for text in row.get("actor", ())),
        recipient=tuple(_party(article, line, text) for text in row.get("recipient", ())),
        against=tuple(_target(article, line, text) for text in row.get("against", ())),
        status=row.get("status", "actual"),
        when=_when(row.get("date")),
    )


def _party(article: Article, line: Span, text: str) -> Actor:
    key, _, words = text.partition("=")
    start = article.text.index(words, line.start) if words else line.start
    who = Identity("IGO", id=key) if key in GROUPS else Identity(key)
    return Actor(who, article.span(start, start + len(words)))


def _target(article: Article, line: Span, text: str) -> Target:
    party, _, basis = text.partition("/")
    return Target(_party(article, line, party), basis)


def _when(text: str | None) -> When | None:
    if text is None:
        return None
    first, _, last = text.partition("..")
    return When(first, last or first, "range" if last else "day")


@dataclass
class StubEndpoint:
    """A server on this machine that gives the replies it was told to, the last one for ever."""

    url: str = ""
    replies: list[tuple[int, bytes, dict[str, str]]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str], dict]] = field(default_factory=list)
    seconds: float = 0.0

    def says(self, content: object) -> None:
        """A reply of the model in the form of a chat; what is no string is written as JSON."""
        words = content if isinstance(content, str) else json.dumps(content)
        body = {"choices": [{"message": {"role": "assistant", "content": words}}]}
        self.answers(200, json.dumps(body).encode())

    def answers(self, status: int, body: bytes = b"", **headers: str) -> None:
        """A reply of any kind."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies.append((status, body, named))

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        sent = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        self.asked.append((handler.path, dict(handler.headers), json.loads(sent or "{}")))
        status, body, headers = self.replies[min(len(self.asked), len(self.replies)) - 1]
        time.sleep(self.seconds)
        handler.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            handler.send_header(name, value)
        handler.end_headers()
        with contextlib.suppress(ConnectionError):  # the asker may have had enough
            handler.wfile.write(body)


@pytest.fixture
def endpoint() -> Iterator[StubEndpoint]:
    """A stub of a chat endpoint, up while the test runs."""
    stub = StubEndpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            stub.answer(self)

        def do_GET(self) -> None:
            stub.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield stub
    server.shutdown()
    server.server_close()
    thread.join()
