"""Actors: states, organisations and armed groups as an event names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Span

NAMED_CODES = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
Basis = Literal["actor", "third", "unnamed", "author"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a phrase stands for, apart from where it stands.

    `code` is an ISO 3166 alpha-3 code for a state and all in it, or UNO, EUR, IGO, NGO, ISM,
    IMG, MNC; `id` names which of the latter (NATO, HAMAS). `sector` holds codes such as GOV or
    MIL. `name` is the person or body as it is usually called, `role` the office in words.

    >>> Identity("IGO", id="NATO").key
    'NATO'
    """

    code: str
    id: str | None = None
    sector: tuple[str, ...] = ()
    name: str | None = None
    role: str | None = None

    @property
    def key(self) -> str:
        """What tells this party from others: its code, or its id where that names only a kind."""
        return self.id if self.code in NAMED_CODES and self.id else self.code


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Not found, and why: the value a search for an actor or a date gives instead of an error."""

    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event: whom it is, and the words that say so."""

    identity: Identity
    span: Span

    @property
    def key(self) -> str:
        """The key of its identity."""
        return self.identity.key


@dataclass(frozen=True, slots=True)
class Target:
    """A third party an act is aimed against, and on whose word that is so."""

    actor: Actor
    basis: Basis
