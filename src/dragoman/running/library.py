"""The library's calls: read articles, code them, ask a question; measure what a store holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, Unpack

from dragoman.asking.assess import assess
from dragoman.asking.question import Eyes, read_question
from dragoman.errors import ArticleError
from dragoman.model.assessment import Question
from dragoman.model.coders import ChatCoder
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.reading.files import read as read_files
from dragoman.reporting.measurement import Measurement
from dragoman.reporting.moves import Moves
from dragoman.reporting.results import Answer, Articles, Events
from dragoman.running.asked import code_through
from dragoman.running.asking import answer_from_store
from dragoman.running.loaded import coder_of_parses, knowledge, parse_article
from dragoman.running.measure import measure_pair
from dragoman.running.moves import moves_since
from dragoman.running.runs import Output
from dragoman.running.subjects import MeasureOptions, Wishes
from dragoman.storing.store import open_store
from dragoman.storing.texts import articles_on

MOST_DYADS = 20
"""Pairs told unasked: of 1,500 a handful moved for a reason."""
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


def code(
    articles: Input,
    *,
    jobs: int = 1,
    tables: Path | None = None,
    coder: ChatCoder | None = None,
) -> Events:
    """The events of articles, each with the words it rests on.

    Args:
        articles: what `read` gave, one article or several, or a path to read.
        jobs: processes, or requests to an endpoint, to use at most.
        tables: a folder of your own knowledge tables, laid over the package's.
        coder: a language model to ask, instead of the coder of tables and trees.

    Raises: EndpointError where an endpoint was given and cannot be used.

    >>> events = code(Article("a1", "Peru thanked Chile on Monday.", published="2012-05-10"))
    >>> [(event.type, event.actor[0].key, event.recipient[0].key) for event in events]
    [('SUPPORT', 'PER', 'CHL')]
    """
    given = _articles(articles)
    outputs = code_through(coder, given, jobs=jobs, tables=tables)
    return events_of((*given.refusals, *outputs))


def events_of(outputs: Iterable[Output]) -> Events:
    """The outputs of a run as one result."""
    coded, refusals = [], []
    for output in outputs:
        if isinstance(output, Refusal):
            refusals.append(output)
        else:
            coded.append(output)
    return Events(
        tuple(event for output in coded for event in output.events),
        {output.article.id: output.article for output in coded},
        tuple(refusals),
        tuple(refusal for output in coded for refusal in output.left_out),
    )


class AskOptions(TypedDict, total=False):
    """The keywords of `ask`."""

    store: str | Path | None
    as_of: str | None
    jobs: int
    tables: Path | None


def ask(
    question: str, articles: Input | Events | None = None, **options: Unpack[AskOptions]
) -> Answer:
    """The answer that articles, and the years of a store, carry to a question about two states.

    Args:
        question: in English, such as "Is Saudi Arabia warming to Iran?".
        articles: what `read` or `code` gave, articles, or paths to read; without them those of
            the store that tell of the pair.
        **options: `store`, the folder of a store to measure in; `as_of`, an ISO date, nothing
            published or dated later is used; `jobs`, processes to code with at most; `tables`, a
            folder of your own knowledge tables, laid over the package's.

    Raises: QuestionError where the question cannot be read, StoreError where a store cannot be,
        ArticleError where no article of those given can.

    >>> given = ask("Are Peru and Chile friends?", Article("a1", "Peru thanked Chile on Monday."))
    >>> given.assessment.question.pair, len(given.events)
    (('PER', 'CHL'), 1)
    """
    if unknown := options.keys() - AskOptions.__annotations__.keys():
        raise TypeError(f"ask() has no option {min(unknown)!r}")
    tables, store = options.get("tables"), options.get("store")
    asked = read_asked(question, as_of=options.get("as_of"), tables=tables)
    if articles is None:
        articles = kept_articles(asked, store) if store else Articles(())
    if not isinstance(articles, Events):
        articles = code(articles, jobs=options.get("jobs", 1), tables=tables)
    if articles.refusals and not articles.articles:
        refusal = articles.refusals[0]
        raise ArticleError(f"{refusal.source}: {refusal.reason}", refusal.remedy)
    return answer(asked, articles, store)


def measure(
    first: str, second: str, store: str | Path, since: str, **wishes: Unpack[Wishes]
) -> Measurement:
    """Whether two states have ramped up at an occasion, and whether against a third.

    Args:
        first: a state's code, such as CHN.
        second: another's.
        store: the folder of a store with events or daily scores.
        since: the occasion's day, as 2021-12-15.
        **wishes: `against`, a third state's code; `relation`, cooperation (as without it) or
            hostility; `as_of`, the day after which nothing is used; `dataset`; `by_row`, to count
            every row.

    Gives: a verdict, three answers each with interval and placebos, legs, ladder; as a frame or an
        Arrow table it is the weekly series.
    Raises: MeasureError for a state unknown or not there on that day, or data that do not reach
        it; StoreError for a store that cannot be read.

    >>> from dragoman.errors import StoreError
    >>> try:
    ...     measure("CHN", "RUS", "no-such-store", "2021-12-15", against="USA")
    ... except StoreError as error:
    ...     print(error.problem)
    no-such-store is no store
    """
    pair = (first.upper(), second.upper())
    return Measurement(measure_pair(open_store(Path(store)), pair, since, MeasureOptions(**wishes)))


def dyads(
    store: str | Path, since: str, *, most: int = MOST_DYADS, **wishes: Unpack[Wishes]
) -> Moves:
    """The pairs of states that moved most in the four weeks after a day.

    Args:
        store: the folder of a store with events or daily scores.
        since: the day, as 2021-12-15.
        most: how many pairs at most.
        **wishes: as for `measure`.

    Gives: the pairs, the furthest first, each with placebos and the events behind it; as a frame or
        an Arrow table a row a pair.
    Raises: MeasureError where the data do not cover these weeks; StoreError for a store that cannot
        be read.
    """
    return moves_since(open_store(Path(store)), since, MeasureOptions(**wishes), most)


def read_asked(question: str, *, as_of: str | None = None, tables: Path | None = None) -> Question:
    """The question as it is read: the pair, the relation, the third party, the occasion, the day.

    Raises: QuestionError where it cannot be read.
    """
    eyes = Eyes(knowledge(tables).actors, parse_article, coder_of_parses(tables))
    return read_question(question, eyes, as_of=as_of, own=tables)


def answer(asked: Question, events: Events, store: str | Path | None = None) -> Answer:
    """The answer that these events carry to a question, and the years of a store with them.

    Raises: StoreError where the store cannot be read.
    """
    if store is not None:
        return answer_from_store(asked, events, Path(store))
    return Answer(assess(asked, events.articles, events.items), events.articles, events.items)


def kept_articles(asked: Question, store: str | Path) -> Articles:
    """The articles of a store that tell of the first two parties of a question together.

    Raises: StoreError where the store cannot be read.
    """
    first, second, *_ = asked.pair
    return Articles(articles_on(open_store(Path(store)), (first, second)))


def _articles(given: Input) -> Articles:
    if isinstance(given, Articles):
        return given
    if isinstance(given, str | Path):
        return read(given)
    return Articles((given,) if isinstance(given, Article) else tuple(given))
