"""Same: repeated mentions of one act become one event, the fullest of them.

An article names one summit five times. Counting it five times is the fault that made 24 to 41 % of
the rows of published datasets repeats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding.references.conversation import Told
from dragoman.model.actors import Actor
from dragoman.model.events import RECIPROCAL_TYPES, Event, Step, When

# Types of which an article seldom reports two with the same parties on the same days.
_ONE_A_DAY = frozenset(
    {"CONSULT", "COOPERATE", "RETREAT", "SANCTION", "ASSAULT", "MOBILIZE", "AID"}
)


def merge(told: Sequence[Told]) -> list[Event]:
    """The events of one article with repeats of one act merged, in the order of the text."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda t: (-_fullness(t.event), t.event.trigger.start)):
        twin = next((i for i, k in enumerate(kept) if _is_same_act(k, one)), None)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = replace(kept[twin], event=_joined(kept[twin].event, one.event))
    return sorted(
        (one.event for one in kept), key=lambda e: (e.trigger.start, e.trigger.end, e.type)
    )


def _fullness(event: Event) -> int:
    """How much an event says: a dated, two-sided one in the article's own words comes first."""
    date = 0 if event.when is None else 1 if event.when.precision == "publication" else 2
    return 4 * bool(event.recipient or len(event.actor) > 1) + 2 * date + bool(event.against)


def _is_same_act(told: Told, again: Told) -> bool:
    one, other = told.event, again.event
    if one.type != other.type or one.status != other.status or one.promises != other.promises:
        return False
    if _sides(one) != _sides(other) or not _may_be_same_day(one.when, other.when):
        return False
    if one.evidence == other.evidence and one.type not in _ONE_A_DAY:
        return told.lemma == again.lemma and one.when == other.when
    return one.type in _ONE_A_DAY or told.lemma == again.lemma


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    actors, recipients = _keys(event.actor), _keys(event.recipient)
    if event.type in RECIPROCAL_TYPES:
        return actors | recipients, frozenset()
    return actors, recipients


def _keys(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.key for actor in actors)


def _may_be_same_day(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    return one.date <= other.enddate and other.date <= one.enddate


def _joined(event: Event, repeat: Event) -> Event:
    """The fuller event with what its repeat adds: date, targets, issues."""
    targets = {t.actor.key for t in event.against}
    issues = {span.text.lower() for span in event.issue}
    return replace(
        event,
        when=event.when or repeat.when,
        mode=tuple(dict.fromkeys((*event.mode, *repeat.mode))),
        context=tuple(dict.fromkeys((*event.context, *repeat.context))),
        against=(*event.against, *(t for t in repeat.against if t.actor.key not in targets)),
        issue=(*event.issue, *(s for s in repeat.issue if s.text.lower() not in issues)),
        because=(
            *event.because,
            Step("same", "a later mention of the same act", repeat.trigger.text),
        ),
    )
