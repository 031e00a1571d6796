"""Voices: who says, asks, wants, thinks or shows what.

A voice has a source ("the Iranian foreign minister"), a cue ("has said") and a content, which may
go on in later sentences of the same quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.cues import Cue, CueTable, contents, cue_at, cue_words, source_of
from dragoman.coding.phrases import phrase, runs
from dragoman.coding.quotes import marked_spans
from dragoman.model.parses import ROOT, Parse, Sentence
from dragoman.model.text import Article, Span

_SOURCE_CASES = frozenset({"according to", "per"})
_STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "..."})


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words, thoughts or wishes, and whose.

    `source_word` is the word by which the source hangs in the tree of sentence `sentence`, or None
    where nobody is named ("it was said"). `kind` is say, ask, will, think, judge or show.
    """

    sentence: int
    source_word: int | None
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str

    def says(self, place: Span) -> bool:
        """Whether a place of the text stands in the content."""
        return any(part.start <= place.start and place.end <= part.end for part in self.content)


def find_attributions(parse: Parse, cues: CueTable) -> list[Voice]:
    """The voices of an article, in the order of their cues.

    Args:
        parse: the article with its trees.
        cues: the table cues, from `load_cues`.
    """
    voices = [
        voice
        for sentence in parse.sentences
        for word in range(len(sentence))
        if (voice := _voice(parse, sentence, word, cues))
    ]
    return _with_quotes(voices, parse.article)


def _voice(parse: Parse, sentence: Sentence, word: int, cues: CueTable) -> Voice | None:
    if cue := cue_at(sentence, word, cues):
        return _of_cue(parse, sentence, word, cue)
    if sentence.case(word) in _SOURCE_CASES:
        return _according_to(parse, sentence, word)
    return None


def _of_cue(parse: Parse, sentence: Sentence, word: int, cue: Cue) -> Voice | None:
    """The voice of a cue word; None where nothing stands where its content should."""
    heads = contents(sentence, word, cue)
    if not heads:
        return None
    first, last = cue_words(sentence, word, heads[0])
    own = set(sentence.subtree(word))
    said: set[int] = set()
    for head in heads:
        below = set(sentence.subtree(head))
        said |= below - own if word in below else below
    source = source_of(sentence, word)
    return Voice(
        sentence.index,
        source,
        None if source is None else parse.span(sentence, *phrase(sentence, source, without=heads)),
        parse.span(sentence, first, last),
        _places(parse, sentence, said - set(range(first, last + 1))),
        cue.kind,
    )


def _according_to(parse: Parse, sentence: Sentence, word: int) -> Voice:
    """The voice of "according to X": the rest of its clause is the content."""
    cases = sentence.related(word, "case")
    clause = word
    while clause == word or (sentence.tags[clause] != "VERB" and sentence.heads[clause] != ROOT):
        clause = sentence.heads[clause]
    said = set(sentence.subtree(clause)) - set(sentence.subtree(word))
    last = max([*cases, *sentence.related(cases[0], "fixed")])
    return Voice(
        sentence.index,
        word,
        parse.span(sentence, *phrase(sentence, word)),
        parse.span(sentence, cases[0], last),
        _places(parse, sentence, said),
        "say",
    )


def _places(parse: Parse, sentence: Sentence, words: Iterable[int]) -> tuple[Span, ...]:
    """The unbroken stretches of the words, less stops and commas at their edges."""
    spans = []
    for first, last in runs(words):
        kept = [w for w in range(first, last + 1) if sentence.words[w] not in _STOPS]
        if kept:
            spans.append(parse.span(sentence, kept[0], kept[-1]))
    return tuple(spans)


def _with_quotes(voices: Sequence[Voice], article: Article) -> list[Voice]:
    """The voices, each content that stands in a quotation run to the quotation's end."""
    quotes = marked_spans(article.text)
    return [
        replace(voice, content=tuple(_widened(part, quotes, article) for part in voice.content))
        for voice in voices
    ]


def _widened(part: Span, quotes: Sequence[Span], article: Article) -> Span:
    touching = [quote for quote in quotes if quote.overlaps(part)]
    start = min([part.start, *(quote.start for quote in touching)])
    end = max([part.end, *(quote.end for quote in touching)])
    return part if (start, end) == (part.start, part.end) else article.span(start, end)
