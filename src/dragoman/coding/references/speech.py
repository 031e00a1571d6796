"""Speech: whose "we" and "I" are, in quotations and in the texts of a state's own offices."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.references.pronouns import WE
from dragoman.coding.references.referents import Scene
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence
from dragoman.model.text import Span

# A quotation may run on for some sentences without its speaker being named again.
_REMEMBERED = 2
# "Part I" is tagged as a pronoun.
_NUMERALS = frozenset({"flat", "compound", "nummod", "dep", "list"})


def with_speakers(
    sentence: Sentence, mentions: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> list[Mention]:
    """The mentions with "we" and "I": the speaker's in a quotation, else the publishing office's.

    The speaker is the subject of the sentence's verb of saying, or who spoke last.
    """
    if speaker := _speaker(sentence, mentions, scene, quotes):
        scene.speaker, scene.spoken = speaker, sentence.index
    is_recent = sentence.index - scene.spoken <= _REMEMBERED
    found = list(mentions)
    for word, form in enumerate(sentence.words):
        if form.lower() not in WE or sentence.tags[word] != "PRON":
            continue
        if sentence.relations[word] in _NUMERALS:
            continue
        is_quoted = _is_quoted(sentence, word, quotes)
        whose = (scene.speaker if is_recent else ()) if is_quoted else scene.voice
        if whose:
            found.append(Mention(word, word, word, whose, "pronoun", "reference: speaker"))
    return sorted(found, key=lambda m: (m.first, m.last))


def _speaker(
    sentence: Sentence, mentions: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> tuple[Identity, ...]:
    """Who says what is quoted: the subject of the verb of saying, or else the name beside it."""
    known = [m for m in mentions if m.identities and m.kind != "adjective"]
    for word, lemma in enumerate(sentence.lemmas):
        if lemma.lower() not in scene.tables.words["speech"] or _is_quoted(sentence, word, quotes):
            continue
        subjects = sentence.related(word, "nsubj")
        for mention in known:
            is_beside = mention.last == word - 1 or mention.first == word + 1
            if mention.head in subjects or (not subjects and is_beside):
                return mention.identities
    return ()


def _is_quoted(sentence: Sentence, word: int, quotes: Sequence[Span]) -> bool:
    at = sentence.starts[word]
    return any(quote.start <= at < quote.end for quote in quotes)
