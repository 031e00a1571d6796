"""Pronouns: whom "he", "it", "they" and "we" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.grammar.subjects import borrowed_subject
from dragoman.coding.references.own_clause import (
    HE,
    IT,
    OBJECTS,
    REFLEXIVES,
    SHE,
    itself,
    owner,
)
from dragoman.coding.references.referents import STRANGER, THEY, Gender, Referent, Scene, unique
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

WE = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"})
PRONOUNS = HE | SHE | IT | THEY | WE
_REACH = 2
_TOGETHER = 3
_TWO = 2
_NO_THEY = frozenset({"adjective", "place"})


def antecedent(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """Whom the pronoun at `word` stands for; empty where nobody can be told."""
    form = sentence.words[word].lower()
    if sentence.relations[word] == "expl":
        return ()
    if form in REFLEXIVES and sentence.relations[word] in OBJECTS:
        return itself(sentence, word, scene)
    found = owner(sentence, word, scene)
    if found is not None:
        return found.identities
    if form in HE or form in SHE:
        found = _person(sentence, word, scene, "man" if form in HE else "woman")
        return found.identities if found else ()
    if form in IT:
        return _thing(sentence, word, scene)
    return _several(sentence, word, scene) if form in THEY else ()


def _person(sentence: Sentence, word: int, scene: Scene, gender: Gender) -> Referent | None:
    """The person meant: in the same sentence, else in the ones before; a subject first.

    Nobody who has another part in the same act: "The king met the envoy. The king thanked him."
    """
    here = next(scene.back(sentence.index, 0))
    apart = {i for r in here if is_coargument(sentence, word, r) for i in r.identities}
    for referents in scene.back(sentence.index, _REACH):
        people = [
            r
            for r in referents
            if r.is_person and not r.is_plural and r.gender in (gender, "")
            and not is_coargument(sentence, word, r)
            and apart.isdisjoint(r.identities)
        ]  # fmt: skip
        if people:
            sure = [r for r in people if r.gender == gender and gender == "woman"]
            return _most_salient(sure or people)
    return None


def _most_salient(referents: Sequence[Referent]) -> Referent:
    """The subject of the sentence, else that of a clause before or in it, else who comes first.

    "When Togo and Benin protested, Mali and Chad left. They …" goes on with Mali and Chad.
    """
    subjects = [r for r in referents if r.is_subject]
    return next((r for r in subjects if r.is_main), (subjects or referents)[0])


def is_coargument(sentence: Sentence, word: int, referent: Referent) -> bool:
    """Whether pronoun and referent are two parts of one act: in "Xi told him" he is not Xi.

    Nor is he in "Xi called to tell him" or "Xi called and told him", where Xi is told once.
    """
    if referent.sentence != sentence.index or sentence.relations[word] == "nmod:poss":
        return False
    verb = sentence.heads[word]
    if verb == sentence.heads[referent.mention.head]:
        return True
    is_object = sentence.relations[word] in ("obj", "iobj")
    is_object = is_object and not sentence.related(verb, "nsubj")
    return is_object and referent.mention.head in borrowed_subject(sentence, verb)


def _thing(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """The state or body meant: a subject here or in the sentence before.

    Where the sentence has none, a possessive means the one name before it, and a subject the first
    that owns something: "Ankara's envoy said it would go".
    """
    for referents in scene.back(sentence.index, 1):
        things = [r for r in referents if _is_thing(r) and not is_coargument(sentence, word, r)]
        if subjects := [r for r in things if r.is_subject]:
            main = [r for r in subjects if r.is_main and r.sentence != sentence.index]
            return (main or subjects)[-1].identities
        is_here = bool(things) and things[0].sentence == sentence.index
        owned_by = things or [r for r in referents if r.is_person and r.identities]
        if sentence.relations[word] == "nmod:poss" and len(_keys(owned_by)) == 1:
            return owned_by[-1].identities
        if is_here and sentence.relations[word].startswith("nsubj"):
            owners = [r for r in things if _owns(sentence, r)]
            return owners[0].identities if owners else ()
        if is_here and sentence.relations[word] == "nmod:poss":
            return ()
    return ()


def _is_thing(referent: Referent) -> bool:
    if referent.is_person or referent.is_plural or referent.is_coordinated:
        return False
    if not referent.identities or referent.mention.kind in ("place", "group"):
        return False
    return "JRN" not in referent.identities[0].sector


def _owns(sentence: Sentence, referent: Referent) -> bool:
    return sentence.relations[referent.mention.head] == "nmod:poss"


def _several(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """Those meant: a plural subject here, else before, else those who acted together last.

    Then any other plural, if it is one alone. A plural that names nobody known ("the journalists")
    is meant as any other, and then nobody is. The subject of a clause is first looked for in its
    sentence: "The army fired on the rebels after they refused to leave".
    """
    here, before = _plurals(sentence, word, scene)
    if (near := _nearest(sentence, word, here, before)) is not None:
        return near
    is_opening = sentence.heads[word] == sentence.root and sentence.relations[word] == "nsubj"
    return (
        (scene.talkers if is_opening else ())
        or _together(sentence, scene)
        or _other_plural(here, before)
        or _two_people(sentence, word, scene)
    )


def _nearest(
    sentence: Sentence, word: int, here: Sequence[Referent], before: Sequence[Referent]
) -> tuple[Identity, ...] | None:
    """Whom a plural stands for that is surely meant, nobody where unknown; None without one."""
    if subjects := [r for r in here if r.is_subject]:
        return _most_salient(subjects).identities
    if here and _is_subject_of_a_clause(sentence, word):
        return _only(here)
    subjects = [r for r in before if r.is_main]
    return _most_salient(subjects).identities if subjects else None


def _other_plural(here: Sequence[Referent], before: Sequence[Referent]) -> tuple[Identity, ...]:
    """The subject of a clause before, else the one party that is named as several."""
    if subjects := [r for r in before if r.is_subject]:
        return subjects[0].identities
    for plurals in (here, before):
        if known := [r for r in plurals if r.mention.rule != STRANGER]:
            return _only(known)
    return ()


def _is_subject_of_a_clause(sentence: Sentence, word: int) -> bool:
    clause = sentence.heads[word]
    is_subject = sentence.relations[word].startswith("nsubj")
    return is_subject and sentence.relations[clause] in ("advcl", "ccomp", "acl", "acl:relcl")


def _together(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """Those who acted together last; not if the sentence between is about somebody else."""
    found = scene.with_company(sentence.index, _TOGETHER)
    if not found or scene.met >= sentence.index - 1:
        return found
    codes = {identity.code for identity in found}
    _, *before = scene.back(sentence.index, 1)
    doers = [r for referents in before for r in referents if r.is_main]
    return found if all({i.code for i in r.identities} <= codes for r in doers) else ()


def _plurals(sentence: Sentence, word: int, scene: Scene) -> tuple[list[Referent], list[Referent]]:
    """The plurals and coordinations before a pronoun in its sentence, and in the one before it."""
    found: tuple[list[Referent], list[Referent]] = ([], [])
    for near, referents in zip(found, scene.back(sentence.index, 1), strict=False):
        near += [
            r
            for r in referents
            if r.is_plural
            and r.mention.kind not in _NO_THEY
            and not is_coargument(sentence, word, r)
        ]
    return found


def _only(plurals: Sequence[Referent]) -> tuple[Identity, ...]:
    """Whom plurals stand for where it is one party or one coordination alone, with its parts."""
    widest = max(plurals, key=lambda r: len(r.keys))
    is_one = all(r.keys and r.keys <= widest.keys for r in plurals)
    return widest.identities if is_one else ()


def _two_people(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """The two people of this sentence or the one before, where it names two and no more."""
    for referents in scene.back(sentence.index, 1):
        known = [r for r in referents if not is_coargument(sentence, word, r)]
        people = [r for r in known if r.is_person and r.identities]
        if len(_keys(people)) == _TWO and sentence.relations[word].startswith("nsubj"):
            return unique(i for r in people for i in r.identities)
    return ()


def _keys(referents: Sequence[Referent]) -> frozenset[str]:
    return frozenset(key for r in referents for key in r.keys)
