"""Files → articles: each input gives an article or a refusal with its reason, in a fixed order."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO

from dragoman.errors import ArticleError
from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.reading.encodings import decoded
from dragoman.reading.folders import files_below
from dragoman.reading.language import english
from dragoman.reading.opening import (
    MOST_OF_A_DOCUMENT,
    MOST_OF_A_FILE,
    MOST_OF_A_LINE,
    lines,
    opened,
    whole,
)
from dragoman.reading.pages import article_of_page, is_page
from dragoman.reading.publication import published_of
from dragoman.reading.records import article_of_record, record_of
from dragoman.reading.texts import article_of_text

STANDARD_INPUT = "-"
LONGEST_ARTICLE = 400_000
"""Characters: eight times the longest report; what goes beyond is an archive, no article."""
_KINDS = {
    ".txt": "text", ".text": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "document", ".jsonl": "lines", ".ndjson": "lines",
}  # fmt: skip
_PAGE_OPENS = ("<!doctype html", "<html")


def read(
    paths: Iterable[str | Path] | str | Path, published: str | None = None
) -> Iterator[Article | Refusal]:
    """The articles in files and folders, and a refusal for every input that gives none.

    Args:
        paths: .txt, .html, .json and .jsonl files, each also with .gz, folders of these, or "-" for
            JSON Lines on standard input. A folder is read with all below it, in order of names.
        published: the date of articles that carry none, in ISO 8601.

    Raises: ArticleError where `published` is no date.

    >>> [item.reason for item in read("no-such-file.txt")]
    ['it cannot be read (No such file or directory)']
    """
    day = published_of(published)
    if published is not None and day is None:
        raise ArticleError(f"{published!r} is no date", "Write it as 2021-12-16")
    named = [paths] if isinstance(paths, str | Path) else paths
    seen: dict[str, str] = {}
    for item in (item for path in named for item in _read_path(path)):
        if isinstance(item, Refusal):
            yield item
            continue
        try:
            yield _checked(item, day, seen)
        except ArticleError as error:
            yield _refusal(item.source or "", error)


def is_extracted(article: Article) -> bool:
    """Whether an article's stored text was taken out of a page or text file.

    >>> is_extracted(Article("a1", "Peru left.", source="news/a.html.gz"))
    True
    """
    return _kind_of(Path(article.source or "")) in ("page", "text")


def _kind_of(path: Path) -> str | None:
    return _KINDS.get((path.with_suffix("") if path.suffix == ".gz" else path).suffix.lower())


def _read_path(path: str | Path) -> Iterator[Article | Refusal]:
    if path == STANDARD_INPUT:
        yield from _or_refusal("standard input", _articles_in_input())
        return
    place = Path(path)
    if not place.is_dir():
        yield from _or_refusal(str(place), _articles_in_file(place))
        return
    found = files_below(place)
    if not found:
        yield Refusal(str(place), "it holds no files", "Put articles into the folder")
    for item in found:
        if isinstance(item, Refusal):
            yield item
        else:
            yield from _or_refusal(str(item), _articles_in_file(item))


def _or_refusal(source: str, articles: Iterator[Article | Refusal]) -> Iterator[Article | Refusal]:
    """The articles of one input, and a refusal of what is left of it where reading fails."""
    try:
        yield from articles
    except ArticleError as error:
        yield _refusal(source, error)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Refusal(source, f"it cannot be read ({reason})", "Check the file and its name")


def _articles_in_input() -> Iterator[Article | Refusal]:
    if sys.stdin is None:  # a shell's `<&-`
        raise ArticleError("it is closed", "Pipe JSON Lines into it")
    yield from _articles_in_lines(sys.stdin.buffer, "standard input")


def _articles_in_file(path: Path) -> Iterator[Article | Refusal]:
    is_packed = path.suffix == ".gz"
    kind = _kind_of(path)
    if kind is None:
        raise ArticleError("it is of no kind that is read", "Give .txt, .html, .json or .jsonl")
    with opened(path) as stream:
        if kind == "lines":
            size = path.stat().st_size if is_packed else None
            yield from _articles_in_lines(stream, str(path), size)
        elif kind == "document":
            yield from _articles_in_document(whole(stream, MOST_OF_A_DOCUMENT), str(path))
        else:
            text = decoded(whole(stream, MOST_OF_A_FILE))
            if not text.strip():
                raise ArticleError("it is empty", "Give a file that holds an article")
            looks_like_page = kind == "page" or text.lstrip()[:200].lower().startswith(_PAGE_OPENS)
            make = article_of_page if looks_like_page and is_page(text) else article_of_text
            yield make(text, str(path))


def _articles_in_lines(
    stream: IO[bytes], source: str, packed_size: int | None = None
) -> Iterator[Article | Refusal]:
    """One article a line; blank lines are nothing."""
    number = 0
    is_empty = True
    for number, line in enumerate(lines(stream, packed_size), start=1):
        where = f"{source}:{number}"
        if line is not None and not line.strip():
            continue
        is_empty = False
        try:
            if line is None:
                most = MOST_OF_A_LINE // 1_000_000
                raise ArticleError(f"the line is longer than {most} MB", "Give one article a line")
            yield article_of_record(record_of(decoded(line).strip()), where)
        except ArticleError as error:
            yield _refusal(where, error)
    if is_empty:
        raise ArticleError("it holds no article", "Give one JSON object a line")


def _articles_in_document(data: bytes, source: str) -> Iterator[Article | Refusal]:
    """One article, or a list of them; JSON Lines that are named .json are read as such."""
    text = decoded(data)
    if not text.strip():
        raise ArticleError("it is empty", "Give an object with the article's text")
    if _is_lines(text):
        yield from _articles_in_lines(BytesIO(data), source)
        return
    value = record_of(text)
    if value == []:
        raise ArticleError("it holds no article", "Give an object with the article's text")
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        where = f"{source}:{number}" if isinstance(value, list) else source
        try:
            yield article_of_record(item, where)
        except ArticleError as error:
            yield _refusal(where, error)


def _is_lines(text: str) -> bool:
    """Whether the first line is a whole JSON object and more lines follow."""
    first, _, rest = text.lstrip().partition("\n")
    if not (first.startswith("{") and first.rstrip().endswith("}") and rest.strip()):
        return False
    try:
        return isinstance(record_of(first), dict)
    except ArticleError:
        return False


def _checked(article: Article, day: str | None, seen: dict[str, str]) -> Article:
    """The article with language and date; `seen` has the ids read before and where from."""
    if len(article.text) > LONGEST_ARTICLE:
        raise ArticleError(
            f"its text of {len(article.text):,} characters is no single article",
            "Split it into articles",
        )
    language = english(article.text, article.language)
    if article.id in seen:
        raise ArticleError(
            f"its id was read before, from {seen[article.id]}",
            "Give each article once and under an id of its own",
        )
    seen[article.id] = article.source or ""
    return replace(article, language=language, published=article.published or day)


def _refusal(source: str, error: ArticleError) -> Refusal:
    return Refusal(source, error.problem, error.remedy)
