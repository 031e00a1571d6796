"""Named mentions out of GUM's Entity annotations, as BIO labels.

GUM marks whole noun phrases ("the Greek Ministry of Culture, which …"); dragoman wants the name in
them ("Ministry of Culture"). A phrase is a name where its head is a proper noun, and the name is
the head with what belongs to it by apposition-free relations.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterator

KINDS = {"person": "person", "organization": "organization", "place": "place", "event": "event"}
"""GUM's types that keep their own name; the rest are `other`."""
OUTSIDE = "O"
NO_LABEL = "?"
SOME_NAME = "+"
"""The label of a word in a name whose kind and edges nothing tells."""
LABELS = (
    OUTSIDE,
    *(f"{edge}-{kind}" for kind in (*KINDS.values(), "other") for edge in "BI"),
)

_OPENING_OR_CLOSING = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)")
_INSIDE_A_NAME = {"compound", "flat", "amod", "nummod", "nmod", "conj", "goeswith"}
_PROPER = {"NNP", "NNPS"}

_CALENDAR = frozenset(name.lower() for names in (month_name, day_name) for name in names if name)

Row = list[str]


def name_labels(rows: list[Row]) -> tuple[str, ...]:
    """The BIO label of each word; of names within names the longest counts."""
    labels = [OUTSIDE] * len(rows)
    found = {name for entity in _entities(rows) if (name := _name(rows, *entity))}
    for first, last, kind in sorted(found, key=lambda name: (name[0] - name[1], name)):
        if all(label == OUTSIDE for label in labels[first : last + 1]):
            labels[first : last + 1] = [f"I-{kind}"] * (last + 1 - first)
            labels[first] = f"B-{kind}"
    return tuple(labels)


def possible_name_labels(fine_tags: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Labels for a treebank without names, as far as its tags tell.

    A proper noun stands in a name of some kind (in GUM 96 % do, months and weekdays apart), a
    word next to one may, every other word does not.
    """
    proper = [
        tag in _PROPER and word.lower() not in _CALENDAR
        for tag, word in zip(fine_tags, words, strict=True)
    ]
    return tuple(
        SOME_NAME if is_proper else NO_LABEL if any(proper[max(at - 1, 0) : at + 2]) else OUTSIDE
        for at, is_proper in enumerate(proper)
    )


def _entities(rows: list[Row]) -> Iterator[tuple[int, int, str]]:
    """First word, last word and type of each phrase GUM marks in a sentence."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    stack: list[str] = []
    for word, row in enumerate(rows):
        marks = dict(cell.split("=", 1) for cell in row[9].split("|") if "=" in cell)
        for mark in _OPENING_OR_CLOSING.finditer(marks.get("Entity", "")):
            number, kind, closed = mark.groups()
            if number:
                opened[number].append((word, kind))
                stack.append(number)
                continue
            closed = closed or stack[-1]  # a bare ")" closes what stands open last
            if opened[closed]:
                stack.remove(closed)
                first, kind = opened[closed].pop()
                yield first, word, kind


def _name(rows: list[Row], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    """The name within a phrase, or None where its head is no proper noun."""
    heads = [int(row[6]) - 1 for row in rows]
    outward = [word for word in range(first, last + 1) if not first <= heads[word] <= last]
    if not outward or rows[outward[0]][3] != "PROPN" or kind == "time":
        return None
    inside = {outward[0]}
    for _ in range(last - first):
        inside |= {
            word
            for word in range(first, last + 1)
            if heads[word] in inside and _belongs(rows[word], kind)
        }
    return min(inside), max(inside), KINDS.get(kind, "other")


def _belongs(row: Row, kind: str) -> bool:
    """Whether a word below a name's head is part of the name.

    "Bank of America" is one name, "President of France" is a person and a place.
    """
    relation = row[7].partition(":")[0]
    if relation not in _INSIDE_A_NAME or row[7] in {"nmod:poss", "nmod:unmarked", "nmod:desc"}:
        return row[7] == "nmod:desc" and row[4] in _PROPER
    if relation == "nmod" and kind == "person":
        return False
    return row[4] in _PROPER or (relation == "nummod" and row[1][:1].isdigit())
