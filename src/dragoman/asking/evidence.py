"""Evidence: the events that bear on a question, by what they are to the pair and the third."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from dragoman.asking.classes import class_of
from dragoman.asking.days import last_day, order
from dragoman.model.actors import Actor
from dragoman.model.assessment import Question
from dragoman.model.events import COOPERATIVE, Event
from dragoman.model.text import Article
from dragoman.tables.load import cells, load

Events = tuple[Event, ...]
TWO = 2
_HOSTILE = frozenset({"hostile word", "hostile act"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The events that bear on a question, each list in the order of dates.

    Of what happened: `talk`, `support` in words, `requests`, `commitments` and `deeds` of the pair
    together or for one another, `hostile_words` and `hostile_acts` between them. Of what did not or
    may not have: `negated`, `plans` (promised for a day to come) and `uncertain` (rumoured,
    conditional or expected). Of what the pair did together to others: `joint_blows` (hostile; with
    a third party those at it alone). With a third party: `aimed` (the pair's acts said to be
    against it), `with_third` (talk) and `dealings` (deeds and commitments) of one of the pair with
    it, `at_third` (hostile, by one of the pair alone) and `by_third` (hostile, by the third to one
    of the pair).
    """

    talk: Events = ()
    support: Events = ()
    requests: Events = ()
    commitments: Events = ()
    deeds: Events = ()
    hostile_words: Events = ()
    hostile_acts: Events = ()
    negated: Events = ()
    plans: Events = ()
    uncertain: Events = ()
    aimed: Events = ()
    joint_blows: Events = ()
    with_third: Events = ()
    dealings: Events = ()
    at_third: Events = ()
    by_third: Events = ()

    @property
    def of_pair(self) -> Events:
        """All that is between the pair or done by it together, whatever came of it."""
        return (
            *self.talk, *self.support, *self.requests, *self.commitments, *self.deeds,
            *self.hostile_words, *self.hostile_acts, *self.negated, *self.plans, *self.uncertain,
            *self.joint_blows,
        )  # fmt: skip

    def without(self, events: Collection[Event]) -> Evidence:
        """The same evidence, but for these events."""
        kept = {
            field.name: tuple(e for e in getattr(self, field.name) if e not in events)
            for field in fields(self)
        }
        return Evidence(**kept)


def gather(
    question: Question, articles: Mapping[str, Article], events: Iterable[Event]
) -> Evidence:
    """The evidence on a question among the events of these articles."""
    ordered = sorted(events, key=order)
    pair = frozenset(question.pair)
    between = [event for event in ordered if is_between(event, pair)]
    plans = tuple(event for event in between if is_plan(event, articles))
    actual = [e for e in between if e.status == "actual" and e not in plans]

    def of_class(*names: str) -> Events:
        return tuple(event for event in actual if class_of(event) in names)

    return Evidence(
        talk=of_class("talk"),
        support=of_class("support"),
        requests=of_class("request"),
        commitments=of_class("commitment"),
        deeds=of_class("deed"),
        hostile_words=of_class("hostile word"),
        hostile_acts=of_class("hostile act"),
        negated=tuple(event for event in between if event.status == "negated"),
        plans=plans,
        uncertain=tuple(e for e in between if e.status in ("future", "hypothetical")),
        joint_blows=tuple(e for e in ordered if is_joint_blow(e, question)),
        **_on_third(ordered, pair, question.against),
    )


def is_between(event: Event, pair: frozenset[str]) -> bool:
    """Whether an event is one of at least two of the pair: with, for or against one another.

    What somebody else does for both of them is not: aid sent to two states, a visit to each.
    """
    actors, recipients = keys(event.actor), keys(event.recipient)
    if event.quad <= COOPERATIVE:
        return bool(pair & actors) and len(pair & (actors | recipients)) >= TWO
    doers, targets = pair & actors, pair & recipients
    return bool(doers and targets) and len(doers | targets) >= TWO


def is_joint_blow(event: Event, question: Question) -> bool:
    """Whether an event is hostile and done by the pair together to the third, or else to others."""
    pair, third = frozenset(question.pair), question.against
    targets = keys(event.recipient)
    if event.status != "actual" or class_of(event) not in _HOSTILE or pair & targets:
        return False
    is_at_them = third in targets if third else bool(targets)
    return is_at_them and len(pair & keys(event.actor)) >= TWO


def is_plan(event: Event, articles: Mapping[str, Article]) -> bool:
    """Whether an event is a promise of talks, or of something for a day after it was reported."""
    if event.type != "AGREE" or event.status != "actual":
        return False
    reported = (
        last_day(articles[event.article_id].published) if event.article_id in articles else None
    )
    is_ahead = bool(event.when and reported and event.when.date > reported)
    return is_ahead or event.promises == "CONSULT"


def keys(actors: Iterable[Actor]) -> frozenset[str]:
    """The keys of actors, and of the members where one is a small group such as AUKUS."""
    named = {actor.key for actor in actors}
    return frozenset(named.union(*(_members().get(key, ()) for key in named)))


def _on_third(
    ordered: Sequence[Event], pair: frozenset[str], third: str | None
) -> dict[str, Events]:
    if third is None:
        return {}
    actual = [event for event in ordered if event.status == "actual"]
    hostile = [event for event in actual if class_of(event) in _HOSTILE]
    blows = [e for e in hostile if third in keys(e.recipient) and pair & keys(e.actor)]
    shared = [
        event
        for event in actual
        if event.quad <= COOPERATIVE
        and third in keys((*event.actor, *event.recipient))
        and is_between(event, pair | {third})
    ]
    return {
        "aimed": tuple(e for e in ordered if is_between(e, pair) and third in _aims(e)),
        "at_third": tuple(e for e in blows if len(pair & keys(e.actor)) < TWO),
        "by_third": tuple(
            e for e in hostile if third in keys(e.actor) and pair & keys(e.recipient)
        ),
        "with_third": tuple(e for e in shared if class_of(e) in ("talk", "support")),
        "dealings": tuple(e for e in shared if class_of(e) in ("commitment", "deed")),
    }


def _aims(event: Event) -> frozenset[str]:
    """The keys of the third parties a cooperative act is said to be aimed against."""
    if event.quad > COOPERATIVE or event.status == "negated":
        return frozenset()
    return keys(target.actor for target in event.against)


@cache
def _members() -> dict[str, tuple[str, ...]]:
    return {row["id"]: cells(row["members"]) for row in load("members", ("id",))}
