"""Aims: the third parties an act is aimed against, and on whose word that is so.

"Iran and Russia held drills to counter the United States": words of the table aim_phrases lead to
the target, and from them the way up the tree leads to the act they belong to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.aim_cues import Aimed, is_circumstance, is_denied
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.acts.surroundings import StanceTables
from dragoman.coding.grammar.subjects import NOUN_TAGS, is_relative, owners
from dragoman.coding.parties.learned_sides import third_parties
from dragoman.coding.status.stance import firmness
from dragoman.coding.voices.speakers import Speakers, basis, tellers_basis
from dragoman.model.actors import Actor, Target
from dragoman.model.events import Step
from dragoman.model.parses import ROOT, Parse, ReadAct, Sentence

# Acts whose own recipient stands after "against", so that no third party does.
_BLOWS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE"})
# Acts whose object is somebody else's deed ("condemned the war on Y"): what that is aimed at is not
# what they are aimed at.
_JUDGING = frozenset({"ACCUSE", "REJECT", "CONCEDE", "RETREAT"})
# Acts in whose sentences the network took other parties and places for whom they are against.
_ANSWERED = _JUDGING | {"THREATEN"}
_HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "AGREE"})
_WANTING = _HELPING | {"REQUEST", "CONSULT", "MOBILIZE"}
# Kinds of aim whose target is a verb's object, which is why no act of that verb is against it.
_AT_AN_OBJECT = frozenset({"object", "purpose"})
# Kinds of aim whose anchor is itself a deed: the act that aims stands above it.
_OF_A_DEED = frozenset({"blow", "wanted"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What has to be known of an act to find whom it is aimed against.

    `own_keys` are those of its actors and recipients; `others` the trigger words of the sentence's
    other acts; `read` what the network makes of it.
    """

    word: int
    type: str
    own_keys: frozenset[str]
    others: frozenset[int] = frozenset()
    read: ReadAct | None = None


def targets(
    parse: Parse, parties: Parties, deed: Deed, speakers: Speakers, aims: Collection[Aimed]
) -> tuple[tuple[Target, Step], ...]:
    """The third parties an act is aimed against, each with its basis and the step that found it."""
    sentence = parties.sentence
    found: dict[str, tuple[Target, Step]] = {}
    clause = _verb_above(sentence, deed.word)
    verb = deed.word if clause is None else clause
    act = parse.span(sentence, verb, verb)
    named = [
        (aimed.mention, Step("against", f"{aimed.kind} {aimed.cue}", ""))
        for aimed in aims
        if aimed.kind != "denied" and _belongs(parties, aimed, deed)
    ]
    circumstances = {a.mention for a in aims if is_circumstance(sentence, a)}
    for mention, step in (*named, *_seen(parties, deed, aims)):
        place = parse.span(sentence, mention.first, mention.last)
        told = replace(step, words=place.text)
        if mention in circumstances:
            whose = tellers_basis(speakers, place, act, deed.own_keys)
        else:
            whose = basis(speakers, place, act, deed.own_keys, is_saying=clause is None)
        for identity in mention.identities:
            if identity.key not in deed.own_keys:
                found.setdefault(identity.key, (Target(Actor(identity, place), whose), told))
    return tuple(found.values())


def with_denials(
    sentence: Sentence, aims: Iterable[Aimed], undone: Collection[int], stance: StanceTables
) -> tuple[Aimed, ...]:
    """The aims, as denied where a word above them denies them: "denied that the pact targets Chad".

    An act among the `undone` keeps its aim: "did not sign a pact against Chad".
    """

    def is_denied_above(aimed: Aimed) -> bool:
        above = {aimed.anchor, *sentence.ancestors(aimed.anchor)}
        is_negated = firmness(sentence, aimed.anchor, stance).status == "negated"
        return is_negated and above.isdisjoint(undone)

    return tuple(replace(a, kind="denied") if is_denied_above(a) else a for a in aims)


def _seen(parties: Parties, deed: Deed, aims: Iterable[Aimed]) -> Iterator[tuple[Mention, Step]]:
    """Whom the network takes for third parties, less those that words settle otherwise."""
    denied = {
        aimed.mention
        for aimed in aims
        if aimed.kind == "denied" or _is_anothers_blow(parties, aimed, deed)
    }
    if deed.type not in _ANSWERED:
        yield from (pair for pair in third_parties(deed.read, parties) if pair[0] not in denied)


def against(kind: str, aims: Iterable[Aimed]) -> frozenset[Mention]:
    """Whom words of the sentence aim at, where an act of type `kind` has no recipient there."""
    if kind in _BLOWS:
        return frozenset()
    return frozenset(aimed.mention for aimed in aims if aimed.kind != "wanted")


