"""The coder: an article's parse in, its events out.

This file tells the story; the other files of the room do the steps. Nothing about an event is
decided outside the steps it keeps in `because`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.coding.acts import Act, find_acts
from dragoman.coding.aim_cues import Aimed, find_aims
from dragoman.coding.aims import Deed, against, aimed_words, targets, with_denials
from dragoman.coding.borrowed import borrowed_sides
from dragoman.coding.cameo import cameo_of
from dragoman.coding.charges import charges, without_demanded
from dragoman.coding.complements import Draft, released, settle
from dragoman.coding.confidence import GIVEN, confidence
from dragoman.coding.contexts import contexts
from dragoman.coding.conversation import Told, address
from dragoman.coding.demands import with_demands
from dragoman.coding.doers import with_doers
from dragoman.coding.efforts import common_sides, efforts
from dragoman.coding.found import Found
from dragoman.coding.issues import issues
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.learned import AIMED, added, reading_of, weigh, words_of
from dragoman.coding.learned_sides import reconciled, third_parties
from dragoman.coding.lending import Act as Timed
from dragoman.coding.made_now import made_now
from dragoman.coding.mentions import Mention, find_mentions
from dragoman.coding.misread import reread
from dragoman.coding.own_words import is_told_of, own_words
from dragoman.coding.places import location
from dragoman.coding.plain_talks import is_plain_talk, plain_talks, spoken_of
from dragoman.coding.quotes import find_quotes, quote_around
from dragoman.coding.references import own_voice, resolve_references, turns_of
from dragoman.coding.roles import Parties, keys_of, parties_of
from dragoman.coding.same import merge
from dragoman.coding.sides import Sides, sides
from dragoman.coding.speakers import Speakers, attributions, listen
from dragoman.coding.stance import firmness
from dragoman.coding.struck import struck
from dragoman.coding.surroundings import ACTUAL, Firmness
from dragoman.coding.timing import TimingContext, is_historical, is_to_come, timing_context, when
from dragoman.coding.towns import without_towns
from dragoman.coding.triggers import trigger_span
from dragoman.coding.unjoined import paired_acts, sides_of, widened
from dragoman.coding.wanted import wanted_blows
from dragoman.model.actors import Actor
from dragoman.model.events import Event, Step
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

CODER = "dragoman-tables/0.1"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the coder reads it: who is named where, who speaks, its dates and quotes."""

    parse: Parse
    knowledge: Knowledge
    parties: tuple[Parties, ...]
    speakers: Speakers
    timing: TimingContext
    quotes: tuple[Span, ...]


def code_article(parse: Parse, knowledge: Knowledge) -> list[Event]:
    """The events of an article, in the order of the text, each act once.

    One that is far more likely wrong than right is left out.

    Args:
        parse: the article with its sentences and trees.
        knowledge: the tables of actors, acts and all else.
    """
    reading = read(parse, knowledge)
    told = [
        _told(reading, found, acts)
        for parties in reading.parties
        for acts in [acts_of(reading, parties)]
        for found in acts
        if not found.is_wanted
    ]
    return merge([one for one in address(told) if _is_given(one.event)])


def _is_given(event: Event) -> bool:
    """Whether an event is likely enough, or aimed at somebody, which few other words are."""
    return event.confidence >= GIVEN or bool(event.against)


def read(parse: Parse, knowledge: Knowledge) -> Reading:
    """Who is named where ("he" and "the two countries" resolved), who speaks, dates, quotes."""
    parse = reread(parse, knowledge.acts)
    timing = timing_context(parse)
    day = date.fromisoformat(timing.day) if timing.day else None
    found = [find_mentions(s, knowledge.actors, day) for s in parse.sentences]
    resolved = resolve_references(parse, found, knowledge.actors)
    turns = turns_of(parse, found, knowledge.actors)
    parties = tuple(
        parties_of(sentence, mentions, turn.speaker, turn.hearer)
        for sentence, mentions, turn in zip(parse.sentences, resolved, turns, strict=True)
    )
    publisher = next((office.key for office in own_voice(parse.article, knowledge.actors)), None)
    speakers = listen(parse, parties, knowledge.cues, knowledge.sources, publisher)
    quotes = tuple(find_quotes(parse.article.text))
    return Reading(parse, knowledge, parties, speakers, timing, quotes)


