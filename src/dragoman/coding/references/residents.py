"""Residents: people and bodies that are of the place, or of the state a text speaks of."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coding.actors.identities import Parts
from dragoman.coding.references.bare_nouns import Bare, lacks, of_nation
from dragoman.coding.references.referents import ARMED, Scene
from dragoman.coding.references.stand_ins import country, only_country
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

_REACH = 3
# Whose people and bodies, named without a state, are those of the place the text speaks of.
_OF_THE_PLACE = ARMED | {"GOV", "COP", "JUD", "LEG", "PTY", "OPP", "CVL", "MED", "LAB", "SPY", ""}
# Titles of those who are not of the place they are in, or of no state.
_ELSEWHERE = frozenset({"envoy", "secretary", "secretary-general", "under-secretary-general"})
# Of which each state has one, so that several are of several states.
_ONE_A_STATE = frozenset({"leader", "government", "administration", "regime", "parliament"})
# What they are "to" is where they are sent: "delegates to the conference".
_SENT = frozenset({"delegate", "emissary"})
_PUBLIC = frozenset({"GOV", "COP", ""})
# Even with "a" they are at home: "a court", "opposition lawmakers" of the one state spoken of.
_DOMESTIC = frozenset({"LEG", "JUD", "OPP", "PTY"})


def of_the_place(bare: Bare, scene: Scene, place: Identity | None) -> tuple[Identity, ...]:
    """Those of the sentence's place; definite or public ones of the state named last."""
    if not _is_local(bare, scene):
        return ()
    # Armies go abroad: theirs is the state spoken of, unless "in" stands right behind them.
    if _is_standing(bare) and not bare.sentence.related(bare.mention.head, "nmod"):
        place = None
    if place is None and has_other_owner(bare.sentence, bare.mention.head, scene):
        return ()
    nation = place or _nation_spoken_of(bare, scene)
    if nation is not None and lacks(nation, bare.noun.role, scene):
        holder = scene.latest(
            bare.sentence.index,
            _REACH,
            lambda r: scene.is_state(r) and not lacks(r.identities[0], bare.noun.role, scene),
        )
        nation = holder.identities[0] if holder else None
    return of_nation(nation, Parts(nouns=(bare.noun,)), scene)


def _nation_spoken_of(bare: Bare, scene: Scene) -> Identity | None:
    """The state whose people and bodies are meant where the sentence gives no place.

    Whose unknown gunmen are it does not tell.
    """
    if bare.noun.sector == "UAF":
        return None
    if bare.is_definite and bare.mention.rule.partition(": ")[2] in scene.tables.words["usurper"]:
        return scene.most_named()
    is_public = bare.noun.sector in _PUBLIC or bare.is_governments
    is_public = is_public or (bare.is_title and not bare.noun.is_plural)
    if bare.is_definite or (is_public and not bare.is_indefinite):
        return next(iter(country(bare.sentence, scene) or scene.voice), None)
    is_domestic = bare.noun.sector in _DOMESTIC
    return only_country(bare.sentence, scene) if is_domestic else None


def _is_local(bare: Bare, scene: Scene) -> bool:
    """Whether such people and bodies are of the state that is spoken of.

    Hostages, envoys and rights groups are in a state without being of it; a "trade regime" is
    nobody, and "leaders" who gather are of many.
    """
    sentence, head = bare.sentence, bare.mention.head
    lemma = sentence.lemmas[head].lower()
    if bare.noun.is_plural and not bare.is_definite and _are_of_many(bare, lemma):
        return False
    names = {lemma, bare.mention.rule.partition(": ")[2]}
    is_guest = bool(names & scene.tables.words["guest"]) or bare.noun.role in _ELSEWHERE
    owners = [c for c in sentence.related(head, "nmod") if not _is_where_sent(sentence, c)]
    if is_guest and not owners:
        return False
    if lemma == "regime" and sentence.related(head, "compound"):
        return False
    return bare.noun.sector in _OF_THE_PLACE or _is_standing(bare) or bare.is_governments


def _is_where_sent(sentence: Sentence, word: int) -> bool:
    """Whether delegates are sent to it: "to the conference", and not "of Chad"."""
    lemma = sentence.lemmas[sentence.heads[word]].lower()
    return lemma in _SENT and sentence.case(word) == "to"


def _are_of_many(bare: Bare, lemma: str) -> bool:
    """Whether several that each state has one of are meant: "leaders", "health ministers".

    "Ministers" and "cabinet ministers" may be of one.
    """
    return lemma in _ONE_A_STATE or bare.noun.role.endswith(" minister")


def _is_standing(bare: Bare) -> bool:
    return bare.noun.sector == "MIL" and bare.noun.kind in ("body", "title")


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
