"""Actor rows: each row of the actor tables as names, with what each name can stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from dragoman.coding.actors.names import NameIndex, find_names
from dragoman.coding.actors.offices import Held, Office
from dragoman.model.actors import Identity
from dragoman.tables.load import Row, cells, load

ReadingKind = Literal[
    "state", "adjective", "people", "seat", "capital", "region", "city", "waters",
    "organisation", "group", "person", "titled", "noun", "several", "blocked",
]  # fmt: skip
NounKind = Literal["title", "person", "people", "body", "force", "generic"]
Named = tuple[str, "Reading"]
GROUP_KEY = ("code", "id", "name")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun says of an actor: its kind, sector and, for a title, its usual form."""

    kind: NounKind
    sector: str
    role: str
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a name can stand for.

    `identities` is whom it stands for (several for "the two Koreas"), empty for a noun or a person
    of the tables of office. `start` and `end` bound the reading, as ISO dates, where they stand.
    """

    kind: ReadingKind
    rule: str
    identities: tuple[Identity, ...] = ()
    noun: Noun | None = None
    offices: tuple[Office, ...] = ()
    start: str = ""
    end: str = ""

    def holds(self, day: str) -> bool:
        """Whether the reading holds on an ISO day."""
        return self.start <= day and (not self.end or day < self.end)


def states(own: Path | None) -> Iterator[Named]:
    """The names of states, their people, capitals and seats of power."""
    for row in load("states", ("code",), own):
        code, bounds = row["code"], (row["start"], row["end"])
        whole = (Identity(code, name=row["name"]),)
        rule = f"states: {code}"
        state = Reading("state", rule, whole, start=bounds[0], end=bounds[1])
        for name in (row["name"], *cells(row["names"])):
            yield name, state
        adjective = replace(state, kind="adjective")
        for name in cells(row["adjectives"]):
            yield name, adjective
        people = replace(state, kind="people")
        for name in (*_plurals(row["adjectives"]), *_both_numbers(row["peoples"])):
            yield name, people
        for name in cells(row["capital"]):
            government = Identity(code, sector=("GOV",), name=name)
            yield name, Reading("capital", rule, (government,), start=bounds[0], end=bounds[1])
        for seat in cells(row["seats"]):
            name, _, sector = seat.partition("=")
            government = Identity(code, sector=(sector or "GOV",), name=name)
            yield name, Reading("seat", rule, (government,), start=bounds[0], end=bounds[1])


def regions(own: Path | None) -> Iterator[Named]:
    """The names of territories and of parts of states."""
    for row in load("regions", ("name", "code"), own):
        sector = (row["sector"],) if row["sector"] else ()
        rule = f"regions: {row['name']}"
        kind: ReadingKind = "region" if row["kind"] == "region" else "state"
        whole = (Identity(row["code"], sector=sector, name=row["name"]),)
        for name in (row["name"], *cells(row["aliases"])):
            yield name, Reading(kind, rule, (Identity(row["code"], sector=sector, name=name),))
        for name in cells(row["adjectives"]):
            yield name, Reading("adjective", rule, whole)
        for name in (*_plurals(row["adjectives"]), *_both_numbers(row["peoples"])):
            yield name, Reading("people", rule, whole)


def places(rows: Iterable[Row]) -> Iterator[Named]:
    """The names of towns, and of seas and other places of no one state."""
    for row in rows:
        country = row["country"]
        kind: ReadingKind = "city" if country else "waters"
        identities = (Identity(country, sector=("CVL",), name=row["name"]),) if country else ()
        place = Reading(kind, f"places: {row['name']}", identities)
        for name in (row["name"], *cells(row["aliases"])):
            yield name, place


def organisations(own: Path | None) -> Iterator[Named]:
    """The names of organisations between states, and of great firms."""
    for row in load("organisations", ("code", "id", "name"), own):
        identity = _body(row)
        for name in (row["name"], *cells(row["names"])):
            body = _called(identity, name)
            yield name, Reading("organisation", f"organisations: {row['name']}", (body,))
        for name in cells(row["adjectives"]):
            yield name, Reading("adjective", f"organisations: {row['name']}", (identity,))
        for name in cells(row["seats"]):
            yield name, Reading("capital", f"organisations: {row['name']}", (identity,))


def groups(rows: Iterable[Row]) -> Iterator[Named]:
    """The names of armed groups, parties, agencies and other bodies."""
    for row in rows:
        rule, bounds = f"groups: {row['name']}", (row["start"], row["end"])
        for name in (row["name"], *cells(row["names"])):
            body = _called(_body(row), name)
            yield name, Reading("group", rule, (body,), start=bounds[0], end=bounds[1])


def _body(row: Row) -> Identity:
    return Identity(row["code"], row["id"] or None, cells(row["sector"]), row["name"])


def _called(body: Identity, name: str) -> Identity:
    """A body as one of its names: bodies without an id share a row, and each keeps its own name."""
    return body if body.id or body.code in ("UNO", "EUR") else replace(body, name=name)


def nouns(own: Path | None) -> Iterator[Named]:
    """Common nouns for people, bodies and forces, in both numbers."""
    for row in load("sectors", ("words",), own):
        kind: NounKind = row["kind"]  # type: ignore[assignment]
        one = Noun(kind, row["sector"], row["role"], is_plural=kind == "people")
        several = replace(one, is_plural=True)
        for word in cells(row["words"]):
            yield word, Reading("noun", f"sectors: {word}", noun=one)
            if (plural := plural_of(word)) is not None:
                yield plural, Reading("noun", f"sectors: {word}", noun=several)


def phrases(rows: Iterable[Row]) -> Iterator[Named]:
    """Phrases that hold a state's name and are no party, or stand for several."""
    for row in rows:
        if row["kind"] == "blocked":
            for name in cells(row["words"]):
                yield name, Reading("blocked", f"actor_words: {name}")
        elif row["kind"] == "several":
            several = tuple(Identity(code) for code in cells(row["value"]))
            for name in cells(row["words"]):
                yield name, Reading("several", f"actor_words: {name}", several)


