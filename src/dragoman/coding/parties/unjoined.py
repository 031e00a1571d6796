"""Unjoined: two parties of a sentence that no act found joins, asked about for themselves.

Rows and the network's first reading find an act and then its parties; where one of these is far
away, or given too small a part, the act stays without it. Asked about two parties, the network
reads the sentence again with both pointed out, and says what joins them or that nothing does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.learned import only_says
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.parties.learned_sides import ANY_ROLE, likeliness
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ReadAct, Sentence

JOINED = 0.9
"""From this probability of a type on it joins the two."""
ASKED = 0.005
"""What the likeliest act and the parts of both in it come to at least, where they are asked about.

Of 508 pairs in 1,200 sentences of news that came to a fifth of that, 402 are above it, with 39 of
the 41 that an act joins from `JOINED` on. An answer costs three fifths of a reading.
"""
TOLD = 0.3
"""The least probability of the type that a word must have to be the one that tells the act."""
BY_ASKING = "network, asked about two"
"""The rule of a step by which such a pair was found."""
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class PairedAct:
    """An act of a type that some pairs of parties share, at the word that tells it."""

    word: int
    type: str
    actor: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    sure: float

    @property
    def parties(self) -> tuple[Mention, ...]:
        """Both sides."""
        return (*self.actor, *self.recipient)

    @property
    def step(self) -> Step:
        """How the parties were found."""
        named = ", ".join(mention.rule for mention in self.parties)
        return Step("roles", BY_ASKING, named, round(self.sure, 3))


def paired_acts(parties: Parties, found: Iterable[Sides]) -> list[PairedAct]:
    """The acts between parties that nothing in `found` joins, by word.

    Pairs with the same act are one where it joins each with each: "Chile and Peru accused Bolivia".
    """
    together = [keys_of([*sides.actor, *sides.recipient]) for sides in found]
    acts: list[PairedAct] = []
    for one in _asked(parties, together):
        place = next((at for at, act in enumerate(acts) if _is_one(act, one, parties)), None)
        if place is None:
            acts.append(one)
        else:
            acts[place] = _united(acts[place], one)
    return sorted(acts, key=lambda act: act.word)


def widened(sides: Sides, act: PairedAct, parties: Parties) -> Sides | None:
    """The sides of the same act as found before, with the parties of `act` added.

    None where it does not join these with each of the others.
    """
    before = PairedAct(act.word, act.type, sides.actor, sides.recipient, act.sure)
    if act.type in RECIPROCAL_TYPES and not sides.recipient:
        before = replace(before, recipient=sides.actor)
    if not _is_one(before, act, parties):
        return None
    return sides_of(_united(before, act))


def sides_of(act: PairedAct) -> Sides:
    """The sides of an act that nothing else has found; of one that binds both all stand on one."""
    if act.type in RECIPROCAL_TYPES:
        return Sides(tuple(each_party_once((*act.actor, *act.recipient))), (), act.step)
    return Sides(act.actor, act.recipient, act.step)


def _is_one(act: PairedAct, other: PairedAct, parties: Parties) -> bool:
    """Whether two are one act: the same word and type, which joins each party with each."""
    if (act.word, act.type) != (other.word, other.type):
        return False
    both = _united(act, other)
    across = both.parties if act.type in RECIPROCAL_TYPES else both.recipient
    sentence = parties.sentence
    return all(
        any(
            joined(sentence, *way).get(act.type, 0.0) >= JOINED
            for way in ways(one, party, act.type)
        )
        for one in both.actor
        for party in across
        if not keys_of([one]) & keys_of([party])
    )


def ways(one: Mention, other: Mention, kind: str) -> tuple[tuple[Mention, Mention], ...]:
    """The ways round to ask whether an act of a type joins two: both where it binds both."""
    return ((one, other), (other, one)) if kind in RECIPROCAL_TYPES else ((one, other),)


def _united(act: PairedAct, other: PairedAct) -> PairedAct:
    actor = each_party_once((*act.actor, *other.actor))
    known = keys_of(actor)
    recipient = each_party_once((*act.recipient, *other.recipient))
    recipient = [m for m in recipient if not keys_of([m]) <= known]
    sure = min(act.sure, other.sure)
    return replace(act, actor=tuple(actor), recipient=tuple(recipient), sure=sure)


def _asked(parties: Parties, together: Sequence[Collection[str]]) -> Iterator[PairedAct]:
    """What joins each pair of parties that do not stand in one act yet, the surer way round."""
    sentence = parties.sentence
    if sentence.dyads is None or not _tellers(sentence):
        return  # a quarter to a third of all pairs: whatever joins them, no word would tell it
    named = [mention for mention in parties.named if mention.kind != "place"]
    for place, one in enumerate(named):
        for other in named[place + 1 :]:
            if _is_unjoined(one, other, together) and _may_be_joined(sentence, one, other):
                forth, back = _likeliest(sentence, one, other), _likeliest(sentence, other, one)
                best = max((forth, back), key=lambda told: told[1])
                source, target = (one, other) if best is forth else (other, one)
                kind, sure = best
                word = _word_of(sentence, kind, source, target)
                if sure >= JOINED and word is not None:
                    yield PairedAct(word, kind, (source,), (target,), sure)


def _is_unjoined(one: Mention, other: Mention, together: Sequence[Collection[str]]) -> bool:
    first, second = keys_of([one]), keys_of([other])
    is_apart = one.last < other.first or other.last < one.first
    return (
        is_apart
        and not first & second
        and not any(first <= set(keys) and second <= set(keys) for keys in together)
    )


def _may_be_joined(sentence: Sentence, one: Mention, other: Mention) -> bool:
    parts = (
        read.is_act * min(likeliness(read, mention, ANY_ROLE) for mention in (one, other))
        for read in sentence.acts.values()
    )
    return any(part >= ASKED for part in parts)


def _likeliest(sentence: Sentence, source: Mention, target: Mention) -> tuple[str, float]:
    """The likeliest type of what the first does to the second, and how likely it is."""
    told = joined(sentence, source, target).items()
    return max(told, key=lambda one: one[1], default=("", 0.0))


def joined(sentence: Sentence, source: Mention, target: Mention) -> Mapping[str, float]:
    """The probability of each type for what one party does to another; of none without network."""
    if sentence.dyads is None:
        return {}
    return sentence.dyads.between(source.words, target.words).types


def _word_of(sentence: Sentence, kind: str, source: Mention, target: Mention) -> int | None:
    """The word that best tells an act of a type between the two; None where none may tell it."""

    def share(read: ReadAct) -> float:
        parts = (max(likeliness(read, mention), _LEAST) for mention in (source, target))
        return read.probability(kind) * next(parts) * next(parts)

    telling = [read for read in _tellers(sentence) if read.probability(kind) >= TOLD]
    return max(telling, key=share).word if telling else None


def _tellers(sentence: Sentence) -> list[ReadAct]:
    """The words likely enough to tell an act of some type."""
    return [
        read
        for word, read in sentence.acts.items()
        if any(sure >= TOLD for _, sure in read.types) and not only_says(sentence, word)
    ]
