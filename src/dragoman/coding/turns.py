"""Turns: who speaks in a transcript, and to whom.

A transcript names each speaker at the head of a paragraph, in capitals before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dragoman.coding.actor_tables import ActorTables
from dragoman.coding.actors import resolve_phrase
from dragoman.coding.mentions import Mention
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

YOU = frozenset({"you", "your", "yours", "yourself"})
_LABEL = re.compile(
    r"^(?:(?P<asks>Q)[ .:]+|(?P<who>[A-Z][A-Z.,'’\- ]+(?: \([A-Z.,'’\- ]+\))?): )", re.MULTILINE
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
    text: str, voice: tuple[Identity, ...], day: date | None, tables: ActorTables
) -> tuple[Turn, ...]:
    """The turns of a text in its order; one alone, from its beginning on, if it is no transcript.

    Args:
        text: the article's text.
        voice: whose text it is; speakers whom no table knows speak for it.
        day: the day it was published.
        tables: the tables of actors.
    """
    turns = [Turn(0, 0, voice)]
    for label in _LABEL.finditer(text):
        speaker = () if label["asks"] else _speaker(label["who"], voice, day, tables)
        turns.append(Turn(label.start(), label.end(), speaker))
    return _with_hearers(turns) if _is_dialogue(turns) else tuple(turns)


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


def _is_dialogue(turns: Sequence[Turn]) -> bool:
    """Whether just two parties speak in turn."""
    return len({identity.key for turn in turns for identity in turn.speaker}) == _TWO


def _with_hearers(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Turns with whom they are addressed to: the other, unless an outsider spoke just before."""
    known = {i.key: i for turn in turns for i in turn.speaker}
    heard: list[Turn] = [turns[0]]
    for before, turn in pairwise(turns):
        own = {identity.key for identity in turn.speaker}
        is_answer = not before.speaker and before.start > 0
        others = () if is_answer or not own else tuple(known[key] for key in known.keys() - own)
        heard.append(replace(turn, hearer=others))
    return tuple(heard)