def aimed_words(
    sentence: Sentence, aims: Collection[Aimed], candidates: Collection[int]
) -> frozenset[int]:
    """Those of some words that may be acts from which words of the sentence aim at somebody.

    What aims at somebody is an act: in "bought radars from France, meant to deter Chad" the
    buying is one, although nothing else tells whether that was a deal between states.
    """
    nearest = (
        _first_act(sentence, aimed.anchor, _may_aim(sentence, aimed, candidates))
        for aimed in aims
        if aimed.kind not in _OF_A_DEED | {"denied"}
    )
    anchors = (a.anchor for a in aims if a.kind not in _AT_AN_OBJECT | {"denied"})
    return frozenset(candidates) & frozenset((*nearest, *anchors))


def _may_aim(sentence: Sentence, aimed: Aimed, acts: Iterable[int]) -> frozenset[int]:
    """The acts whose aim some words may tell: none that the party they lead to did.

    In "backed Mali in response to Chad's attacks" the attacks are not against Chad. Of a verb with
    its object neither that verb nor anything done to the object: in "met to deter Chad's attacks"
    the deterring is not, nor in "urged Mali to press Chad to halt the strikes" the halting.
    """
    if aimed.kind not in _AT_AN_OBJECT:
        below_it = set(sentence.subtree(aimed.anchor)) - {aimed.anchor}
        return frozenset(acts) - below_it.intersection(sentence.ancestors(aimed.mention.head))
    objects = sentence.related(aimed.anchor, "obj", "xcomp", "ccomp")
    below = {word for noun in objects for word in sentence.subtree(noun)}
    return frozenset(acts) - below - {aimed.anchor}


def _belongs(parties: Parties, aimed: Aimed, deed: Deed) -> bool:
    """Whether an aim is that of the act: on the way up from it, the act comes first."""
    sentence, acts = parties.sentence, {deed.word, *deed.others}
    if aimed.kind == "blow":
        is_no_help = deed.type not in _HELPING or is_denied(sentence, deed.word)
        is_anothers = _is_anothers_blow(parties, aimed, deed)
        if is_no_help or aimed.anchor == deed.word or is_anothers:
            return False
        return _first_act(sentence, sentence.heads[aimed.anchor], acts) == deed.word
    if aimed.kind == "wanted":
        above = _first_act(sentence, sentence.heads[aimed.anchor], acts)
        return deed.type in _WANTING and above == deed.word
    is_own_object = aimed.anchor == deed.word and aimed.cue.endswith("against")
    if _is_aside(sentence, aimed) or (is_own_object and deed.type in _BLOWS):
        return False
    if deed.type in _JUDGING and aimed.cue.endswith(("against", "on")):
        return False
    return _first_act(sentence, aimed.anchor, _may_aim(sentence, aimed, acts)) == deed.word


def _is_anothers_blow(parties: Parties, aimed: Aimed, deed: Deed) -> bool:
    """Whether words lead to the victim of a blow that none of the act's own parties strikes."""
    doers = keys_of(parties.all_at(owners(parties.sentence, aimed.anchor)))
    return aimed.kind == "blow" and bool(doers) and not doers & deed.own_keys


def _is_aside(sentence: Sentence, aimed: Aimed) -> bool:
    """Whether others do the aiming in a clause of their own: "Mali, where rebels fight Chad"."""
    if aimed.kind != "object" or not sentence.relations[aimed.anchor].endswith(":relcl"):
        return False
    doers = sentence.related(aimed.anchor, "nsubj")
    return bool(doers) and not is_relative(sentence, doers[0])


def _first_act(sentence: Sentence, word: int, acts: Collection[int]) -> int | None:
    """The first act on the way up from a word: one on the way, or one that hangs beside it."""
    beside = {act: _hook(sentence, act) for act in sorted(acts)}
    current = word
    while current != ROOT:
        if current in acts:
            return current
        near = [act for act, hook in beside.items() if hook == current]
        if near:
            return min(near, key=lambda act: (act > word, abs(act - word)))
        if sentence.relations[current] == "parataxis":
            break
        current = sentence.heads[current]
    return _told_of(sentence, current, acts) if current != ROOT else None


def _told_of(sentence: Sentence, clause: int, acts: Collection[int]) -> int | None:
    return max((act for act in acts if act < min(sentence.subtree(clause))), default=None)


def _hook(sentence: Sentence, act: int) -> int | None:
    """Where an act hangs: a noun on the verb of its clause, a verb on the word it complements."""
    if sentence.tags[act] in NOUN_TAGS:
        return _verb_above(sentence, act)
    is_below = sentence.relations[act].partition(":")[0] in _HANGING
    return sentence.heads[act] if is_below else None


_HANGING = frozenset({"xcomp", "acl", "advcl", "conj"})


def _verb_above(sentence: Sentence, word: int) -> int | None:
    """The verb whose clause a noun stands in."""
    if sentence.tags[word] not in NOUN_TAGS:
        return None
    return next((a for a in sentence.ancestors(word) if _is_predicate(sentence, a)), None)


def _is_predicate(sentence: Sentence, word: int) -> bool:
    return sentence.tags[word] == "VERB" or bool(sentence.related(word, "cop"))
