"""Bearers: whom a title, a body or people stand for when no state is named with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.actor_rows import Noun
from dragoman.coding.identities import Parts, identify
from dragoman.coding.mentions import Mention
from dragoman.coding.names import fold
from dragoman.coding.offices import likeness
from dragoman.coding.pronouns import antecedent
from dragoman.coding.referents import ARMED, Referent, Scene, noun_of
from dragoman.coding.stand_ins import country, only_country
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

# Whose people and bodies, named without a state, are those of the place the text speaks of.
_OF_THE_PLACE = ARMED | {"GOV", "COP", "JUD", "LEG", "PTY", "OPP", "CVL", "MED", "LAB", "SPY", ""}
_PUBLIC = frozenset({"GOV", "COP", ""})
# Even with "a" they are at home: "a court", "opposition lawmakers" of the one state spoken of.
_DOMESTIC = frozenset({"LEG", "JUD", "OPP", "PTY"})
_STATE_ROLES = frozenset({"official", "spokesperson"})
_NEAR, _REACH, _FAR = 2, 3, 15
_SIMILAR_TITLE, _SAME_TITLE = 2, 3
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "other", "several"})
# Words that say of troops or officials that they are of no state named nearby.
_OF_OTHERS = frozenset({"foreign", "international", "multinational", "western", "allied", "global"})


@dataclass(frozen=True, slots=True)
class Bare:
    """A mention that only a noun names, and how the noun is determined: the, a, or nothing."""

    sentence: Sentence
    mention: Mention
    noun: Noun
    is_definite: bool
    is_indefinite: bool

    @property
    def is_title(self) -> bool:
        """Whether it is the title of one person or several."""
        return self.noun.kind == "title"


def bearer(
    sentence: Sentence, mention: Mention, scene: Scene, place: Identity | None
) -> tuple[Identity, ...]:
    """Whom a title, body or people named without a state stand for; empty where nobody can tell.

    A title means its last bearer; any other noun what the same noun meant before; else both are of
    the state the text speaks of. A title with a name that nobody knows is of that state too.
    """
    noun = noun_of(mention, scene.tables)
    if noun is None:
        return ()
    noun = replace(noun, is_plural=sentence.fine_tags[mention.head] in ("NNS", "NNPS"))
    words = {sentence.words[child].lower() for child in sentence.children[mention.head]}
    bare = Bare(sentence, mention, noun, bool(words & _DEFINITE), bool(words & _INDEFINITE))
    if mention.kind == "person":
        return _named(bare, scene)
    if _is_of_others(sentence, mention):
        return ()
    return (
        _of_the_owner(bare, scene)
        or _of_the_voice(bare, scene)
        or _of_several(bare, scene)
        or _as_before(bare, scene)
        or _of_the_place(bare, scene, place)
    )


def _is_of_others(sentence: Sentence, mention: Mention) -> bool:
    """Whether the word before says they are of no state named: "foreign troops".

    A "foreign minister" is not: there it is part of the title.
    """
    before = (c for c in sentence.children[mention.head] if c < mention.first)
    return any(sentence.words[child].lower() in _OF_OTHERS for child in before)


def _named(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """A person whom only a title and a name tell: known by surname, else of the state spoken of."""
    name = _bare_name(bare.sentence, bare.mention)
    if not name:
        return ()
    if known := scene.surnames.get(fold(name.split()[-1]).lower()):
        return (known,)
    if not bare.is_title and bare.noun.role not in _STATE_ROLES:
        return ()
    is_military = bare.noun.sector == "MIL"
    state = scene.latest(
        bare.sentence.index,
        _NEAR,
        lambda r: _has_sector(r, "MIL") if is_military else scene.is_state(r),
    )
    return _of(state.identities[0] if state else None, Parts(nouns=(bare.noun,), name=name), scene)


def _bare_name(sentence: Sentence, mention: Mention) -> str:
    """The name in a mention without its title."""
    title = set(mention.rule.partition(": ")[2].lower().split())
    words = range(mention.first, mention.last + 1)
    names = [sentence.words[w] for w in words if sentence.tags[w] == "PROPN"]
    return " ".join(name for name in names if name.lower() not in title)


def _of_the_owner(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those of whom a possessive means: "his foreign minister", "its troops"."""
    for child in bare.sentence.related(bare.mention.head, "nmod"):
        if bare.sentence.words[child].lower() in _POSSESSIVES:
            owners = antecedent(bare.sentence, child, scene)
            if bare.sentence.lemmas[bare.mention.head].lower() == "counterpart":
                return _across_from(owners, bare, scene)
            return tuple(
                i for owner in owners for i in _of(owner, Parts(nouns=(bare.noun,)), scene)
            )
    return ()


