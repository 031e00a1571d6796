"""Readings: what the network gives of a sentence, out of the scores of its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dragoman.model.parses import NOT_READ, ROOT, Dyads, NamedMention, ReadAct, ReadPair

ROOT_RELATION = "root"
JOINED_RELATION = "parataxis"
"""How the parts of a sentence too long to be read at once hang together."""
LIKELY_ENOUGH = 0.05
"""Words less likely to be an act are not told of: nineteen of twenty, and none that matters."""
LEAST_TYPE = 0.01

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network reads off one sentence; the columns have one value a word.

    `acts`, `happened` and `dyads` are as in `Sentence`.
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    mentions: tuple[NamedMention, ...]
    acts: Mapping[int, ReadAct] = field(default_factory=dict)
    happened: tuple[float, ...] = ()
    dyads: Dyads | None = field(default=None, compare=False)


NOTHING = Reading((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class _DyadParts:
    """The dyads of a sentence read in parts; between two parts nothing is known."""

    parts: tuple[tuple[int, int, Dyads], ...]

    def between(self, source: Sequence[int], target: Sequence[int]) -> ReadPair:
        """As of the part that both stand in; not read where none has both."""
        words = (*source, *target)
        for first, end, dyads in self.parts:
            if all(first <= word < end for word in words):
                return dyads.between([w - first for w in source], [w - first for w in target])
        return NOT_READ


def read_acts(
    types: Sequence[str], likely: Scores, statuses: Scores, roles: Scores
) -> dict[int, ReadAct]:
    """The words that may name an act, by word.

    Args:
        types: what `likely` chooses from; the first is that there is no act.
        likely: probabilities (words, types).
        statuses: probabilities (words, statuses).
        roles: scores (words, words, roles); the first role is that there is none.
    """
    words = np.flatnonzero(1 - likely[:, 0] >= LIKELY_ENOUGH)
    shares = _shares(roles[words])[:, :, 1:]
    return {
        int(word): ReadAct(
            word=int(word),
            types=_ranked(types, likely[word]),
            statuses=tuple(statuses[word].tolist()),
            roles=tuple(map(tuple, shares[number].tolist())),
        )
        for number, word in enumerate(words)
    }


def _ranked(types: Sequence[str], likely: Scores) -> tuple[tuple[str, float], ...]:
    """The types, the likeliest first; the best and those likely enough to matter."""
    found = sorted(zip(types[1:], likely[1:].tolist(), strict=True), key=lambda t: (-t[1], t[0]))
    return tuple([t for t in found if t[1] >= LEAST_TYPE] or found[:1])


def _shares(scores: Scores) -> Scores:
    """Scores as probabilities over the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def named_mentions(labels: Sequence[str]) -> tuple[NamedMention, ...]:
    """The names in a row of BIO labels; an I- that continues nothing begins a name.

    >>> named_mentions(["B-person", "I-person", "O", "I-place"])[1]
    NamedMention(first=3, last=3, kind='place')
    """
    found: list[NamedMention] = []
    for word, label in enumerate(labels):
        edge, _, kind = label.partition("-")
        if edge == "I" and found and (found[-1].last, found[-1].kind) == (word - 1, kind):
            found[-1] = NamedMention(found[-1].first, word, kind)
        elif kind:
            found.append(NamedMention(word, word, kind))
    return tuple(found)


def joined(parts: Sequence[Reading]) -> Reading:
    """The parts of a long sentence as one reading with one root."""
    root = parts[0].heads.index(ROOT)
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + len(part.heads))
    moved = list(zip(edges, parts, strict=False))
    heads = [
        head + before if head != ROOT else root for before, part in moved for head in part.heads
    ]
    heads[root] = ROOT
    relations = [
        relation if before == 0 or relation != ROOT_RELATION else JOINED_RELATION
        for before, part in moved
        for relation in part.relations
    ]
    return Reading(
        heads=tuple(heads),
        relations=tuple(relations),
        tags=tuple(chain.from_iterable(part.tags for part in parts)),
        fine_tags=tuple(chain.from_iterable(part.fine_tags for part in parts)),
        mentions=tuple(
            NamedMention(m.first + before, m.last + before, m.kind)
            for before, part in moved
            for m in part.mentions
        ),
        acts={
            word + before: _moved(act, before, edges[-1])
            for before, part in moved
            for word, act in part.acts.items()
        },
        happened=tuple(chain.from_iterable(part.happened for part in parts)),
        dyads=_DyadParts(
            tuple(
                (a, b, p.dyads) for a, b, p in zip(edges, edges[1:], parts, strict=False) if p.dyads
            )
        ),
    )


def _moved(act: ReadAct, before: int, length: int) -> ReadAct:
    """An act of a part in the whole sentence; words of other parts have no role in it."""
    nobody = (0.0, 0.0, 0.0)
    after = length - before - len(act.roles)
    roles = (*[nobody] * before, *act.roles, *[nobody] * after)
    return ReadAct(act.word + before, act.types, act.statuses, roles)
