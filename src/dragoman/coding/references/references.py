"""References: whom "he", "the two countries" and "the foreign minister" stand for in an article.

An article is read from its first sentence to its last, as a reader does: each name joins the scene,
and each word that stands for something named before is taken back to the scene as it is then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.references.bearers import bearer
from dragoman.coding.references.company import company
from dragoman.coding.references.joint_statements import joint_voice
from dragoman.coding.references.official_texts import day_of, own_voice
from dragoman.coding.references.open_words import Open, open_words
from dragoman.coding.references.pronouns import antecedent
from dragoman.coding.references.referents import Scene, coordinated, noun_of, referent
from dragoman.coding.references.residents import has_other_owner
from dragoman.coding.references.speech import with_speakers
from dragoman.coding.references.stand_ins import stand_in
from dragoman.coding.references.transcripts import Turn, find_turns, spoken, turn_at, with_hearers
from dragoman.coding.references.turns import turns
from dragoman.coding.voices.quotes import find_quotes
from dragoman.model.actors import Identity
from dragoman.model.parses import ROOT, Parse, Sentence
from dragoman.model.text import Span

_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
_OPENING = 2
_TWO = 2
_OF_PLACE = frozenset({"amod", "compound", "nmod:poss"})
# Places that may be another's than the state's they are in: "an American base in Mosul".
_SITES = frozenset({"base", "camp", "airport", "hotel", "hospital", "prison", "zone", "stadium"})
_AIDES = frozenset({"aide", "adviser", "advisor", "assistant", "deputy"})
# What stays in the scene though nobody can be told: later words may mean the same unknown ones.
_UNKNOWN = frozenset({"stranger", "pronoun"})
# Clauses beside what is told: those that say more of a noun, or what somebody wants.
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "xcomp"})
_CIRCUMSTANCES = frozenset({"in", "during", "amid", "after", "at"})
_GOALS = frozenset({"to", "toward", "towards", "into", "onto", "for"})


def resolve_references(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> list[list[Mention]]:
    """The mentions of each sentence with later ones resolved through those before them.

    Pronouns, "the two countries", surnames and titles alone become mentions of their own; what
    cannot be told stays without identities.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
        tables: the tables of actors.
    """
    scene = Scene(tables, day_of(parse.article))
    quotes = find_quotes(parse.article.text)
    openings = turns(parse, mentions, tables)
    done: list[list[Mention]] = []
    speeches = turns_of(parse, mentions, tables)
    for sentence, found, turn in zip(parse.sentences, mentions, speeches, strict=True):
        if sentence.index in openings:
            scene.open(sentence.index)
        scene.voice = turn.speaker
        named = _read(sentence, spoken(sentence, found, turn), scene, quotes)
        done.append(with_hearers(sentence, named, turn))
    return done


def turns_of(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> list[Turn]:
    """The turn in which each sentence of an article stands: who speaks in it, and to whom."""
    article = parse.article
    voice = joint_voice(parse, mentions, tables) or own_voice(article, tables)
    turns = find_turns(article, voice, day_of(article), tables)
    return [turn_at(turns, sentence.start) for sentence in parse.sentences]


def _read(
    sentence: Sentence, found: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> list[Mention]:
    done: list[Mention] = []
    for item in open_words(sentence, found, scene):
        place = _place(sentence, item.mention, found, scene) if item.reads == "role" else None
        mention = _closed(item, sentence, scene, place)
        if item.reads in _UNKNOWN and mention is None:
            scene.add(referent(sentence, item.mention, scene.tables))
        if mention is not None:
            done.append(mention)
            scene.add(referent(sentence, mention, scene.tables))
            if (together := coordinated(sentence, done)) is not None:
                scene.add(referent(sentence, together, scene.tables))
    if companions := company(sentence, scene):
        scene.company, scene.met = companions, sentence.index
        if _opens_a_readout(sentence, companions, scene):
            scene.talkers = companions
    named = [m for m in done if m.identities or m.kind != "person" or m.rule]
    return with_speakers(sentence, named, scene, quotes)


def _opens_a_readout(sentence: Sentence, companions: Sequence[Identity], scene: Scene) -> bool:
    """Whether a state's own text opens with talks of its own with one other party."""
    keys = {identity.key for identity in companions}
    is_own = not keys.isdisjoint(identity.key for identity in scene.voice)
    return sentence.index < _OPENING and len(keys) == _TWO and is_own


def _place(
    sentence: Sentence, noun: Mention, found: Sequence[Mention], scene: Scene
) -> Identity | None:
    """The state a noun is said to be in, else where the sentence's acts take place.

    Only if it is one alone, and not where somebody goes: "the minister flew to Warsaw". None where
    the noun has an owner whom nobody knows: "presidents of some countries".
    """
    named = [m for m in found if m.identities and m.head != noun.head]
    named = [m for m in named if "BUS" not in m.identities[0].sector]
    named = [m for m in named if _may_hold(noun, m) and not _is_border(sentence, m)]
    named = [_as_place(sentence, m, scene) for m in named]
    bodies = [m.head for m in found if _is_body_of_state(m, scene)]
    if has_other_owner(sentence, noun.head, scene, [*(m.head for m in named), *bodies]):
        return None
    below = _said_of(sentence, noun.head)
    for places in (
        [m for m in named if m.first <= noun.head <= m.last],
        [m for m in named if m.head in _spoken_for(sentence, noun.head)],
        [m for m in named if m.kind == "role" and m.head in _posted_at(sentence, noun.head)],
        [m for m in named if m.head in below and m.kind in ("place", "name")],
        [m for m in named if m.kind == "place" and _is_its_scene(sentence, noun.head, m, scene)],
    ):
        states = {m.identities[0].code: m.identities[0] for m in places}
        if states:
            return next(iter(states.values())) if len(states) == 1 else None
    return None


