"""Asked: articles coded by a language model behind an endpoint, in order, several at a time.

Threads, not processes: the time goes into waiting for replies.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from dragoman.errors import ReplyError
from dragoman.model.coders import ChatCoder
from dragoman.model.events import Event
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.running.loaded import knowledge, parse_article
from dragoman.running.runs import Coded, Input, Output, code_all, code_one

_AHEAD = 2
"""Articles handed out for each request under way, so that none waits and memory stays bounded."""


def code_by_chat(
    inputs: Iterable[Input], chat: ChatCoder, *, jobs: int = 1, tables: Path | None = None
) -> Iterator[Output]:
    """Each article with the events the model finds, each refusal as it came, in order.

    Events that do not stand up to their article are in `left_out`, with reasons. An article to
    which no usable answer came is refused. The key is read from DRAGOMAN_LLM_KEY.

    Args:
        inputs: what `dragoman.reading.files.read` gives.
        chat: whom to ask.
        jobs: requests under way at once.
        tables: a folder of the user's own knowledge tables.

    Raises: EndpointError where the endpoint cannot be used at all, MissingPartError where the
        library for it is not installed, TableError for tables that cannot be read.
    """
    code = _coder(chat, tables)
    waiting: deque[Future[Output]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for item in inputs:
            waiting.append(pool.submit(code, item))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def code_through(
    chat: ChatCoder | None, inputs: Iterable[Input], *, jobs: int = 1, tables: Path | None = None
) -> Iterator[Output]:
    """The outputs of the coder chosen: of the language model `chat`, or of the tables for None.

    Raises: DragomanError as `code_by_chat` and `code_all` do.

    >>> [coded] = code_through(None, [Article("a1", "Peru thanked Chile.")])
    >>> [event.coder for event in coded.events]
    ['dragoman-tables/0.1']
    """
    if chat is None:
        return code_all(inputs, jobs=jobs, tables=tables)
    return code_by_chat(inputs, chat, jobs=jobs, tables=tables)


def _coder(chat: ChatCoder, tables: Path | None) -> Callable[[Input], Output]:
    # Needed here alone, and the coder of tables does without them.
    from dragoman.coding.llm.code import LlmKnowledge, code_by_asking
    from dragoman.coding.llm.codebook import load_codebook
    from dragoman.consulting.chat import KEY_VARIABLE, consult

    known = LlmKnowledge(knowledge(tables), load_codebook(tables), chat)
    key = os.environ.get(KEY_VARIABLE)

    def ask(instructions: str, article: str) -> str:
        messages = [("system", instructions), ("user", article)]
        return consult(chat, [{"role": role, "content": words} for role, words in messages], key)

    def find(article: Article) -> tuple[list[Event], list[Refusal]]:
        return code_by_asking(parse_article(article), known, ask)

    return lambda item: item if isinstance(item, Refusal) else _answered(item, find)


def _answered(
    article: Article, find: Callable[[Article], tuple[list[Event], list[Refusal]]]
) -> Output:
    left_out: list[Refusal] = []

    def events(given: Article) -> list[Event]:
        found, refused = find(given)
        left_out.extend(refused)
        return found

    try:
        output = code_one(article, events)
    except ReplyError as error:
        return Refusal(article.source or article.id, error.problem, error.remedy)
    return replace(output, left_out=tuple(left_out)) if isinstance(output, Coded) else output
