"""Associations: which one "the rights group" or "the coalition" is, told by what it does."""

from __future__ import annotations

from datetime import date

from dragoman.coding.actors.actors import resolve_phrase
from dragoman.coding.references.bare_nouns import Bare
from dragoman.coding.references.referents import Referent, Scene
from dragoman.model.actors import Identity

_REACH = 3
_LEMMAS = frozenset({"group", "agency", "organization", "organisation", "charity", "foundation"})
_COALITION = frozenset({"coalition"})
_FOE = frozenset({"isis", "isil", "daesh"})
_ISIS, _NAME, _SINCE = "ISIS", "CJTF-OIR", date(2014, 8, 8)
_CIVIL, _NGO = "CVL", "NGO"


def association(bare: Bare, scene: Scene) -> tuple[Identity, ...] | None:
    """The association named last for one told by its kind; None for any other noun.

    It is in many states and of none: where no association was named, nobody is meant.

    Args:
        bare: a noun that no state stands with.
        scene: what the article has named so far.
    """
    lemma = bare.sentence.lemmas[bare.mention.head].lower()
    if bare.noun.sector != _CIVIL or lemma not in _LEMMAS or not bare.is_definite:
        return None
    found = None if bare.noun.is_plural else scene.latest(bare.sentence.index, _REACH, _is_ngo)
    return found.identities[:1] if found else ()


def coalition(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """The coalition against the Islamic State, where "coalition forces" fight it.

    Args:
        bare: a noun that no state stands with.
        scene: what the article has named so far.
    """
    sentence, mention = bare.sentence, bare.mention
    around = [*range(mention.first, mention.last + 1), *sentence.children[mention.head]]
    words = {sentence.words[word].lower() for word in around}
    if not words & _COALITION or scene.day is None or scene.day < _SINCE:
        return ()
    is_its_foe = not _FOE.isdisjoint(word.lower() for word in sentence.words)
    if not is_its_foe and not scene.every(lambda r: _ISIS in r.keys):
        return ()
    found = resolve_phrase(_NAME, scene.day, scene.tables)
    return (found,) if isinstance(found, Identity) else ()


def _is_ngo(referent: Referent) -> bool:
    return bool(referent.identities) and referent.identities[0].code == _NGO
