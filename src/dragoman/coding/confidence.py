"""Confidence: the probability that an event's type and parties are right."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.learned import DROPPED, words_of
from dragoman.coding.acts.roles import keys_of
from dragoman.coding.parties.learned_sides import ACTOR, BY_NETWORK, EITHER, RECIPIENT, likeliness
from dragoman.coding.parties.sides import Sides
from dragoman.coding.parties.unjoined import BY_ASKING, joined, ways
from dragoman.model.events import RECIPROCAL_TYPES, Status, Step
from dragoman.model.parses import ReadAct, Sentence
from dragoman.tables.load import load

GIVEN = 0.1
"""An event less likely to be right than this is not given, unless words aim it at somebody.

Of 1,420 marked pairs held back .563 F1 are found so, .559 without a bar; a higher one (.25: .570)
leaves out plain meetings that the network takes for agreements.
"""
GIVEN_OF_NEWS = 0.5
"""The same for what is told as done in an article that is nobody's own words.

Of 875 events of news that a strict reader judged 71 in a hundred are right, 76 of those from it on,
and 8 in a hundred of the right ones are left out. On marked stories of news the F1 of types is .585
with it and .573 with .2. Of statements, which the network knows less, more of them are right.
"""
TOLD_TO = frozenset({"REQUEST", "THREATEN"})
"""What one tells another. News that names nobody it is told to mostly tells what happens within a
state: of 12 such requests and threats that a strict reader judged one was right."""
_LONG_SENTENCE = 40
_BY_THE_NETWORK = frozenset({"act", "type", "parties", "pair", "unasked"})
_NAMES = frozenset({"NNP", "NNPS"})
_BY_SURNAME = "reference: surname"
_LEAST = 0.01
"""What a probability counts at least: the network's smallest are not to be told apart."""


def confidence(
    sentence: Sentence, draft: Draft, found: Sides, firm: Status, *, by_words_alone: bool = False
) -> tuple[float, Step]:
    """The probability in (0, 1) and the features it rests on.

    Args:
        sentence: the sentence that tells the act.
        draft: the act with the row it met and its type.
        found: its parties.
        firm: whether it happened.
        by_words_alone: whether the network's doubt is left aside, where it is in doubt.
    """
    weights = _weights()
    told = [(name, value) for name, value in features(sentence, draft, found, firm) if value]
    if by_words_alone and _is_doubted(sentence, draft):
        told = [(name, value) for name, value in told if name not in _BY_THE_NETWORK]
    log_odds = weights["intercept"] + sum(weights[name] * value for name, value in told)
    probability = round(1 / (1 + math.exp(-log_odds)), 3)
    words = ", ".join(name for name, _ in told)
    return probability, Step("confidence", "log-odds of features", words, probability)


def features(
    sentence: Sentence, draft: Draft, found: Sides, firm: Status
) -> Iterator[tuple[str, float]]:
    """What is known of an event's coding, each with its value: 1 or 0 for what holds or does not.

    `act`, `type`, `parties` and `pair` are the logarithms of the network's probabilities; a parser
    without heads for acts has none to give.
    """
    has_two = len(keys_of([*found.actor, *found.recipient])) > 1
    if sentence.dyads is not None:
        yield from _read(sentence, draft, found, firm, has_two=has_two)
    yield "by_row", bool(draft.act.row.actor or draft.act.row.recipient)
    yield "by_network", found.step.rule == BY_NETWORK
    yield "by_asking", found.step.rule == BY_ASKING
    yield "two_sided", has_two
    yield "mutual", has_two and not found.recipient
    yield "is_verb", draft.act.row.pos == "verb"
    yield "has_needs", bool(draft.act.row.needs)
    yield from _named(sentence, found)
    yield "promises", bool(draft.promises)
    yield "hypothetical", firm == "hypothetical"
    yield "negated", firm == "negated"
    yield "long_sentence", len(sentence) > _LONG_SENTENCE


