"""When an act without a cue of its own took place: by its paragraph, the story, or publication.

An act done by words is news of the day unless its paragraph or the story says otherwise. What has
been going on, had happened before, or is only named stays without a date.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.coding.dates.lending import Timed, is_carried
from dragoman.coding.dates.tenses import aspect
from dragoman.coding.dates.times import NEWS_DAYS, TimingContext
from dragoman.coding.grammar.subjects import subject
from dragoman.model.events import Step, When
from dragoman.model.parses import Sentence

# Acts that last: in the present tense they are a state, not news.
STANDING = frozenset({"COOPERATE", "AID", "MOBILIZE", "COERCE", "SANCTION", "ASSAULT"})
# Of these even "is doing" tells a state ("are working together").
LASTING = frozenset({"COOPERATE", "AID"})
# A reaction runs from the event to publication, but what is told of one comes within two days.
REACTION_DAYS = 2
LEAD_SENTENCES = 3


def by_the_story(act: Timed, context: TimingContext) -> tuple[When | None, Step]:
    """The date that the paragraph, the story or the publication gives an act without a cue."""
    if background := _background(act, context):
        return None, Step("date", f"background: {background}", act.sentence.words[act.trigger])
    set_before = _set_before(act, context)
    tense = aspect(act.sentence, act.trigger)
    if set_before and not (act.is_said and tense in ("present", "progressive")):
        return set_before, Step("date", "the time its paragraph has set", set_before.text or "")
    if act.is_said:
        return _day_it_was_said(context)
    if context.story and not _is_recalled(act):
        return context.story, Step("date", "the time of the story", context.story.text or "")
    if _is_lead(act.sentence):
        return by_publication("reported as news of the day", context)
    return None, Step("date", "nothing says when", act.sentence.words[act.trigger])


def by_publication(rule: str, context: TimingContext) -> tuple[When | None, Step]:
    """The day of publication, where it is known."""
    if context.publication is None:
        return None, Step("date", f"{rule}, but the day of publication is not known", "")
    return context.publication, Step("date", rule, context.publication.date)


def _background(act: Timed, context: TimingContext) -> str:
    """Why an act is no news of its own, by tense and word; "" where it is."""
    sentence, tense = act.sentence, aspect(act.sentence, act.trigger)
    if tense == "pluperfect":
        return "had happened before"
    if act.is_said:
        is_named = sentence.tags[act.trigger] in ("NOUN", "PROPN") and not is_carried(act)
        return "named, not told" if is_named and tense in ("present", "perfect", "none") else ""
    is_state = act.type in (STANDING if tense == "present" else LASTING)
    if tense in ("present", "progressive") and is_state:
        return "a state without a date"
    is_old = tense == "perfect" and not _set_before(act, context)
    return "has happened some time" if is_old and not _is_lead(sentence) else ""


def _set_before(act: Timed, context: TimingContext) -> When | None:
    """The date its paragraph has set, where it may be the act's.

    What is done has no date to come, and what "has been done" none that is over: "The war ended in
    2002. Chad has invited both leaders".
    """
    found = context.paragraph[act.sentence.index]
    if found is None or (act.is_done and context.is_ahead(found)):
        return None
    is_perfect = aspect(act.sentence, act.trigger) == "perfect"
    return None if is_perfect and context.days_ago(found) > NEWS_DAYS else found


def _is_recalled(act: Timed) -> bool:
    """Whether a speaker tells of a past act of his own: "I met him when I was a senator".

    That is a memory of any day, unless it opens what he says.
    """
    sentence = act.sentence
    doers = {sentence.words[w].lower() for w in subject(sentence, act.trigger)}
    is_past = aspect(sentence, act.trigger) == "past"
    return is_past and not doers.isdisjoint({"i", "we"}) and not _is_lead(sentence)


def _day_it_was_said(context: TimingContext) -> tuple[When | None, Step]:
    story, published = context.story, context.publication
    if story is None or published is None or story.enddate >= published.date:
        return by_publication("reported as news of the day", context)
    last = date.fromisoformat(story.enddate) + timedelta(days=REACTION_DAYS)
    found = When(story.date, min(last.isoformat(), published.enddate), "range", story.text)
    return found, Step("date", "a reaction to the event", story.text or "")


def _is_lead(sentence: Sentence) -> bool:
    return sentence.kind == "headline" or sentence.index < LEAD_SENTENCES
