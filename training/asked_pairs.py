"""Pairs of parties of a sentence, with what joins them: by marked acts, or judged pair by pair.

A marked sentence gives every pair of parties that stand in it, joined or not. `acts/pairs/` has
pairs judged one by one, with the CAMEO code of what the first does to the second
(acts/README.md): of the corpora by their places, written ones whole, and written sentences of
several parties with all their pairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from random import Random

from acts import (
    HELD_BACK,
    MUTUAL,
    NO_ACT,
    ActSentence,
    Marks,
    Place,
    Words,
    by_words,
    covered,
    read_texts,
    refused,
    relation_of,
    text_of,
)

from dragoman.coding.actors.mentions import find_mentions
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.parties.relations import CAMEO_ROOTS, ROOTS_OF
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network
from dragoman.parsing.words import split_words

ROOTS = (NO_ACT, *CAMEO_ROOTS)
_ALSO = {
    "AGREE": ("05",), "CONCEDE": ("03", "05"), "SANCTION": ("11", "17"), "MOBILIZE": ("07",),
    "COERCE": ("19",),
}  # fmt: skip
"""Further CAMEO roots that an act marked by the codebook alone may belong to."""

Joined = Mapping[tuple[Words, Words], str]


@dataclass(frozen=True, slots=True)
class AskedPair:
    """Two parties of a sentence, the type of what the first does to the second, and its root.

    `roots` are the CAMEO roots it may belong to: one where it was judged, those of its type where
    it was not.
    """

    words: tuple[str, ...]
    source: Words
    target: Words
    type: str
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A party of a sentence, with the keys that the tables know it by; none for a marked one."""

    words: Words
    keys: frozenset[str]


Judged = list[tuple[str, AskedPair]]
"""Pairs judged one by one, each with its sentence."""


