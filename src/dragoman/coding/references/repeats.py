"""Repeats: whom the same title or noun meant before, and which armed group is meant again."""

from __future__ import annotations

from dragoman.coding.actors.offices import likeness
from dragoman.coding.actors.rows import Noun
from dragoman.coding.references.bare_nouns import Bare, has_sector
from dragoman.coding.references.referents import ARMED, Referent, Scene
from dragoman.model.actors import Identity

_REACH, _FAR = 3, 15
_SIMILAR_TITLE, _SAME_TITLE = 2, 3
# Letters by which "Islamist" and "Islamic" are the same.
_STEM = 4


def as_before(bare: Bare, scene: Scene, place: Identity | None) -> tuple[Identity, ...]:
    """Whom the same title or noun meant before; armed groups and troops, the last of their kind."""
    at, noun = bare.sentence.index, bare.noun
    found: Referent | None = None
    if bare.is_title and not bare.noun.is_plural and not bare.is_indefinite:
        found = _bearer_before(bare, scene)
        found = found or scene.latest(at, _FAR, lambda r: _bears(r, noun.role, _SIMILAR_TITLE))
        found = found if found and _is_still_told_of(found, at, scene) else None
    elif (bare.is_definite or noun.sector == "MIL") and not _is_at_its_place(bare, place):
        lemma = bare.sentence.lemmas[bare.mention.head].lower()
        found = scene.latest(at, _REACH, lambda r: _is_same(r, lemma, noun))
        creeds = _descriptions(bare, scene) & scene.tables.words["creed"]
        found = found if found and _may_be_called(found, creeds) else None
    if found is None and noun.sector in ARMED:
        found = _armed_before(bare, scene, place)
    return found.identities if found else ()


def _is_at_its_place(bare: Bare, place: Identity | None) -> bool:
    """Whether a government's forces are at a place: they are its own, whoever fought before."""
    return bare.is_governments and place is not None


def _bearer_before(bare: Bare, scene: Scene) -> Referent | None:
    """Who bore the same title last: of several in one sentence its subject."""
    for referents in scene.back(bare.sentence.index, _REACH):
        bearers = [r for r in referents if _bears(r, bare.noun.role, _SAME_TITLE)]
        if bearers:
            return next((r for r in bearers if r.is_subject), bearers[-1])
    return None


def _is_still_told_of(referent: Referent, at: int, scene: Scene) -> bool:
    """Whether whoever was named long ago may be meant: not where only other states are by now."""
    if at - referent.sentence <= _REACH:
        return True
    states = [r for found in scene.back(at, _REACH) for r in found if scene.is_state(r)]
    return not states or any(r.keys & referent.keys for r in states)


def _armed_before(bare: Bare, scene: Scene, place: Identity | None) -> Referent | None:
    """The armed group named last, if the noun can mean it.

    Without an article "gunmen" are unknown ones, "Maoist rebels" no Islamists, "militants" at a
    place are of that place, and nobody is meant by a group of which one man was named before.
    """
    if bare.noun.sector == "UAF" and not bare.is_definite:
        return None
    found = scene.latest(bare.sentence.index, _REACH, lambda r: _is_one(r) and r.is_armed)
    if bare.is_definite:
        return found or _only_armed(scene)
    if found is None:
        return None
    if found.sentence != bare.sentence.index and _is_one_person(found):
        return None
    if not _may_be_called(found, _descriptions(bare, scene)):
        return None
    is_there = place is None or _is_at_home(found.identities[0], place, scene)
    return found if is_there else None


def _only_armed(scene: Scene) -> Referent | None:
    """The one armed group that the story has named, however long ago: "the rebels" at its end."""
    named = scene.every(lambda r: _is_one(r) and r.is_armed)
    return named[0] if len({key for r in named for key in r.keys}) == 1 else None


def _descriptions(bare: Bare, scene: Scene) -> set[str]:
    """The words that tell which armed group a noun means: "Communist", "Hutu"."""
    sentence, mention = bare.sentence, bare.mention
    before = (w for w in sentence.children[mention.head] if w < mention.head)
    words = (sentence.words[w] for w in before if sentence.tags[w] in ("ADJ", "PROPN", "NOUN"))
    creeds = scene.tables.words["creed"]
    return {w.lower() for w in words if w.lower() in creeds or (w[0].isupper() and mention.first)}


def _may_be_called(referent: Referent, descriptions: set[str]) -> bool:
    """Whether all that a noun says of a group was said of it, or its name says so."""
    name = referent.identities[0].name or ""
    known = {word[:_STEM].lower() for word in (*referent.words, *name.split())}
    return all(word[:_STEM] in known for word in descriptions)


def _is_at_home(identity: Identity, place: Identity, scene: Scene) -> bool:
    return place.code in (identity.code, scene.tables.homes.get(identity.id or ""))


def _is_same(referent: Referent, lemma: str, noun: Noun) -> bool:
    if not _is_one(referent):
        return False
    return referent.noun == lemma or (noun.sector == "MIL" and has_sector(referent, "MIL"))


def _is_one_person(referent: Referent) -> bool:
    """Whether it is one man of a group: "the terrorist"."""
    return referent.is_person and not referent.is_plural and referent.mention.kind == "role"


def _is_one(referent: Referent) -> bool:
    """Whether it is known and one party: "the soldiers" are not "the soldiers and the rebels"."""
    return len(referent.identities) == 1


def _bears(referent: Referent, role: str, least: int) -> bool:
    if not referent.is_person or referent.is_plural or not referent.identities:
        return False
    held = referent.identities[0].role
    return bool(held) and likeness(str(held), role) >= least