def acts_of(reading: Reading, parties: Parties) -> list[Found]:
    """The acts of one sentence that have parties, with their status."""
    sentence = parties.sentence
    tables = reading.knowledge.acts
    acts = find_acts(sentence, tables, parties)
    drafts = with_demands(settle(sentence, acts), parties)
    undone = _undone(reading, sentence, drafts)
    found_aims = (*find_aims(parties, reading.knowledge.aims), *wanted_blows(parties, acts))
    aims = with_denials(sentence, found_aims, undone, reading.knowledge.stance)
    settled: list[Found] = []
    aimed = _aimed(parties, drafts, aims)
    sure = aimed | undone | plain_talks(drafts, parties) | own_words(parties, drafts)
    weighed = weigh(sentence, acts, drafts, tables, sure)
    said = charges(parties, weighed)
    told_here = [*without_demanded(weighed, said), *said]
    for draft in [*told_here, *efforts(sentence, aims, tables, drafts)]:
        told, found = _settled(draft, parties, aims, settled)
        if found is None and not aimed.isdisjoint(words_of(draft)):
            found = borrowed_sides(draft, parties)
        if found is not None:
            settled.append(_firm(reading, told, parties, found))
    no_acts = frozenset(act.word for act in acts if not act.row.type)
    joined = _with_unjoined(reading, parties, settled, aims, no_acts)
    return [replace(found, aims=aims) for found in sorted(joined, key=_place)]


def _with_unjoined(
    reading: Reading,
    parties: Parties,
    settled: Sequence[Found],
    aims: Sequence[Aimed],
    no_acts: Collection[int],
) -> list[Found]:
    """The acts with those between parties that none of them joins, one of them or a new one.

    The tables know the words `no_acts` as no acts; whom an act aims at is no side of it.
    """
    joined = list(settled)
    for act in paired_acts(parties, (found.sides for found in settled)):
        own = next((f for f in joined if f.tells(act.word, act.type)), None)
        new = added(parties.sentence, act.word, act.type, act.sure, reading.knowledge.acts)
        apart = {*spoken_of(own.draft if own else new, parties), *against(act.type, aims)}
        if act.word in no_acts or not apart.isdisjoint(act.parties):
            continue
        more = widened(own.sides, act, parties) if own else None
        found = with_doers(parties.sentence, new, more or sides_of(act))
        if own and more:
            own_more = replace(own, sides=found or own.sides, steps=(*own.steps, act.step))
            joined[joined.index(own)] = own_more
        elif found is not None:
            joined.append(_firm(reading, new, parties, found))
    return joined


def _settled(
    draft: Draft, parties: Parties, aims: Sequence[Aimed], before: Sequence[Found]
) -> tuple[Draft, Sides | None]:
    """An act, or the one below it that it lets through, with its sides where it has any."""
    by_row = sides(draft, parties)
    own = released(parties.sentence, draft) if by_row is None else None
    if own is not None and (found := sides(own, parties)) is not None:
        return own, found
    if by_row is not None and is_told_of(draft, by_row):
        return draft, by_row
    read = reading_of(parties.sentence, draft)
    no_side = [
        *against(draft.type, aims),
        *spoken_of(draft, parties),
        *struck(draft, parties),
    ]
    joined = reconciled(by_row, read, draft.type, parties, no_side)
    talks = [earlier.sides for earlier in reversed(before) if earlier.draft.type == "CONSULT"]
    found = joined or common_sides(draft, parties, talks)
    found = without_towns(parties.sentence, draft, found)
    return draft, with_doers(parties.sentence, draft, found)


def _place(found: Found) -> int:
    return found.draft.act.word


def _aimed(parties: Parties, drafts: Sequence[Draft], aims: Sequence[Aimed]) -> frozenset[int]:
    """The words that are acts because they aim at somebody, by phrases or by the network."""
    reads = parties.sentence.acts
    likely = (word for word, read in reads.items() if read.types and read.types[0][1] >= AIMED)
    candidates = {*likely, *(word for draft in drafts for word in words_of(draft))}
    seen = (word for word, read in reads.items() if any(third_parties(read, parties)))
    return aimed_words(parties.sentence, aims, candidates) | frozenset(seen)


