"""The coder that asks: an article's parse in, a model's answer checked, its events out.

    sentences, numbered ── prompt ──▶ the model ── reply ──▶ drafts ── events ──▶ the same record
                                                        │
                                                        └── refused, each with its reason

The model is a function from instructions and article to an answer; who asks it over which network
is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.coding.dates.times import timing_context
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.llm.codebook import Codebook, instructions
from dragoman.coding.llm.events import Scene, told
from dragoman.coding.llm.parties import Who
from dragoman.coding.llm.prompt import article_words
from dragoman.coding.llm.reply import UnusableError, draft_of, items_of
from dragoman.coding.same import merge
from dragoman.coding.voices.quotes import find_quotes
from dragoman.model.coders import ChatCoder
from dragoman.model.events import Event
from dragoman.model.parses import Parse
from dragoman.model.runs import Refusal

_REMEDY = "The event was left out; another model may copy more faithfully"

Ask = Callable[[str, str], str]
"""Gives the model's answer to instructions and an article."""


@dataclass(frozen=True, slots=True)
class LlmKnowledge:
    """What the coder that asks knows: the tables, the codebook in words, and whom it asks."""

    knowledge: Knowledge
    codebook: Codebook
    chat: ChatCoder


def code_by_asking(
    parse: Parse, known: LlmKnowledge, ask: Ask
) -> tuple[list[Event], list[Refusal]]:
    """The events of an article that a model finds, and the refusals of those that cannot stand.

    Args:
        parse: the article with its sentences.
        known: the tables and the codebook.
        ask: gives the model's answer.

    Raises: ReplyError where the answer cannot be read at all.
    """
    if not parse.sentences:
        return [], []
    answer = ask(instructions(known.codebook, known.knowledge.acts), article_words(parse))
    return checked(parse, known, answer)


def checked(parse: Parse, known: LlmKnowledge, answer: str) -> tuple[list[Event], list[Refusal]]:
    """The events of an answer that stand up to the article, and the refusals of the others."""
    scene = _scene(parse, known)
    found, refused = [], []
    for number, item in enumerate(items_of(answer), start=1):
        try:
            found.append(told(draft_of(item), scene))
        except UnusableError as error:
            source = f"{parse.article.source or parse.article.id}, event {number} of the model"
            refused.append(Refusal(source, str(error), _REMEDY))
    return merge(found), refused


def _scene(parse: Parse, known: LlmKnowledge) -> Scene:
    timing = timing_context(parse)
    actors = known.knowledge.actors
    who = Who(parse, actors, known.codebook.states, timing.day)
    quotes = tuple(find_quotes(parse.article.text))
    return Scene(parse, known.knowledge, who, timing, quotes, known.chat)
