"""Findings on a third party: what is aimed against it, on whose word, what it does itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.asking.evidence import TWO, Evidence, keys
from dragoman.asking.findings import Claim, findings_of
from dragoman.asking.names import listed, name_of, names_of
from dragoman.coding.voices.quotes import marked_spans
from dragoman.model.actors import Basis
from dragoman.model.assessment import Finding, Question, Quote, Side
from dragoman.model.events import Event
from dragoman.model.text import Article, Span
from dragoman.parsing.sentences import split

_ON_WHOSE_WORD: dict[Basis, str] = {
    "actor": "a party itself, of what is not done",
    "third": "other named parties",
    "unnamed": "unnamed sources or analysts",
    "author": "the articles' own voice",
}
_PRONOUNS = frozenset({"He", "She", "It", "They", "We", "His", "Her", "Its", "Their", "Our", "You"})


def on_aims(
    question: Question,
    evidence: Evidence,
    articles: Mapping[str, Article],
    events: Sequence[Event],
) -> list[Finding]:
    """What ties the pair's joint acts to the third party, and on whose word; none without one."""
    if question.against is None:
        return []
    pair, third = names_of(question.pair), name_of(question.against)
    own = own_word(question.against, evidence)
    read = [event for event in evidence.aimed if event not in own]
    caution = "" if own else _nobody_says(question, articles, events)
    found = findings_of(
        (
            Claim(f"jointly against {third}", "for", evidence.joint_blows,
                  f"{pair} together criticised, opposed or acted against {third} {{when}}."),
            Claim("aimed, on own word", "for", own,
                  f"a party to the act says itself that it is against {third} {{when}}."),
            Claim("aimed, as others say", "neither", read,
                  f"joint acts, done or only spoken of, are read as against {third} by "
                  f"{_voices(question.against, read)}.{caution}"),
        )
    )  # fmt: skip
    found = [_quoting_aims(finding, question.against, articles, evidence) for finding in found]
    nothing = f"No act of {pair} together was found that is said to be aimed against {third}."
    return found or [Finding(nothing, "against", topic="aimed")]


def own_word(third: str, evidence: Evidence) -> list[Event]:
    """The acts done against the third party on the word of a party to them."""
    return [e for e in evidence.aimed if e.status == "actual" and "actor" in bases(e, third)]


def bases(event: Event, third: str) -> set[Basis]:
    """On whose word an act is aimed against the third party; none where it is not."""
    return {target.basis for target in event.against if third in keys([target.actor])}


def _quoting_aims(
    finding: Finding, third: str, articles: Mapping[str, Article], evidence: Evidence
) -> Finding:
    """The finding with the sentences that name the third as the aim, where the act's own do not."""
    aimed = {event.id: event for event in evidence.aimed}
    quotes = dict.fromkeys(
        Quote(event.article_id, span)
        for event in (aimed[key] for key in finding.events if key in aimed)
        for span in _said_in(event, third, articles.get(event.article_id))
    )
    return replace(finding, quotes=tuple(quotes)) if quotes else finding


def _said_in(event: Event, third: str, article: Article | None) -> list[Span]:
    """The sentences in which an act is said to be against the third party."""
    marks = [target.actor.span.start for target in event.against if third in keys([target.actor])]
    evidence = event.evidence
    if article is None or any(evidence.start <= mark < evidence.end for mark in marks):
        return [evidence]
    found = [
        article.span(piece.start, piece.end)
        for piece in split(article.text)
        if any(piece.start <= mark < piece.end for mark in marks)
    ]
    return found or [evidence]


def _voices(third: str, read: Sequence[Event]) -> str:
    counts = (
        (words, sum(b in bases(e, third) for e in read)) for b, words in _ON_WHOSE_WORD.items()
    )
    return listed([f"{words} ({number})" for words, number in counts if number])


def _nobody_says(
    question: Question, articles: Mapping[str, Article], events: Sequence[Event]
) -> str:
    """That none of the pair says so itself and, if it holds, that no quotation names the third."""
    names = [name_of(key) for key in question.pair]
    nobody = (
        f"Neither {names[0]} nor {names[1]}" if len(names) == TWO else f"None of {listed(names)}"
    )
    claim = f" {nobody} is reported as saying so"
    third = question.against or ""
    if _is_named_in_quotes(third, articles, events):
        return f"{claim}."
    return f"{claim}, and no quoted words name {name_of(third)}."


def _is_named_in_quotes(
    third: str, articles: Mapping[str, Article], events: Iterable[Event]
) -> bool:
    """Whether any words in quotation marks name the third party, under a name the articles use."""
    names = {name_of(third).removeprefix("the ")}
    for event in events:
        parties = (*event.actor, *event.recipient, *(target.actor for target in event.against))
        names |= {party.span.text for party in parties if party.key == third}
    proper = sorted(name for name in names if name[:1].isupper() and name not in _PRONOUNS)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in proper))
    return any(
        pattern.search(quote.text)
        for article in articles.values()
        for quote in marked_spans(article.text)
    )


def _number(of: int) -> str:
    return {2: "two", 3: "three"}.get(of, str(of))


def on_third(question: Question, evidence: Evidence) -> list[Finding]:
    """How each of the pair and the third party stand to one another; none without a third."""
    if question.against is None:
        return []
    third = name_of(question.against)
    with_third: Side = "against" if question.relation == "cooperation" else "neither"

    def there(events: Sequence[Event]) -> str:
        present = {key for e in events for key in keys((*e.actor, *e.recipient))}
        return names_of(key for key in question.pair if key in present)

    doers = {key for event in evidence.at_third for key in keys(event.actor)}
    is_one = len(doers & set(question.pair)) == 1
    # Others than the pair may have done it with that one, so "alone" would say too much.
    only = f"of the {_number(len(question.pair))}, only " if is_one else ""
    each = "" if is_one else ", each for itself,"
    return findings_of(
        (
            Claim(f"deals with {third}", with_third, evidence.dealings,
                  f"{there(evidence.dealings)} also agreed or cooperated with {third} {{when}}."),
            Claim(f"talk with {third}", with_third, evidence.with_third,
                  f"{there(evidence.with_third)} also met, spoke with or praised {third} "
                  "{when}."),
            Claim(f"each against {third}", "neither", evidence.at_third,
                  f"{only}{there(evidence.at_third)}{each} criticised, opposed or acted "
                  f"against {third} {{when}}."),
            Claim(f"by {third}", "neither", evidence.by_third,
                  f"{third} criticised, opposed or acted against {there(evidence.by_third)} "
                  "{when}."),
        )
    )  # fmt: skip
