"""Voices: who says, asks, wants, thinks or shows what.

A voice has a source ("the Iranian foreign minister"), a cue ("has said") and a content, which may
go on in later sentences of the same quotation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.coding.grammar.links import markers
from dragoman.coding.grammar.phrases import phrase, runs
from dragoman.coding.voices.carried import carried, labels, opened, signatures
from dragoman.coding.voices.cues import Cue, CueTable, contents, cue_at, source_of
from dragoman.coding.voices.extents import cue_words
from dragoman.coding.voices.quotes import marked_spans
from dragoman.coding.voices.said import (
    FINITE,
    STOPS,
    apart,
    asides,
    is_trailing,
    resumes,
    words_said,
)
from dragoman.coding.voices.source_words import source_words
from dragoman.coding.voices.voice import Voice
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Article, Span


def find_attributions(parse: Parse, cues: CueTable) -> list[Voice]:
    """The voices of an article, in the order of their cues.

    Cues inside a quotation are the speaker's affair and give no voice of their own.

    Args:
        parse: the article with its trees.
        cues: the table cues, from `load_cues`.
    """
    quotes = marked_spans(parse.article.text)
    voices = [
        voice
        for sentence in parse.sentences
        for voice in _of_sentence(parse, sentence, cues, _quoted_words(sentence, quotes))
    ]
    widened = [_widened(voice, quotes, parse.article) for voice in voices]
    marked = [*labels(parse), *signatures(parse)]
    ordered = sorted([*marked, *widened], key=lambda voice: voice.cue.start)
    outermost = frozenset(voice.cue.start for voice in marked)
    return _with_depths(carried(ordered, parse, quotes), outermost)


def _quoted_words(sentence: Sentence, quotes: Sequence[Span]) -> frozenset[int]:
    """The words of a sentence that stand between quotation marks."""
    near = [q for q in quotes if q.start < sentence.end and sentence.start < q.end]
    return frozenset(
        word
        for word, start in enumerate(sentence.starts if near else ())
        if any(quote.start <= start < quote.end for quote in near)
    )


def _of_sentence(
    parse: Parse, sentence: Sentence, cues: CueTable, quoted: frozenset[int]
) -> Iterator[Voice]:
    found = {
        word: cue
        for word in range(len(sentence))
        if word not in quoted and (cue := cue_at(sentence, word, cues))
    }
    outside = _according_words(sentence, quoted)
    sources: dict[int, int | None] = {}
    voices: dict[int, Voice] = {}
    for word in range(len(sentence)):
        if word in found:
            said = words_said(sentence, word, found[word], quoted)
            said -= apart(sentence, found, word) | asides(sentence, word, said, quoted)
            said -= outside
            sources[word] = source = _source(sentence, found, word, sources)
            if voice := _of_cue(parse, sentence, (word, source), found, said):
                voices[word] = voice
        elif word not in quoted and _is_quoted_source(sentence, word):
            voices[word] = _according_to(parse, sentence, word)
    for word, voice in voices.items():
        place = parse.span(sentence, word, word)
        others = (other.cue for at, other in voices.items() if at != word)
        if not any(other.overlaps(place) for other in others):
            yield voice


def _according_words(sentence: Sentence, quoted: Collection[int]) -> set[int]:
    """The words of ", according to X" set off by a comma, which nobody in the sentence says."""
    return {
        below
        for word in range(len(sentence))
        if word not in quoted and _is_quoted_source(sentence, word)
        if sentence.words[sentence.related(word, "case")[0] - 1] == ","
        for below in sentence.subtree(word)
    }


def _is_quoted_source(sentence: Sentence, word: int) -> bool:
    """Whether a noun is a source: "according to the judge", "per Reuters", not "per student"."""
    is_bare = sentence.tags[word] != "PROPN" and not sentence.related(word, "det", "nmod:poss")
    case = sentence.case(word)
    return case == "according to" or (case == "per" and not is_bare)


def _source(
    sentence: Sentence, found: Mapping[int, Cue], word: int, sources: Mapping[int, int | None]
) -> int | None:
    """Whose a cue is, given whose those before it are: ", adding" and "and said" go on from one."""
    source = source_of(sentence, word, found[word])
    if is_trailing(sentence, word):
        finite = [o for o in sources if sentence.fine_tags[o] in FINITE and sources[o] is not None]
        return sources[finite[-1]] if finite else _main_subject(sentence, word, source)
    if not sentence.related(word, "nsubj"):
        before = [other for other in sources if resumes(sentence, found, other, word)]
        return sources[before[-1]] if before else source
    return source


def _main_subject(sentence: Sentence, word: int, source: int | None) -> int | None:
    """Who goes on in ", promising …": the subject of the main clause, never the noun before."""
    if sentence.relations[word] != "acl":
        return source
    verb = next((a for a in sentence.ancestors(word) if sentence.tags[a] == "VERB"), None)
    subjects = [] if verb is None else sentence.related(verb, "nsubj")
    return subjects[0] if subjects else source


def _of_cue(
    parse: Parse,
    sentence: Sentence,
    of: tuple[int, int | None],
    found: Mapping[int, Cue],
    said: Collection[int],
) -> Voice | None:
    """The voice of a cue word; None where nothing stands where its content should."""
    word, source = of
    cue = found[word]
    if _is_idle(sentence, word, source):
        return None
    first, last = cue_words(sentence, word, contents(sentence, word, cue), found)
    is_uttered = cue.kind in _UTTERED or not _is_purpose(sentence, word, first)
    if not is_uttered or _is_by_the_way(sentence, word, source):
        return None
    content = _places(parse, sentence, set(said) - set(range(first, last + 1)))
    if not content and "quote" in cue.forms:
        content = opened(parse, sentence)
    if not content:
        return None
    shown = None if source is None else source_words(sentence, word, source, found)
    place = None if shown is None else parse.span(sentence, *shown)
    cue_place = parse.span(sentence, first, last)
    return Voice(sentence.index, source, place, cue_place, content, cue.kind)


def _is_idle(sentence: Sentence, word: int, source: int | None) -> bool:
    """Whether nobody utters a cue: "imagine a town", "a way to tell them", "do you know it?"."""
    form = sentence.fine_tags[word]
    if source is None:
        return form in ("VB", "VBG", "NN", "NNS")
    if sentence.words[source].lower() == "you":
        return True
    return form == "VB" and sentence.relations[word] == "acl" and "to" in markers(sentence, word)


def _is_purpose(sentence: Sentence, word: int, first: int) -> bool:
    """Whether a cue only says what something is for: "came to praise", not "went on to praise"."""
    return sentence.relations[word] == "advcl" and sentence.words[first].lower() == "to"


_UTTERED = frozenset({"say", "ask"})


def _is_by_the_way(sentence: Sentence, word: int, source: int | None) -> bool:
    """Whether a noun names words that it does not say are uttered: "despite claims that"."""
    if sentence.tags[word] != "NOUN" or sentence.relations[word] not in ("obl", "conj"):
        return False
    return source is None or source not in sentence.children[word]


def _according_to(parse: Parse, sentence: Sentence, word: int) -> Voice:
    """The voice of "according to X": the rest of its clause is the content."""
    cases = sentence.related(word, "case")
    above = list(sentence.ancestors(word))
    clause = next((a for a in above if sentence.tags[a] == "VERB"), (above or [word])[-1])
    if sentence.words[cases[0] - 1] == ",":
        clause = _whole(sentence, clause)
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


def _whole(sentence: Sentence, clause: int) -> int:
    """The clause of which another is only the complement: "plans" of "plans to visit"."""
    while sentence.relations[clause] in ("xcomp", "ccomp") and sentence.heads[clause] < clause:
        clause = sentence.heads[clause]
    return clause


def _places(parse: Parse, sentence: Sentence, words: Iterable[int]) -> tuple[Span, ...]:
    """The unbroken stretches of the words, less stops and commas at their edges."""
    spans = []
    for first, last in runs(words):
        kept = [w for w in range(first, last + 1) if sentence.words[w] not in STOPS]
        if kept:
            spans.append(parse.span(sentence, kept[0], kept[-1]))
    return tuple(spans)


def _widened(voice: Voice, quotes: Sequence[Span], article: Article) -> Voice:
    """The voice with each part of its content that touches a quotation run to its end."""
    parts = []
    for part in voice.content:
        touching = [quote for quote in quotes if quote.overlaps(part)]
        start = min([part.start, *(quote.start for quote in touching)])
        end = max([part.end, *(quote.end for quote in touching)])
        parts.append(article.span(start, end) if touching else part)
    return replace(voice, content=tuple(dict.fromkeys(parts)))


def _with_depths(voices: Sequence[Voice], outermost: Collection[int]) -> list[Voice]:
    """The voices, each with the number of others in whose content its cue stands.

    A label before a colon and a name after a quotation, which start at `outermost`, stand in none.
    """
    places = sorted((part.start, part.end) for voice in voices for part in voice.content)
    longest = max((end - start for start, end in places), default=0)
    return [
        replace(voice, depth=_around(voice.cue, places, longest))
        if voice.cue.start not in outermost
        else voice
        for voice in voices
    ]


def _around(cue: Span, places: Sequence[tuple[int, int]], longest: int) -> int:
    first = bisect_left(places, (cue.start - longest, 0))
    last = bisect_left(places, (cue.start + 1, 0), lo=first)
    return sum(end >= cue.end for _, end in places[first:last])
