"""Question words: what the words of a question tell, from tables/question_words.csv."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from dragoman.errors import TableError
from dragoman.tables.load import load

MOST_WORDS = 5
Senses = dict[tuple[str, ...], tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: as it stands, its lemma and part of speech, and where it stands."""

    form: str
    lemma: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first` to `last` (inclusive) of a question that tell something.

    `weight` says which of several cues to a relation decides: 3 names it, 2 a turn in it, 1 an act.
    """

    first: int
    last: int
    sense: str
    weight: int


def load_senses(own: Path | None = None) -> Senses:
    """The senses of each phrase in the package's table, with that of the folder `own` laid over.

    Raises: TableError for a weight that is no number.

    >>> load_senses()[("aim", "at")]
    (('against', 0),)
    """
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for row in load("question_words", ("words", "sense"), own):
        phrase = tuple(row["words"].split())
        if not (row["weight"] or "0").isdecimal():
            raise TableError(
                f"question word {row['words']!r} has the weight {row['weight']!r}", "Give 0 to 3."
            )
        found.setdefault(phrase, []).append((row["sense"], int(row["weight"] or 0)))
    return {phrase: tuple(senses) for phrase, senses in found.items()}


def find_cues(words: Sequence[Word], taken: frozenset[int], senses: Senses) -> list[Cue]:
    """The cues of a question, in the order of its words; the longest phrase at a place counts.

    Args:
        words: the question's words.
        taken: the words that name a party, which tell nothing else.
        senses: what each phrase tells.
    """
    cues: list[Cue] = []
    place = 0
    while place < len(words):
        length = _longest(words, taken, place, senses)
        for sense, weight in _senses(words[place : place + length], senses):
            cues.append(Cue(place, place + length - 1, sense, weight))
        place += max(length, 1)
    return cues


def _longest(words: Sequence[Word], taken: frozenset[int], place: int, senses: Senses) -> int:
    """How many words the longest phrase at `place` has; 0 where none is there."""
    for length in range(min(MOST_WORDS, len(words) - place), 0, -1):
        is_free = not taken & set(range(place, place + length))
        if is_free and _senses(words[place : place + length], senses):
            return length
    return 0


def _senses(phrase: Sequence[Word], senses: Senses) -> tuple[tuple[str, int], ...]:
    """What a phrase tells; each of its words may match as it stands or, failing that, by lemma."""
    spellings = (dict.fromkeys((word.form.lower(), word.lemma.lower())) for word in phrase)
    return next((senses[spelt] for spelt in product(*spellings) if spelt in senses), ())
