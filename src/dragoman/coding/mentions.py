"""Mentions: the places in a sentence where a party is named, and whom each stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actors import Identity

MentionKind = Literal["name", "adjective", "person", "role", "group", "pronoun", "place"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (inclusive) of a sentence that stand for one or more parties.

    `head` is the word by which the mention hangs in the tree. `identities` has one entry, or
    several for "the two countries", "both leaders", "they". `kind` tells a name ("Iran") from an
    adjective or people ("Iranian", "Iranians"), a person ("Xi Jinping"), a role ("the Iranian foreign
    minister"), a group ("the two sides"), a pronoun, and a place that is only a place ("in Beijing").
    `rule` names the table row or rule that found it.
    """

    first: int
    last: int
    head: int
    identities: tuple[Identity, ...]
    kind: MentionKind
    rule: str
