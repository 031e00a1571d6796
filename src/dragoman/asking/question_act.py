"""The act of a question: what it asks whether one party did to the other, as the coder reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.asking.words import Word
from dragoman.model.assessment import AskedAct
from dragoman.model.events import COOPERATIVE, Event

# "Will Iran attack Oman?" asks for what no report can tell.
_OF_WHAT_IS = frozenset(
    {"did", "has", "have", "had", "is", "are", "was", "were", "does", "do", "why", "when", "where"}
)
# Whether two met or work together is a question of both; a promise is one of neither.
_OF_BOTH = frozenset({"CONSULT", "COOPERATE", "AGREE"})


def act_in(
    words: Sequence[Word], events: Iterable[Event], pair: Sequence[str], *, names_relation: bool
) -> AskedAct | None:
    """The act that a question asks about: of one party to another, told by a verb.

    Args:
        words: the question's words.
        events: what the coder gives for the question.
        pair: the parties it asks about.
        names_relation: whether it has words for how they stand; a friendly act ("backing") is then
            no question of its own.
    """
    if not words or words[0].form.lower() not in _OF_WHAT_IS:
        return None
    verbs = {word.start for word in words if word.tag == "VERB"}
    for event in events:
        act = _directed(event, frozenset(pair))
        is_apart = event.quad > COOPERATIVE or not names_relation
        if act and is_apart and event.type not in _OF_BOTH and event.trigger.start in verbs:
            return act
    return None


def _directed(event: Event, pair: frozenset[str]) -> AskedAct | None:
    """The act where those of the pair stand on two sides; None where all do it to each other."""
    actors = tuple(dict.fromkeys(who.key for who in event.actor if who.key in pair))
    targets = tuple(dict.fromkeys(who.key for who in event.recipient if who.key in pair))
    if not actors or not targets or set(actors) & set(targets):
        return None
    return AskedAct(event.type, event.mode, actors, targets)
