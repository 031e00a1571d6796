"""Own words: what a state's own text says, where the network has learned what news tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.coding.acts.acts import VOICE
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.roles import Parties
from dragoman.coding.parties.sides import Sides
from dragoman.model.text import Article

_TITLE = re.compile(
    r"\b(?:statement|readout|remarks|fact sheet|press (?:call|briefing|conference)|proclamation"
    r"|memorandum|communiqu[eé])\b",
    re.IGNORECASE,
)


def own_words(parties: Parties, drafts: Sequence[Draft]) -> frozenset[int]:
    """The words of acts in a state's own text that are not to be doubted.

    The network has learned what news tells; what an office declares, welcomes or demands it takes
    for none where a row asks for words of its own and finds them.
    """
    if not parties.voice:
        return frozenset()
    return frozenset(draft.act.word for draft in drafts if _is_in_so_many_words(draft))


def _is_in_so_many_words(draft: Draft) -> bool:
    row = draft.act.row
    names_words = any(need.any_of and not need.negative for need in row.needs)
    return names_words or any("voice" in together for together in row.actor)


def is_told_of(draft: Draft, found: Sides) -> bool:
    """Whether whose words they are acts by saying them: the network looks for who did the deed."""
    is_said = draft.act.row.actor[:1] == (("voice",),)
    return is_said or any(mention.rule == VOICE for mention in found.actor)


def is_own_text(article: Article, sentences: Iterable[Parties]) -> bool:
    """Whether a text is somebody's own words: of a known voice, or by its title.

    Args:
        article: the article with its title.
        sentences: the mentions of each of its sentences, with whose words they are.
    """
    return any(s.voice for s in sentences) or bool(_TITLE.search(article.title or ""))
