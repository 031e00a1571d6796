"""Mentions: the places in a sentence where a party is named, and whom each stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.coding.actors.identities import identify
from dragoman.coding.actors.joining import Group, join
from dragoman.coding.actors.pieces import Piece, find_pieces
from dragoman.coding.actors.rows import Reading
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

MentionKind = Literal["name", "adjective", "person", "role", "group", "pronoun", "place"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (inclusive) of a sentence that stand for one or more parties.

    `head` is the word by which the mention hangs in the tree. `identities` has one entry, or
    several for "the two countries", "both leaders", "they"; none where it is not known who is
    meant. `kind` tells a name ("Iran") from an adjective or people ("Iranian", "Iranians"), a
    person ("Xi Jinping"), a role ("the Iranian foreign minister", "Israeli troops"), a group ("the
    two sides"), a pronoun, and a place that is only a place ("in Beijing"). `rule` names the table
    row or rule that found it.
    """

    first: int
    last: int
    head: int
    identities: tuple[Identity, ...]
    kind: MentionKind
    rule: str

    @property
    def words(self) -> range:
        """The indexes of its words."""
        return range(self.first, self.last + 1)


def find_mentions(sentence: Sentence, tables: ActorTables, day: date | None) -> list[Mention]:
    """The mentions of a sentence, in the order of the text.

    A name, its titles and its apposition are one mention ("Sergei Lavrov, Russia's foreign
    minister"); an adjective that modifies no party is one of its own ("the Russian invasion").

    Args:
        sentence: the sentence with its tree.
        tables: the tables of actors.
        day: the day it was written, which decides who held an office; None where unknown.
    """
    pieces = find_pieces(sentence, tables, day)
    if not pieces:
        return []
    found = [_mention(group, sentence, tables, day) for group in join(sentence, pieces)]
    known = [m for m in found if m is not None]
    for piece in pieces:
        if piece.hand == "holds":
            known = _with_holder(sentence, piece, known)
    return sorted(known, key=lambda m: (m.first, m.last))


def _with_holder(sentence: Sentence, holder: Piece, found: Iterable[Mention]) -> list[Mention]:
    """The mentions with the group that holds some land for its owner: "ISIS-held areas of Iraq"."""
    above = (w for w in sentence.ancestors(holder.head) if w > holder.last)
    land = next((w for w in above if sentence.tags[w] in ("NOUN", "PROPN")), holder.head)
    lost = [c for c in sentence.related(land, "nmod", "flat", "appos") if c > land]
    kept = [m for m in found if m.head not in lost or sentence.case(m.head) not in ("of", "")]
    identities = holder.reading.identities
    rule = holder.reading.rule
    return [*kept, Mention(holder.first, holder.last, land, identities, "adjective", rule)]


def _mention(
    group: Group, sentence: Sentence, tables: ActorTables, day: date | None
) -> Mention | None:
    top = group.top.reading
    identities = identify(group.parts(sentence, tables), tables, day)
    if top.kind == "waters" or group.top.hand or (not identities and _is_vague(top)):
        return None
    kind = _kind(group, sentence, tables)
    return Mention(group.first, group.last, group.head, identities, kind, top.rule)


def _is_vague(reading: Reading) -> bool:
    """Whether a noun says so little that without a state it names nobody: "group", "member"."""
    noun = reading.noun
    return noun is not None and noun.kind == "generic" and not noun.role


def _kind(group: Group, sentence: Sentence, tables: ActorTables) -> MentionKind:
    if group.person or group.name:
        return "person"
    kind = group.top.reading.kind
    if kind == "noun":
        return "role"
    if kind in ("adjective", "people"):
        return "adjective" if kind == "people" or _modifies(sentence, group.top) else "name"
    if kind == "several":
        return "group"
    if kind in ("organisation", "group"):
        return "name"
    return "place" if _is_only_a_place(sentence, group.top, tables) else "name"


def _modifies(sentence: Sentence, piece: Piece) -> bool:
    return sentence.relations[piece.head] in ("amod", "compound", "nmod", "conj", "dep")


def _is_only_a_place(sentence: Sentence, piece: Piece, tables: ActorTables) -> bool:
    """Whether a name tells where an act happened, not who acted.

    A state is a place after "in" or "at"; a capital also after "to" and "from" and before a noun
    ("the Kabul blast"), as a part of a state is ("the Corsica bombings"); a town is one everywhere.
    """
    kind, relation = piece.reading.kind, sentence.relations[piece.head]
    if kind == "city" or (kind in ("capital", "region") and relation == "compound"):
        return True
    word = piece.head
    if relation == "conj" and not sentence.case(word):
        # "in Iraq and Kuwait": the second is where the first is.
        word = sentence.heads[word]
    elif relation in ("compound", "appos"):
        # "in the southern Helmand province", "in the southern province of Helmand"
        above = sentence.heads[word]
        word = above if sentence.lemmas[above].lower() in tables.words["place_noun"] else word
    cases = tables.words["city_case" if kind == "capital" else "place_case"]
    return sentence.case(word) in cases
