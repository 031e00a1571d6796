"""Pieces: the names, titles and nouns of a sentence, each with the reading that fits its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.actors.names import Match, find_names
from dragoman.coding.actors.offices import is_remembered
from dragoman.coding.actors.rows import Reading, ReadingKind
from dragoman.coding.actors.seats import may_stand
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.parses import ROOT, Sentence

NATION_KINDS = frozenset(
    {"state", "adjective", "people", "seat", "capital", "region", "city", "organisation", "group",
     "several"}
)  # fmt: skip
_GEOGRAPHY = frozenset({"state", "capital", "region", "city"})
_DESCENT = frozenset({"adjective", "people"})
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM", "SYM"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
# Of several readings that fit, the earlier kind counts: a person's name is rarely a town.
_ORDER: tuple[ReadingKind, ...] = (
    "blocked", "several", "organisation", "group", "state", "people", "adjective", "seat",
    "capital", "person", "noun", "region", "waters", "city",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_HYPHENS = frozenset({"-", "–", "‑"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `first` to `last` (inclusive) with one reading; `head` is their word in the tree.

    `hand` is "proxy" where a state stands behind what follows ("Iranian-backed"), "holds" where a
    group has it ("ISIS-held"); `common` the reading of a body's name ("Congress") as a noun.
    """

    first: int
    last: int
    head: int
    reading: Reading
    hand: str = ""
    common: Reading | None = None

    @property
    def is_nation(self) -> bool:
        """Whether it can say whose something is: a state, body or group and its adjective."""
        return self.reading.kind in NATION_KINDS and not self.hand


def find_pieces(sentence: Sentence, tables: ActorTables, day: date | None) -> list[Piece]:
    """The pieces of a sentence, in the order of the text."""
    found = []
    for match in named(sentence.words, tables):
        head = head_of(sentence, match.first, match.last)
        readings = [r for r in match.payloads if _fits(sentence, match, head, r, day)]
        if not readings:
            continue
        reading = _chosen(sentence, head, readings)
        hand = _hand(sentence, match, reading, tables)
        if reading.kind == "blocked" or hand in ("apart", "against"):
            continue
        common = next((r for r in readings if r.kind == "noun" and r is not reading), None)
        found.append(Piece(match.first, match.last, head, reading, hand, common))
    return _with_states(sentence, _without_descent(sentence, found))