def _undone(reading: Reading, sentence: Sentence, drafts: Sequence[Draft]) -> frozenset[int]:
    """The acts that are said not to have been done, which the network takes for none."""
    words = (draft.act.word for draft in drafts)
    stance = reading.knowledge.stance
    return frozenset(w for w in words if firmness(sentence, w, stance).status == "negated")


def _firm(reading: Reading, draft: Draft, parties: Parties, found: Sides) -> Found:
    """The act with its status; one still to come is a promise, or a concession, made now."""
    stance = ACTUAL if draft.status == "actual" else _stance(reading, parties.sentence, draft.act)
    act = Timed(parties.sentence, draft.act.word, stance.status, draft.type)
    if stance.status == "actual" and is_to_come(act, reading.timing):
        stance = Firmness("future", Step("status", "its time is after publication", ""))
    made, firm, steps = made_now(draft, parties.sentence, stance)
    told_by = (stance.step,) if stance.step else ()
    steps = (*draft.steps, found.step, *told_by, *steps)
    return Found(made, parties, found, firm, steps, is_wanted=stance.is_wanted)


def _stance(reading: Reading, sentence: Sentence, act: Act) -> Firmness:
    """How firm an act is: as firm as its light verb in "will not enter into talks"."""
    tables = reading.knowledge.stance
    own = firmness(sentence, act.word, tables)
    if act.light is None:
        return own
    is_object = own == ACTUAL and sentence.heads[act.word] == act.light
    is_told_by_verb = sentence.relations[act.word] == "obl" or is_object
    return firmness(sentence, act.light, tables) if is_told_by_verb else own


def _told(reading: Reading, found: Found, others: Sequence[Found]) -> Told:
    event = _event(reading, found, others)
    paragraph = found.parties.sentence.paragraph
    how = found.sides
    lemma, named = found.draft.act.row.lemma, keys_of(found.parties.by_word.values())
    return Told(event, lemma, paragraph, how.lacks, how.stands_alone, named)


def _event(reading: Reading, found: Found, others: Sequence[Found]) -> Event:
    parse, knowledge, sentence = reading.parse, reading.knowledge, found.parties.sentence
    draft, word, firm = found.draft, found.draft.act.word, found.status
    both = (found.sides.actor, found.sides.recipient)
    actor, recipient = (_actors(reading, found, side) for side in both)
    own_keys = frozenset(party.key for party in (*actor, *recipient))
    day, day_step = when(sentence, word, firm, draft.type, reading.timing)
    trigger = trigger_span(parse, sentence, draft.act)
    beside = frozenset(o.draft.act.word for o in others) - {word}
    deed = Deed(word, draft.type, own_keys, beside, reading_of(sentence, draft))
    aimed = targets(parse, found.parties, deed, reading.speakers, found.aims)
    by_words = is_plain_talk(draft, found.parties)
    sure, sure_step = confidence(sentence, draft, found.sides, firm, by_words_alone=by_words)
    return Event(
        article_id=parse.article.id,
        type=draft.type,
        mode=draft.mode,
        context=contexts(sentence, draft.act, knowledge.acts),
        score=knowledge.acts.score(draft.type, draft.mode),
        cameo=cameo_of(draft, knowledge.acts),
        promises=draft.promises,
        actor=actor,
        recipient=recipient,
        against=tuple(target for target, _ in aimed),
        issue=issues(parse, found.parties, word, own_keys),
        status=firm,
        historical=is_historical(day, reading.timing),
        when=day,
        location=location(parse, sentence, word, knowledge.actors),
        attribution=attributions(reading.speakers, trigger, [party.span for party in actor]),
        quote=quote_around(reading.quotes, trigger),
        evidence=parse.sentence_span(sentence),
        trigger=trigger,
        because=(*found.steps, day_step, *(step for _, step in aimed), sure_step),
        confidence=sure,
        coder=CODER,
    )


def _actors(reading: Reading, found: Found, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The parties a side's mentions stand for, each once, at the words that name them."""
    parties: dict[str, Actor] = {}
    for mention in mentions:
        place = reading.parse.span(found.parties.sentence, mention.first, mention.last)
        for identity in mention.identities:
            parties.setdefault(identity.key, Actor(identity, place))
    return tuple(parties.values())
