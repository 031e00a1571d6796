"""Lines: what a text's line breaks mean, before any sentence is looked for.

A line is a paragraph, headline, caption or item of a list. Lines that a sender has cut at a fixed
width are joined again; page furniture, datelines and repeated captions are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dragoman.model.parses import SentenceKind
from dragoman.parsing.words import UNSEEN
from dragoman.tables.boilerplate import dateline, kinds_of

_PHYSICAL = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_PARAGRAPH_BREAK = re.compile(r"(?:\r?\n|[\r\v\f\x85\u2028\u2029])[^\S\n]*(?:\r?\n|\r)|\u2029")
_BLANK = re.compile(rf"[\s{UNSEEN}]")
_OPENING = re.compile(rf"[\s{UNSEEN}]*(?:(?:[-–—•*·▪●◦‣>]+|#+)\s+)*(?=[^\s{UNSEEN}])")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣]\s|\(?\d{1,2}[.)]\s)")
_ITEM = re.compile(r"\s+(?=([-–—•*·▪●◦‣])\s+[A-Z])")
_SPEAKER = re.compile(r"(?:Q\s+|A\s{2,})(?=[A-Z“\"])|[A-Z][A-Z.'’ -]{1,40}(?:\([A-Z .]+\))?:\s")
_ENDS = re.compile(rf"[.!?…:;,][\"”’'»)\]\s{UNSEEN}]*$")

WIDEST_WRAP = 100
NARROWEST_WRAP = 45
"""Characters a line: text cut at a fixed width has full lines between these, prose has longer."""
LONGEST_HEADLINE = 30
SHORTEST_ITEM = 4
"""Words: "- Chad - Mali talks" is one item, not two."""
FEWEST_REPEATED = 5
"""Words: a shorter line may well stand twice in an article ("Thank you.")."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of news: its place, the number of its paragraph, and what it is."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind


def news_lines(text: str) -> list[Line]:
    r"""The lines of a text that are news, in order.

    A speaker's label ("MR. OBI:") and the text after it are two lines; a bullet and a dateline
    stand in none.

    >>> text = "Talks end\n\nOSLO, May 3 (NTB) — Peru left.\nShare\n"
    >>> [(text[line.start : line.end], line.kind) for line in news_lines(text)]
    [('Talks end', 'headline'), ('Peru left.', 'body')]
    """
    physical = list(_physical_lines(text))
    joined = _joined(text, physical) if _is_wrapped(text, physical) else physical
    numbered = [replace(line, paragraph=number) for number, line in enumerate(joined)]
    kept = list(_without_repeats(text, _without_furniture(text, numbered)))
    return [
        part
        for number, line in enumerate(kept)
        for part in _opened(text, _named(text, line, is_first=number == 0, is_alone=len(kept) == 1))
    ]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A place without bullets at its beginning, and blanks and unseen characters at both ends."""
    found = _OPENING.match(text, start, end)
    if found is None:
        return end, end
    while _BLANK.match(text, end - 1):
        end -= 1
    return found.end(), end


def _physical_lines(text: str) -> Iterator[Line]:
    """Each line that holds anything, with its indent; `paragraph` counts blocks of lines here."""
    paragraph = 0
    before = 0
    for found in _PHYSICAL.finditer(text):
        start, end = found.span()
        if not found[0].strip():
            continue
        if _PARAGRAPH_BREAK.search(text, before, start):
            paragraph += 1
        before = end
        end -= len(found[0]) - len(found[0].rstrip())
        for first, last in _items(text, start, end):
            yield Line(first, last, paragraph, "body")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of a list's items that pages run together on one line: "- Oslo met … - Rome …"."""
    bullet = _BULLET.match(text, start, end)
    mark = bullet[0].strip() if bullet else ""
    for found in _ITEM.finditer(text, start, end):
        words = text[start : found.start()].count(" ")
        if found[1] == mark and words >= SHORTEST_ITEM:
            yield start, found.start()
            start = found.end()
    yield start, end


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether the text was cut at a fixed width: most lines end inside a sentence, none is long."""
    broken = [a for a, b in pairwise(lines) if a.paragraph == b.paragraph]
    widths = [line.end - line.start for line in broken]
    if len(widths) < 2 or max(widths) > WIDEST_WRAP or median(widths) < NARROWEST_WRAP:  # noqa: PLR2004
        return False
    inside = sum(
        1 for line in broken if not _ENDS.search(text, max(line.start, line.end - 8), line.end)
    )
    return inside / len(broken) > 0.5  # noqa: PLR2004 - most


def _joined(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with those put together that a fixed width has cut; an indent opens a paragraph."""
    current = lines[0]
    for line in lines[1:]:
        goes_on = current.paragraph == line.paragraph and not text[line.start].isspace()
        if goes_on and not _BULLET.match(text, line.start):
            current = replace(current, end=line.end)
        else:
            yield current
            current = line
    yield current


def _without_furniture(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that no rule of the table calls furniture, captions by rule named as such."""
    words = (text[line.start : line.end] for line in lines)
    for line, kind in zip(lines, kinds_of(words), strict=True):
        if kind in ("news", "caption"):
            yield replace(line, kind="caption") if kind == "caption" else line


def _without_repeats(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Each line once: what follows itself is a caption, since pages print those twice."""
    seen: set[str] = set()
    kept: Line | None = None
    for line in lines:
        words = text[line.start : line.end].strip()
        if words not in seen:
            if kept:
                yield kept
            kept = line
            if words.count(" ") >= FEWEST_REPEATED - 1:
                seen.add(words)
        elif kept and text[kept.start : kept.end].strip() == words:
            kept = replace(kept, kind="caption")
    if kept:
        yield kept


def _named(text: str, line: Line, *, is_first: bool, is_alone: bool) -> Line:
    """The line with its kind: a headline is short and ends without a stop."""
    words = text[line.start : line.end]
    if line.kind == "caption" or is_alone or _BULLET.match(words):
        return line
    is_short = words.count(" ") < LONGEST_HEADLINE
    is_open = not _ENDS.search(words) or (is_first and words.rstrip("”’\"' ")[-1:] in "?!")
    return replace(line, kind="headline") if is_short and is_open else line


def _opened(text: str, line: Line) -> Iterator[Line]:
    """The line without bullet and dateline, a speaker's label set apart."""
    start, end = trimmed(text, line.start, line.end)
    if line.kind == "body" and (found := dateline(text[start : min(end, start + 160)])):
        start += found.end()
    elif label := _SPEAKER.match(text, start, end):
        yield replace(line, start=start, end=start + len(label[0].rstrip()))
        start, end = trimmed(text, label.end(), end)
    if start < end:
        yield replace(line, start=start, end=end)
