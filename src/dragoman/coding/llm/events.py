"""Events: a draft that a model gave, checked against the article and made into the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.actors.actors import resolve_phrase
from dragoman.coding.actors.places import located
from dragoman.coding.acts.tables import ActTables
from dragoman.coding.dates.dated_words import Dated, days_of
from dragoman.coding.dates.times import TimingContext, is_historical
from dragoman.coding.knowledge import Knowledge
from dragoman.coding.llm.parties import Who, parties, targets, voices
from dragoman.coding.llm.places import nearest, within
from dragoman.coding.llm.reply import Draft, UnusableError
from dragoman.coding.references.conversation import Told
from dragoman.coding.status.promises import as_promise
from dragoman.coding.voices.quotes import quote_around
from dragoman.model.actors import Actor, Identity
from dragoman.model.coders import ChatCoder
from dragoman.model.events import EVENT_TYPES, STATUSES, Event, Location, Status, Step, When
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Span

PUBLICATION = "publication"
CONFIDENCE = 0.5
"""Nothing is known of how often a model that is asked is right; it does not say."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a draft is checked against."""

    parse: Parse
    knowledge: Knowledge
    who: Who
    timing: TimingContext
    quotes: tuple[Span, ...]
    chat: ChatCoder


@dataclass(frozen=True, slots=True)
class Kind:
    """What a draft is after the codebook's rule of promises, with the steps to it."""

    type: str
    mode: tuple[str, ...]
    status: Status
    promises: str | None
    steps: tuple[Step, ...]


def told(draft: Draft, scene: Scene) -> Told:
    """The event of a draft, with what merging needs.

    Raises: UnusableError for words that do not stand in the article, for a type, status, basis,
        kind or party that is none, and for what happens within one party.
    """
    if not 1 <= draft.sentence <= len(scene.parse.sentences):
        raise UnusableError(f"there is no sentence {draft.sentence}")
    sentence = scene.parse.sentences[draft.sentence - 1]
    trigger = within(scene.parse, sentence, draft.trigger, "trigger")
    event = _event(draft, scene, sentence, trigger)
    return Told(event, trigger.text.lower(), sentence.paragraph)


def _event(draft: Draft, scene: Scene, sentence: Sentence, trigger: Span) -> Event:
    acts, article = scene.knowledge.acts, scene.parse.article
    kind = _kind(draft, scene, trigger)
    actor, recipient = _sides(draft, sentence, scene.who)
    day, day_step = _when(draft.when, sentence, scene)
    return Event(
        article_id=article.id,
        type=kind.type,
        mode=kind.mode,
        context=_contexts(sentence, trigger, acts),
        score=acts.score(kind.type, kind.mode),
        cameo=acts.cameo_code(kind.type, kind.mode),
        promises=kind.promises,
        actor=actor,
        recipient=recipient,
        against=targets(draft.against, sentence, scene.who),
        issue=tuple(nearest(scene.parse, sentence, words, "issue") for words in draft.issue),
        status=kind.status,
        historical=is_historical(day, scene.timing),
        when=day,
        location=_location(draft.location, sentence, scene),
        attribution=voices(draft.voices, sentence, scene.who),
        quote=quote_around(scene.quotes, trigger),
        evidence=scene.parse.sentence_span(sentence),
        trigger=trigger,
        because=(*kind.steps, _roles(actor, recipient), day_step, _unknown_confidence()),
        confidence=CONFIDENCE,
        coder=scene.chat.name,
    )


def _contexts(sentence: Sentence, trigger: Span, acts: ActTables) -> tuple[str, ...]:
    """The fields an act belongs to, by the words of its trigger and those below them."""
    named = [
        word
        for word in range(len(sentence))
        if sentence.starts[word] < trigger.end and sentence.ends[word] > trigger.start
    ]
    below = sorted({under for word in named for under in sentence.subtree(word)})
    found = [acts.contexts.get(sentence.lemmas[word].lower(), ()) for word in below]
    return tuple(dict.fromkeys(context for contexts in found for context in contexts))


def _kind(draft: Draft, scene: Scene, trigger: Span) -> Kind:
    """The type, modes and status, where the codebook has them; a mode it has not is dropped."""
    if draft.type not in EVENT_TYPES:
        raise UnusableError(f"{draft.type!r} is no event type")
    if draft.status not in STATUSES:
        raise UnusableError(f"{draft.status!r} is no status")
    if draft.promises is not None and draft.promises not in EVENT_TYPES:
        raise UnusableError(f"{draft.promises!r} is no event type that can be promised")
    known = scene.knowledge.acts.scores
    mode = tuple(one for one in draft.mode if (draft.type, one) in known)
    said = "/".join((draft.type, *mode))
    asked = f"{scene.chat.model} at {scene.chat.endpoint} → {said}, {draft.status}"
    steps = [Step("act", asked, trigger.text)]
    if dropped := [one for one in draft.mode if one not in mode]:
        steps.append(Step("mode", f"{draft.type} has no such mode", ", ".join(dropped)))
    coming = as_promise(draft.type) if draft.status == "future" else None
    if coming is None:
        promises = draft.promises if draft.type == "AGREE" else None
        return Kind(draft.type, mode, draft.status, promises, tuple(steps))
    now, promised = coming
    steps.append(Step("promise", f"{draft.type} still to come → {now}", ""))
    kept = () if now != draft.type else mode
    return Kind(now, kept, "actual", promised or draft.promises, tuple(steps))


def _sides(
    draft: Draft, sentence: Sentence, who: Who
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    actor = parties(draft.actor, sentence, who)
    recipient = parties(draft.recipient, sentence, who)
    keys = [{party.key for party in side} for side in (actor, recipient)]
    if not actor and not recipient:
        raise UnusableError("it has no parties")
    if len(keys[0]) == 1 and keys[0] == keys[1]:
        raise UnusableError(f"it happens within one party ({min(keys[0])})")
    return actor, recipient


def _roles(actor: Sequence[Actor], recipient: Sequence[Actor]) -> Step:
    words = [", ".join(party.span.text for party in side) or "–" for side in (actor, recipient)]
    return Step("roles", "as the model names them", " → ".join(words))


def _unknown_confidence() -> Step:
    return Step("confidence", "not measured for a model that is asked", "", CONFIDENCE)


def _when(words: str | None, sentence: Sentence, scene: Scene) -> tuple[When | None, Step]:
    """The days that the copied words name, as our own dates read them in their sentence."""
    if words is None:
        return None, Step("date", "background without a date", "")
    if words == PUBLICATION:
        day = scene.timing.publication
        return day, Step("date", "reported as news of the day", day.date if day else "")
    span = nearest(scene.parse, sentence, words, "time")
    fitting = [
        (_shared(each, span), -each.expression.start, each)
        for dated in scene.timing.dated
        for each in dated
        if _shared(each, span) > 0
    ]
    if not fitting:
        return None, Step("date", "the model's words for it name no days", span.text)
    *_, best = max(fitting, key=lambda each: each[:2])
    return days_of(best), Step("date", "the model's words for it, resolved", span.text)


def _shared(dated: Dated, span: Span) -> int:
    """How many characters an expression and a place have in common."""
    return min(dated.expression.end, span.end) - max(dated.expression.start, span.start)


def _location(words: str | None, sentence: Sentence, scene: Scene) -> Location | None:
    if words is None:
        return None
    text = nearest(scene.parse, sentence, words, "location").text
    known = resolve_phrase(text, scene.who.day, scene.who.tables)
    country = known.code if isinstance(known, Identity) else None
    return located(text, country, scene.who.tables)
