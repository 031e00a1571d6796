"""Actor tables: every name, title and noun of the knowledge tables, ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dragoman.coding.actors import rows
from dragoman.coding.actors.names import NameIndex, build_index, find_names, fold
from dragoman.coding.actors.offices import Held, Office, by_name_part, load_offices
from dragoman.coding.actors.rows import GROUP_KEY, Named, Noun, Reading
from dragoman.model.actors import NAMED_CODES, Identity
from dragoman.tables.load import Row, cells, load


@dataclass(frozen=True)
class ActorTables:
    """The tables of actors, looked up by name; user's rows laid over the package's.

    `index` finds names; `offices` has them by state or body; `keys` the identity behind a key such
    as NATO; `homes` the state an armed group comes from; `words` the words of actor_words.csv by
    kind, `stands_for` its reference phrases, and `coordinates` the latitude and longitude of places
    by their folded name, `nouns` what each common noun says, `domains` the states whose offices
    publish at an address; `terms` are all offices in the order of the tables.
    """

    index: NameIndex[Reading]
    offices: Mapping[str, tuple[Office, ...]]
    keys: Mapping[str, Identity]
    homes: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    stands_for: NameIndex[tuple[str, str]]
    coordinates: Mapping[str, tuple[float, float]]
    nouns: Mapping[str, Noun]
    domains: Mapping[str, str]
    terms: Sequence[Office]

    @cached_property
    def name_parts(self) -> Mapping[str, tuple[Office, ...]]:
        """The offices of people by a part of their name; many an article asks for none."""
        return by_name_part(self.terms)

    def is_state(self, code: str) -> bool:
        """Whether a code is that of a state, not of a kind of organisation."""
        return code not in self.keys and code not in NAMED_CODES


def load_actor_tables(own: Path | None = None) -> ActorTables:
    """The package's tables of actors, with those of the folder `own` added or put in their place.

    Raises: TableError for a table that cannot be read.

    >>> load_actor_tables().keys["NATO"].code
    'IGO'
    """
    groups, places = load("groups", GROUP_KEY, own), load("places", ("name",), own)
    bodies = [*rows.organisations(own), *rows.groups(groups)]
    nouns = list(rows.nouns(own))
    words = load("actor_words", ("words", "kind"), own)
    by_key = build_index(bodies)
    held = _of_known(load_offices(own), by_key)
    offices = [office for office, _ in held]
    names = [
        *rows.states(own), *rows.regions(own), *rows.places(places), *bodies, *nouns,
        *rows.phrases(words),
        *rows.people(held, build_index([*nouns, *rows.honorifics(words)])),
    ]  # fmt: skip
    return ActorTables(
        index=build_index(names),
        offices=_by_code(offices),
        keys=_keys(bodies, offices, by_key),
        homes={row["id"]: row["home"] for row in groups if row["home"]},
        words=_word_sets(words),
        stands_for=build_index(
            (phrase, (row["kind"], row["value"]))
            for row in words
            if row["kind"] in ("both", "each", "all", "one")
            for phrase in cells(row["words"])
        ),
        coordinates=_coordinates(places),
        nouns={name: reading.noun for name, reading in nouns if reading.noun},
        domains={
            domain: row["value"]
            for row in words
            if row["kind"] == "domain"
            for domain in cells(row["words"])
        },
        terms=offices,
    )


_STATE_CODE = 3


def _of_known(held: list[Held], index: NameIndex[Reading]) -> list[Held]:
    """The offices of states, and of the bodies that the tables know."""
    codes = {office.code for office, _ in held}
    known = {code for code in codes if len(code) == _STATE_CODE or _identity_of(code, index)}
    return [(office, names) for office, names in held if office.code in known]


def _coordinates(places: Iterable[Row]) -> dict[str, tuple[float, float]]:
    return {
        fold(name).lower(): (float(row["lat"]), float(row["lon"]))
        for row in places
        for name in (row["name"], *cells(row["aliases"]))
    }


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
        if body.id or body.code in ("UNO", "EUR"):
            found.setdefault(body.id or body.code, body)
    for code in dict.fromkeys(office.code for office in offices):
        if len(code) != _STATE_CODE and (identity := _identity_of(code, index)):
            found.setdefault(code, identity)
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
