"""Stand-ins: whom "the two countries", "the country" or "the bloc" stand for in an article."""

from __future__ import annotations

from collections.abc import Callable, Collection

from dragoman.coding.grammar.subjects import subject
from dragoman.coding.references.pronouns import is_coargument
from dragoman.coding.references.referents import Referent, Scene, unique
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

Test = Callable[[Referent], bool]
_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO"})
_REACH = 3
_LONG_REACH = 8
"""Sentences over which a company of people is remembered."""
# What happens between parties, in the plural that it is mostly told in.
_HAPPENINGS = frozenset(
    {
        *("battles", "clashes", "consultations", "disputes", "exchanges", "fights", "hostilities"),
        *("negotiations", "relations", "skirmishes", "talks", "tensions", "ties", "tariffs"),
    }
)
_WANTED = frozenset({"xcomp", "ccomp"})
_TWO = 2
_THREE = 3


def stand_in(
    sentence: Sentence, word: int, asked: tuple[str, str], scene: Scene
) -> tuple[Identity, ...]:
    """Whom a phrase headed by `word` stands for; empty where nobody can be told.

    Args:
        sentence: the sentence it stands in.
        word: its head.
        asked: how many it stands for (both, each, ours, all, one) and what kind of party.
        scene: what the article has named so far.
    """
    number, kind = asked
    if number == "both":
        return _pair(sentence, word, kind, scene)
    if number == "each":
        return _those_of_the_clause(sentence, word, scene)
    if number == "ours":
        return _ours(sentence, scene)
    if number == "three":
        return _three(sentence, scene)
    if number == "all":
        met = scene.talkers or _company(sentence, scene) if kind == "leader" else ()
        return met or _everybody(sentence, scene)
    return _one(sentence, kind, scene)


def _those_of_the_clause(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...]:
    """Those of a clause who do something to one another: "Chad and Mali blamed each other"."""
    doers = subject(sentence, sentence.heads[word])
    here = next(scene.back(sentence.index, 0))
    found = unique(i for r in here if r.mention.head in doers for i in r.identities)
    return found if len(found) >= _TWO else ()


def _pair(sentence: Sentence, word: int, value: str, scene: Scene) -> tuple[Identity, ...]:
    """The two parties that "the two countries" or "both leaders", headed by `word`, stand for.

    In a readout "the two" are those whose talks it tells of, whomever they talked about.
    Whoever does something to both is neither: "Washington warned both countries".
    """
    if value != "state" and scene.talkers:
        return scene.talkers
    apart = _who_does_something_to(sentence, word, scene)

    def is_party(referent: Referent) -> bool:
        return _any(referent) and (not referent.keys or not referent.keys <= apart)

    def is_state(referent: Referent) -> bool:
        # "troops in Iraq and Kuwait … those two countries": two places named together are meant.
        are_places = referent.mention.kind == "place" and len(referent.keys) == _TWO
        return scene.is_state(referent) and (are_places or is_party(referent))

    tests: dict[str, Test] = {
        "leader": lambda r: is_party(r) and r.is_person,
        "state": is_state,
    }
    if value != "state" and _are_strangers(sentence, scene):
        together = scene.with_company(sentence.index, _REACH)
        return together if len(together) == _TWO else ()
    found = _two(sentence, scene, tests[value]) if value in tests else ()
    return found or _two(sentence, scene, is_party)


def _who_does_something_to(sentence: Sentence, word: int, scene: Scene) -> frozenset[str]:
    """The keys of those who have another part in the act that a pair, headed by `word`, is part of.

    Who urges "the two sides to meet" is neither, whatever verb the pair hangs from.
    """
    here = next(scene.back(sentence.index, 0))
    verb = sentence.heads[word]
    marks = {sentence.words[c].lower() for c in sentence.related(verb, "mark")}
    is_wanted = sentence.relations[verb] in _WANTED and "to" in marks
    doers = subject(sentence, sentence.heads[verb]) if is_wanted else []
    return frozenset(
        key
        for r in here
        if is_coargument(sentence, word, r) or r.mention.head in doers
        for key in r.keys
    )


def _are_strangers(sentence: Sentence, scene: Scene) -> bool:
    """Whether the sentence before tells of several whom nobody knows, say of two hikers.

    "The two" are then those. What happens between two is nobody: "clashes broke out".
    """
    _, *before = scene.back(sentence.index, 1)
    named = [r for referents in before for r in referents]
    unknown = [
        r
        for r in named
        if r.is_plural and len(r.keys) < _TWO and _HAPPENINGS.isdisjoint((r.noun, *r.words))
    ]
    doers = [r for r in named if r.is_main]
    are_doers = bool(doers) and all(r in unknown for r in doers)
    return are_doers or any("two" in r.words for r in unknown)


