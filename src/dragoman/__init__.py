"""dragoman reads news articles and tells how states stand to one another.

    from dragoman import ask, code, read

    articles = read("examples")
    events = code(articles)
    print(ask("Is Saudi Arabia warming to Iran?", events))

Nothing heavy is loaded until one of the names below is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.errors import DragomanError as DragomanError
    from dragoman.model.assessment import Assessment as Assessment
    from dragoman.model.assessment import Question as Question
    from dragoman.model.coders import ChatCoder as ChatCoder
    from dragoman.model.events import Event as Event
    from dragoman.model.runs import Refusal as Refusal
    from dragoman.model.text import Article as Article
    from dragoman.model.text import Span as Span
    from dragoman.reporting.measurement import Measurement as Measurement
    from dragoman.reporting.moves import Moves as Moves
    from dragoman.reporting.results import Answer as Answer
    from dragoman.reporting.results import Articles as Articles
    from dragoman.reporting.results import Events as Events
    from dragoman.running.library import ask as ask
    from dragoman.running.library import code as code
    from dragoman.running.library import dyads as dyads
    from dragoman.running.library import measure as measure
    from dragoman.running.library import read as read

_HOMES = {
    "Answer": "dragoman.reporting.results",
    "Article": "dragoman.model.text",
    "Articles": "dragoman.reporting.results",
    "Assessment": "dragoman.model.assessment",
    "ChatCoder": "dragoman.model.coders",
    "DragomanError": "dragoman.errors",
    "Event": "dragoman.model.events",
    "Events": "dragoman.reporting.results",
    "Measurement": "dragoman.reporting.measurement",
    "Moves": "dragoman.reporting.moves",
    "Question": "dragoman.model.assessment",
    "Refusal": "dragoman.model.runs",
    "Span": "dragoman.model.text",
    "ask": "dragoman.running.library",
    "code": "dragoman.running.library",
    "dyads": "dragoman.running.library",
    "measure": "dragoman.running.library",
    "read": "dragoman.running.library",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """A promised name, its module loaded on first use."""
    if name not in _HOMES:
        raise AttributeError(f"dragoman has no {name!r}; it has {', '.join(__all__)}")
    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__]