def honorifics(rows: Iterable[Row]) -> Iterator[Named]:
    """Words of courtesy before a name."""
    for row in rows:
        if row["kind"] == "honorific":
            for word in cells(row["words"]):
                yield word, Reading("blocked", "actor_words: honorific")


def people(held: Iterable[Held], titles: NameIndex[Reading]) -> Iterator[Named]:
    """The names of office holders; one that stands only with its title is found only after it.

    "President Jiang" in the tables means Jiang after a title; taken whole, it hid "President Jiang
    Zemin".
    """
    by_name: defaultdict[tuple[str, bool], list[Office]] = defaultdict(list)
    for office, names in held:
        for name in names:
            bare = _without_title(name, titles)
            by_name[bare, bare != name].append(office)
    for (name, is_titled), offices in by_name.items():
        kind: ReadingKind = "titled" if is_titled else "person"
        held_once = offices if len(offices) == 1 else dict.fromkeys(offices)
        yield name, Reading(kind, f"offices: {name}", offices=tuple(held_once))


def _without_title(name: str, titles: NameIndex[Reading]) -> str:
    first = name.partition(" ")[0]
    if first.isascii() and first.isalnum() and first.lower() not in titles.openings:
        return name  # by far the most
    words = name.split()
    for match in find_names(titles, words)[:1]:
        if match.first == 0 and match.last < len(words) - 1:
            return " ".join(words[match.last + 1 :])
    return name


def _plurals(cell: str) -> list[str]:
    return [name + "s" for name in cells(cell) if name[-1] in "nir" and name[-3:] != "ese"]


def _both_numbers(cell: str) -> list[str]:
    return [form for name in cells(cell) for form in (name, plural_of(name)) if form]


_IRREGULAR = {"man": "men", "woman": "women", "child": "children"}


def plural_of(noun: str) -> str | None:
    """The plural of a noun; None where it is one already or an abbreviation.

    >>> plural_of("militia"), plural_of("embassy"), plural_of("gunman"), plural_of("troops")
    ('militias', 'embassies', 'gunmen', None)
    """
    for singular, plural in _IRREGULAR.items():
        if noun.endswith(singular) and not noun.endswith(("german", "human")):
            return noun[: -len(singular)] + plural
    if noun.endswith((".", "s", "men", "people", "police")):
        return noun + "es" if noun.endswith("ss") else None
    if noun.endswith(("x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
