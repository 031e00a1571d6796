"""Found: an act of a sentence as the coder has settled it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.acts.aim_cues import Aimed
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.learned import words_of
from dragoman.coding.acts.roles import Parties
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import Status, Step


@dataclass(frozen=True, slots=True)
class Found:
    """What has been settled of one act: its draft, its two sides, how firm it is.

    `aims` are the words of its sentence that aim at somebody, from this act or another. What
    somebody only wants, asks or means to do is no event, though others are read by it.
    """

    draft: Draft
    parties: Parties
    sides: Sides
    status: Status
    steps: tuple[Step, ...]
    aims: tuple[Aimed, ...] = ()
    is_wanted: bool = False

    def tells(self, word: int, kind: str) -> bool:
        """Whether it is of a type, and a word is one of those that tell it."""
        return self.draft.type == kind and word in words_of(self.draft)
