"""Identities: whom the parts of a noun phrase stand for together, with sector, name and role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.actors.offices import (
    LAST_DAY,
    Office,
    choose,
    is_remembered,
    likeness,
    name_parts,
)
from dragoman.coding.actors.rows import Noun
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity

ELITE = ("ELI",)
_LOST_WITH_OFFICE = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY", "COP"})
_FAMILY_OF_TITLES = 2
# From this many office holders of one name in one state on, the name is a ruling house's.
_HOUSE = 3
_MONARCHS = frozenset(
    {"king", "queen", "crown prince", "prince", "emir", "emperor", "sultan", "grand duke"}
)


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
    if parts.offices and (office := _office(parts, tables, day)) is not None:
        return (of_office(office, parts, tables, day),)
    if parts.nations:
        return tuple(_of_nation(nation, parts, tables, day) for nation in parts.nations)
    if parts.name and parts.title and (office := by_title(parts.title, parts.name, tables, day)):
        return (of_office(office, parts, tables, day),)
    return ()


def each_once(nations: Iterable[Identity]) -> tuple[Identity, ...]:
    """The nations without repeats; of two with one key the one that says more counts.

    >>> [n.name for n in each_once([Identity("RUS"), Identity("RUS", None, ("MIL",), "Red Army")])]
    ['Red Army']
    """
    found: dict[str, Identity] = {}
    for nation in nations:
        known = found.get(nation.key)
        if known is None or (nation.sector and not known.sector):
            found[nation.key] = nation
    return tuple(found.values())


def sector_of(parts: Parts) -> tuple[str, ...]:
    """The sector that nouns give, head first; those who left an office are elites.

    >>> sector_of(Parts(nouns=(Noun("generic", "", "chief"), Noun("body", "COP", ""))))
    ('COP',)
    """
    sector = next(((noun.sector,) for noun in parts.nouns if noun.sector), ())
    if parts.is_former and (not sector or set(sector) <= _LOST_WITH_OFFICE):
        return ELITE
    return sector


def of_office(office: Office, parts: Parts, tables: ActorTables, day: date | None) -> Identity:
    """The holder of an office as an identity: out of office, an elite of the state."""
    base = tables.keys.get(office.code) or Identity(office.code)
    in_office = office.is_held(day.isoformat()) if day else not office.end
    sector = office.sector
    if parts.is_former or (not in_office and not parts.title and set(sector) <= _LOST_WITH_OFFICE):
        sector = ELITE
    elif not in_office or not likeness(office.role, parts.title or office.role):
        sector = sector_of(parts) or sector
    return replace(base, sector=sector, name=office.name, role=_role(office, parts))


def _role(office: Office, parts: Parts) -> str:
    """The title the phrase gives that fits the office best; the office's own where none does."""
    titles = [noun.role for noun in parts.nouns if noun.role]
    return max(titles, key=lambda title: likeness(office.role, title), default=office.role)


def _office(parts: Parts, tables: ActorTables, day: date | None) -> Office | None:
    """The office of a known name; None where the phrase gives the name another state.

    Under a title a surname alone may be anyone's who held it: "President Hassan".
    """
    if parts.nations:
        states = {nation.key for nation in parts.nations}
        offices = [office for office in parts.offices if office.code in states]
        return choose(offices, day, role=parts.title)
    if parts.title and parts.name and len(name_parts(parts.name)) == 1:
        if titled := by_title(parts.title, parts.name, tables, day):
            return titled
        if not any(likeness(office.role, parts.title) for office in parts.offices):
            return None
    return choose(parts.offices, day, role=parts.title)


def _of_nation(nation: Identity, parts: Parts, tables: ActorTables, day: date | None) -> Identity:
    if not parts.nouns and not parts.name:
        return nation
    if (office := _holder_meant(nation, parts, tables, day)) is not None:
        return of_office(office, parts, tables, day)
    sector = sector_of(parts) or _government(parts.nouns) or nation.sector
    if nation.id and nation.sector and not parts.is_former:
        sector = nation.sector
    name = parts.name
    if name is None and (nation.id or not tables.is_state(nation.code)):
        name = nation.name
    return replace(nation, sector=sector, name=name, role=parts.title)


