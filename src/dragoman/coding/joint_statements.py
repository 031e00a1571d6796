"""Joint statements: whose "we" is where several states speak in one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.mentions import Mention
from dragoman.coding.referents import unique
from dragoman.coding.roles import parties_of
from dragoman.coding.subjects import NOUN_TAGS, subject
from dragoman.model.actors import Identity
from dragoman.model.parses import Parse, Sentence

_JOINT_TITLE = re.compile(
    r"\b(?:joint|leaders|leaders['’]|ministers|ministers['’]|trilateral|quadrilateral|summit)(?!\w)"
    r".*\b(?:statement|declaration|communiqu[eé]|vision)\b",
    re.IGNORECASE,
)
_OPENING = 2
"""Sentences at the head of a joint statement in which those who make it are named."""
_SEVERAL = 2


def joint_voice(parse: Parse, mentions: Sequence[Sequence[Mention]]) -> tuple[Identity, ...]:
    """Those who speak together in a text; empty where it is no joint statement.

    They are named behind its first "we" ("We, the leaders of Peru and Chile, condemn"), else, under
    a title such as "Joint Statement on Trade", as the subject of an opening sentence.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
    """
    opening = list(zip(parse.sentences, mentions, strict=True))[:_OPENING]
    for sentence, found in opening:
        if len(together := _behind_we(sentence, found)) >= _SEVERAL:
            return together
    if not _JOINT_TITLE.search(parse.article.title or ""):
        return ()
    for sentence, found in opening:
        if len(together := _subjects(sentence, found)) >= _SEVERAL:
            return together
    return ()


def _behind_we(sentence: Sentence, found: Sequence[Mention]) -> tuple[Identity, ...]:
    """Those named in apposition to a "we"."""
    for word, form in enumerate(sentence.words):
        if form.lower() == "we" and (behind := sentence.related(word, "appos")):
            below = {w for child in behind for w in sentence.subtree(child)}
            return unique(i for m in found if m.head in below for i in m.identities)
    return ()


def _subjects(sentence: Sentence, found: Sequence[Mention]) -> tuple[Identity, ...]:
    """Those whom the sentence's subject names: people before a list of states.

    Between dashes they are many words, and parsers may take the subject for the whole sentence.
    """
    root = sentence.root
    doers = [root] if sentence.tags[root] in NOUN_TAGS else subject(sentence, root)
    below = {w for word in doers for w in sentence.subtree(word)}
    people = unique(
        i for m in found if m.kind == "person" and m.head in below for i in m.identities
    )
    if len(people) >= _SEVERAL:
        return people
    named = parties_of(sentence, found).all_at(doers, places=False)
    return unique(identity for mention in named for identity in mention.identities)
