"""Joint statements: whose "we" is where several states speak in one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.actors.actors import resolve_phrase
from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.acts.roles import parties_of
from dragoman.coding.grammar.subjects import NOUN_TAGS, subject
from dragoman.coding.references.referents import unique
from dragoman.model.actors import Identity
from dragoman.model.parses import Parse, Sentence

_JOINT_TITLE = re.compile(
    r"\b(?:joint|leaders|leaders['’]|ministers|ministers['’]|trilateral|quadrilateral|summit)(?!\w)"
    r".*\b(?:statement|declaration|communiqu[eé]|vision)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:of|by|from|between) (?P<who>.+?)(?=$| (?:on|at|regarding|about|after) )"
)
_LED = re.compile(
    r"(?:Joint Statement (?:of|by|from) (?:the )?)?(?P<body>.+?) "
    r"(?:Foreign |Finance |Defence |Defense |Trade )?(?:Leaders|Ministers|Summit)(?!\w)"
)
_BODIES = frozenset({"IGO", "EUR", "UNO"})
_BETWEEN = re.compile(r",? and (?:the )?|, (?:the )?")
_OPENING = 2
"""Sentences at the head of a joint statement in which those who make it are named."""
_HEAD = 120
"""Characters of a text in which it may say itself that it is a joint statement."""
_SEVERAL = 2


def joint_voice(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> tuple[Identity, ...]:
    """Those who speak together in a text; empty where it is no joint statement.

    They are named behind its first "we" ("We, the leaders of Peru and Chile, condemn"), a body
    alone too ("We, the leaders of the African Union"), else, under
    a title such as "Joint Statement on Trade", as the subject of an opening sentence, or together
    elsewhere in it ("was released by the governments of Peru and Chile"), or in the title itself.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
        tables: the tables of actors.
    """
    opening = list(zip(parse.sentences, mentions, strict=True))[:_OPENING]
    for sentence, found in opening:
        together = _behind_we(sentence, found)
        if len(together) >= _SEVERAL or any(who.code in _BODIES for who in together):
            return together
    title = parse.article.title or ""
    if not _JOINT_TITLE.search(title) and not _JOINT_TITLE.search(parse.article.text[:_HEAD]):
        return ()
    for find in (_subjects, _together):
        for sentence, found in opening:
            if len(several := find(sentence, found)) >= _SEVERAL:
                return several
    return _in_title(title, tables) or _body_in_title(title, tables)


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


def _together(_: Sentence, found: Sequence[Mention]) -> tuple[Identity, ...]:
    """The most who are named in one breath: "the governments of Peru, Chile and Ghana"."""
    named = (mention.identities for mention in found if mention.kind != "place")
    return max(named, key=len, default=())


def _in_title(title: str, tables: ActorTables) -> tuple[Identity, ...]:
    """Whom a title lists as those who speak: "Statement of Peru, Chile, and Ghana on Trade"."""
    listed = _LISTED.search(title)
    names = _BETWEEN.split(listed["who"]) if listed else []
    found = [resolve_phrase(name, None, tables) for name in names]
    known = unique(who for who in found if isinstance(who, Identity))
    return known if len(known) >= _SEVERAL else ()


def _body_in_title(title: str, tables: ActorTables) -> tuple[Identity, ...]:
    """The body whose leaders speak by a title such as "G7 Leaders' Statement"."""
    led = _LED.match(title)
    body = resolve_phrase(led["body"], None, tables) if led else None
    return (body,) if isinstance(body, Identity) and body.code in _BODIES else ()
