"""Names: finds the names, titles and nouns of the tables in a run of words, longest first.

Words are compared as atoms, so that tables need not know how a text is cut into words: "U.S.-led",
"U.S. - led" and "US-led" are all US, led. Accents fold away ("Erdoğan"), possessives come apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar

Shape = Literal["acronym", "name", "word"]
Payload = TypeVar("Payload")

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN_LETTERS = str.maketrans("ıłŁđĐøØðÐħӧ", "ilLdDoOdDho", ".")
_LONG_LETTERS = (("ß", "ss"), ("æ", "ae"), ("Æ", "Ae"), ("œ", "oe"), ("þ", "th"), ("Þ", "Th"))
_BETWEEN_ATOMS = re.compile(r"[^\w]+|_+")
_JOINING = frozenset("-–‑'’./&")
_BREAK = ","
_REMEMBERED_RUNS = 1 << 10
"""Runs of words whose atoms are kept: the sentences of an article, each searched in turn."""
# Abbreviations that a headline in capitals cannot be told to mean: "GIVE US THE VOTE".
_WORDS_IN_CAPITALS = frozenset(
    ("us", "who", "it", "is", "are", "car", "can", "may", "ice", "pa", "un", "eta", "raw", "sana")
)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Payload]):
    """A name of the index: the atoms after its first, how it is written, what it stands for."""

    rest: tuple[str, ...]
    shape: Shape
    written: str
    payload: Payload


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """Words `first` to `last` (inclusive) that are a name of the index, and all its readings."""

    first: int
    last: int
    payloads: tuple[Payload, ...]


class NameIndex(Generic[Payload]):
    """Names by their first atom in lower case.

    An article meets few of the names, so those that open alike are taken apart together when they
    are first asked for.

    Args:
        names: (name, what it stands for) pairs by first atom; no one may change them afterwards.
    """

    def __init__(self, names: Mapping[str, Sequence[tuple[str, Payload]]]) -> None:
        self._names = names
        self._entries: dict[str, tuple[Entry[Payload], ...]] = {}

    @property
    def openings(self) -> KeysView[str]:
        """The first atoms of the names."""
        return self._names.keys()

    def entries(self, atom: str) -> tuple[Entry[Payload], ...]:
        """The names that open with an atom of the index, the longest first."""
        if (known := self._entries.get(atom)) is None:
            made = [_entry(name, payload) for name, payload in self._names[atom]]
            made.sort(key=lambda entry: -len(entry.rest))
            known = self._entries[atom] = tuple(made)
        return known


def fold(text: str) -> str:
    """A text without accents and full stops, its case kept.

    >>> fold("Erdoğan of the U.S.")
    'Erdogan of the US'
    """
    if text.isascii():
        return text.replace(".", "")
    for long, plain in _LONG_LETTERS:
        text = text.replace(long, plain)
    taken_apart = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


def atoms(word: str) -> list[str]:
    """The atoms of a word: the parts that hyphens, apostrophes and slashes hold together.

    >>> atoms("People's"), atoms("U.S.-led"), atoms("—")
    (['People', 's'], ['US', 'led'], [])
    """
    if word.isascii() and word.isalnum():
        return [word]
    return [part for part in _BETWEEN_ATOMS.split(fold(word)) if part]


def build_index(names: Iterable[tuple[str, Payload]]) -> NameIndex[Payload]:
    """An index of (name, what it stands for) pairs; "the" before a name is left out.

    A name in capitals alone ("NATO") is found only in capitals, one that opens with a capital only
    with one, any other however it is written.
    """
    by_first: defaultdict[str, list[tuple[str, Payload]]] = defaultdict(list)
    for named in names:
        if first := _opening(named[0]):
            by_first[first].append(named)
    return NameIndex(dict(by_first))


def find_names(index: NameIndex[Payload], words: Sequence[str]) -> list[Match[Payload]]:
    """The names in `words`, from left to right, the longest at each place.

    >>> korea = build_index([("South Korea", 1), ("Korea", 2)])
    >>> find_names(korea, ["in", "South", "Korea"])
    [Match(first=1, last=2, payloads=(1,))]
    """
    run = _atoms_of(tuple(words))
    lowered, owners = run.lowered, run.owners
    found = []
    end = 0
    for at in [at for at, atom in enumerate(lowered) if atom in index.openings]:
        if at < end:
            continue  # inside the name before
        matched, payloads = _longest(index.entries(lowered[at]), run.texts[at], lowered, at)
        if matched and not (run.is_shouted and lowered[at] in _WORDS_IN_CAPITALS):
            end = at + matched
            found.append(Match(owners[at], owners[end - 1], payloads))
    return found


@dataclass(frozen=True, slots=True)
class _Atoms:
    """The atoms of a run of words, as written and in lower case, and for each its word's index."""

    texts: tuple[str, ...]
    lowered: tuple[str, ...]
    owners: tuple[int, ...]

    @property
    def is_shouted(self) -> bool:
        """Whether the run is written in capitals."""
        return self.texts != self.lowered and not any(map(str.islower, self.texts))


# A sentence is searched for parties, for what stands in for them, for speakers: 2.5 times.
@lru_cache(_REMEMBERED_RUNS)
def _atoms_of(words: tuple[str, ...]) -> _Atoms:
    """The atoms of all words; no name runs over a comma."""
    texts: list[str] = []
    owners: list[int] = []
    for number, word in enumerate(words):
        if word.isascii() and word.isalnum():
            texts.append(word)
            owners.append(number)
        elif word not in _JOINING:
            parts = atoms(word) or [_BREAK]
            texts += parts
            owners += [number] * len(parts)
    return _Atoms(tuple(texts), tuple(map(str.lower, texts)), tuple(owners))


def _longest(
    candidates: tuple[Entry[Payload], ...], text: str, lowered: tuple[str, ...], at: int
) -> tuple[int, tuple[Payload, ...]]:
    """How many atoms the longest name at `at` has (0 for none), and what it stands for."""
    length = -1
    payloads: list[Payload] = []
    for entry in candidates:
        size = len(entry.rest)
        if size < length:
            break
        is_there = size == 0 or lowered[at + 1 : at + 1 + size] == entry.rest
        if is_there and _is_written_so(entry, text):
            length = size
            payloads.append(entry.payload)
    return length + 1, tuple(payloads)


def _is_written_so(entry: Entry[Payload], text: str) -> bool:
    if entry.shape == "acronym":
        return text == entry.written
    return entry.shape == "word" or not text[0].islower()


def _opening(name: str) -> str:
    """The first atom of a name in lower case, "the" passed over; "" where it has none."""
    first = name.partition(" ")[0]
    if first.isascii() and first.isalnum() and (opening := first.lower()) != "the":
        return opening  # by far the most
    return next((atom.lower() for atom in _name_atoms(name)), "")


def _name_atoms(name: str) -> list[str]:
    parts = [atom for word in name.split() for atom in atoms(word)]
    return parts[1:] if len(parts) > 1 and parts[0].lower() == "the" else parts


def _entry(name: str, payload: Payload) -> Entry[Payload]:
    first, *rest = parts = _name_atoms(name)
    return Entry(tuple(part.lower() for part in rest), _shape(parts), first, payload)


def _shape(parts: list[str]) -> Shape:
    first = parts[0]
    if len(parts) == 1 and first.isupper() and len(first) > 1:
        return "acronym"
    return "word" if first[0].islower() else "name"
