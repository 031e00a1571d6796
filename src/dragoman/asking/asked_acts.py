"""Acts asked about: which events tell that one party did to another what a question asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.asking.days import ENOUGH_DATES, distinct_dates, when_clause
from dragoman.asking.evidence import Events, Evidence, keys
from dragoman.asking.findings import Claim, findings_of
from dragoman.asking.names import listed, names_of
from dragoman.model.assessment import AskedAct, Finding
from dragoman.model.events import Event
from dragoman.tables.load import load

MOST_WORDS = 3
_ROOT = 3
# Modes that every act of a type may have: "sanctioned" is "discontinue", and so is "cut ties".
_BROAD = frozenset(
    {"discontinue", "withdraw", "disapprove", "allege", "change", "yield", "relations"}
)


class Told(NamedTuple):
    """The events of an act asked about, by what they tell of it.

    `done` is that very act, `alike` one of its type by other means, `open` one that is promised,
    expected, rumoured or conditional, `denied` one that is said not to be.
    """

    done: Events
    alike: Events
    open: Events
    denied: Events

    @property
    def all(self) -> Events:
        """All of them."""
        return (*self.done, *self.alike, *self.open, *self.denied)


def told_of(act: AskedAct, evidence: Evidence) -> Told:
    """What the events between a pair tell of an act that a question asks about."""
    found = [event for event in dict.fromkeys(evidence.of_pair) if _is_asked(event, act)]
    actual = [e for e in found if e.status == "actual" and e.type == act.type]
    promised = [e for e in found if e.status == "actual" and e.type != act.type]
    done = tuple(event for event in actual if _is_by_these_means(event, act))
    return Told(
        done=done,
        alike=tuple(event for event in actual if event not in done),
        open=(*promised, *(e for e in found if e.status in ("future", "hypothetical"))),
        denied=tuple(event for event in found if event.status == "negated"),
    )


def is_firm(done: Sequence[Event]) -> bool:
    """Whether an act is told firmly: in an article's own words, by its doer, or on two dates."""
    return len(distinct_dates(done)) >= ENOUGH_DATES or any(_is_own_telling(e) for e in done)


def on_act(act: AskedAct, told: Told) -> list[Finding]:
    """What is reported of the act asked about."""
    phrase = told_as(act)
    return findings_of(
        (
            Claim("asked act", "for", told.done, f"{phrase}{_in_words(told.done)} {{when}}."),
            Claim("asked act", "neither", told.alike,
                  f"{told_as(act, with_mode=False)}{_in_words(told.alike)} in other ways than "
                  "asked about {when}."),
            Claim("asked act", "neither", told.open,
                  f"that {phrase} is only promised, expected, rumoured or in question {{when}}."),
            Claim("asked act", "against", told.denied,
                  f"that {phrase} is denied, or said not to have come about, {{when}}."),
        )
    )  # fmt: skip


def reports(act: AskedAct, told: Told) -> str:
    """What the articles report of the act, as the object of "report"; "" where they have nothing.

    "that Chile attacked Peru on 5 May 2012".
    """
    if told.done:
        told_by = "" if is_firm(told.done) else "only on others' word "
        return f"{told_by}that {told_as(act)}{_in_words(told.done)} {when_clause(told.done)}"
    if told.alike:
        other = f"{told_as(act, with_mode=False)}{_in_words(told.alike)}"
        return f"that {other}, but in other ways than asked about"
    return (
        f"only as promised, expected, rumoured or in question that {told_as(act)}"
        if told.open
        else ""
    )


def told_as(act: AskedAct, *, with_mode: bool = True) -> str:
    """The act as a clause: "Chile attacked Peru"."""
    rows = {(row["type"], row["mode"]): row["told"] for row in load("told_acts", ("type", "mode"))}
    modes = act.mode if with_mode else ()
    phrase = next((rows[act.type, m] for m in modes if (act.type, m) in rows), rows[act.type, ""])
    return f"{names_of(act.actor)} {phrase} {names_of(act.recipient)}"


def _in_words(events: Sequence[Event]) -> str:
    """The articles' own words for acts, since a type is wider: “recalled” is no embargo."""
    words = list(dict.fromkeys(" ".join(event.trigger.text.split()) for event in events))
    quoted = listed([f"“{word}”" for word in words[:MOST_WORDS]])
    return f" ({quoted}{' and more' if len(words) > MOST_WORDS else ''})"


def _is_asked(event: Event, act: AskedAct) -> bool:
    """Whether an event is of the type, and by and to those asked about."""
    is_by = not keys(event.actor).isdisjoint(act.actor)
    is_at = not keys(event.recipient).isdisjoint(act.recipient)
    return act.type in (event.type, event.promises) and is_by and is_at


def _is_by_these_means(event: Event, act: AskedAct) -> bool:
    if act.type == "SUPPORT":
        # Praise is no recognition, nor a treaty praise.
        return (event.cameo or "")[:_ROOT] == (act.cameo or "")[:_ROOT]
    asked = set(act.mode) - _BROAD
    return not asked or not asked.isdisjoint(event.mode)


def _is_own_telling(event: Event) -> bool:
    """Whether nobody but the article, or a doer, is the one who says so."""
    doers = keys(event.actor)
    return all(voice.code in doers for voice in event.attribution if voice.kind != "outlet")
