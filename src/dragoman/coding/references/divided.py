"""Divided: "the North" and "the South", in news of a land of which there are two states."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.references.referents import Scene
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

_SIDES = frozenset({"North", "South"})
_LANDS = frozenset(
    {
        *("korea", "korean", "koreans", "vietnam", "vietnamese", "yemen", "yemeni", "yemenis"),
        *("sudan", "sudanese"),
    }
)


def sides_of_a_land(sentence: Sentence, scene: Scene) -> Iterator[Mention]:
    """The mentions of one of two states by its side alone, where its whole name came before.

    Args:
        sentence: the sentence being read.
        scene: what the article has named so far.
    """
    for word, form in enumerate(sentence.words):
        if form in _SIDES and _stands_alone(sentence, word):
            state = _named_before(form.lower(), scene)
            if state is not None:
                yield Mention(word, word, word, (state,), "name", "reference: side of a land")


def _stands_alone(sentence: Sentence, word: int) -> bool:
    """Whether "the" stands before it and it names no part of a place: "the North of Mali"."""
    is_definite = word > 0 and sentence.words[word - 1].lower() == "the"
    is_part = sentence.relations[word] in ("compound", "amod", "flat")
    return is_definite and not is_part and not sentence.related(word, "nmod", "flat", "compound")


def _named_before(side: str, scene: Scene) -> Identity | None:
    for referent in reversed(scene.referents):
        is_side = referent.words[0] == side and not _LANDS.isdisjoint(referent.words[1:2])
        if is_side and scene.is_state(referent):
            return Identity(referent.identities[0].code)
    return None
