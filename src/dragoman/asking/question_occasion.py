"""The occasion of a question: the words that name the event it asks about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.asking.question_parties import AskedParties, Party, in_clause
from dragoman.asking.words import Cue, Word
from dragoman.tables.load import load

_NOUNS = ("NOUN", "PROPN")
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_POINTING = frozenset({"the", "this", "their", "its"})
# Nouns that date words only count ("2000 troops").
_COUNTED = "counted"
_POSSESSIVES = frozenset({"'s", "’s", "’", "-"})


class Named(NamedTuple):
    """The first and last word of an occasion's name."""

    first: int
    last: int


def occasion_in(
    words: Sequence[Word], parties: Sequence[Party], cues: Sequence[Cue], who: AskedParties
) -> Named | None:
    """The event a question names: its noun with what describes it, the pair left out.

    A bare noun that names the relation itself is none: "closer to war", "a deal". Without a noun
    that the table knows for an event, one that tells a time is taken: "since the earthquake".
    """
    for cue in cues:
        if cue.sense == "occasion" and words[cue.last].tag in _NOUNS:
            first = _first_described(words, parties, cue.first)
            last = _last_placed(words, parties, cue.last, who)
            is_definite = _is_definite(words, parties, cues, cue)
            if first < cue.first or last > cue.last or is_definite:
                return Named(first, last)
    return _after_a_clause_word(words, parties, cues, who)


def _after_a_clause_word(
    words: Sequence[Word], parties: Sequence[Party], cues: Sequence[Cue], who: AskedParties
) -> Named | None:
    """What "since the …" or "after the …" tells the time by, unless it is a stretch of time."""
    for cue in cues:
        first = cue.last + 2
        if cue.sense != "clause" or [w.form.lower() for w in words[first - 1 : first]] != ["the"]:
            continue
        last = first
        while last < len(words) and words[last].tag in DESCRIBING:
            last += 1
        noun = last - 1
        if noun >= first and words[noun].tag == "NOUN" and not is_time(words[noun]):
            return Named(first, _last_placed(words, parties, noun, who))
    return None


def is_time(word: Word) -> bool:
    """Whether a word belongs to time expressions ("summer", "June")."""
    times = {row["word"] for row in load("date_words", ("word",)) if row["class"] != _COUNTED}
    return bool({word.form, word.form.lower(), word.lemma.lower()} & times)


def _first_described(words: Sequence[Word], parties: Sequence[Party], noun: int) -> int:
    """The first of the words before a noun that describe it and name no party."""
    named = {at for party in parties for at in party.places}
    first = noun
    while first > 0 and first - 1 not in named and words[first - 1].tag in DESCRIBING:
        first -= 1
    return first


def _last_placed(
    words: Sequence[Word], parties: Sequence[Party], noun: int, who: AskedParties
) -> int:
    """The last word of an occasion with the place it is named by: "the war in Ukraine"."""
    for party in parties:
        is_other = not {*who.pair, who.third} & set(party.keys)
        between = words[noun + 1 : party.first]
        if is_other and [word.tag for word in between] in (["ADP"], ["ADP", "DET"]):
            return party.last
    return noun


def _is_definite(
    words: Sequence[Word], parties: Sequence[Party], cues: Sequence[Cue], cue: Cue
) -> bool:
    """Whether a bare noun is a certain event: with "the", a party's own, or what tells a time."""
    before = [word.form.lower() for word in words[max(cue.first - 2, 0) : cue.first]]
    if _POINTING.issuperset(before[-1:]) and before:
        return True
    owner = cue.first - (2 if _POSSESSIVES.issuperset(before[-1:]) and before else 1)
    is_owned = any(party.last == owner for party in parties)
    return is_owned or in_clause(words, cues, cue.first)
