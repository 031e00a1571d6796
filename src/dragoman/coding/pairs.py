"""Pairs: the acts that the tables find between two parties pointed out in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.actors.mentions import Mention, find_mentions
from dragoman.coding.acts.acts import find_acts
from dragoman.coding.acts.complements import settle
from dragoman.coding.acts.roles import Parties, parties_of
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.parties.relations import Told, joins
from dragoman.coding.parties.sides import sides
from dragoman.coding.status.stance import firmness
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

_NAMES = (Identity("source"), Identity("target"))

Words = Sequence[int]


def told_between(
    sentence: Sentence, source: Words, target: Words, knowledge: Knowledge
) -> list[Told]:
    """The acts that the tables find in a sentence, and how well each joins the pair.

    The words `source` and `target` are taken for two parties, whoever they are.
    """
    parties = _parties(sentence, (source, target), knowledge)
    return [
        Told(
            draft,
            firmness(sentence, draft.act.word, knowledge.stance).status,
            joins(sides(draft, parties), source, target),
        )
        for draft in settle(sentence, find_acts(sentence, knowledge.acts, parties))
    ]


def _parties(sentence: Sentence, pair: tuple[Words, Words], knowledge: Knowledge) -> Parties:
    """The two parties, with the others that the coder finds beside them."""
    taken = {word for words in pair for word in words}
    others = find_mentions(sentence, knowledge.actors, None)
    apart = [m for m in others if taken.isdisjoint(m.words)]
    return parties_of(sentence, [*_pointed_out(sentence, pair), *apart])


def _pointed_out(sentence: Sentence, pair: tuple[Words, Words]) -> Iterator[Mention]:
    for who, words in zip(_NAMES, pair, strict=True):
        head = next((w for w in words if sentence.heads[w] not in words), words[0])
        yield Mention(words[0], words[-1], head, (who,), "name", "marked")
