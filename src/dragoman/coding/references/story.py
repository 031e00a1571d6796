"""Story: the parties that an article is about, whom its sentences need not name again.

After "An earthquake struck Peru. Chile sent doctors to Peru." nobody writes that Canada promised
tents to Peru. Who has a part in most of what an article tells between two parties, and with most
others, is meant where one is left out; a round-up of many stories is about nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from dragoman.model.actors import Actor
from dragoman.model.events import Event

SHARE = 0.5
"""The least share of an article's acts between two parties that one it is about has a part in."""
MOSTLY = 0.6
"""The least share of a party's own acts that the one it has mostly to do with has a part in."""
LEAST = 4
"""The fewest such acts that tell what an article is about."""
AHEAD = 2
"""How many times the weight of any other party one has whom a third may be taken to speak of."""
# Bodies of many states: what their members do, they seldom do to the body.
_BODIES = frozenset({"IGO", "NGO", "MNC", "UNO"})


def protagonists(
    events: Iterable[Event], named: Iterable[Collection[str]], own: frozenset[str]
) -> tuple[Actor, ...]:
    """Whom an article is about besides the parties `own`: whom these have most to do with.

    For those who come into it once, the party that most others have to do with; several where it
    is about them alike.

    Args:
        events: the acts found in the article.
        named: the keys of those whom each of its sentences names.
        own: the keys of the party that does something to whoever is looked for.
    """
    acts = [_parties(event) for event in events]
    known = {key: party for parties in reversed(acts) for key, party in parties.items()}
    joint = [parties for parties in acts if len(parties) > 1]
    together = [*joint, *(keys for keys in named if len(keys) > 1)]
    if len(together) < LEAST:
        return ()
    about = _across_from(own, joint) or _in_the_middle(own, together)
    if any(key not in known or known[key].identity.code in _BODIES for key in about):
        return ()
    return tuple(known[key] for key in about)


def _across_from(own: frozenset[str], joint: Sequence[Collection[str]]) -> list[str]:
    """The party that `own` has mostly to do with, where it is in the story more than once."""
    theirs = [parties for parties in joint if own.intersection(parties)]
    times = Counter(key for parties in theirs for key in parties if key not in own)
    often = [key for key, n in times.items() if n > 1 and n >= MOSTLY * len(theirs)]
    return often if len(often) == 1 else []


def _in_the_middle(own: frozenset[str], joint: Sequence[Collection[str]]) -> list[str]:
    """The parties that most of an article is about, and far ahead of all others."""
    times = Counter(key for parties in joint for key in parties if key not in own)
    weights = {key: n * len(_partners(key, joint)) for key, n in times.items()}
    most = max(weights.values(), default=0)
    about = [key for key, weight in weights.items() if weight * AHEAD > most]
    return about if all(times[key] >= SHARE * len(joint) for key in about) else []


def _partners(key: str, joint: Iterable[Collection[str]]) -> set[str]:
    return {other for parties in joint if key in parties for other in parties} - {key}


def _parties(event: Event) -> dict[str, Actor]:
    return {party.key: party for party in (*event.actor, *event.recipient)}
