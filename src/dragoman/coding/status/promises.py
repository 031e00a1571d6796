"""Promises: what an act that is still to come is today.

A cooperative one is AGREE now, a yielding one CONCEDE, a blow on a condition THREATEN.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.grammar.links import markers
from dragoman.model.parses import ROOT, Sentence

_CONDITIONS = frozenset({"if", "unless", "should"})
_READINESS = frozenset({"readiness", "willingness", "preparedness", "intention", "plan"})
_THREATENED = {"SANCTION": "relations", "ASSAULT": "violence"}

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_CONCEDED = frozenset({"RETREAT", "CONCEDE"})


def as_promise(to_come: str) -> tuple[str, str | None] | None:
    """The type that an act still to come has today, with the type it promises where one is.

    None for the types of which a coming act stays what it is.

    >>> as_promise("AID"), as_promise("RETREAT"), as_promise("SANCTION")
    (('AGREE', 'AID'), ('CONCEDE', None), None)
    """
    if to_come in _CONCEDED:
        return "CONCEDE", None
    if to_come in _PROMISED:
        return "AGREE", to_come
    return ("AGREE", None) if to_come == "AGREE" else None


def as_threat(to_come: str, sentence: Sentence, word: int) -> str | None:
    """The mode of the threat that a blow on a condition is: "will impose costs if Chad invades".

    None for an act that is no blow, and where no condition stands with its verb.
    """
    mode = _THREATENED.get(to_come)
    verb = word
    while mode and sentence.heads[verb] != ROOT and not _is_main(sentence, verb):
        verb = sentence.heads[verb]
    has_condition = any(
        _is_condition(sentence, clause)
        for above in (verb, *_wanted(sentence, verb))
        for clause in sentence.related(above, "advcl")
    )
    return mode if mode and has_condition else None


def _wanted(sentence: Sentence, word: int) -> Iterator[int]:
    """What a word says somebody is ready to do: "prepared to impose", "its readiness to impose"."""
    for below in sentence.related(word, "xcomp", "acl", "obj"):
        is_noun = sentence.relations[below] == "obj"
        if not is_noun:
            yield below
        elif sentence.lemmas[below].lower() in _READINESS:
            yield from sentence.related(below, "acl")


def _is_condition(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says on what condition: "if Chad invades", "should Chad invade"."""
    opening = min(sentence.subtree(clause))
    is_turned = opening in sentence.related(clause, "aux") and sentence.words[opening] == "should"
    return is_turned or bool(_CONDITIONS & set(markers(sentence, clause)))


def _is_main(sentence: Sentence, word: int) -> bool:
    """Whether a word is the verb of its own clause, not one joined to another."""
    is_verb = sentence.tags[word] == "VERB"
    return is_verb and sentence.relations[word] not in ("conj", "xcomp", "advcl")
