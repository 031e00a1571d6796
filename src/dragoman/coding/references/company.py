"""Company: who acts together in a sentence, whom "they" and "the leaders" of the next one mean."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.references.referents import Referent, Scene, unique
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

_TWO = 2


def company(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """Those who act together in a sentence; empty where nobody does, or not all are known.

    The subject of the main clause where it is several ("China and Russia agreed"), else the subject
    and whom it meets or acts with ("Xi spoke with Putin", "held talks with Putin").

    Args:
        sentence: a sentence whose mentions have joined the scene.
        scene: what the article has named so far.
    """
    here = next(scene.back(sentence.index, 0))
    doers = [r for r in here if r.is_main and r.mention.kind != "adjective"]
    if any(len(r.keys) >= _TWO for r in doers):
        return max(doers, key=lambda r: len(r.keys)).identities
    others = [_whose(sentence, word, here) for word in sorted(_met(sentence, scene))]
    if not doers or not others or not all((*others, *(r.identities for r in doers))):
        return ()
    together = unique(i for met in (*(r.identities for r in doers), *others) for i in met)
    return together if len(together) >= _TWO else ()


def _whose(sentence: Sentence, word: int, here: Sequence[Referent]) -> tuple[Identity, ...]:
    """Whom one that is met stands for; of an unknown person the one state that is named with it.

    "Xi met Ana Quispe, head of the treaty office of Peru": Peru.
    """
    named = [r for r in here if r.mention.head == word and r.identities]
    if named:
        return max(named, key=lambda r: len(r.keys)).identities
    below = set(sentence.subtree(word))
    states = {i.code: i for r in here if r.mention.head in below for i in r.identities}
    return (Identity(next(iter(states))),) if len(states) == 1 else ()


def _met(sentence: Sentence, scene: Scene) -> set[int]:
    """The words for whom the subject of the sentence meets or acts with."""
    found: set[int] = set()
    for verb in (sentence.root, *sentence.related(sentence.root, "conj")):
        if sentence.lemmas[verb].lower() in scene.tables.words["meeting"]:
            found.update(sentence.related(verb, "obj"))
        carried = [
            noun
            for noun in sentence.related(verb, "obj", "obl")
            if sentence.lemmas[noun].lower() in scene.tables.words["meeting_noun"]
        ]
        for word in (verb, *carried):
            found.update(
                c for c in sentence.related(word, "obl", "nmod") if sentence.case(c) == "with"
            )
    return found.union(*(sentence.related(word, "conj") for word in found))
