"""Replies: a language model's answer read into drafts of events, each field of its form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from dragoman.errors import ReplyError

MOST_EVENTS = 500
"""An article of fifty sentences has some forty; a reply with more than this has run away."""
LONGEST_WORDS = 1_000
_REMEDY = "Run it again, or try another model"

Item = TypeVar("Item")


class UnusableError(ValueError):
    """Why an event of a reply cannot be used."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party as the model names it: words of the article, and the key it gives them."""

    words: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Aimed:
    """A third party, and on whose word."""

    party: Named
    basis: str


@dataclass(frozen=True, slots=True)
class Voiced:
    """Somebody the article leans on: a speaker, an outlet, or unnamed people."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One event as the model gives it: of the right form, and nothing else checked yet."""

    sentence: int
    type: str
    trigger: str
    status: str
    mode: tuple[str, ...]
    promises: str | None
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]
    against: tuple[Aimed, ...]
    issue: tuple[str, ...]
    when: str | None
    location: str | None
    voices: tuple[Voiced, ...]


def items_of(answer: str) -> list[object]:
    """The events in a model's answer, as they came; what stands round the JSON is passed over.

    Raises: ReplyError for an answer that holds no such JSON.

    >>> items_of('Here it is: {"events": [{"type": "AID"}]}')
    [{'type': 'AID'}]
    """
    try:
        read = json.loads(answer[answer.find("{") : answer.rfind("}") + 1])
        found = read["events"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        problem = f"the model's answer is not the JSON asked for ({type(error).__name__})"
        raise ReplyError(problem, _REMEDY) from error
    if not isinstance(found, list) or len(found) > MOST_EVENTS:
        raise ReplyError(f"the model's answer has no list of up to {MOST_EVENTS} events", _REMEDY)
    return found


def draft_of(item: object) -> Draft:
    """One event of an answer, read into a draft.

    Raises: UnusableError where a field is missing or of another form.

    >>> draft_of({"sentence": 1, "type": "AID", "trigger": "sent", "actor": []}).status
    'actual'
    """
    given = _mapping(item, "the event")
    number = given.get("sentence")
    if not isinstance(number, int) or isinstance(number, bool):
        raise UnusableError("it has no number of a sentence")
    return Draft(
        sentence=number,
        type=_words(given.get("type"), "type"),
        trigger=_words(given.get("trigger"), "trigger"),
        status=_maybe(given.get("status"), "status") or "actual",
        mode=_many(given, "mode", lambda one: _words(one, "mode")),
        promises=_maybe(given.get("promises"), "promises"),
        actor=_many(given, "actor", _named),
        recipient=_many(given, "recipient", _named),
        against=_many(given, "against", _aimed),
        issue=_many(given, "issue", lambda one: _words(one, "issue")),
        when=_maybe(given.get("when"), "when"),
        location=_maybe(given.get("location"), "location"),
        voices=_many(given, "voices", _voiced),
    )


def _named(item: object) -> Named:
    given = _mapping(item, "a party")
    return Named(_words(given.get("words"), "words"), _maybe(given.get("key"), "key"))


def _aimed(item: object) -> Aimed:
    given = _mapping(item, "a third party")
    return Aimed(_named(given), _words(given.get("basis"), "basis"))


def _voiced(item: object) -> Voiced:
    given = _mapping(item, "a voice")
    return Voiced(_words(given.get("words"), "words"), _words(given.get("kind"), "kind"))


def _many(given: Mapping[str, Any], name: str, read: Callable[[object], Item]) -> tuple[Item, ...]:
    found = given.get(name)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise UnusableError(f"its {name} is no list")
    return tuple(read(item) for item in found)


def _mapping(item: object, name: str) -> Mapping[str, Any]:
    if not isinstance(item, dict):
        raise UnusableError(f"{name} is no JSON object")
    return item


def _words(value: object, name: str) -> str:
    found = _maybe(value, name)
    if found is None:
        raise UnusableError(f"it has no {name}")
    return found


def _maybe(value: object, name: str) -> str | None:
    """A string with something in it, or None."""
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST_WORDS:
        raise UnusableError(f"its {name} is no short string")
    return value.strip() or None