def judged_pairs(folder: Path, corpus: Path) -> Iterator[tuple[str, AskedPair]]:
    """The pairs judged one by one, with their sentences: of the corpora, then the written ones."""
    texts = read_texts(corpus)
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            kind = refused(row["type"], row.get("status", "actual"))
            yield from _judged(text_of(row, texts), row["pair"], kind, row["cameo"])
    for line in (folder / "written.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            cameo, kind, marked = line.split("\t")
            text, places = _unmarked(marked)
            yield from _judged(text, (places["S"], places["T"]), kind, cameo)
    for line in (folder / "several.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from _several(*line.split("\t"))


def _judged(
    text: str, pair: Sequence[Place], kind: str, cameo: str
) -> Iterator[tuple[str, AskedPair]]:
    places = split_words(text)
    source, target = (covered(places, place) for place in pair)
    if source and target:
        words = tuple(text[start:end] for start, end in places)
        root = cameo[:2] if kind != NO_ACT else NO_ACT
        yield text, AskedPair(words, source, target, kind, (root,))


def parted(judged: Sequence[tuple[str, AskedPair]]) -> tuple[Judged, Judged]:
    """The judged pairs that teach, and those that measure: none of whose sentence teaches."""
    teaching = [one for at, one in enumerate(judged) if at % HELD_BACK]
    taught = {text for text, _ in teaching}
    return teaching, [one for one in judged[::HELD_BACK] if one[0] not in taught]


def _several(marked: str, joined: str) -> Iterator[tuple[str, AskedPair]]:
    """Every pair of the parties of a sentence: those told to be joined, and that no other is.

    >>> line = "[1:Peru] thanked [2:Chile] as [3:Cuba] left.", "1>2 051 SUPPORT"
    >>> [(pair.source, pair.target, pair.type) for _, pair in _several(*line)][:2]
    [((0,), (2,), 'SUPPORT'), ((0,), (4,), 'none')]
    """
    text, places = _unmarked(marked)
    told = dict(map(_told_pair, joined.split(";"))) if joined != "-" else {}
    for pair in permutations(places, 2):
        cameo, kind = told.get(pair, (NO_ACT, NO_ACT))
        yield from _judged(text, [places[party] for party in pair], kind, cameo)


def _told_pair(told: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two parties, and CAMEO code and type of what joins them.

    >>> _told_pair(" 1>2 040 CONSULT")
    (('1', '2'), ('040', 'CONSULT'))
    """
    pair, cameo, kind, *status = told.split()
    source, target = pair.split(">")
    return (source, target), (cameo, refused(kind, *status or ["actual"]))


_PARTY = re.compile(r"\[([ST1-9]):([^\[\]]*)\]")


def _unmarked(marked: str) -> tuple[str, dict[str, Place]]:
    """A written sentence without its marks, and the place of each party.

    >>> _unmarked("[S:Peru] thanked [T:Chile].")
    ('Peru thanked Chile.', {'S': (0, 4), 'T': (13, 18)})
    """
    text, places, position = "", dict[str, Place](), 0
    for mark in _PARTY.finditer(marked):
        text += marked[position : mark.start()]
        places[mark[1]] = (len(text), len(text) + len(mark[2]))
        text += mark[2]
        position = mark.end()
    return text + marked[position:], places


def asked_pairs(
    marked: Iterable[tuple[str, Sequence[Marks]]], tables: ActorTables, network: Network
) -> Iterator[AskedPair]:
    """The pairs of parties of marked sentences, each once: what joins them, or that nothing does.

    Parties are those marked and those that the tables find in a sentence as `network` reads it.
    """
    for text, acts in marked:
        sentence = by_words(text, acts)
        joined = {pair: relation_of(act) for act in sentence.acts for pair in act.dyads()}
        named = [*_found(text, sentence.words, tables, network), *_marked(sentence)]
        asked = dict.fromkeys((*joined, *_apart(named)))
        for source, target in asked:
            kind = _told(joined, source, target)
            if kind:
                yield AskedPair(sentence.words, source, target, kind, _roots_of(kind))


def _found(
    text: str, words: tuple[str, ...], tables: ActorTables, network: Network
) -> Iterator[Named]:
    parsed = parse(Article("marked", text), network).sentences
    if len(parsed) == 1 and parsed[0].words == words:
        for mention in find_mentions(parsed[0], tables, None):
            if mention.identities:
                keys = frozenset(identity.key for identity in mention.identities)
                yield Named(tuple(range(mention.first, mention.last + 1)), keys)


def _marked(sentence: ActSentence) -> Iterator[Named]:
    parties = dict.fromkeys(words for act in sentence.acts for _, words in act.parties)
    yield from (Named(words, frozenset()) for words in parties)


def _apart(named: Sequence[Named]) -> Iterator[tuple[Words, Words]]:
    for source in named:
        for target in named:
            if not _shares(source.words, target.words) and not source.keys & target.keys:
                yield source.words, target.words


def _told(joined: Joined, source: Words, target: Words) -> str | None:
    """What joins two parties; None where it may be read from either of them."""
    backwards = None
    for (one, other), kind in joined.items():
        if _shares(one, source) and _shares(other, target):
            return kind
        if _shares(one, target) and _shares(other, source) and kind in MUTUAL:
            backwards = kind
    return None if backwards else NO_ACT


def _shares(one: Words, other: Words) -> bool:
    return not set(one).isdisjoint(other)


def _roots_of(kind: str) -> tuple[str, ...]:
    return (NO_ACT,) if kind == NO_ACT else (*ROOTS_OF[kind], *_ALSO.get(kind, ()))


def drawn(pairs: Sequence[AskedPair], joined: int, apart: int, chance: Random) -> list[AskedPair]:
    """A round's pairs: at most so many that an act joins, and so many that nothing does."""
    parts: tuple[list[AskedPair], list[AskedPair]] = ([], [])
    for pair in pairs:
        parts[pair.type == NO_ACT].append(pair)
    return [
        pair
        for part, most in zip(parts, (joined, apart), strict=True)
        for pair in chance.sample(part, min(most, len(part)))
    ]
