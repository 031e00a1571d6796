"""Records: an act found → the event record, with all that is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.places import location
from dragoman.coding.acts.cameo import cameo_of
from dragoman.coding.acts.contexts import contexts
from dragoman.coding.acts.issues import issues
from dragoman.coding.acts.learned import reading_of
from dragoman.coding.acts.roles import keys_of
from dragoman.coding.acts.triggers import trigger_span
from dragoman.coding.aims.aims import Deed, targets
from dragoman.coding.confidence import confidence
from dragoman.coding.dates.timing import is_historical, when
from dragoman.coding.parties.found import Found
from dragoman.coding.parties.halves import is_to_others, named_in_clause
from dragoman.coding.parties.lacking import deed_of
from dragoman.coding.parties.plain_talks import is_plain_talk
from dragoman.coding.readings import Reading
from dragoman.coding.references.conversation import Told
from dragoman.coding.voices.quotes import quote_around
from dragoman.coding.voices.speakers import attributions
from dragoman.model.actors import Actor
from dragoman.model.events import Event

CODER = "dragoman-tables/0.1"


def record(reading: Reading, found: Found, others: Sequence[Found]) -> Told:
    """The event of an act, with what its answers in the conversation are found by.

    `others` are the acts of the same sentence.
    """
    event = _event(reading, found, others)
    paragraph = found.parties.sentence.paragraph
    how = found.sides
    draft, parties = found.draft, found.parties
    return Told(
        event,
        draft.act.row.lemma,
        paragraph,
        how.lacks,
        how.stands_alone,
        named=keys_of(parties.by_word.values()),
        is_verb=draft.act.row.pos == "verb",
        nearby=named_in_clause(draft, parties),
        is_to_others=is_to_others(draft, parties),
        deed=deed_of(parties.sentence, draft.act),
    )


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
