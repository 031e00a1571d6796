"""The library's three calls: read articles, code them, ask a question of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dragoman.asking.assess import assess
from dragoman.asking.question import read_question
from dragoman.coding.code import code_article
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.model.parses import Parse
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network
from dragoman.reading.files import read as read_files
from dragoman.reporting.results import Answer, Articles, Events

Input = Articles | Article | Iterable[Article] | str | Path


def read(paths: Iterable[str | Path] | str | Path, published: str | None = None) -> Articles:
    """The articles in files and folders, with a refusal for every input that gives none.

    Args:
        paths: .txt, .html, .json or .jsonl files, folders of these, or one of them.
        published: the date of articles that carry none, in ISO 8601.

    Raises: ArticleError where `published` is no date.

    >>> len(read("no-such-file.txt")), read("no-such-file.txt").refusals[0].source
    (0, 'no-such-file.txt')
    """
    items = list(read_files(paths, published))
    return Articles(
        tuple(item for item in items if isinstance(item, Article)),
        tuple(item for item in items if isinstance(item, Refusal)),
    )


def code(articles: Input, *, tables: Path | None = None) -> Events:
    """The events of articles, each with the words it rests on.

    Args:
        articles: what `read` gave, one article or several, or paths to read.
        tables: a folder of your own knowledge tables, laid over the package's.

    >>> events = code(Article("a1", "Peru thanked Chile on Monday.", published="2012-05-10"))
    >>> [(event.type, event.actor[0].key, event.recipient[0].key) for event in events]
    [('SUPPORT', 'PER', 'CHL')]
    """
    given = _articles(articles)
    knowledge = _knowledge(tables)
    events = tuple(event for article in given for event in code_article(_parse(article), knowledge))
    return Events(events, given.by_id, given.refusals)


def ask(
    question: str,
    articles: Input | Events,
    *,
    as_of: str | None = None,
    tables: Path | None = None,
) -> Answer:
    """The answer that articles carry to a question about two states or more.

    Args:
        question: in English, such as "Is Saudi Arabia warming to Iran?".
        articles: what `read` or `code` gave, articles, or paths to read.
        as_of: an ISO date; nothing published or dated later is used.
        tables: a folder of your own knowledge tables, laid over the package's.

    Raises: QuestionError where the question cannot be read.
    """
    asked = read_question(question, _knowledge(tables).actors, _parse, as_of=as_of, own=tables)
    events = articles if isinstance(articles, Events) else code(articles, tables=tables)
    return Answer(assess(asked, events.articles, events.items), events.articles, events.items)


def _articles(given: Input) -> Articles:
    if isinstance(given, Articles):
        return given
    if isinstance(given, str | Path):
        return read(given)
    return Articles((given,) if isinstance(given, Article) else tuple(given))


def _parse(article: Article) -> Parse:
    return parse(article, _network())


# Loading takes most of a short call's time, and neither changes while a program runs.
@cache
def _network() -> Network:
    return Network()


@cache
def _knowledge(tables: Path | None) -> Knowledge:
    return load_knowledge(tables)
