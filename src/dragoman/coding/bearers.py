"""Bearers: whom a title, a body or people stand for when no state is named with them."""

from __future__ import annotations

from collections.abc import Collection
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
# "The Tourism Ministry" is a ministry; "the Red Lion Brigades" are no brigades of a state.
_NAMED_BY_FIELD = frozenset({"GOV", "LEG", "JUD", "COP"})
_PUBLIC = frozenset({"GOV", "COP", ""})
# Even with "a" they are at home: "a court", "opposition lawmakers" of the one state spoken of.
_DOMESTIC = frozenset({"LEG", "JUD", "OPP", "PTY"})
_STATE_ROLES = frozenset({"official", "spokesperson"})
_NEAR, _REACH, _FAR = 2, 3, 15
# Letters by which "Islamist" and "Islamic" are the same.
_STEM = 4
_SIMILAR_TITLE, _SAME_TITLE = 2, 3
_NOT_EVERYWHERE = frozenset(
    {"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "emperor"}
)
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
    if _is_of_others(sentence, mention) or _is_in_a_name(bare):
        return ()
    if (owned := _of_the_owner(bare, scene)) is not None:
        return owned
    return (
        _of_several(bare, scene)
        or _of_the_voice(bare, scene)
        or _as_before(bare, scene, place)
        or _of_the_place(bare, scene, place)
    )


def _is_of_others(sentence: Sentence, mention: Mention) -> bool:
    """Whether the word before says they are of no state named: "foreign troops".

    A "foreign minister" is not: there it is part of the title.
    """
    before = (c for c in sentence.children[mention.head] if c < mention.first)
    return any(sentence.words[child].lower() in _OF_OTHERS for child in before)


def _is_in_a_name(bare: Bare) -> bool:
    """Whether a noun is a part of a name that no table holds: "the Red Lion Brigades"."""
    sentence, mention = bare.sentence, bare.mention
    if sentence.tags[mention.head] != "PROPN" or bare.noun.sector in _NAMED_BY_FIELD:
        return False
    around = [*sentence.children[mention.head], sentence.heads[mention.head]]
    beside = [w for w in around if w in (mention.first - 1, mention.last + 1)]
    return any(sentence.tags[w] == "PROPN" for w in beside)


def _named(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """A person whom only a title and a name tell: known by surname, else of the state spoken of."""
    name = _bare_name(bare.sentence, bare.mention)
    if not name:
        return ()
    if known := scene.surnames.get(fold(name.split()[-1]).lower()):
        return (known,)
    is_public = bare.is_title and bare.noun.sector != "REL"
    if not is_public and bare.noun.role not in _STATE_ROLES:
        return ()
    if _is_of_a_firm(bare.sentence, bare.mention):
        return ()
    is_military = bare.noun.sector == "MIL"
    state = scene.latest(
        bare.sentence.index,
        _NEAR,
        lambda r: (
            _has_sector(r, "MIL")
            if is_military
            else scene.is_state(r) and not _has_sector(r, "JRN")
        ),
    )
    return _of(state.identities[0] if state else None, Parts(nouns=(bare.noun,), name=name), scene)


def _is_of_a_firm(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that no table holds stands before a title: "Acme president Ana Quispe"."""
    before = mention.first - 1
    return (
        before >= 0
        and sentence.tags[before] == "PROPN"
        and mention.first <= sentence.heads[before] <= mention.last
    )


def _bare_name(sentence: Sentence, mention: Mention) -> str:
    """The name in a mention without its title."""
    title = set(mention.rule.partition(": ")[2].lower().split())
    words = range(mention.first, mention.last + 1)
    names = [sentence.words[w] for w in words if sentence.tags[w] == "PROPN"]
    return " ".join(name for name in names if name.lower() not in title)


def _of_the_owner(bare: Bare, scene: Scene) -> tuple[Identity, ...] | None:
    """Those of whom a possessive means: "his foreign minister", "the group's leaders".

    Empty where the owner is nobody known; None where there is no owner.
    """
    sentence, head = bare.sentence, bare.mention.head
    if bare.noun.sector == "UAF":  # "their captors" are no countrymen of theirs
        return None
    for child in sentence.related(head, "nmod:poss", "compound", "amod"):
        if sentence.words[child].lower() in _POSSESSIVES:
            owners = antecedent(sentence, child, scene)
            if sentence.lemmas[head].lower() == "counterpart":
                return _across_from(owners, bare, scene)
        elif (known := _at(sentence, child, scene)) is not None:
            owners = known
        elif sentence.relations[child] != "nmod:poss":
            continue
        else:
            return () if sentence.tags[child] == "PROPN" else None
        return tuple(i for owner in owners for i in _of(owner, Parts(nouns=(bare.noun,)), scene))
    return None


def _at(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...] | None:
    """Whom the mention at a word of this sentence stands for; None where there is none."""
    here = next(scene.back(sentence.index, 0))
    return next((r.identities for r in here if r.mention.head == word), None)


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
    if not scene.voice or not is_ours or not is_written_so:
        return ()
    if _lacks(scene.voice[0], bare.noun.role, scene):
        return ()
    return _of(scene.voice[0], Parts(nouns=(bare.noun,)), scene)


def _of_several(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those of the states that act together, or stand together, before: "the ministers"."""
    is_theirs = bare.is_definite or bare.sentence.relations[bare.mention.head] == "nmod:poss"
    is_many = bare.noun.is_plural and (bare.is_title or bare.noun.role == "official")
    if not is_many or not is_theirs:
        return ()
    at = bare.sentence.index
    lemma = bare.sentence.lemmas[bare.mention.head].lower()
    if scene.latest(at, _REACH, lambda r: r.is_plural and r.noun == lemma):
        return ()
    states = scene.with_company(at, _REACH)
    if not states and bare.is_title:
        several = scene.latest(at, 1, lambda r: len(r.identities) > 1)
        states = several.identities if several else ()
    return tuple(i for state in states for i in _of(state, Parts(nouns=(bare.noun,)), scene))


def _as_before(bare: Bare, scene: Scene, place: Identity | None) -> tuple[Identity, ...]:
    """Whom the same title or noun meant before; armed groups and troops, the last of their kind."""
    at, noun = bare.sentence.index, bare.noun
    found: Referent | None = None
    if bare.is_title and not bare.noun.is_plural and not bare.is_indefinite:
        found = _bearer_before(bare, scene)
        found = found or scene.latest(at, _FAR, lambda r: _bears(r, noun.role, _SIMILAR_TITLE))
    elif bare.is_definite or noun.sector == "MIL":
        lemma = bare.sentence.lemmas[bare.mention.head].lower()
        found = scene.latest(at, _REACH, lambda r: _is_same(r, lemma, noun))
    if found is None and noun.sector in ARMED:
        found = _armed_before(bare, scene, place)
    return found.identities if found else ()


def _bearer_before(bare: Bare, scene: Scene) -> Referent | None:
    """Who bore the same title last: of several in one sentence its subject."""
    for referents in scene.back(bare.sentence.index, _REACH):
        bearers = [r for r in referents if _bears(r, bare.noun.role, _SAME_TITLE)]
        if bearers:
            return next((r for r in bearers if r.is_subject), bearers[-1])
    return None


def _armed_before(bare: Bare, scene: Scene, place: Identity | None) -> Referent | None:
    """The armed group named last, if the noun can mean it.

    Without an article "gunmen" are unknown ones, "Maoist rebels" no Islamists, and "militants" at a
    place are of that place.
    """
    if bare.noun.sector == "UAF" and not bare.is_definite:
        return None
    found = scene.latest(bare.sentence.index, _REACH, lambda r: _is_one(r) and _is_armed(r))
    if found is None or bare.is_definite:
        return found
    if not _may_be_called(found, _descriptions(bare, scene)):
        return None
    is_there = place is None or _is_at_home(found.identities[0], place, scene)
    return found if is_there else None


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
    if not _is_local(bare, scene):
        return ()
    # Armies go abroad: theirs is the state spoken of, unless "in" stands right behind them.
    if _is_standing(bare) and not bare.sentence.related(bare.mention.head, "nmod"):
        place = None
    if place is None and has_other_owner(bare.sentence, bare.mention.head, scene):
        return ()
    nation = place or _nation_spoken_of(bare, scene)
    if nation is not None and _lacks(nation, bare.noun.role, scene):
        holder = scene.latest(
            bare.sentence.index,
            _REACH,
            lambda r: scene.is_state(r) and not _lacks(r.identities[0], bare.noun.role, scene),
        )
        nation = holder.identities[0] if holder else None
    return _of(nation, Parts(nouns=(bare.noun,)), scene)


def _nation_spoken_of(bare: Bare, scene: Scene) -> Identity | None:
    """The state whose people and bodies are meant where the sentence gives no place."""
    is_public = bare.noun.sector in _PUBLIC or _is_governments(bare)
    is_public = is_public or (bare.is_title and not bare.noun.is_plural)
    if bare.is_definite or (is_public and not bare.is_indefinite):
        return next(iter(country(bare.sentence, scene) or scene.voice), None)
    is_domestic = bare.noun.sector in _DOMESTIC
    return only_country(bare.sentence, scene) if is_domestic else None


def _is_local(bare: Bare, scene: Scene) -> bool:
    """Whether such people and bodies are of the state that is spoken of.

    Hostages, envoys and embassies are in a state without being of it; a "trade regime" is nobody,
    and "leaders" who gather are of many.
    """
    lemma = bare.sentence.lemmas[bare.mention.head].lower()
    if lemma == "leader" and bare.noun.is_plural and not bare.is_definite:
        return False
    is_guest = lemma in scene.tables.words["guest"] or bare.noun.role == "envoy"
    if is_guest and not bare.sentence.related(bare.mention.head, "nmod"):
        return False
    if lemma == "regime" and bare.sentence.related(bare.mention.head, "compound"):
        return False
    return bare.noun.sector in _OF_THE_PLACE or _is_standing(bare)


def _is_governments(bare: Bare) -> bool:
    return bare.mention.rule.startswith("sectors: government")


def _is_standing(bare: Bare) -> bool:
    is_public = bare.noun.kind in ("body", "title") or _is_governments(bare)
    return bare.noun.sector == "MIL" and is_public


def _lacks(nation: Identity, role: str, scene: Scene) -> bool:
    """Whether a state has nobody with a title that not every state has: a king, a premier."""
    if role not in _NOT_EVERYWHERE or scene.day is None:
        return False
    day = scene.day.isoformat()
    held = {office.role for office in scene.tables.offices.get(nation.code, ()) if office.is_held(day)}
    return bool(held) and role not in held


def has_other_owner(
    sentence: Sentence, noun: int, scene: Scene, known: Collection[int] = ()
) -> bool:
    """Whether "of" or "from" gives a noun an owner that no table knows: "leaders of the firm".

    `known` are the words that name a party.
    """
    return any(
        sentence.case(child) in ("of", "from", "for")
        and not _is_among(sentence, child, known)
        and sentence.lemmas[child].lower() not in scene.tables.words["place_noun"]
        for child in sentence.related(noun, "nmod")
    )


def _is_among(sentence: Sentence, word: int, known: Collection[int]) -> bool:
    """Whether a word or one right below it is known: "of the trade bloc Mercosur"."""
    return any(w in known for w in (word, *sentence.related(word, "appos", "flat", "compound")))


def _of(nation: Identity | None, parts: Parts, scene: Scene) -> tuple[Identity, ...]:
    if nation is None:
        return ()
    bare_nation = Identity(nation.code, nation.id, nation.sector if nation.id else ())
    return identify(replace(parts, nations=(bare_nation,)), scene.tables, scene.day)
