"""Readings: an article as the coder reads it, before any act is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.actors.mentions import find_mentions
from dragoman.coding.acts.aim_cues import Aimed, find_aims
from dragoman.coding.acts.misread import reread
from dragoman.coding.acts.roles import Parties, parties_of
from dragoman.coding.dates.timing import TimingContext, timing_context
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.references.official_texts import own_voice
from dragoman.coding.references.references import resolve_references, turns_of
from dragoman.coding.voices.quotes import find_quotes
from dragoman.coding.voices.speakers import Speakers, listen
from dragoman.model.parses import Parse
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the coder reads it: who is named where, who speaks, its dates and quotes.

    `parties` and `aims` have one entry a sentence: whom it names, and at whom its words aim.
    """

    parse: Parse
    knowledge: Knowledge
    parties: tuple[Parties, ...]
    aims: tuple[tuple[Aimed, ...], ...]
    speakers: Speakers
    timing: TimingContext
    quotes: tuple[Span, ...]


def read(parse: Parse, knowledge: Knowledge) -> Reading:
    """Who is named where ("he" and "the two countries" resolved), who speaks, dates, quotes."""
    parse = reread(parse, knowledge.acts)
    timing = timing_context(parse)
    found = [find_mentions(s, knowledge.actors, timing.day) for s in parse.sentences]
    resolved = resolve_references(parse, found, knowledge.actors)
    turns = turns_of(parse, found, knowledge.actors)
    parties = tuple(
        parties_of(sentence, mentions, turn.speaker, turn.hearer)
        for sentence, mentions, turn in zip(parse.sentences, resolved, turns, strict=True)
    )
    publisher = next((office.key for office in own_voice(parse.article, knowledge.actors)), None)
    speakers = listen(parse, parties, knowledge.cues, knowledge.sources, publisher)
    quotes = tuple(find_quotes(parse.article.text))
    aims = tuple(tuple(find_aims(one, knowledge.aims)) for one in parties)
    return Reading(parse, knowledge, parties, aims, speakers, timing, quotes)
