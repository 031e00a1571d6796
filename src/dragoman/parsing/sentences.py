"""Sentences: where each begins and ends in an article's text, with exact offsets.

A stop ends a sentence unless something says otherwise: an abbreviation, an initial, a word in
lower case after it, a question that is quoted and then attributed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.model.parses import SentenceKind
from dragoman.parsing.lines import Line, news_lines, trimmed
from dragoman.parsing.words import UNSEEN, abbreviations
from dragoman.tables.load import cells, load

LONGEST_SENTENCE = 1500
"""Characters. What is longer is a list or no prose; it is cut, since a parser's cost grows faster
than the sentence."""

_STOP = re.compile(
    rf"(?<![.!?…])(?:[.!?]+|…)(?P<close>[\"”’'»)\]{UNSEEN}]*(?:\s?\[\d{{1,3}}\])*)"
    r"(?:\s+|(?<=[^\W\d_]{2}[.!?])(?=[A-Z][a-z]+\s)|(?<=[^\W\d_]{2}[.!?][”\"])(?=[A-Z][a-z]+\s))(?=\S)"
)
_BEFORE = re.compile(r"[^\s“\"‘'(\[—–/-]+$")
_NEXT_WORD = re.compile(r"[\"“‘'(\[«\s]*(?:(?:[-–—•*·▪●◦]|\.\.\.|…)\s+)?[\"“‘'(\[«]*([\w'’-]+)")
_OPENS = re.compile(
    rf"[\"“‘'(\[«\s\ud800-\udfff{UNSEEN}]*(?:[-–—•*·▪●◦]\s+)?[\"“‘'(\[«]*"
    r"(?:[^\W_a-zß-öø-ÿ]|(?:al|el|ul|e|i)-?[A-Z])"
)
_INITIAL = re.compile(r"[A-Z]\.$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.$")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z])\.$")
_PREDICATE = re.compile(
    r"(?:['’]s\s|\s+(?:has|have|had|is|are|was|were|will|would|said|says|also|and|did|does|must"
    r"|[a-z]{3,}ed|[a-z]{3,}s)\b)"
)
_SPOKEN = re.compile(r"\s*((?:[A-Z][\w.'’-]+\s+){1,5})([a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, headline or caption: its place, its paragraph's number, and its kind."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind


def split(text: str) -> list[Piece]:
    """The sentences of an article, in the order of the text; they never overlap.

    What is left out is blank space, bullets, datelines, and lines that are no news.

    >>> text = "It was signed by the U.S. Beijing vowed to act. “Why now?” Mr. Bo asked."
    >>> [text[piece.start : piece.end] for piece in split(text)]
    ['It was signed by the U.S.', 'Beijing vowed to act.', '“Why now?” Mr. Bo asked.']
    """
    return [piece for line in news_lines(text) for piece in _pieces(text, line)]


def _pieces(text: str, line: Line) -> Iterator[Piece]:
    """The sentences of one line."""
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        if _ends_sentence(text, start, stop, line.end):
            yield from _bounded(text, start, stop.end("close"), line)
            start = stop.end()
    yield from _bounded(text, start, line.end, line)


def _bounded(text: str, start: int, end: int, line: Line) -> Iterator[Piece]:
    """The piece from `start` to `end`, trimmed, cut at a blank where it is too long."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = start + LONGEST_SENTENCE if cut < 0 else cut
        yield from _bounded(text, start, cut, line)
        start = cut
    start, end = trimmed(text, start, end)
    if start < end:
        yield Piece(start, end, line.paragraph, line.kind)


def _ends_sentence(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    """Whether a stop ends the sentence that began at `start`."""
    mark = stop.start()
    after = stop.end()
    if not _OPENS.match(text, after, limit):
        return False
    if text[mark] in "!?":
        return not (stop["close"] and _is_attributed(text, after, limit))
    if text[mark] != "." or stop.end("close") > mark + 1:
        return True
    return _period_ends(text, start, mark, after, limit)


def _period_ends(text: str, start: int, mark: int, after: int, limit: int) -> bool:
    """Whether a single period ends a sentence or belongs to the word before it."""
    if _NUMBERED.match(text, start, mark + 1):
        return False
    found = _BEFORE.search(text, max(start, mark - 24), mark + 1)
    word = found[0] if found else "."
    kind = abbreviations().get(word)
    if kind is None and (_INITIAL.match(word) or _ACRONYM.match(word)):
        kind = "end"
    if kind is None:
        return True
    if kind in ("title", "inner"):
        return False
    if kind in ("number", "date") and text[after].isdigit():
        return False
    return kind == "number" or _opens_sentence(text, after, limit)


def _opens_sentence(text: str, at: int, limit: int) -> bool:
    """Whether the word at `at` opens a sentence: a function word, or a state with its act."""
    found = _NEXT_WORD.match(text, at, limit)
    if found is None:
        return False
    if found[1] in _edges("starter"):
        return True
    return found[1] in _states() and bool(_PREDICATE.match(text, found.end(), limit))


def _is_attributed(text: str, at: int, limit: int) -> bool:
    """Whether a quoted question or call goes on with who uttered it: “Why?” Mr. Bo asked."""
    found = _SPOKEN.match(text, at, limit)
    return found is not None and found[2] in _edges("speech")


@cache
def _edges(kind: str) -> frozenset[str]:
    rows = load("sentence_edges", ("word", "kind"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


@cache
def _states() -> frozenset[str]:
    """Names of states and their capitals that are one word: who acts at a sentence's beginning."""
    names = {
        name
        for row in load("states", ("code",))
        for name in (row["name"], *cells(row["capital"]), *cells(row["names"]))
    }
    return frozenset(name for name in names if " " not in name)
