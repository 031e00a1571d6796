"""Sentences with their acts marked → words with types, statuses, roles and dyads to learn.

Real sentences stand in the corpora they are from; `acts/*.jsonl` has only where they stand and
which characters of them are what (acts/README.md). Written ones stand in `acts/written.txt` with
the marks between their words.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.parsing.words import split_words

NO_ACT = "none"
TYPES = (
    NO_ACT, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("actual", "future", "hypothetical", "negated")
ROLES = ("none", "actor", "recipient", "against")
COOPERATIVE = frozenset(TYPES[1:8])
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "CONCEDE"})
"""Types whose parties may all stand on one side."""

HELD_BACK = 10
"""One marked sentence in so many measures instead of teaching."""

Marks = Mapping[str, Any]
"""An act by offsets: type, status, trigger, and the places of each role's parties."""
Words = tuple[int, ...]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedAct:
    """One act: its word, and the words of each party of each role; parties are kept apart."""

    type: str
    status: str
    word: int
    parties: tuple[tuple[str, Words], ...]

    def of(self, role: str) -> list[Words]:
        """The parties of a role."""
        return [words for name, words in self.parties if name == role]

    def dyads(self) -> Iterator[tuple[Words, Words]]:
        """Who acts on or with whom, party by party."""
        actors, recipients = self.of("actor"), self.of("recipient")
        if not recipients and self.type in MUTUAL:
            recipients = actors
        yield from ((a, b) for a in actors for b in recipients if a != b)


@dataclass(frozen=True, slots=True)
class ActSentence:
    """A sentence by words, with its acts."""

    words: tuple[str, ...]
    acts: tuple[MarkedAct, ...]


def relation_of(act: MarkedAct) -> str:
    """What an act makes of its parties' relation."""
    return refused(act.type, act.status)


def refused(kind: str, status: str) -> str:
    """The type of a relation: not to agree, meet or help is to refuse."""
    return "REJECT" if status == "negated" and kind in COOPERATIVE else kind


def read_acts(folder: Path, corpus: Path) -> list[ActSentence]:
    """All marked sentences, in the order of `read_marked`."""
    return [by_words(text, acts) for text, acts in read_marked(folder, corpus)]


def read_marked(folder: Path, corpus: Path) -> Iterator[tuple[str, Sequence[Marks]]]:
    """The marked sentences with their acts by offsets: of the corpora, then the written ones."""
    texts = read_texts(corpus)
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield text_of(row, texts), row["acts"]
    for line in (folder / "written.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield written(line)


def read_texts(corpus: Path) -> Mapping[str, list[str]]:
    """The lines of each corpus; of a statement its text."""
    with gzip.open(corpus / "voa_gmb_sentences.txt.gz", "rt", encoding="utf-8") as lines:
        voa = [line.rstrip("\n") for line in lines]
    with gzip.open(corpus / "whitehouse_2021_2022.jsonl.gz", "rt", encoding="utf-8") as lines:
        statements = [json.loads(line)["text"] for line in lines]
    return {"voa": voa, "whitehouse": statements}


def text_of(row: Mapping[str, Any], texts: Mapping[str, list[str]]) -> str:
    """The sentence a row is about; it must be the one that was read."""
    start, end = row["place"]
    text = texts[row["source"]][row["line"]][start:end]
    if digest(text) != row["hash"]:
        raise ValueError(f"line {row['line']} of {row['source']} is not the text that was marked")
    return text


def digest(text: str) -> str:
    """Twelve hexadecimal digits that tell a sentence from others."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def by_words(text: str, acts: Sequence[Marks]) -> ActSentence:
    """A sentence whose acts are marked by offsets, by words."""
    places = split_words(text)
    found = []
    for act in acts:
        trigger = covered(places, act["trigger"])
        if trigger:
            parties = tuple(
                (role, words)
                for role in ROLES[1:]
                for place in act.get(role, ())
                if (words := covered(places, place))
            )
            # A compound's last word is its head: "peace talks".
            found.append(MarkedAct(act["type"], act["status"], trigger[-1], parties))
    return ActSentence(tuple(text[start:end] for start, end in places), tuple(found))


def covered(places: Sequence[Place], wanted: Sequence[int]) -> Words:
    """The words that a stretch of characters touches."""
    return tuple(
        word for word, (start, end) in enumerate(places) if start < wanted[1] and wanted[0] < end
    )


_ACT = re.compile(r"\{(?:(\d) )?([A-Z]+)(?:>[A-Z]+)?(?:/(\w+))?:([^{}]*)\}")
_PARTY = re.compile(r"\[((?:[ARZ]\d?)+)(?: \w+)?:([^\[\]]*)\]")
_ROLE = {"A": "actor", "R": "recipient", "Z": "against"}


def written(line: str) -> tuple[str, list[dict[str, Any]]]:
    """The text of a written sentence without its marks, and its acts by offsets.

    >>> written("[A:Peru] {ACCUSE:blamed} [R:Chile].")[0]
    'Peru blamed Chile.'
    >>> written("[A:Peru] {ACCUSE:blamed} [R:Chile].")[1][0]["recipient"]
    [(12, 17)]
    """
    text, acts = "", dict[str, dict[str, Any]]()
    parties: list[tuple[str, str, Place]] = []
    position = 0
    for mark in sorted((*_ACT.finditer(line), *_PARTY.finditer(line)), key=lambda m: m.start()):
        text += line[position : mark.start()]
        position, words = mark.end(), mark.groups()[-1]
        place = (len(text), len(text) + len(words))
        text += words
        if mark.re is _ACT:
            number, kind, status, _ = mark.groups()
            acts[number or ""] = {"type": kind, "status": status or "actual", "trigger": place}
        else:
            roles = re.findall(r"([ARZ])(\d?)", mark[1])
            parties += [(_ROLE[role], number, place) for role, number in roles]
    for role, number, place in parties:
        if number in acts:
            acts[number].setdefault(role, []).append(place)
    return text + line[position:], list(acts.values())
