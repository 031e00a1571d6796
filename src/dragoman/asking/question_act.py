"""The act of a question: what it asks whether one party did to the other, as the coder reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.model.assessment import AskedAct
from dragoman.model.events import COOPERATIVE, Event
from dragoman.model.parses import Sentence

# "Will Iran attack Oman?" asks for what no report can tell.
_OF_WHAT_IS = frozenset(
    {"did", "has", "have", "had", "is", "are", "was", "were", "does", "do", "why", "when", "where"}
)
# Whether two met or work together is a question of both; a promise is one of neither.
_HINT = 1
_OF_BOTH = frozenset({"CONSULT", "COOPERATE", "AGREE"})


def act_in(
    sentences: Sequence[Sentence],
    events: Iterable[Event],
    pair: Sequence[str],
    *,
    firmness: int | None = None,
) -> AskedAct | None:
    """The act that a question asks about: of one party to another, told by its main verb.

    What stands below another verb ("refuse to attack") is not the act asked about.

    Args:
        sentences: the question's sentences.
        events: what the coder gives for the question.
        pair: the parties it asks about.
        firmness: how firmly it names cooperation, if it does: "backing" then asks how they stand,
            and help is an act only where nothing firmer is asked.
    """
    if not sentences or sentences[0].words[0].lower() not in _OF_WHAT_IS:
        return None
    verbs = {s.starts[s.root] for s in sentences if s.tags[s.root] == "VERB"}
    for event in events:
        act = _directed(event, frozenset(pair))
        if act and _is_apart(event, firmness) and event.trigger.start in verbs:
            return act
    return None


def asks_for_talks(events: Iterable[Event], pair: Sequence[str]) -> bool:
    """Whether the coder takes the question for one of a meeting of the pair and nobody else."""
    return any(
        event.type == "CONSULT"
        and {who.key for who in (*event.actor, *event.recipient)} == set(pair)
        and "third-party" not in event.mode
        for event in events
    )


def _is_apart(event: Event, firmness: int | None) -> bool:
    """Whether an act is a question of its own, and none of how the two stand."""
    if event.type in _OF_BOTH:
        return False
    is_help = event.type == "AID" and (firmness or 0) <= _HINT
    return event.quad > COOPERATIVE or firmness is None or is_help


def _directed(event: Event, pair: frozenset[str]) -> AskedAct | None:
    """The act where those of the pair stand on two sides; None where all do it to each other."""
    actors = tuple(dict.fromkeys(who.key for who in event.actor if who.key in pair))
    targets = tuple(dict.fromkeys(who.key for who in event.recipient if who.key in pair))
    if not actors or not targets or set(actors) & set(targets):
        return None
    kind = event.cameo if event.type == "SUPPORT" else None
    return AskedAct(event.type, event.mode, actors, targets, kind)
