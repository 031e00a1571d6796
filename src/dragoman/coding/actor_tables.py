"""Actor tables: every name, title and noun of the knowledge tables, ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from dragoman.coding.names import NameIndex, build_index, find_names, fold
from dragoman.coding.offices import Office, by_name_part, load_offices
from dragoman.model.actors import NAMED_CODES, Identity
from dragoman.tables.load import Row, cells, load

ReadingKind = Literal[
    "state", "adjective", "people", "seat", "capital", "region", "city", "waters",
    "organisation", "group", "person", "titled", "noun", "several", "blocked",
]  # fmt: skip
NounKind = Literal["title", "person", "people", "body", "force", "generic"]
Named = tuple[str, "Reading"]


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


@dataclass(frozen=True, slots=True)
class ActorTables:
    """The tables of actors, looked up by name; user's rows laid over the package's.

    `index` finds names; `name_parts` the offices of people by a part of their name; `keys` the
    identity behind a key such as NATO; `homes` the state an armed group comes from; `words` the
    words of actor_words.csv by kind, `stands_for` its reference phrases, and `coordinates` the
    latitude and longitude of places by their folded name.
    """

    index: NameIndex[Reading]
    name_parts: Mapping[str, tuple[Office, ...]]
    offices: Mapping[str, tuple[Office, ...]]
    keys: Mapping[str, Identity]
    homes: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    stands_for: NameIndex[tuple[str, str]]
    coordinates: Mapping[str, tuple[float, float]]

    def is_state(self, code: str) -> bool:
        """Whether a code is that of a state, not of a kind of organisation."""
        return code not in self.keys and code not in NAMED_CODES


def load_actor_tables(own: Path | None = None) -> ActorTables:
    """The package's tables of actors, with those of the folder `own` added or put in their place.

    Raises: TableError for a table that cannot be read.

    >>> load_actor_tables().keys["NATO"].code
    'IGO'
    """
    bodies = [*_organisations(own), *_groups(own)]
    nouns = list(_nouns(own))
    words = load("actor_words", ("words", "kind"), own)
    by_key = build_index(bodies)
    held = [
        (office, names)
        for office, names in load_offices(own)
        if len(office.code) == _STATE_CODE or _identity_of(office.code, by_key)
    ]
    offices = [office for office, _ in held]
    names = [
        *_states(own), *_regions(own), *_places(own), *bodies, *nouns, *_phrases(words),
        *_people(held, build_index([*nouns, *_honorifics(words)])),
    ]  # fmt: skip
    return ActorTables(
        index=build_index(names),
        name_parts=by_name_part(offices),
        offices=_by_code(offices),
        keys=_keys(bodies, offices, by_key),
        homes={row["id"]: row["home"] for row in load("groups", _GROUP_KEY, own) if row["home"]},
        words=_word_sets(words),
        stands_for=build_index(
            (phrase, (row["kind"], row["value"]))
            for row in words
            if row["kind"] in ("both", "all", "one")
            for phrase in cells(row["words"])
        ),
        coordinates=_coordinates(own),
    )


_GROUP_KEY = ("code", "id", "name")
_STATE_CODE = 3


def _states(own: Path | None) -> Iterator[Named]:
    for row in load("states", ("code",), own):
        code, bounds = row["code"], (row["start"], row["end"])
        whole = (Identity(code, name=row["name"]),)
        rule = f"states: {code}"
        for name in (row["name"], *cells(row["names"])):
            yield name, Reading("state", rule, whole, start=bounds[0], end=bounds[1])
        for name in cells(row["adjectives"]):
            yield name, Reading("adjective", rule, whole, start=bounds[0], end=bounds[1])
        for name in (*_plurals(row["adjectives"]), *_both_numbers(row["peoples"])):
            yield name, Reading("people", rule, whole, start=bounds[0], end=bounds[1])
        for name in cells(row["capital"]):
            government = Identity(code, sector=("GOV",), name=name)
            yield name, Reading("capital", rule, (government,), start=bounds[0], end=bounds[1])
        for seat in cells(row["seats"]):
            name, _, sector = seat.partition("=")
            government = Identity(code, sector=(sector or "GOV",), name=name)
            yield name, Reading("seat", rule, (government,), start=bounds[0], end=bounds[1])


def _regions(own: Path | None) -> Iterator[Named]:
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


def _places(own: Path | None) -> Iterator[Named]:
    for row in load("places", ("name",), own):
        country = row["country"]
        kind: ReadingKind = "city" if country else "waters"
        identities = (Identity(country, sector=("CVL",), name=row["name"]),) if country else ()
        for name in (row["name"], *cells(row["aliases"])):
            yield name, Reading(kind, f"places: {row['name']}", identities)


def _coordinates(own: Path | None) -> dict[str, tuple[float, float]]:
    return {
        fold(name).lower(): (float(row["lat"]), float(row["lon"]))
        for row in load("places", ("name",), own)
        for name in (row["name"], *cells(row["aliases"]))
    }


def _organisations(own: Path | None) -> Iterator[Named]:
    for row in load("organisations", ("code", "id", "name"), own):
        identity = _body(row)
        for name in (row["name"], *cells(row["names"])):
            yield name, Reading("organisation", f"organisations: {row['name']}", (identity,))
        for name in cells(row["adjectives"]):
            yield name, Reading("adjective", f"organisations: {row['name']}", (identity,))


def _groups(own: Path | None) -> Iterator[Named]:
    for row in load("groups", _GROUP_KEY, own):
        for name in (row["name"], *cells(row["names"])):
            yield (
                name,
                Reading(
                    "group",
                    f"groups: {row['name']}",
                    (_body(row),),
                    start=row["start"],
                    end=row["end"],
                ),
            )


def _body(row: Row) -> Identity:
    return Identity(row["code"], row["id"] or None, cells(row["sector"]), row["name"])


def _nouns(own: Path | None) -> Iterator[Named]:
    for row in load("sectors", ("words",), own):
        kind: NounKind = row["kind"]  # type: ignore[assignment]
        one = Noun(kind, row["sector"], row["role"], is_plural=kind == "people")
        several = replace(one, is_plural=True)
        for word in cells(row["words"]):
            yield word, Reading("noun", f"sectors: {word}", noun=one)
            if (plural := plural_of(word)) is not None:
                yield plural, Reading("noun", f"sectors: {word}", noun=several)


def _phrases(rows: Iterable[Row]) -> Iterator[Named]:
    for row in rows:
        if row["kind"] == "blocked":
            for name in cells(row["words"]):
                yield name, Reading("blocked", f"actor_words: {name}")
        elif row["kind"] == "several":
            several = tuple(Identity(code) for code in cells(row["value"]))
            for name in cells(row["words"]):
                yield name, Reading("several", f"actor_words: {name}", several)


def _honorifics(rows: Iterable[Row]) -> Iterator[Named]:
    for row in rows:
        if row["kind"] == "honorific":
            for word in cells(row["words"]):
                yield word, Reading("blocked", "actor_words: honorific")


def _people(
    held: Iterable[tuple[Office, tuple[str, ...]]], titles: NameIndex[Reading]
) -> Iterator[Named]:
    """The names of office holders; one that stands only with its title is found only after it.

    "President Jiang" in the tables means Jiang after a title; taken whole, it hid "President Jiang
    Zemin".
    """
    by_name: dict[tuple[str, bool], dict[Office, None]] = {}
    for office, names in held:
        for name in names:
            bare = _without_title(name, titles)
            by_name.setdefault((bare, bare != name), {})[office] = None
    for (name, is_titled), offices in by_name.items():
        kind: ReadingKind = "titled" if is_titled else "person"
        yield name, Reading(kind, f"offices: {name}", offices=tuple(offices))


def _without_title(name: str, titles: NameIndex[Reading]) -> str:
    words = name.split()
    for match in find_names(titles, words)[:1]:
        if match.first == 0 and match.last < len(words) - 1:
            return " ".join(words[match.last + 1 :])
    return name


def _by_code(offices: Iterable[Office]) -> dict[str, tuple[Office, ...]]:
    found: dict[str, list[Office]] = {}
    for office in offices:
        found.setdefault(office.code, []).append(office)
    return {code: tuple(held) for code, held in found.items()}


def _keys(
    bodies: Iterable[Named], offices: Iterable[Office], index: NameIndex[Reading]
) -> dict[str, Identity]:
    found: dict[str, Identity] = {}
    for _, reading in bodies:
        body = reading.identities[0]
        found.setdefault(body.id or body.code, body)
    for office in offices:
        if office.code not in found and (identity := _identity_of(office.code, index)):
            found[office.code] = identity
    return found


def _identity_of(key: str, index: NameIndex[Reading]) -> Identity | None:
    """The body whose id or name a key of the office tables is ("HAQQANI_NETWORK")."""
    words = key.split("_")
    for spelled in (words, [word.title() for word in words]):
        for match in find_names(index, spelled):
            if match.first == 0 and match.last == len(words) - 1:
                for reading in match.payloads:
                    if reading.kind in ("organisation", "group"):
                        return reading.identities[0]
    return None


def _word_sets(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(cells(row["words"])) for row in rows}


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