def _ours(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """The speaker's state and the other one named last: "our two countries"."""
    whose = scene.voice or scene.speaker
    own = {identity.key for identity in whose}
    if len(own) >= _TWO:
        return whose
    other = scene.latest(sentence.index, _REACH, lambda r: scene.is_state(r) and not r.keys <= own)
    return unique((*whose, *other.identities)) if whose and other else ()


def _three(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """The three that "trilateral" talks are between: who speak together, or were named so last.

    Those that a sentence names are its own: "trilateral talks of Chad, Mali and Togo".
    """
    if len(scene.voice) == _THREE:
        return scene.voice
    for referents in scene.back(sentence.index, _LONG_REACH):
        for referent in referents:
            if len(referent.keys) == _THREE and scene.is_state(referent):
                return referent.identities
        found = unique(i for r in referents if _any(r) and scene.is_state(r) for i in r.identities)
        if len(found) == _THREE:
            return found
    return ()


def _everybody(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """All parties that "the leaders" or "the three countries" stand for.

    Those who acted together last, else those that stand together or do something in one sentence.
    """
    if found := scene.with_company(sentence.index, _REACH):
        return found
    for referents in scene.back(sentence.index, _REACH):
        parties = [r for r in referents if _any(r) and r.mention.kind != "adjective"]
        if several := [r for r in parties if len(r.keys) >= _TWO]:
            return max(several, key=lambda r: len(r.keys)).identities
        doers = unique(i for r in parties if r.is_subject or r.is_person for i in r.identities)
        if len(doers) >= _TWO:
            return doers
    return ()


def _company(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """Those whom "the leaders" are: people who last were parts of one act, or a group of them.

    "The president told Mr. Bo of the war of Chad and Mali. The leaders …": whose war it is does not
    make a leader of anybody.
    """
    for referents in scene.back(sentence.index, _LONG_REACH):
        people = [r for r in referents if r.identities and (r.is_person or _is_group(r))]
        for one in people:
            together = unique(i for r in people if r.governor == one.governor for i in r.identities)
            if len(together) >= _TWO:
                return together
    return ()


def _is_group(referent: Referent) -> bool:
    return referent.mention.rule.startswith("reference: ") and len(referent.keys) >= _TWO


def _one(sentence: Sentence, kind: str, scene: Scene) -> tuple[Identity, ...]:
    """The state, organisation or group that "the country" or "the bloc" stands for."""
    if kind == "state":
        return country(sentence, scene)
    fits: Test = _is_body if kind == "organisation" else lambda r: r.is_armed
    found = scene.latest(sentence.index, _REACH, fits)
    return found.identities[:1] if found else ()


def country(sentence: Sentence, scene: Scene) -> tuple[Identity, ...]:
    """The state named last here, else the subject of a sentence before, else the last there.

    Several that are the subject together ("Peru and Chile condemned it") are passed over for one
    named before; without one, nobody can tell.
    """
    for referents in scene.back(sentence.index, _REACH):
        states = [r for r in referents if scene.is_state(r)]
        if not states:
            continue
        is_here = states[0].sentence == sentence.index
        subjects = [
            r for r in states if r.is_subject and (r.is_plural or not r.is_person) and not is_here
        ]
        state = (subjects or states)[-1].identities[0]
        if len({i.code for r in subjects for i in r.identities}) <= 1:
            return (Identity(state.code, state.id),)
    return ()


def only_country(sentence: Sentence, scene: Scene) -> Identity | None:
    """The state spoken of where the last sentences speak of no other; None else."""
    named = [
        r.identities[0]
        for referents in scene.back(sentence.index, _REACH)
        for r in referents
        if scene.is_state(r)
    ]
    return named[0] if len({identity.code for identity in named}) == 1 else None


def _two(sentence: Sentence, scene: Scene, fits: Test) -> tuple[Identity, ...]:
    """The two parties named last: together ("Peru and Chile"), or one after the other.

    Of more than two in a sentence those that the article names most. Two of the sentence before
    are meant even where a third acts: "Kenya and Chad quarrelled. Oman called on both sides."
    """
    found: dict[str, Identity] = {}
    for referents in scene.back(sentence.index, _TWO):
        known = [r for r in reversed(referents) if fits(r)]
        if together := [r for r in known if len(r.keys) == _TWO]:
            return next((r for r in together if r.is_main), together[0]).identities
        there = {i.key: i for r in known for i in r.identities}
        if len(found) == 1 and len(there) == _TWO:
            return tuple(reversed(there.values()))
        new = {key: identity for key, identity in there.items() if key not in found}
        wanted = _TWO - len(found)
        if len(new) > wanted:
            often = sorted(new, key=lambda key: -scene.counts[key])[:wanted]
            new = {key: new[key] for key in new if key in often}
        is_scattered = bool(found)
        found.update(new)
        if len(found) == _TWO:
            of_story = _pair_of_story(sentence, scene, found, fits) if is_scattered else ()
            return of_story or tuple(reversed(found.values()))
    return ()


def _pair_of_story(
    sentence: Sentence, scene: Scene, found: Collection[str], fits: Test
) -> tuple[Identity, ...]:
    """The two named together before, where one of two named apart is a passer-by of the story.

    "Chad and Mali … Chad … Oman offered to mediate. Both sides": whom the article has named less
    than the other of the pair is none of both.
    """
    for referents in scene.back(sentence.index, _LONG_REACH):
        for one in reversed(referents):
            if len(one.keys) != _TWO or len(one.keys & set(found)) != 1 or not fits(one):
                continue
            [other], [passer] = one.keys - set(found), set(found) - one.keys
            if scene.counts[other] > scene.counts[passer]:
                return one.identities
    return ()


def _any(referent: Referent) -> bool:
    is_party = bool(referent.identities) and not referent.is_outlet
    return is_party and referent.mention.kind != "place"


def _is_body(referent: Referent) -> bool:
    return bool(referent.identities) and referent.identities[0].code in _BODIES
