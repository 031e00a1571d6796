"""The topic of a question: what the relation it asks about is confined to ("on climate")."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.asking.question_occasion import DESCRIBING, Named, is_time
from dragoman.asking.question_parties import Party
from dragoman.asking.words import Cue, Word
from dragoman.tables.load import cells, load

_RELATIONS = frozenset({"cooperation", "hostility"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def topic_in(
    words: Sequence[Word], parties: Sequence[Party], cues: Sequence[Cue], occasion: Named | None
) -> Named | None:
    """The words that narrow a relation down: "cooperation on climate", "military ties".

    No party, no time and no other word that is read makes one.
    """
    taken = {at for party in parties for at in party.places}
    taken |= {at for c in cues if c.sense != "setting" for at in range(c.first, c.last + 1)}
    if occasion:
        taken |= set(range(occasion.first, occasion.last + 1))
    after = (_phrase(words, cue.last + 1) for cue in cues if cue.sense == "setting")
    before = (Named(c.first - 1, c.first - 1) for c in cues if _is_narrowed(words, c))
    return next(
        (one for one in (*after, *before) if one and taken.isdisjoint(range(one[0], one[1] + 1))),
        None,
    )


def _phrase(words: Sequence[Word], start: int) -> Named | None:
    """The noun with what describes it that begins at a word, an article passed over."""
    first = start + (start < len(words) and words[start].tag == "DET")
    last = first
    while last < len(words) and words[last].tag in DESCRIBING:
        last += 1
    is_noun = last > first and words[last - 1].tag in _NOUNS
    return Named(first, last - 1) if is_noun and not is_time(words[last - 1]) else None


def _is_narrowed(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the word before a relation's names a context: "military cooperation"."""
    if cue.sense not in _RELATIONS or cue.first == 0:
        return False
    rows = load("contexts", ("word",))
    known = {row["word"] for row in rows} | {c for row in rows for c in cells(row["context"])}
    return words[cue.first - 1].form.lower() in known