def _without_descent(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """The pieces without what only tells where people's families came from.

    "Cuban Americans", "ethnic Albanians", "Bosnian Serbs": theirs is the state they live in.
    """
    citizens = {n for n, word in enumerate(sentence.words) if word == "Americans"}
    owned = {p.last + 1 for p in pieces if p.reading.kind in ("adjective", "state")} - citizens
    return [
        piece
        for piece in pieces
        if not (piece.reading.kind == "adjective" and piece.last + 1 in citizens)
        and not (piece.reading.kind in _DESCENT and _before(sentence, piece) == "ethnic")
        and not (piece.reading.kind == "people" and piece.first in owned)
    ]


def _before(sentence: Sentence, piece: Piece) -> str:
    return sentence.words[piece.first - 1].lower() if piece.first else ""


def _with_states(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """The pieces with towns in the state named after them: "Paris, Texas", "Athens, Georgia"."""
    for n in range(len(pieces) - 1):
        town, state = pieces[n], pieces[n + 1]
        if town.reading.kind not in ("city", "capital") or state.first != town.last + 2:
            continue
        if sentence.words[town.last + 1] != "," or state.reading.kind not in ("region", "state"):
            continue
        if state.reading.kind == "region" or state.reading.rule == _GEORGIA:
            code = state.reading.identities[0].code if state.reading.kind == "region" else "USA"
            pieces[n] = _placed(town, code)
            pieces[n + 1] = _placed(state, code)
    return pieces


def _placed(piece: Piece, code: str) -> Piece:
    """A town or a state's part as one of another state, and no more than a place."""
    where = replace(piece.reading.identities[0], code=code, sector=())
    return replace(piece, reading=replace(piece.reading, kind="city", identities=(where,)))


# The one state of the world that shares its name with one of the United States.
_GEORGIA = "states: GEO"


def named(words: Sequence[str], tables: ActorTables) -> list[Match[Reading]]:
    """The names of the tables in `words`; one that needs a title only where a title stands before.

    "Jiang" alone may be anybody; after "President" or "Mr." it is the man of the tables.
    """
    found: list[Match[Reading]] = []
    for match in find_names(tables.index, words):
        if all(reading.kind != "titled" for reading in match.payloads):
            found.append(match)
            continue
        last = found[-1] if found else None
        after_title = last is not None and last.last == match.first - 1 and _is_title(last)
        if match.first > 0:
            before = words[match.first - 1].rstrip(".").lower()
            after_title = after_title or before in tables.words["honorific"]
        if readings := _with_titled(match.payloads, after_title=after_title):
            found.append(Match(match.first, match.last, readings))
    return found


def _is_title(match: Match[Reading]) -> bool:
    return any(reading.noun is not None for reading in match.payloads)


def _with_titled(readings: Sequence[Reading], *, after_title: bool) -> tuple[Reading, ...]:
    """The readings, those of people put together; of titled ones only what a title allows."""
    people = [r for r in readings if r.kind == "person" or (after_title and r.kind == "titled")]
    others = [r for r in readings if r.kind not in ("person", "titled")]
    if people:
        offices = dict.fromkeys(office for r in people for office in r.offices)
        others.append(replace(people[0], kind="person", offices=tuple(offices)))
    return tuple(others)


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word among `first` to `last` that hangs from outside them."""
    for word in range(last, first - 1, -1):
        if not first <= sentence.heads[word] <= last:
            return word
    return last


def _chosen(sentence: Sentence, head: int, readings: Sequence[Reading]) -> Reading:
    kinds = {reading.kind: reading for reading in reversed(readings)}
    if "adjective" in kinds and "people" in kinds and _is_modifier(sentence, head):
        return kinds["adjective"]
    if "person" in kinds and "adjective" not in kinds and "state" not in kinds:
        nouns = kinds.keys() & {"noun", "organisation", "group"}
        if not nouns:
            return kinds["person"]
    return kinds[min(kinds, key=lambda kind: _RANK[kind])]


def _is_modifier(sentence: Sentence, word: int) -> bool:
    return sentence.relations[word] in ("amod", "compound") or sentence.tags[word] == "ADJ"


def _fits(
    sentence: Sentence, match: Match[Reading], head: int, reading: Reading, day: date | None
) -> bool:
    tag = sentence.tags[head]
    if reading.kind == "noun":
        return tag in _NOUN_TAGS and not _is_an_hour(sentence, match)
    if tag not in _NAME_TAGS or (day and not reading.holds(day.isoformat())):
        return False
    if reading.kind == "person":
        return _is_that_person(sentence, match, head, reading, day)
    is_name = reading.kind in _GEOGRAPHY and _is_in_a_persons_name(sentence, match, head)
    is_apart = is_name or not may_stand(sentence, head, reading)
    return not is_apart and (reading.kind != "city" or not _is_in_a_longer_name(sentence, head))


def _is_an_hour(sentence: Sentence, match: Match[Reading]) -> bool:
    """Whether "PM" follows an hour: "3:18 P.M."."""
    before = sentence.words[match.first - 1] if match.first else ""
    return sentence.words[match.first].isupper() and before[:1].isdigit()


def _is_in_a_persons_name(sentence: Sentence, match: Match[Reading], head: int) -> bool:
    """Whether a place is part of a person's name: "Paris Hilton", "Michael Jordan"."""
    for mention in sentence.mentions:
        covers = mention.first <= match.first and match.last <= mention.last
        is_longer = mention.last - mention.first > match.last - match.first
        if covers and is_longer and mention.kind == "person":
            return True
    # "The Laos-Cambodia agreement": parsers hang the second of a pair of states as a surname.
    if any(
        sentence.relations[c] == "flat"
        and c > match.last
        and sentence.tags[c] == "PROPN"
        and sentence.words[c - 1] not in _HYPHENS
        for c in sentence.children[head]
    ):
        return True
    above = sentence.heads[head]
    return (
        sentence.relations[head] == "flat"
        and above != ROOT
        and above == match.first - 1
        and sentence.tags[above] == "PROPN"
    )


def _is_in_a_longer_name(sentence: Sentence, head: int) -> bool:
    """Whether a town's name only begins another's: "Lincoln Memorial", "Boston Tea Party"."""
    above = sentence.heads[head]
    return (
        sentence.relations[head] in ("compound", "flat")
        and above == head + 1
        and sentence.tags[above] == "PROPN"
    )


def _is_that_person(
    sentence: Sentence, match: Match[Reading], head: int, reading: Reading, day: date | None
) -> bool:
    """Whether a name is that of the person in the tables: a full name is, a bare surname if alone.

    "Rice" under a title or on its own is read so; "Sam Rice" and "Rice University" are not.
    """
    if match.first != match.last:
        return True
    if sentence.tags[head] != "PROPN":
        return False
    if not any(is_remembered(office, day) for office in reading.offices):
        return False
    if _has_other_given_name(sentence, match.first):
        return False
    after = match.last + 1
    return not (
        after < len(sentence)
        and sentence.tags[after] == "PROPN"
        and sentence.heads[after] in (head, sentence.heads[head])
        and sentence.relations[after] in ("flat", "compound")
    )


def _has_other_given_name(sentence: Sentence, word: int) -> bool:
    before = word - 1
    return (
        before >= 0
        and sentence.tags[before] == "PROPN"
        and sentence.relations[word] == "flat"
        and sentence.words[before][0].isupper()
        and sentence.words[before].rstrip(".").lower() not in _TITLES_BEFORE_SURNAMES
    )


# Words that may stand between a title's table row and a surname, and are no given name.
_TITLES_BEFORE_SURNAMES = frozenset(
    {
        *("mr", "mrs", "ms", "president", "minister", "chancellor", "secretary", "premier", "king"),
        *("state", "general", "senator", "prime", "foreign", "chief", "leader", "spokesman"),
        *("spokeswoman", "ambassador", "envoy", "governor", "sheikh", "prince", "sir", "lord"),
    }
)


def _hand(sentence: Sentence, match: Match[Reading], reading: Reading, tables: ActorTables) -> str:
    """What a hyphen makes of a name: "proxy", "apart", "against", "holds" or "", still a party."""
    after, words = _after_hyphen(sentence, match.last), tables.words
    if reading.kind == "group" and after in words["holding"]:
        return "holds"
    for kind in ("proxy", "apart"):
        if after in words[kind]:
            return kind
    return "against" if _before_hyphen(sentence, match.first) in words["against"] else ""


def _after_hyphen(sentence: Sentence, last: int) -> str:
    word = sentence.words[last]
    if "-" in word:
        return word.rpartition("-")[2].lower()
    if last + 2 < len(sentence) and sentence.words[last + 1] in _HYPHENS:
        return sentence.words[last + 2].lower()
    return ""


def _before_hyphen(sentence: Sentence, first: int) -> str:
    word = sentence.words[first]
    if "-" in word:
        return word.partition("-")[0].lower()
    if first > 1 and sentence.words[first - 1] in _HYPHENS:
        return sentence.words[first - 2].lower()
    return ""
