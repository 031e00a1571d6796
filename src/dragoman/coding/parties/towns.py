"""Towns: where a town that stands alone is no party, for its name means what happened or is there.

A town may be shelled, visited, helped or told to yield, and then its state is. Who praises,
condemns or rejects one speaks of a film, a summit or a treaty: "hailed Casablanca", "rejected
Kyoto". Whoever lives there and every body of it is named by more than its name.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import keys_of
from dragoman.coding.parties.sides import Sides
from dragoman.model.parses import Sentence

_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT", "CONCEDE", "AGREE"})
_TOWN = "places: "


def without_towns(sentence: Sentence, draft: Draft, found: Sides | None) -> Sides | None:
    """The sides of an act without towns that are only spoken of; None where no other is left.

    Args:
        sentence: the sentence of the act.
        draft: the act, whose object is looked at.
        found: its sides.
    """
    if found is None or draft.type not in _JUDGING:
        return found
    left = tuple(m for m in found.recipient if not _is_spoken_of(sentence, draft, m))
    if len(left) == len(found.recipient):
        return found
    is_enough = left and len(keys_of([*found.actor, *left])) > 1
    return replace(found, recipient=left) if is_enough else None


def _is_spoken_of(sentence: Sentence, draft: Draft, mention: Mention) -> bool:
    """Whether a town is an act's object, or says which one it is: "the Casablanca conference"."""
    if mention.kind != "place" or not mention.rule.startswith(_TOWN):
        return False
    word = mention.head
    while sentence.relations[word] in ("compound", "conj", "appos"):
        word = sentence.heads[word]
    return word in draft.act.slots.get("obj", ())