def _may_hold(noun: Mention, place: Mention) -> bool:
    """Whether a noun may be of a place: a government is of no town, "talks held in Geneva"."""
    return noun.rule != "sectors: government" or not place.rule.startswith("places: ")


def _as_place(sentence: Sentence, mention: Mention, scene: Scene) -> Mention:
    """The state of a place as that place: the Malian one in "in the Malian town of Gao"."""
    above = sentence.heads[mention.head]
    lands = scene.tables.words["place_noun"] - _SITES
    is_of_it = sentence.relations[mention.head] in _OF_PLACE
    is_of_land = is_of_it and sentence.lemmas[above].lower() in lands
    if not is_of_land or sentence.case(above) not in scene.tables.words["place_case"]:
        return mention
    return replace(mention, head=above, kind="place")


def _is_border(sentence: Sentence, mention: Mention) -> bool:
    """Whether only a border is a state's: who fights near "Mali's border" may be on either side."""
    above = sentence.heads[mention.head]
    is_of_it = sentence.relations[mention.head] in _OF_PLACE
    return is_of_it and sentence.lemmas[above].lower() == "border"


def _is_body_of_state(mention: Mention, scene: Scene) -> bool:
    """Whether a noun names a body that every state has: "the chief of the electoral commission"."""
    noun = noun_of(mention, scene.tables)
    return noun is not None and noun.kind == "body" and noun.sector in _OFFICIAL | {"JUD", "COP"}


def _said_of(sentence: Sentence, noun: int) -> set[int]:
    """The words below a noun without those of its clauses: "lawmakers in Oslo who met Swedes"."""
    clauses = [c for c in sentence.subtree(noun) if sentence.relations[c] in _CLAUSES and c != noun]
    inner = {word for clause in clauses for word in sentence.subtree(clause)}
    return set(sentence.subtree(noun)) - inner


def _is_its_scene(sentence: Sentence, noun: int, place: Mention, scene: Scene) -> bool:
    """Whether what a noun does takes place at a place: not where somebody goes, nor said apart.

    A place in a clause below the noun's own is another's ("asked a judge to try those held in
    Gaza"), unless the clause is what is said: "Officials say a bomb went off in Quetta". Those of
    whom somebody speaks at a meeting need not be of its place.
    """
    if sentence.case(place.head) in _GOALS:
        return False
    above_noun = set(sentence.ancestors(noun))
    for word in (place.head, *sentence.ancestors(place.head)):
        if word in above_noun:
            return True
        if sentence.lemmas[word].lower() in scene.tables.words["meeting_noun"]:
            return False
        is_clause = sentence.relations[word] in _CLAUSES
        if is_clause and not _is_bare_participle(sentence, word):
            return False
    return True


def _is_bare_participle(sentence: Sentence, word: int) -> bool:
    """Whether a verb goes on with a circumstance: "during a raid targeting rebels in Basra"."""
    noun = sentence.heads[word]
    is_circumstance = noun != ROOT and sentence.case(noun) in _CIRCUMSTANCES
    is_bare = sentence.fine_tags[word] == "VBG" and not sentence.related(word, "mark", "case")
    return is_circumstance and is_bare


def _spoken_for(sentence: Sentence, word: int) -> list[int]:
    """The one for whom somebody acts: "a spokesman for Mr. Karzai", "an aide to the king"."""
    cases = ("for", "to") if sentence.lemmas[word].lower() in _AIDES else ("for",)
    return [c for c in sentence.related(word, "nmod") if sentence.case(c) in cases]


def _posted_at(sentence: Sentence, word: int) -> list[int]:
    """The body at which somebody works: "officials at the Peruvian embassy in Quito"."""
    return [c for c in sentence.related(word, "nmod") if sentence.case(c) == "at"]


def _closed(item: Open, sentence: Sentence, scene: Scene, place: Identity | None) -> Mention | None:
    """The mention with whom it stands for in the scene; None for a pronoun of nobody known."""
    mention = item.mention
    if item.reads == "known":
        return mention
    if item.reads == "stranger":
        return None
    identities = _stands_for(item, sentence, scene, place)
    if not identities and item.reads not in ("role", "person"):
        return None
    return replace(mention, identities=identities)


def _stands_for(
    item: Open, sentence: Sentence, scene: Scene, place: Identity | None
) -> tuple[Identity, ...]:
    mention = item.mention
    if item.reads == "role":
        return bearer(sentence, mention, scene, place)
    if item.reads == "person":
        known = scene.surnames.get(item.value)
        return (known,) if known else ()
    if item.reads == "pronoun":
        return antecedent(sentence, mention.head, scene)
    if item.reads == "owned":
        owners = antecedent(sentence, mention.first, scene)
        return tuple(Identity(owner.code, owner.id) for owner in owners)
    return stand_in(sentence, mention.head, (item.reads, item.value), scene)
