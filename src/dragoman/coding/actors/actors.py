"""Actors: whom a phrase stands for when it stands alone ("Israeli troops", "President Biden")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.coding.actors.identities import Parts, each_once, identify, sector_of
from dragoman.coding.actors.names import Match
from dragoman.coding.actors.pieces import NATION_KINDS, named
from dragoman.coding.actors.rows import Noun, Reading
from dragoman.coding.actors.tables import ActorTables, load_actor_tables
from dragoman.model.actors import Identity, Unresolved

__all__ = ["ActorTables", "load_actor_tables", "resolve_phrase"]

_WORDS = re.compile(r"[\w.&+'’-]+|[,()]")
# What says more of a phrase's head begins with one of these: "troops from Chad who".
_BEHIND_THE_HEAD = frozenset(
    {
        *("of", "in", "from", "for", "at", "on", "to", "with", "by", "across", "under", "who"),
        *("that", ","),
    }
)
_OWNING = frozenset({"of", "in", "from", "at", "for", "across", ","})


def resolve_phrase(text: str, day: date | None, tables: ActorTables) -> Identity | Unresolved:
    """Whom a phrase stands for on a day, with sector, name and role where it tells them.

    Args:
        text: the phrase, with no sentence round it.
        day: the day it was said, which decides who held an office; None where unknown.
        tables: the tables of actors.

    >>> tables = load_actor_tables()
    >>> who = resolve_phrase("Israeli troops", None, tables)
    >>> who.code, who.sector
    ('ISR', ('MIL',))
    >>> resolve_phrase("the weather", None, tables)
    Unresolved(reason='no state, body, person or sector is named')
    """
    parts = phrase_parts(text, day, tables)
    if found := identify(parts, tables, day):
        return found[0]
    if sector := sector_of(parts):
        return Unresolved(f"sector {sector[0]} alone: no state or body is named")
    return Unresolved("no state, body, person or sector is named")


def phrase_parts(text: str, day: date | None, tables: ActorTables) -> Parts:
    """What a phrase says of an actor: its head part first, then what "of" or "in" adds."""
    words = _WORDS.findall(text)
    matches = [m for m in named(words, tables) if not _is_of_a_longer_name(m, words)]
    cut = _end_of_head(words, matches)
    head = [match for match in matches if match.first < cut]
    tail = [match for match in matches if match.first >= cut]
    if cut < len(words) and words[cut].lower() not in _OWNING:
        tail = []
    return Parts(
        nations=_nations(head, day) or _nations(tail, day),
        nouns=(*_nouns(head), *_nouns(tail)),
        offices=tuple(o for match in head for r in match.payloads for o in r.offices),
        name=_name(words[:cut], head),
        is_former=any(word.lower() in tables.words["former"] for word in words),
    )


def _is_of_a_longer_name(match: Match[Reading], words: Sequence[str]) -> bool:
    """Whether a person's name goes on after the match, and so is another's: "Juan Carlos Ruiz"."""
    after = match.last + 1
    goes_on = after < len(words) and words[after][:1].isupper()
    return goes_on and all(reading.kind == "person" for reading in match.payloads)


def _end_of_head(words: Sequence[str], matches: Sequence[Match[Reading]]) -> int:
    """Where the phrase's head part ends: at the first word that begins more, in no name."""
    inside = {word for m in matches for word in range(m.first, m.last + 1)}
    for number, word in enumerate(words):
        if number > 0 and number not in inside and word.lower() in _BEHIND_THE_HEAD:
            return number
    return len(words)


def _nations(matches: Sequence[Match[Reading]], day: date | None) -> tuple[Identity, ...]:
    """Whose the phrase is: the first state or body it names, as exactly as it names it."""
    found = [
        reading.identities
        for match in matches
        for reading in match.payloads[:1]
        if reading.kind in NATION_KINDS and reading.identities and _holds(reading, day)
    ]
    if not found:
        return ()
    keys = {identity.key for identity in found[0]}
    return each_once(i for identities in found for i in identities if i.key in keys)


def _holds(reading: Reading, day: date | None) -> bool:
    return day is None or reading.holds(day.isoformat())


def _nouns(matches: Sequence[Match[Reading]]) -> tuple[Noun, ...]:
    """The nouns of the matches, last first: in English the head stands last."""
    return tuple(
        reading.noun
        for match in reversed(matches)
        for reading in match.payloads
        if reading.noun is not None
    )


def _name(words: Sequence[str], matches: Sequence[Match[Reading]]) -> str | None:
    """A person's name: one of the tables, or the capitalised words after the last match."""
    for match in matches:
        if match.payloads[-1].kind == "person":
            return " ".join(words[match.first : match.last + 1])
    after = matches[-1].last + 1 if matches else 0
    name = [word for word in words[after:] if word[:1].isupper()]
    return " ".join(name) or None