def _across_from(owners: tuple[Identity, ...], bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Whom "his counterpart" means: the person named last who is of another state than he."""
    own = {owner.code for owner in owners}
    other = scene.latest(
        bare.sentence.index,
        _NEAR,
        lambda r: r.is_person and scene.is_state(r) and not own & {i.code for i in r.identities},
    )
    return other.identities if own and other else ()


def _of_the_voice(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """A title or body as a state's own text writes it: "the President", "the Senate"."""
    is_written_so = bare.mention.first > 0 and bare.sentence.words[bare.mention.head][0].isupper()
    is_ours = bare.is_title or bare.noun.kind == "body" or bool(bare.noun.role)
    if len(scene.voice) != 1 or not is_ours or not is_written_so:
        return ()
    return _of(scene.voice[0], Parts(nouns=(bare.noun,)), scene)


def _of_several(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those of the states that stand together before: "China and Russia … their ministers"."""
    is_theirs = bare.is_definite or bare.sentence.relations[bare.mention.head] == "nmod:poss"
    if not bare.is_title or not bare.noun.is_plural or not is_theirs:
        return ()
    several = scene.latest(bare.sentence.index, 1, lambda r: len(r.identities) > 1)
    states = several.identities if several else ()
    return tuple(i for state in states for i in _of(state, Parts(nouns=(bare.noun,)), scene))


def _as_before(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Whom the same title or noun meant before; armed groups and troops, the last of their kind."""
    at, noun = bare.sentence.index, bare.noun
    found: Referent | None = None
    if bare.is_title and not bare.noun.is_plural and not bare.is_indefinite:
        found = scene.latest(at, _REACH, lambda r: _bears(r, noun.role, _SAME_TITLE))
        found = found or scene.latest(at, _FAR, lambda r: _bears(r, noun.role, _SIMILAR_TITLE))
    elif bare.is_definite or noun.sector == "MIL":
        lemma = bare.sentence.lemmas[bare.mention.head].lower()
        found = scene.latest(at, _REACH, lambda r: _is_same(r, lemma, noun))
    # "Gunmen" without an article are unknown ones, whoever else was armed before.
    is_unknown = noun.sector == "UAF" and not bare.is_definite
    if found is None and noun.sector in ARMED and not is_unknown:
        found = scene.latest(at, _REACH, lambda r: _is_one(r) and _is_armed(r))
    return found.identities if found else ()


def _is_same(referent: Referent, lemma: str, noun: Noun) -> bool:
    if not _is_one(referent):
        return False
    return referent.noun == lemma or (noun.sector == "MIL" and _has_sector(referent, "MIL"))


def _is_one(referent: Referent) -> bool:
    """Whether it is known and one party: "the soldiers" are not "the soldiers and the rebels"."""
    return len(referent.identities) == 1


def _is_armed(referent: Referent) -> bool:
    return any(_has_sector(referent, sector) for sector in ARMED)


def _bears(referent: Referent, role: str, least: int) -> bool:
    if not referent.is_person or referent.is_plural or not referent.identities:
        return False
    held = referent.identities[0].role
    return bool(held) and likeness(str(held), role) >= least


def _has_sector(referent: Referent, sector: str) -> bool:
    return any(sector in identity.sector for identity in referent.identities)


def _of_the_place(bare: Bare, scene: Scene, place: Identity | None) -> tuple[Identity, ...]:
    """Those of the sentence's place; definite or public ones of the state named last."""
    is_governments = bare.mention.rule.startswith("sectors: government")
    is_standing = bare.noun.sector == "MIL" and (
        bare.noun.kind in ("body", "title") or is_governments
    )
    if bare.noun.sector not in _OF_THE_PLACE and not is_standing:
        return ()
    # Armies go abroad: theirs is the state spoken of, unless "in" stands right behind them.
    if is_standing and not bare.sentence.related(bare.mention.head, "nmod"):
        place = None
    if place is None and _has_other_owner(bare):
        return ()
    nation = place
    is_public = bare.noun.sector in _PUBLIC or bare.is_title or is_governments
    if nation is None and (bare.is_definite or (is_public and not bare.is_indefinite)):
        found = country(bare.sentence, scene)
        nation = next(iter(found or scene.voice), None)
    elif nation is None and bare.noun.sector in _DOMESTIC:
        nation = only_country(bare.sentence, scene)
    return _of(nation, Parts(nouns=(bare.noun,)), scene)


def _has_other_owner(bare: Bare) -> bool:
    """Whether "of" or "from" gives the noun an owner that no table knows: "leaders of the firm"."""
    sentence = bare.sentence
    return any(
        sentence.case(child) in ("of", "from", "for")
        for child in sentence.related(bare.mention.head, "nmod")
    )


def _of(nation: Identity | None, parts: Parts, scene: Scene) -> tuple[Identity, ...]:
    if nation is None:
        return ()
    bare_nation = Identity(nation.code, nation.id, nation.sector if nation.id else ())
    return identify(replace(parts, nations=(bare_nation,)), scene.tables, scene.day)
