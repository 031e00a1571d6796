"""Quotes: the places of an article between quotation marks, and which of them are speech.

A speech that runs over several paragraphs opens every one of them and closes only the last; each
paragraph's part is a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.model.text import Span

# Writers mix straight and curly marks, and some double the apostrophe.
_DOUBLE = frozenset({"”", '"', "''"})
_CLOSERS = {
    **dict.fromkeys(("“", '"', "``", "''"), _DOUBLE),
    "„": frozenset({"“", "”"}),
    "«": frozenset({"»"}),
    "‘": frozenset({"’"}),
    "'": frozenset({"'"}),
}
_MARKS = re.compile("''|``|[“”„«»‘’\"']")
# Words that open with an apostrophe, which is no quotation mark.
_CLIPPED = re.compile(r"['‘](?:\d|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
# From this many words on a quotation is taken for speech even without a stop or a comma beside it;
# shorter ones are mostly borrowed words ("key interests") or titles.
_SPEECH_WORDS = 5
_SHORTEST_SPEECH = 2
_SMALL_WORD = 3


def find_quotes(text: str) -> list[Span]:
    """The places of direct speech in a text, without their quotation marks, in order.

    Borrowed words ("scare quotes") and titles are left out, as are quotations inside another.

    >>> find_quotes('He called it a "sham" and said: "We will not attend."')[0].text
    'We will not attend.'
    """
    return [span for span in marked_spans(text) if _is_speech(text, span)]


def marked_spans(text: str) -> list[Span]:
    """All that stands between quotation marks, speech or not, outermost marks only.

    >>> [span.text for span in marked_spans("the “so-called ‘peace’ plan” and ‘war’")]
    ['so-called ‘peace’ plan', 'war']
    """
    places = [place for place in _paragraphs(text) if text[place[0] : place[1]]]
    return [
        Span(start, end, text[start:end])
        for (first, last), (after, _) in zip(places, [*places[1:], (len(text), 0)], strict=True)
        for start, end in _pairs(text, first, last, text[after : after + 1])
    ]


def quote_around(quotes: Sequence[Span], place: Span) -> Span | None:
    """The quotation that holds a place of the text, if one does.

    >>> quote_around([Span(10, 15, "We go")], Span(13, 15, "go")).text
    'We go'
    """
    return next((q for q in quotes if q.start <= place.start and place.end <= q.end), None)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for line in text.splitlines(keepends=True):
        yield first, first + len(line.rstrip())
        first += len(line)


def _pairs(text: str, first: int, last: int, after: str) -> Iterator[tuple[int, int]]:
    """The insides of the outermost pairs of marks in one paragraph; an open one runs to its end.

    `after` is what the next paragraph begins with, "" where none follows.
    """
    position = first
    while opener := _MARKS.search(text, position, last):
        position = opener.end()
        if not _opens(text, opener, first):
            continue
        closer = _closer(text, opener, last)
        if closer is not None:
            if closer.start() > position:
                yield position, closer.start()
            position = closer.end()
        elif opener[0] in _RUNNING and (opener.start() == first or opener[0] == after):
            # A double mark at the paragraph's start goes on in the next one, as does one with which
            # the next one begins; any other unclosed mark is an apostrophe or a slip.
            yield position, last
            return


_RUNNING = frozenset({"“", '"', "«", "''", "``"})


def _opens(text: str, mark: re.Match[str], first: int) -> bool:
    """Whether a mark opens: it follows a blank, bracket or dash, and a word follows it."""
    after = text[mark.end() : mark.end() + 1]
    if mark[0] not in _CLOSERS or not after or after.isspace():
        return False
    if mark[0] in "“„«":
        return True
    if _CLIPPED.match(text, mark.start()):
        return False
    before = text[mark.start() - 1] if mark.start() > first else " "
    return before.isspace() or before in "([{—–-/:;,“"


def _closer(text: str, opener: re.Match[str], last: int) -> re.Match[str] | None:
    """The mark that closes an opening one, before `last`; pairs inside it are passed over."""
    depth = 0
    for mark in _MARKS.finditer(text, opener.end(), last):
        if mark[0] in _CLOSERS[opener[0]] and _closes(text, mark):
            if depth == 0:
                return mark
            depth -= 1
        elif mark[0] == opener[0] and _opens(text, mark, opener.start()):
            depth += 1
    return None


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark closes: a single one inside a word or before a letter is an apostrophe."""
    if mark[0] in "”»“":
        return True
    return not text[mark.start() - 1].isspace() and not text[mark.end() : mark.end() + 1].isalnum()


def _is_speech(text: str, span: Span) -> bool:
    """Whether quoted words are said by somebody, not borrowed from them or a title."""
    words = _WORD.findall(span.text)
    if len(words) < _SHORTEST_SPEECH:
        return False
    if _is_title(words) and span.text[-1:] not in ".!?,":
        return False
    if len(words) >= _SPEECH_WORDS:
        return True
    before = text[: span.start - 1].rstrip()[-1:]
    return before == ":" or (span.text[-1:] in ".!?," and before in ',:.!?”"')


def _is_title(words: Sequence[str]) -> bool:
    """Whether all words but the small ones are capitalised: "The Art of War"."""
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words)
