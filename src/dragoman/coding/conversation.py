"""Conversation: words without an addressee, told in a meeting, are told to whom one meets.

"The president spoke with the prime minister of Japan. He reaffirmed his commitment to …" is the
form of every readout: the second sentence does not say again to whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.actors import Actor
from dragoman.model.events import Event, Step

_PARAGRAPHS = 1  # a readout's conversation goes on into the next paragraph, not further


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is needed to place it: the lemma and paragraph that tell it.

    `is_half` says that it lacks the party its words are told to.
    """

    event: Event
    lemma: str
    paragraph: int
    is_half: bool = False


def address(told: Sequence[Told]) -> list[Told]:
    """The events of an article in order, half ones told to the latest meeting's other parties.

    A half one that no meeting completes is left out.
    """
    placed: list[Told] = []
    meeting: Told | None = None
    for one in told:
        if one.is_half:
            if (completed := _completed(one, meeting)) is not None:
                placed.append(completed)
            continue
        placed.append(one)
        if one.event.type == "CONSULT" and one.event.status == "actual":
            meeting = one
    return placed


def _completed(one: Told, meeting: Told | None) -> Told | None:
    if meeting is None or one.paragraph - meeting.paragraph > _PARAGRAPHS:
        return None
    present = (*meeting.event.actor, *meeting.event.recipient)
    own = {actor.key for actor in one.event.actor}
    others = tuple(actor for actor in present if actor.key not in own)
    if not others or not own <= {actor.key for actor in present}:
        return None
    step = Step("addressee", "told in the meeting", ", ".join(_names(others)))
    event = replace(one.event, recipient=others, because=(*one.event.because, step))
    return replace(one, event=event, is_half=False)


def _names(actors: Sequence[Actor]) -> list[str]:
    return [actor.span.text for actor in actors]
