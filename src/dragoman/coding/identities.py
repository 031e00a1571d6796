"""Identities: whom the parts of a noun phrase stand for together, with sector, name and role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.actor_tables import ActorTables, Noun
from dragoman.coding.names import atoms
from dragoman.coding.offices import Office, are_similar, choose, is_remembered
from dragoman.model.actors import Identity

ELITE = ("ELI",)
_OFFICES_LOST = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP", ""})


@dataclass(frozen=True, slots=True)
class Parts:
    """What a noun phrase says of an actor.

    `nations` are the states and bodies that own or modify it, `nouns` its titles and common nouns
    (head first), `offices` those that the person it names ever held, `name` that name as written.
    """

    nations: tuple[Identity, ...] = ()
    nouns: tuple[Noun, ...] = ()
    offices: tuple[Office, ...] = ()
    name: str | None = None
    is_former: bool = False

    @property
    def title(self) -> str | None:
        """The usual form of the title it gives, if any."""
        return next((noun.role for noun in self.nouns if noun.role), None)


def identify(parts: Parts, tables: ActorTables, day: date | None) -> tuple[Identity, ...]:
    """Whom the parts stand for on a day; empty where nobody can be told from them."""
    if parts.offices and (office := _office(parts, day)) is not None:
        return (of_office(office, parts, tables, day),)
    if parts.nations:
        return tuple(_of_nation(nation, parts, tables, day) for nation in parts.nations)
    if parts.name and parts.title and (office := by_title(parts.title, parts.name, tables, day)):
        return (of_office(office, parts, tables, day),)
    return ()


def _office(parts: Parts, day: date | None) -> Office | None:
    """The office of a known name; None where the phrase gives the name another state."""
    states = {nation.key for nation in parts.nations}
    offices = [o for o in parts.offices if not states or o.code in states]
    return choose(offices, day, role=parts.title)


def of_office(office: Office, parts: Parts, tables: ActorTables, day: date | None) -> Identity:
    """The holder of an office as an identity: out of office, an elite of the state."""
    base = tables.keys.get(office.code) or Identity(office.code)
    in_office = office.is_held(day.isoformat()) if day else not office.end
    sector = sector_of(parts.nouns) or (office.sector,)
    if parts.is_former or (not in_office and not parts.title):
        sector = ELITE
    return replace(base, sector=sector, name=office.name, role=parts.title or office.role)


def _of_nation(nation: Identity, parts: Parts, tables: ActorTables, day: date | None) -> Identity:
    if not parts.nouns and not parts.name:
        return nation
    sector = sector_of(parts.nouns) or nation.sector or _government(parts.nouns)
    if parts.is_former and set(sector) <= _OFFICES_LOST:
        sector = ELITE
    name, role = parts.name, parts.title
    if name is None and role is not None and not parts.is_former:
        office = holder(role, nation.key, tables, day)
        name = office.name if office else None
    return replace(nation, sector=sector, name=name or nation.name, role=role)


def sector_of(nouns: Iterable[Noun]) -> tuple[str, ...]:
    """The sector of a phrase's nouns, head first; a general noun leaves it to the others.

    >>> sector_of([Noun("generic", "", "chief"), Noun("body", "COP", "")])
    ('COP',)
    """
    return next(((noun.sector,) for noun in nouns if noun.sector), ())


def _government(nouns: Iterable[Noun]) -> tuple[str, ...]:
    """Officials, chiefs and spokespersons of a state are its government where nothing says else."""
    return ("GOV",) if any(noun.kind == "generic" and noun.role for noun in nouns) else ()


def holder(role: str, code: str, tables: ActorTables, day: date | None) -> Office | None:
    """Who held an office of a state or body on a day; None where the tables do not say."""
    fitting = [o for o in tables.offices.get(code, ()) if are_similar(o.role, role)]
    office = choose(fitting, day, role=role)
    if office is None or (day and not office.is_held(day.isoformat())):
        return None
    return office


def by_title(title: str, name: str, tables: ActorTables, day: date | None) -> Office | None:
    """The holder of an office whose name shares a part with `name`, in any state.

    "Prime Minister Kishida" on a day is one man; where several states have one, nobody is meant.
    """
    parts = {atom.lower() for word in name.split() for atom in atoms(word)}
    shared: dict[Office, int] = {}
    for part in parts:
        for office in tables.surnames.get(part, ()):
            if are_similar(office.role, title) and is_remembered(office, day):
                shared[office] = shared.get(office, 0) + 1
    at = day.isoformat() if day else "9999-12-31"
    if held := {office: n for office, n in shared.items() if office.is_held(at)}:
        shared = held
    most = max(shared.values(), default=0)
    best = [office for office, n in shared.items() if n == most]
    same = [office for office in best if office.role == title] or best
    if len({office.code for office in same}) != 1:
        return None
    return choose(same, day, role=title)
