"""Associations: which one "the rights group" or "the charity" is, named before by its name."""

from __future__ import annotations

from dragoman.coding.references.bare_nouns import Bare
from dragoman.coding.references.referents import Referent, Scene
from dragoman.model.actors import Identity

_REACH = 3
_LEMMAS = frozenset({"group", "agency", "organization", "organisation", "charity", "foundation"})
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


def _is_ngo(referent: Referent) -> bool:
    return bool(referent.identities) and referent.identities[0].code == _NGO
