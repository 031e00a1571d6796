"""Speech: whose "we" and "I" are, in quotations and in the texts of a state's own offices."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.mentions import Mention
from dragoman.coding.pronouns import WE
from dragoman.coding.referents import Scene
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence
from dragoman.model.text import Span

# "Part I" is tagged as a pronoun.
_NUMERALS = frozenset({"flat", "compound", "nummod", "dep", "list"})


def with_speakers(
    sentence: Sentence, mentions: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> list[Mention]:
    """The mentions with "we" and "I": the speaker's in a quotation, else the publishing office's.

    The speaker is the subject of the sentence's verb of saying, or who spoke last.
    """
    speaker = _speaker(sentence, mentions, scene, quotes)
    scene.speaker = speaker or scene.speaker
    found = list(mentions)
    for word, form in enumerate(sentence.words):
        if form.lower() not in WE or sentence.tags[word] != "PRON":
            continue
        if sentence.relations[word] in _NUMERALS:
            continue
        whose = scene.speaker if _is_quoted(sentence, word, quotes) else scene.voice
        if whose:
            found.append(Mention(word, word, word, whose, "pronoun", "reference: speaker"))
    return sorted(found, key=lambda m: (m.first, m.last))


def _speaker(
    sentence: Sentence, mentions: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> tuple[Identity, ...]:
    by_head = {m.head: m for m in mentions if m.identities and m.kind != "adjective"}
    for word, lemma in enumerate(sentence.lemmas):
        if lemma.lower() not in scene.tables.words["speech"] or _is_quoted(sentence, word, quotes):
            continue
        for subject in sentence.related(word, "nsubj"):
            if subject in by_head:
                return by_head[subject].identities
    return ()


def _is_quoted(sentence: Sentence, word: int, quotes: Sequence[Span]) -> bool:
    at = sentence.starts[word]
    return any(quote.start <= at < quote.end for quote in quotes)
