"""Told: the cooperative acts of articles that are read beside a store, as a store would hold them.

They are added to the store's where it is counted against whom two states act. What a store holds
of the same articles is passed over, so that each act counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.asking.classes import class_of
from dragoman.asking.horizon import look
from dragoman.importing.coded import pairs, party
from dragoman.model.assessment import Question
from dragoman.model.events import Event
from dragoman.reporting.results import Events
from dragoman.storing.counts import Aim

_COOPERATION = frozenset({"commitment", "deed"})


@dataclass(frozen=True, slots=True)
class Told:
    """The ids of the articles read, and the acts of cooperation that they tell."""

    articles: frozenset[str] = frozenset()
    aims: tuple[Aim, ...] = ()

    def beside(self, stored: Collection[Aim], days: tuple[date, date]) -> tuple[Aim, ...]:
        """These acts and those a store holds of other articles.

        Args:
            stored: the acts of the store, of the same days.
            days: the first day, and the day after the last.
        """
        own = (aim for aim in self.aims if days[0] <= aim.day < days[1])
        return (*own, *(aim for aim in stored if aim.article not in self.articles))


NOTHING = Told()
"""What is told where no articles are read beside a store."""


def told_in(question: Question, events: Events) -> Told:
    """The acts of cooperation with a date that articles tell, up to the day the question names."""
    view = look(question, events.articles, events.items)
    aims = dict.fromkeys(aim for event in view.events for aim in _aims_in(event))
    return Told(frozenset(view.articles), tuple(aims))


def _aims_in(event: Event) -> Iterator[Aim]:
    if event.status != "actual" or event.when is None or class_of(event) not in _COOPERATION:
        return
    against = tuple(f"{target.actor.key}:{target.basis}" for target in event.against)
    day = date.fromisoformat(event.when.date)
    for one, other, _ in pairs(event.record()):
        if one and other and party(one) != party(other):
            a, b = sorted((party(one), party(other)))
            yield Aim(event.id, day, (a, b), against, event.article_id)
