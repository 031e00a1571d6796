"""Parties: whom the words stand for that a model copied, by its key and our tables together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

from dragoman.coding.actors.actors import phrase_parts, resolve_phrase
from dragoman.coding.actors.identities import sector_of
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.llm.places import nearest
from dragoman.coding.llm.reply import Aimed, Named, UnusableError, Voiced
from dragoman.model.actors import Actor, Basis, Identity, Target
from dragoman.model.events import Attribution, VoiceKind
from dragoman.model.parses import Parse, Sentence

_KINDS = get_args(VoiceKind)
_BASES = get_args(Basis)


@dataclass(frozen=True, slots=True)
class Who:
    """What is needed to tell whom words stand for: the tables, the states, the day."""

    parse: Parse
    tables: ActorTables
    states: frozenset[str]
    day: date | None


def parties(named: Sequence[Named], sentence: Sentence, who: Who) -> tuple[Actor, ...]:
    """The parties, each once, at the words that name them.

    Raises: UnusableError for words that are not in the article or stand for nobody we know.
    """
    found: dict[str, Actor] = {}
    for one in named:
        span = nearest(who.parse, sentence, one.words, "party")
        identity = identity_of(one, who)
        found.setdefault(identity.key, Actor(identity, span))
    return tuple(found.values())


def targets(aimed: Sequence[Aimed], sentence: Sentence, who: Who) -> tuple[Target, ...]:
    """The third parties with their basis.

    Raises: UnusableError as `parties` does, and for a basis that is none.
    """
    found = []
    for one in aimed:
        if one.basis not in _BASES:
            raise UnusableError(f"{one.basis!r} is no basis")
        (actor,) = parties((one.party,), sentence, who)
        found.append(Target(actor, cast("Basis", one.basis)))
    return tuple(found)


def voices(voiced: Sequence[Voiced], sentence: Sentence, who: Who) -> tuple[Attribution, ...]:
    """Whom the article leans on; their state where the tables know it.

    Raises: UnusableError for words that are not in the article, and a kind that is none.
    """
    found = []
    for one in voiced:
        if one.kind not in _KINDS:
            raise UnusableError(f"{one.kind!r} is no kind of voice")
        span = nearest(who.parse, sentence, one.words, "voice")
        known = resolve_phrase(one.words, who.day, who.tables)
        code, sector = (known.code, known.sector) if isinstance(known, Identity) else (None, ())
        found.append(Attribution(span, cast("VoiceKind", one.kind), code, sector))
    return tuple(found)


def identity_of(named: Named, who: Who) -> Identity:
    """Whom a party's words stand for.

    The model's key decides, since it has read the article and the tables see the words alone;
    where the tables find the same party in the words, they add sector, name and role. A key that
    no table knows counts for nothing.

    Raises: UnusableError where neither key nor words name anybody the tables know.
    """
    found = resolve_phrase(named.words, who.day, who.tables)
    keyed = _of_key(named.key, who)
    if isinstance(found, Identity) and (keyed is None or found.key == keyed.key):
        return found
    if keyed is None:
        raise UnusableError(f"{named.words!r} ({named.key}) stands for nobody the tables know")
    return replace(keyed, sector=sector_of(phrase_parts(named.words, who.day, who.tables)))


def _of_key(key: str | None, who: Who) -> Identity | None:
    if key in who.states:
        return Identity(key)
    return who.tables.keys.get(key or "")
