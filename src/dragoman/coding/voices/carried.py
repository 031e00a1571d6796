"""Carried speech: content that stands outside the sentence of its cue.

A quotation goes on after "she said." in the next sentence, a colon at a sentence's end opens the
next one, in a transcript a speaker's label speaks for its whole paragraph, and a quotation may be
signed after a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.voices.voice import Voice
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

_LONGEST_LABEL = 6
_CARRYING = frozenset({"say", "ask"})


def carried(voices: Sequence[Voice], parse: Parse, quotes: Sequence[Span]) -> list[Voice]:
    """The voices with what they go on to say in later sentences of their paragraph.

    Args:
        voices: the article's voices, in the order of their cues.
        parse: the article.
        quotes: all that stands between quotation marks.
    """
    text = parse.article.text
    opening = {sentence.start for sentence in parse.sentences}
    added: dict[int, list[Span]] = {}
    last: tuple[int, int | None] = (0, None)
    for quote in quotes:
        speaker = _holder(voices, quote)
        if speaker is None:
            is_opening = quote.start - 1 in opening or quote.start - 2 in opening
            runs_on = len(text[last[0] : quote.start].split()) == 1
            before = _speaker_before(voices, quote.start, text) if is_opening else None
            speaker = last[1] if runs_on and last[1] is not None else before
            if speaker is not None:
                added.setdefault(speaker, []).append(quote)
        last = (quote.end, speaker)
    return [
        replace(voice, content=(*voice.content, *added.get(number, ())))
        for number, voice in enumerate(voices)
    ]


def _holder(voices: Sequence[Voice], quote: Span) -> int | None:
    """The voice that says what stands in a quotation, as far as its own sentence tells."""
    for number, voice in enumerate(voices):
        if any(part.overlaps(quote) for part in voice.content):
            return number
    return None


def _speaker_before(voices: Sequence[Voice], place: int, text: str) -> int | None:
    """The last voice before a place of its paragraph that says or asks."""
    found = None
    for number, voice in enumerate(voices):
        if voice.cue.start >= place:
            break
        before = None if found is None else voices[found]
        if voice.kind in _CARRYING and not _goes_on(voice, before):
            found = number
    if found is None or "\n" in text[voices[found].cue.end : place]:
        return None
    return found


def _goes_on(voice: Voice, before: Voice | None) -> bool:
    """Whether a voice only adds to the one before it: "…, she said, pointing to"."""
    if before is None:
        return False
    return (voice.sentence, voice.source_word) == (before.sentence, before.source_word)


def opened(parse: Parse, sentence: Sentence) -> tuple[Span, ...]:
    """What a colon at the end of a sentence opens: the next sentence."""
    after = sentence.index + 1
    if sentence.words[-1] != ":" or after >= len(parse.sentences):
        return ()
    return (parse.sentence_span(parse.sentences[after]),)


def labels(parse: Parse) -> Iterator[Voice]:
    """The voices of a transcript: "MR. BROWN: We agreed." speaks for its paragraph."""
    for sentence in parse.sentences:
        label = _label(parse, sentence)
        if label is None:
            continue
        first, colon = label
        last = [s for s in parse.sentences if s.paragraph == sentence.paragraph][-1]
        yield Voice(
            sentence.index,
            colon - 1,
            parse.span(sentence, first, colon - 1),
            parse.span(sentence, colon, colon),
            (parse.article.span(sentence.starts[colon + 1], last.end),),
            "say",
        )


def _label(parse: Parse, sentence: Sentence) -> tuple[int, int] | None:
    """The first word of a speaker's label and its colon, where a paragraph opens with one.

    A quoted transcript opens its paragraphs with a mark: '"BROWN: We agreed.'.
    """
    before = parse.sentences[sentence.index - 1] if sentence.index else None
    if before is not None and before.paragraph == sentence.paragraph:
        return None
    first = int(sentence.words[0] in _OPENING)
    head = sentence.words[first : first + _LONGEST_LABEL + 1]
    if ":" not in head[1:] or len(sentence) <= first + len(head):
        return None
    colon = first + head.index(":")
    is_name = all(_is_of_name(sentence, word) for word in range(first, colon))
    return (first, colon) if is_name else None


_OPENING = frozenset({'"', "“", "''", "``"})
_NOT_OF_NAMES = frozenset({"VERB", "ADP", "DET"})


def _is_of_name(sentence: Sentence, word: int) -> bool:
    return sentence.words[word][0].isupper() and sentence.tags[word] not in _NOT_OF_NAMES


def signatures(parse: Parse) -> Iterator[Voice]:
    """The voices of quotations that are signed: '"We agreed." — Ann Brown'.

    The quotation is all of the paragraph before the dash.
    """
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in parse.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    article = parse.article
    for sentences in paragraphs.values():
        start, last = sentences[0].start, sentences[-1]
        found = _SIGNED.search(article.text[start : last.end])
        if found is None or not all(word[0].isupper() for word in found["name"].split()):
            continue
        dash, name = found.span("dash"), found.span("name")
        yield Voice(
            last.index,
            len(last) - 1,
            article.span(start + name[0], start + name[1]),
            article.span(start + dash[0], start + dash[1]),
            (article.span(start, start + found.end("quote")),),
            "say",
        )


_SIGNED = re.compile(
    r"""^(?P<quote>["'“”„«‘’`].*["'”’»])\s*(?P<dash>--|[-–—―])\s*"""
    r"""(?P<name>\w\S*(?:\ \w\S*){0,5}?)\.?$""",
    re.DOTALL,
)
