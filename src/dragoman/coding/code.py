"""The coder: an article's parse in, its events out.

This file tells the story; the rooms beside it do the steps. Nothing about an event is decided
outside the steps it keeps in `because`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.coding.acts.acts import find_acts
from dragoman.coding.acts.aim_cues import Aimed
from dragoman.coding.acts.charges import charges, without_demanded
from dragoman.coding.acts.complements import Draft, released, settle
from dragoman.coding.acts.demands import with_demands
from dragoman.coding.acts.learned import AIMED, added, asked_for, reading_of, weigh, words_of
from dragoman.coding.acts.roles import Parties
from dragoman.coding.acts.surroundings import ACTUAL, Firmness, own_firmness
from dragoman.coding.acts.topics import without_topics
from dragoman.coding.aims.aimed_later import with_later_aims
from dragoman.coding.aims.aims import against, aimed_words, with_denials
from dragoman.coding.aims.efforts import common_sides, efforts
from dragoman.coding.confidence import GIVEN, GIVEN_OF_NEWS, TOLD_TO
from dragoman.coding.dates.lending import Timed
from dragoman.coding.dates.timing import is_to_come
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.parties.borrowed import asks_somebody, borrowed_sides
from dragoman.coding.parties.doers import with_doers
from dragoman.coding.parties.found import Found
from dragoman.coding.parties.halves import half
from dragoman.coding.parties.learned_sides import reconciled, third_parties
from dragoman.coding.parties.occasions import without_occasions
from dragoman.coding.parties.own_words import is_own_text, is_told_of, own_words
from dragoman.coding.parties.plain_talks import plain_talks, spoken_of
from dragoman.coding.parties.sides import Sides, sides
from dragoman.coding.parties.struck import struck
from dragoman.coding.parties.towns import without_towns
from dragoman.coding.parties.unjoined import paired_acts, sides_of, widened
from dragoman.coding.parties.wanted import wanted_blows
from dragoman.coding.readings import Reading, read
from dragoman.coding.records import record
from dragoman.coding.references.conversation import address
from dragoman.coding.same import merge
from dragoman.coding.status.alleged import without_alleged
from dragoman.coding.status.coming import is_still_to_come
from dragoman.coding.status.made_now import made_now
from dragoman.coding.status.refusals import refused
from dragoman.coding.status.stance import firmness
from dragoman.model.events import Event, Step
from dragoman.model.parses import Parse, Sentence


def code_article(parse: Parse, knowledge: Knowledge) -> list[Event]:
    """The events of an article, in the order of the text, each act once.

    One that is far more likely wrong than right is left out.

    Args:
        parse: the article with its sentences and trees.
        knowledge: the tables of actors, acts and all else.
    """
    reading = read(parse, knowledge)
    told = [
        record(reading, found, acts)
        for parties in reading.parties
        for acts in [acts_of(reading, parties)]
        for found in acts
        if not found.is_wanted
    ]
    later = [(parties, _later_aims(reading, parties)) for parties in reading.parties]
    is_news = not is_own_text(parse.article, reading.parties)
    addressed = address(told, is_news=is_news)
    placed = with_later_aims(parse, addressed, later, knowledge.aims, reading.speakers)
    return merge([one for one in placed if _is_given(one.event, is_news=is_news)])


def _is_given(event: Event, *, is_news: bool) -> bool:
    """Whether an event is likely enough, or aimed at somebody, which few other words are.

    Of what did not happen less is known, and the lower bar holds. What firms do among themselves is
    no act between states.
    """
    if all(party.identity.code == "MNC" for party in (*event.actor, *event.recipient)):
        return False
    is_told_as_done = is_news and event.status == "actual"
    is_likely = event.confidence >= (GIVEN_OF_NEWS if is_told_as_done else GIVEN)
    return bool(event.against) or (is_likely and not (is_news and _is_lonely(event)))


def _is_lonely(event: Event) -> bool:
    """Whether words told to somebody name nobody they were, or one party refused or did nothing."""
    if event.type in TOLD_TO:
        return not event.recipient
    is_alone = len({party.key for party in (*event.actor, *event.recipient)}) == 1
    return is_alone and (event.type == "REJECT" or event.status != "actual")


def _later_aims(reading: Reading, parties: Parties) -> tuple[Aimed, ...]:
    """Whom words of a sentence aim at, from an act of its own or from one told before."""
    aims = reading.aims[parties.sentence.index]
    return with_denials(parties.sentence, aims, (), reading.knowledge.stance)


def acts_of(reading: Reading, parties: Parties) -> list[Found]:
    """The acts of one sentence that have parties, with their status."""
    if not parties.has_anybody:
        return []  # a fifth of all sentences, for which all below would find no side
    sentence = parties.sentence
    tables = reading.knowledge.acts
    acts = find_acts(sentence, tables, parties)
    drafts = with_demands(settle(sentence, acts), parties)
    undone = _undone(reading, sentence, drafts)
    found_aims = (*reading.aims[sentence.index], *wanted_blows(parties, acts))
    aims = with_denials(sentence, found_aims, undone, reading.knowledge.stance)
    settled: list[Found] = []
    aimed = _aimed(parties, drafts, aims)
    sure = aimed | undone | plain_talks(drafts, parties) | own_words(parties, drafts)
    weighed, topics = without_topics(sentence, weigh(sentence, acts, drafts, tables, sure), sure)
    said = charges(parties, weighed)
    told_here = [*without_demanded(weighed, said), *said]
    for draft in [*told_here, *efforts(sentence, aims, tables, drafts)]:
        told, found = _settled(draft, parties, aims, settled)
        is_empty = found is None or (told is not draft and asks_somebody(draft, parties))
        if is_empty and (lent := _lent(draft, parties, aimed)):
            told, found = draft, lent
        found = half(draft, parties) if found is None else found
        if found is not None:
            settled.append(_firm(reading, told, parties, found))
    no_acts = topics | {act.word for act in acts if not act.row.type}
    joined = without_alleged(_with_unjoined(reading, parties, settled, aims, no_acts))
    done = without_occasions(sorted(joined, key=_place), parties)
    return [replace(found, aims=aims) for found in done]


def _lent(draft: Draft, parties: Parties, aimed: Collection[int]) -> Sides | None:
    """The sides that an act aimed at somebody has from the words around it."""
    is_aimed = any(word in aimed for word in words_of(draft))
    return borrowed_sides(draft, parties) if is_aimed else None


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
    stance = ACTUAL if draft.status == "actual" else _stance(reading, parties.sentence, draft)
    act = Timed(parties.sentence, draft.act.word, stance.status, draft.type)
    if stance.status == "actual" and is_to_come(act, reading.timing):
        stance = Firmness("future", Step("status", "its time is after publication", ""))
    if draft.type == "CONSULT" and draft.act.light is None and stance.status != "negated":
        dated = reading.timing.dated[parties.sentence.index]
        stance = is_still_to_come(parties.sentence, draft.act.word, stance, dated) or stance
    draft, found, stance = refused(draft, parties, found, stance)
    made, firm, steps = made_now(draft, parties.sentence, stance)
    told_by = (stance.step,) if stance.step else ()
    steps = (*draft.steps, found.step, *told_by, *steps)
    return Found(made, parties, found, firm, steps, is_wanted=stance.is_wanted)


def _stance(reading: Reading, sentence: Sentence, draft: Draft) -> Firmness:
    """How firm an act is: as firm as its light verb in "will not enter into talks".

    What a suspected raid has done is as open as the raid.
    """
    tables, act = reading.knowledge.stance, draft.act
    own = firmness(sentence, act.word, tables)
    if act.light is None:
        blows = set(asked_for(draft)).intersection(act.slots.get("subj", ()))
        told_by = (own_firmness(sentence, word, tables) for word in sorted(blows))
        doubts = (firm for firm in told_by if firm.status == "hypothetical")
        return next(doubts, own) if own == ACTUAL else own
    is_object = own == ACTUAL and sentence.heads[act.word] == act.light
    is_told_by_verb = sentence.relations[act.word] == "obl" or is_object
    return firmness(sentence, act.light, tables) if is_told_by_verb else own
