"""Company: who acts together in a sentence, whom "they" and "the leaders" of the next one mean."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.referents import Referent, Scene, unique
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
    met = _met(sentence, scene)
    others = [r for r in here if r.mention.head in met and r.mention.kind != "adjective"]
    if not doers or not others or not all(r.identities for r in (*doers, *others)):
        return ()
    together = unique(i for r in (*doers, *_longest(others)) for i in r.identities)
    return together if len(together) >= _TWO else ()


def _longest(referents: Sequence[Referent]) -> list[Referent]:
    """The referents without those that a coordination among them covers."""
    several = [r for r in referents if len(r.keys) >= _TWO]
    return several or list(referents)


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
    return found
