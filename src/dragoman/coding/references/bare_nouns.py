"""Bare nouns: a title, a body or people named without a state, and such a noun of one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.actors.identities import Parts, identify
from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.rows import Noun
from dragoman.coding.references.referents import Referent, Scene
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

_NOT_EVERYWHERE = frozenset(
    {"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "emperor"}
)


@dataclass(frozen=True, slots=True)
class Bare:
    """A mention that only a noun names, and how the noun is determined: the, a, or nothing."""

    sentence: Sentence
    mention: Mention
    noun: Noun
    is_definite: bool
    is_indefinite: bool

    @property
    def is_governments(self) -> bool:
        """Whether it is a government or what a government has: "government forces"."""
        return self.mention.rule.startswith("sectors: government")

    @property
    def is_title(self) -> bool:
        """Whether it is the title of one person or several."""
        return self.noun.kind == "title"


def of_nation(nation: Identity | None, parts: Parts, scene: Scene) -> tuple[Identity, ...]:
    """Whom a noun stands for if it is of a state or body; nobody where it is of none."""
    if nation is None:
        return ()
    bare_nation = Identity(nation.code, nation.id, nation.sector if nation.id else ())
    return identify(replace(parts, nations=(bare_nation,)), scene.tables, scene.day)


def lacks(nation: Identity, role: str, scene: Scene) -> bool:
    """Whether a state has nobody with a title that not every state has: a king, a premier."""
    if role not in _NOT_EVERYWHERE or scene.day is None:
        return False
    day = scene.day.isoformat()
    held = {
        office.role for office in scene.tables.offices.get(nation.code, ()) if office.is_held(day)
    }
    return bool(held) and role not in held


def has_sector(referent: Referent, sector: str) -> bool:
    """Whether somebody it stands for is of a sector."""
    return any(sector in identity.sector for identity in referent.identities)
