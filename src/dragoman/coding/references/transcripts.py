"""Transcripts: who speaks in one, turn by turn, and to whom.

A transcript names each speaker at the head of a paragraph, in capitals before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dragoman.coding.actors.actors import resolve_phrase
from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence
from dragoman.model.text import Article

YOU = frozenset({"you", "your", "yours", "yourself"})
_LABEL = re.compile(
    r"^(?:(?P<asks>Q)[ .:]+|(?P<who>[A-Z][A-Z.,'’\- ]+(?: \([A-Z.,'’\- ]+\))?): )", re.MULTILINE
)
_PAIR = re.compile(
    r"\b(?:by|of) (.+?) (?:and|with) (.+?)(?=$|,| (?:at|on|in|before|after|during) )"
)
# Who asks, moderates or translates speaks for no party.
_OTHERS = frozenset({"QUESTION", "REPORTER", "INTERPRETER", "TRANSLATOR", "MODERATOR"})
_TWO = 2
UNSAID = "reference: unsaid I"
"""The rule of a mention that stands at a verb for the "I" it goes without."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From where on somebody speaks, and to whom; no `speaker` where it is nobody's party.

    `start` is where the speaker is named, `opens` where the words begin.
    """

    start: int
    opens: int
    speaker: tuple[Identity, ...]
    hearer: tuple[Identity, ...] = ()


def find_turns(
    article: Article, voice: tuple[Identity, ...], day: date | None, tables: ActorTables
) -> tuple[Turn, ...]:
    """The turns of a text in its order; one alone, from its beginning on, if it is no transcript.

    Args:
        article: the article; a title such as "Remarks by X and Y" tells who may speak in it.
        voice: whose text it is; speakers whom no table knows speak for it.
        day: the day it was published.
        tables: the tables of actors.
    """
    turns = [Turn(0, 0, voice)]
    for label in _LABEL.finditer(article.text):
        speaker = () if label["asks"] else _speaker(label["who"], voice, day, tables)
        turns.append(Turn(label.start(), label.end(), speaker))
    if len(turns) == 1:
        return tuple(turns)
    present = {i.key: i for turn in turns for i in turn.speaker}
    if len(present) == 1:
        present |= {i.key: i for i in _in_title(article.title or "", day, tables)}
    return _with_hearers(turns, present) if len(present) == _TWO else tuple(turns)


def _in_title(title: str, day: date | None, tables: ActorTables) -> list[Identity]:
    """Who speaks by a title such as "Remarks by President Obama and Chancellor Merkel"."""
    names = _PAIR.search(title)
    found = [resolve_phrase(name, day, tables) for name in (names.groups() if names else ())]
    return [who for who in found if isinstance(who, Identity)]


def turn_at(turns: Sequence[Turn], place: int) -> Turn:
    """The turn in which a place of the text stands."""
    return next(turn for turn in reversed(turns) if turn.start <= place)


def spoken(sentence: Sentence, mentions: Iterable[Mention], turn: Turn) -> list[Mention]:
    """The mentions of a sentence without those that only say who speaks."""
    return [m for m in mentions if sentence.starts[m.first] >= turn.opens]


def with_hearers(sentence: Sentence, mentions: Sequence[Mention], turn: Turn) -> list[Mention]:
    """The mentions of a sentence with "you" and "your" for whom the turn is addressed to.

    "Thank you" goes without the "I" of who thanks: it stands at the verb.
    """
    if not turn.hearer:
        return list(mentions)
    added = []
    for word, form in enumerate(sentence.words):
        if form.lower() in YOU and sentence.tags[word] == "PRON":
            added.append(Mention(word, word, word, turn.hearer, "pronoun", "reference: hearer"))
        elif form.lower() == "thank" and not sentence.related(word, "nsubj"):
            added.append(Mention(word, word, word, turn.speaker, "pronoun", UNSAID))
    return sorted([*mentions, *added], key=lambda m: (m.first, m.last))


def _speaker(
    label: str, voice: tuple[Identity, ...], day: date | None, tables: ActorTables
) -> tuple[Identity, ...]:
    if label in _OTHERS:
        return ()
    who = resolve_phrase(label.title(), day, tables)
    return (who,) if isinstance(who, Identity) else voice


def _with_hearers(turns: Sequence[Turn], present: Mapping[str, Identity]) -> tuple[Turn, ...]:
    """Turns with whom they are addressed to: the other, unless an outsider spoke just before."""
    heard: list[Turn] = [turns[0]]
    for before, turn in pairwise(turns):
        own = {identity.key for identity in turn.speaker}
        is_answer = not before.speaker and before.start > 0
        others = () if is_answer or not own else tuple(present[key] for key in present.keys() - own)
        heard.append(replace(turn, hearer=others))
    return tuple(heard)
