"""Turns: where a text goes over to another story, so that words no longer mean who came before.

Round-ups, newsletters and corpora run stories together: "Elsewhere", or without a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.names import find_names
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.references.pronouns import PRONOUNS, WE
from dragoman.model.parses import Parse, Sentence

_NEAR = 6
_OFTEN = 3
_SHORTEST_WORD = 4
_OPENING_WORDS = 4
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
# A sentence with fewer words says too little to tell what it is about.
_LEAST_WORDS = 8


@dataclass(slots=True)
class _Story:
    """The parties and nouns of the story so far, a set for each sentence."""

    parties: list[frozenset[str]] = field(default_factory=list)
    nouns: list[frozenset[str]] = field(default_factory=list)

    def known_parties(self) -> frozenset[str]:
        """The parties that the last sentences name, and those named often."""
        times = Counter(party for parties in self.parties for party in parties)
        often = frozenset(party for party, number in times.items() if number >= _OFTEN)
        return often.union(*self.parties[-_NEAR:])

    def known_nouns(self) -> frozenset[str]:
        """The nouns of the last sentences."""
        return frozenset().union(*self.nouns[-_NEAR:])


def turns(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> frozenset[int]:
    """The indices of the sentences that open another story than the one before.

    Such a sentence opens a paragraph, names a party, takes up no word and no party of the story
    before, and the next sentence does not go back to it.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
        tables: the tables of actors.
    """
    found: set[int] = set()
    story = _Story()
    parties = [_parties(named) for named in mentions]
    for number, sentence in enumerate(parse.sentences):
        coming = frozenset().union(*parties[number + 1 : number + 2])
        is_apart = bool(parties[number]) and not (parties[number] | coming) & story.known_parties()
        nouns = _nouns(sentence, tables)
        opens = (
            is_apart
            and _opens(parse, number, tables)
            and not _is_definite(sentence, mentions[number])
        )
        if opens and not nouns & story.known_nouns():
            found.add(sentence.index)
            story = _Story()
        story.parties.append(parties[number])
        story.nouns.append(nouns)
    return frozenset(found)


def _parties(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(identity.code for m in mentions for identity in m.identities)


def _nouns(sentence: Sentence, tables: ActorTables) -> frozenset[str]:
    """The lemmas of the nouns and names that tell what a sentence is about."""
    lemmas = (
        sentence.lemmas[word].lower()
        for word, tag in enumerate(sentence.tags)
        if tag in ("NOUN", "PROPN") and len(sentence.words[word]) >= _SHORTEST_WORD
    )
    return frozenset(lemmas) - tables.words["any_story"]


def _opens(parse: Parse, number: int, tables: ActorTables) -> bool:
    """Whether a sentence opens a paragraph and needs nothing that was said before."""
    sentence = parse.sentences[number]
    if number == 0 or parse.sentences[number - 1].paragraph == sentence.paragraph:
        return False
    if len(sentence) < _LEAST_WORDS:
        return False
    opening = {word.lower() for word in sentence.words[:_OPENING_WORDS]}
    stand_ins = find_names(tables.stands_for, sentence.words)
    is_several = any(match.payloads[0][0] in ("both", "all") for match in stand_ins)
    return not opening & (PRONOUNS - WE) and not is_several


def _is_definite(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence opens with somebody the reader is taken to know: "The rebels"."""
    named = any(m.identities and m.first < _OPENING_WORDS for m in mentions)
    return sentence.words[0].lower() in _DEFINITE and not named
