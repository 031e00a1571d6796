"""Places: where an act took place, with country and coordinates where the tables know them."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.actors.names import find_names, fold
from dragoman.coding.actors.pieces import head_of
from dragoman.coding.actors.rows import Reading
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.events import Location
from dragoman.model.parses import Parse, Sentence

_WHERE = frozenset(
    {"in", "at", "near", "inside", "outside", "across", "throughout", "around", "off", "over", "on"}
)
_KINDS = {"city": 0, "capital": 0, "region": 1, "waters": 2, "state": 3, "seat": 0}
_FARTHEST = 3


def location(parse: Parse, sentence: Sentence, word: int, tables: ActorTables) -> Location | None:
    """Where the act at `word` took place: the most exact place "in" or "at" joins to it.

    A place that hangs from the act itself comes before one of the clause it stands in.
    """
    found = []
    for match in find_names(tables.index, sentence.words):
        head = head_of(sentence, match.first, match.last)
        reading = next((r for r in match.payloads if _is_place(r)), None)
        if reading is None or not _says_where(sentence, head):
            continue
        distance = _distance(sentence, head, word)
        if distance is not None:
            found.append((distance, _KINDS[reading.kind], match.first, match, reading))
    if not found:
        return None
    *_, match, reading = min(found, key=lambda place: place[:3])
    country = reading.identities[0].code if reading.identities else None
    return located(parse.span(sentence, match.first, match.last).text, country, tables)


def _is_place(reading: Reading) -> bool:
    """Whether a name is read as a place; Brussels is one in Belgium, whoever has its seat there."""
    return reading.kind in _KINDS and not reading.rule.startswith("organisations: ")


def _says_where(sentence: Sentence, head: int) -> bool:
    if sentence.relations[head] in ("appos", "conj", "compound"):
        above = sentence.heads[head]
        return above != head and sentence.case(above) in _WHERE
    return sentence.case(head) in _WHERE


def _distance(sentence: Sentence, place: int, act: int) -> int | None:
    """How many clauses or phrases lie between a place and an act; None where none joins them."""
    above = list(_with_ancestors(sentence, act))
    for steps, word in enumerate(_with_ancestors(sentence, place)):
        if word in above and word != place:
            total = steps - 1 + above.index(word)
            return total if total <= _FARTHEST else None
    return None


def _with_ancestors(sentence: Sentence, word: int) -> Iterator[int]:
    yield word
    yield from sentence.ancestors(word)


def located(text: str, country: str | None, tables: ActorTables) -> Location:
    """A place by its name, with its state, and its coordinates where the tables know them."""
    lat, lon = tables.coordinates.get(fold(text).lower(), (None, None))
    return Location(text, country, lat, lon)