def _read(
    sentence: Sentence, draft: Draft, found: Sides, firm: Status, *, has_two: bool
) -> Iterator[tuple[str, float]]:
    """What the network makes of the act, its parties, and the pair of them."""
    reads = _reads(sentence, draft)
    yield "act", _log(max((read.is_act for read in reads), default=_LEAST))
    yield "type", _log(max((read.probability(draft.type) for read in reads), default=_LEAST))
    yield "parties", _log(_parties(reads, draft, found))
    is_asked = has_two and bool(_across(found))
    yield "pair", _log(_weakest_pair(sentence, draft, found, firm)) if is_asked else 0.0
    yield "unasked", has_two and not is_asked


def _named(sentence: Sentence, found: Sides) -> Iterator[tuple[str, float]]:
    """By what words the parties are known."""
    mentions = [*found.actor, *found.recipient]
    yield "by_reference", _any_kind(mentions, "group", "pronoun")
    yield "by_surname", any(mention.rule == _BY_SURNAME for mention in mentions)
    yield "by_bare_noun", any(_is_bare(sentence, mention) for mention in mentions)
    yield "by_adjective", _any_kind(mentions, "adjective")
    yield "by_place", _any_kind(mentions, "place")


def _is_doubted(sentence: Sentence, draft: Draft) -> bool:
    """Whether the network would leave the act out, or give it another type."""
    reads = _reads(sentence, draft)
    return all(read.probability(draft.type) < DROPPED for read in reads)


def _reads(sentence: Sentence, draft: Draft) -> list[ReadAct]:
    """What the network makes of the words that tell an act."""
    return [sentence.acts[word] for word in words_of(draft) if word in sentence.acts]


def _parties(reads: Iterable[ReadAct], draft: Draft, found: Sides) -> float:
    """The probability that the likeliest reading gives to the least likely party in its part.

    Pronouns and groups count only where nothing else names a party: the network has learned names.
    """
    is_mutual = draft.type in RECIPROCAL_TYPES or found.actor == found.recipient
    parts = [
        *((mention, EITHER if is_mutual else (ACTOR,)) for mention in found.actor),
        *((mention, EITHER if is_mutual else (RECIPIENT,)) for mention in found.recipient),
    ]
    named = [part for part in parts if part[0].kind not in ("pronoun", "group")] or parts
    return max(
        (min((likeliness(read, *part) for part in named), default=_LEAST) for read in reads),
        default=_LEAST,
    )


def _weakest_pair(sentence: Sentence, draft: Draft, found: Sides, firm: Status) -> float:
    """How likely the act joins its first party with the least likely of those across from it.

    Of a promise what it promises counts as well, for that is what the words say; and a refusal, of
    what does not take place, for the network was taught so.
    """
    kinds = {draft.type, draft.promises or draft.type}
    kinds |= {"REJECT"} if firm == "negated" else set()
    return min(
        max(
            joined(sentence, *way).get(kind, 0.0)
            for way in ways(first, other, draft.type)
            for kind in kinds
        )
        for first, other in _across(found)
    )


def _across(found: Sides) -> list[tuple[Mention, Mention]]:
    """The first party with each across from it, but one that the same words name: "both sides"."""
    first, *others = found.actor or found.recipient
    across = found.recipient if found.actor and found.recipient else others
    return [(first, m) for m in across if first.last < m.first or m.last < first.first]


def _log(probability: float) -> float:
    return math.log(max(probability, _LEAST))


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether only a common noun names a party: "the insurgents", not "Iraqi insurgents"."""
    is_noun = mention.rule.startswith("sectors")
    return is_noun and not any(_is_name(sentence, word) for word in mention.words)


def _is_name(sentence: Sentence, word: int) -> bool:
    """Whether a word is a name or an adjective of one; a sentence's first noun is neither."""
    tag = sentence.fine_tags[word]
    is_capital = sentence.words[word][0].isupper()
    return tag in _NAMES or (is_capital and (word > 0 or tag == "JJ"))


def _any_kind(mentions: Iterable[Mention], *kinds: str) -> bool:
    return any(mention.kind in kinds for mention in mentions)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load("confidence", ("feature",))}
