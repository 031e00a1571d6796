"""Issues: what an act is about, in the text's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.acts.roles import Parties
from dragoman.coding.grammar.phrases import phrase
from dragoman.coding.grammar.subjects import NOUN_TAGS
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

_ABOUT = frozenset(
    {
        *("about", "on", "over", "regarding", "concerning", "around", "as to", "in regard to"),
        *("with regard to", "with respect to", "in connection with", "on the subject of"),
        *("because of", "due to", "for"),
    }
)
# What is talked about stands as the object of these.
_TOPIC_VERBS = frozenset(
    {
        *("discuss", "address", "raise", "debate", "review", "negotiate", "cover", "explore"),
        *("consider", "broach", "tackle", "mention", "settle", "resolve", "coordinate", "reaffirm"),
    }
)
# When and how an act is done ("on Monday", "by phone"), which is never what it is about.
_CIRCUMSTANCES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january"),
        *("february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "day", "week", "month", "year", "morning", "afternoon"),
        *("evening", "night", "weekend", "sideline", "phone", "telephone", "condition", "time"),
        *("side", "behalf", "part", "basis", "hour", "eve", "occasion", "anniversary", "decade"),
        *("moment", "visit"),
    }
)
_MOST = 3


def issues(parse: Parse, parties: Parties, trigger: int, own: Iterable[str]) -> tuple[Span, ...]:
    """What the act at word `trigger` is about: up to three noun phrases, verbatim.

    Args:
        parse: the article.
        parties: the mentions of the act's sentence.
        trigger: the act's word.
        own: the keys of the act's parties, who are not its issue.
    """
    sentence, keys = parties.sentence, frozenset(own)
    found: dict[Span, None] = {}
    for topic in _topics(sentence, trigger):
        for head in [topic, *sentence.related(topic, "conj")]:
            if _is_issue(parties, head, keys):
                found[_place(parse, sentence, head)] = None
    return tuple(found)[:_MOST]


def _topics(sentence: Sentence, trigger: int) -> Iterator[int]:
    """The heads of what an act's word, its clause and its purpose clause say it is about."""
    yield from _about(sentence, trigger)
    verb = trigger
    if sentence.tags[trigger] in NOUN_TAGS:
        verb = next((a for a in sentence.ancestors(trigger) if sentence.tags[a] == "VERB"), trigger)
        if verb != trigger:
            yield from _about(sentence, verb)
    for clause in [verb, *sentence.related(verb, "advcl", "xcomp", "conj")]:
        if sentence.lemmas[clause].lower() in _TOPIC_VERBS:
            yield from sentence.related(clause, "obj", "nsubj:pass")
        elif clause != verb and sentence.relations[clause] != "conj":
            yield from _about(sentence, clause)


def _about(sentence: Sentence, word: int) -> Iterator[int]:
    for child in sentence.related(word, "obl", "nmod"):
        if sentence.case(child) in _ABOUT:
            yield child


def _is_issue(parties: Parties, head: int, own: frozenset[str]) -> bool:
    """Whether a noun names a matter: no party to the act, no day or means, and no pronoun."""
    sentence = parties.sentence
    if sentence.tags[head] not in ("NOUN", "PROPN"):
        return False
    if sentence.lemmas[head].lower() in _CIRCUMSTANCES:
        return False
    mention = parties.by_word.get(head)
    if mention is None:
        return True
    return not any(identity.key in own for identity in mention.identities)


def _place(parse: Parse, sentence: Sentence, head: int) -> Span:
    """The noun phrase, without determiner, relative clause and what is coordinated with it."""
    apart = [
        child
        for child in sentence.children[head]
        if sentence.relations[child].partition(":")[0] in ("conj", "acl", "parataxis", "appos")
    ]
    first, last = phrase(sentence, head, without=apart)
    while first < head and sentence.relations[first] in ("det", "case", "cc"):
        first += 1
    while last > head and sentence.relations[last] in ("cc", "punct"):
        last -= 1
    return parse.span(sentence, first, last)