def _holder_meant(
    nation: Identity, parts: Parts, tables: ActorTables, day: date | None
) -> Office | None:
    """The office a title stands for: "the Russian president", his name spelt as it may be."""
    head = parts.nouns[0] if parts.nouns else None
    if head is None or not head.role or head.is_plural or head.kind != "title" or parts.is_former:
        return None
    office = holder(head.role, nation.key, tables, day)
    if office is None or parts.name is None:
        return office
    return office if name_parts(parts.name) & name_parts(office.name) else None


def _government(nouns: Iterable[Noun]) -> tuple[str, ...]:
    """Officials, chiefs and spokespersons of a state are its government where nothing says else."""
    return ("GOV",) if any(noun.kind == "generic" and noun.role for noun in nouns) else ()


def holder(role: str, code: str, tables: ActorTables, day: date | None) -> Office | None:
    """Who held an office of a state or body on a day; None where day or tables do not say."""
    if day is None:
        return None
    at = day.isoformat()
    fitting = [
        office
        for office in tables.offices.get(code, ())
        if office.is_held(at) and likeness(office.role, role) >= _FAMILY_OF_TITLES
    ]
    same = [office for office in fitting if office.role == role]
    return choose(same or fitting, day, role=role)


def by_title(title: str, name: str, tables: ActorTables, day: date | None) -> Office | None:
    """The office a titled name means, in any state: "Prime Minister Kishida" on a day is one man.

    None where holders in several states fit alike; nor is "spokesman Omar Khoury" Waheed Omar, who
    shares no surname with him. A name that several people of one state alone, monarchs among them,
    bore in office is that of its ruling house.
    """
    shared: dict[Office, int] = {}
    for part in sorted(name_parts(name)):  # a set's own order differs from process to process
        for office in tables.name_parts.get(part, ()):
            shared[office] = shared.get(office, 0) + 1
    at = day.isoformat() if day else LAST_DAY
    fits = {
        office: (office.is_held(at), likeness(office.role, title), parts, _ends_alike(office, name))
        for office, parts in shared.items()
        if likeness(office.role, title) and is_remembered(office, day)
        if parts > 1 or _may_be_called(office, name, title)
    }
    if not fits:
        return _of_house(shared, title, day)
    best = [office for office, fit in fits.items() if fit == max(fits.values())]
    return choose(best, day, role=title) if len({office.code for office in best}) == 1 else None


def _may_be_called(office: Office, name: str, title: str) -> bool:
    """Whether somebody of the holder's surname can be he: another given name takes the very title.

    Given names are spelt in many ways, and begin alike: "President Aleksandr Lukashenko".
    """
    given, own = name.split()[0], office.name.split()[0]
    if len(name_parts(name)) == 1:
        return True
    return _ends_alike(office, name) and (given[0] == own[0] or office.role == title)


def _ends_alike(office: Office, name: str) -> bool:
    """Whether the last part of a name is the holder's surname, not one of his given names."""
    return name_parts(name.split()[-1]) <= name_parts(office.name.split()[-1])


def _of_house(shared: dict[Office, int], title: str, day: date | None) -> Office | None:
    """The house that several of one state are of, one of them its ruler: "Prince Ali Al Sabah".

    A name that is only common among those in office tells nobody's state: "Ann Singh".
    """
    people = {office.name for office in shared}
    is_one_state = len({office.code for office in shared}) == 1
    has_ruled = any(office.role.partition(" of ")[0] in _MONARCHS for office in shared)
    is_house = is_one_state and has_ruled and len(people) >= _HOUSE
    return choose(shared, day, role=title) if is_house else None
