"""Aimed later: whom an act told before is aimed against, where a later clause says so.

"Chile and Peru signed a pact. It is meant to deter Chad": the clause names no party of the act,
but the thing by which it means it, and that thing is aimed at somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.acts.aim_cues import Aimed, AimPhrases
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.grammar.subjects import owners
from dragoman.coding.references.conversation import Told
from dragoman.coding.voices.speakers import Speakers, basis
from dragoman.model.actors import Actor, Target
from dragoman.model.events import Event, Step
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

_REACH = 3  # paragraphs within which "the pact" is still the one told before
_KNOWN = frozenset(
    {"the", "this", "that", "these", "those", "its", "his", "her", "their", "both", "such"}
)
_BARE = frozenset({"it", "this", "that", "they", "these", "both"})
# What a thing does by which it may aim at somebody; any other verb has somebody for its "it".
_OF_THINGS = frozenset({"come", "serve", "seem", "appear", "look", "send", "follow", "amount"})
# Kinds of aim that are deeds of their own, or none.
_NO_AIM_OF_A_THING = frozenset({"blow", "wanted", "denied"})
# What "it" may mean: acts that leave a thing behind which can be meant for something.
_LASTING = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class _LaterAim:
    """An aim, and the noun or pronoun of an act told before whose aim it is."""

    aimed: Aimed
    thing: int
    parties: Parties


def with_later_aims(
    parse: Parse,
    told: Sequence[Told],
    aims: Sequence[tuple[Parties, Sequence[Aimed]]],
    phrases: AimPhrases,
    speakers: Speakers,
) -> list[Told]:
    """The events in the order told, each with whom later clauses say it is aimed against.

    Args:
        parse: the article.
        told: its events.
        aims: the aims of its sentences, each beside the parties of the sentence.
        phrases: the table aim_phrases, whose rows "told" say what a thing may be the name of.
        speakers: the voices of the article, for the word an aim rests on.
    """
    placed = list(told)
    for later in _later_aims(aims, phrases):
        meant = None if _is_told_at_once(told, later) else _meant(parse, placed, later, phrases)
        if meant is not None:
            placed[meant] = _aimed(parse, placed[meant], later, speakers)
    return placed


def _later_aims(
    aims: Sequence[tuple[Parties, Sequence[Aimed]]], phrases: AimPhrases
) -> Iterator[_LaterAim]:
    for parties, found in aims:
        for aimed in found:
            if aimed.kind in _NO_AIM_OF_A_THING:
                continue
            thing = _thing(parties.sentence, aimed.anchor, phrases)
            if thing is not None and thing not in parties.by_word:
                yield _LaterAim(aimed, thing, parties)


def _is_told_at_once(told: Sequence[Told], later: _LaterAim) -> bool:
    """Whether an act of the clause's own sentence has the target: "as both met to deter Chad"."""
    start, keys = later.parties.sentence.start, keys_of([later.aimed.mention])
    here = (one.event for one in told if one.event.evidence.start == start)
    return any(target.actor.key in keys for event in here for target in event.against)


def _thing(sentence: Sentence, anchor: int, phrases: AimPhrases) -> int | None:
    """The noun or pronoun for an act told before whose aim stands at a word, going up from it."""
    for word in (anchor, *sentence.ancestors(anchor)):
        for candidate in (word, *sentence.related(word, "nsubj")):
            if _names_a_deed(sentence, candidate, phrases):
                return candidate
        if sentence.relations[word] in ("ccomp", "parataxis"):
            return None
    return None


def _names_a_deed(sentence: Sentence, word: int, phrases: AimPhrases) -> bool:
    if sentence.words[word].lower() in _BARE and sentence.tags[word] in ("PRON", "DET"):
        return _is_of_a_thing(sentence, word)
    if (sentence.lemmas[word].lower(), "told") not in phrases:
        return False
    before = sentence.related(word, "det", "nmod:poss")
    return any(sentence.words[child].lower() in _KNOWN for child in before)


def _is_of_a_thing(sentence: Sentence, pronoun: int) -> bool:
    """Whether "it" is a thing: what is meant for something, or is something; who acts is not."""
    head, relation = sentence.heads[pronoun], sentence.relations[pronoun]
    if relation == "nsubj":
        return sentence.tags[head] != "VERB" or sentence.lemmas[head].lower() in _OF_THINGS
    return relation == "nsubj:pass"


def _meant(parse: Parse, told: Sequence[Told], later: _LaterAim, phrases: AimPhrases) -> int | None:
    """Which event the thing names: the latest whose sentence names it so, or that may be one."""
    sentence = later.parties.sentence
    lemma = sentence.lemmas[later.thing].lower()
    kinds = phrases.get((lemma, "told"), _LASTING)
    own = keys_of(later.parties.all_at(owners(sentence, later.thing)))
    near = [
        (index, _sentence_of(parse, one.event))
        for index, one in reversed(list(enumerate(told)))
        if one.event.type in kinds and _is_before(one, later) and own <= _keys(one.event)
    ]
    if (lemma, "told") not in phrases:
        return next((i for i, before in near if sentence.index - before.index == 1), None)
    same = (index for index, before in near if _names(before, lemma, parse, told[index].event))
    return next(same, near[0][0] if near else None)


def _is_before(one: Told, later: _LaterAim) -> bool:
    """Whether an event is told near before a clause, in which it is not one of those aimed at."""
    sentence = later.parties.sentence
    is_near = 0 <= sentence.paragraph - one.paragraph <= _REACH
    is_aimed_at = keys_of([later.aimed.mention]) <= _keys(one.event)
    return is_near and one.event.evidence.end <= sentence.start and not is_aimed_at


def _names(sentence: Sentence, lemma: str, parse: Parse, event: Event) -> bool:
    """Whether the sentence of an event names it by a noun, below or at the words that tell it."""
    return any(
        event.trigger.overlaps(parse.span(sentence, above, above))
        for word, own in enumerate(sentence.lemmas)
        if own.lower() == lemma
        for above in (word, *sentence.ancestors(word))
    )


def _sentence_of(parse: Parse, event: Event) -> Sentence:
    return next(s for s in parse.sentences if s.start == event.evidence.start)


def _aimed(parse: Parse, told: Told, later: _LaterAim, speakers: Speakers) -> Told:
    """An event with the target of a later clause, on the word of whoever says that clause."""
    event, mention, sentence = told.event, later.aimed.mention, later.parties.sentence
    known = {target.actor.key for target in event.against} | _keys(event)
    new = [identity for identity in mention.identities if identity.key not in known]
    if not new:
        return told
    place = parse.span(sentence, mention.first, mention.last)
    whose = basis(speakers, place, _predicate(parse, later), _keys(event))
    step = Step("against", f"told of {sentence.words[later.thing]}: {later.aimed.cue}", place.text)
    targets = tuple(Target(Actor(identity, place), whose) for identity in new)
    aimed = replace(event, against=(*event.against, *targets), because=(*event.because, step))
    return replace(told, event=aimed)


def _predicate(parse: Parse, later: _LaterAim) -> Span:
    """The words of the clause's verb, which tell no act of the event's own parties."""
    return parse.span(later.parties.sentence, later.aimed.anchor, later.aimed.anchor)


def _keys(event: Event) -> frozenset[str]:
    return frozenset(party.key for party in (*event.actor, *event.recipient))
