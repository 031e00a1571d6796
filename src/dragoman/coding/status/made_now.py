"""Made now: what is still to come is promised, conceded or threatened by the words that tell it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.surroundings import Firmness
from dragoman.coding.status.promises import as_promise, as_threat
from dragoman.model.events import Status, Step
from dragoman.model.parses import ROOT, Sentence


def made_now(
    draft: Draft, sentence: Sentence, stance: Firmness
) -> tuple[Draft, Status, tuple[Step, ...]]:
    """The act as words make it now, and its status: what is to come is promised or threatened."""
    firm: Status = stance.status
    steps: list[Step] = []
    if draft.status is not None and firm == "actual":
        firm = draft.status
    if firm == "future" and _goes_on(sentence, draft.act.word):
        steps.append(Step("status", "what continues is done already", "continue"))
        firm = "actual"
    if firm == "future" and draft.type == "ASSAULT" and _is_planned(stance):
        steps.append(Step("status", "a blow that is only planned", ""))
        firm = "hypothetical"
    if firm == "future" and (mode := as_threat(draft.type, sentence, draft.act.word)):
        steps.append(Step("promise", f"{draft.type} on a condition → THREATEN", ""))
        draft = replace(draft, type="THREATEN", mode=(mode,))
    if firm == "future" and draft.type == "THREATEN":
        steps.append(Step("status", "a threat to do it is made now", ""))
        firm = "actual"
    if (firm == "future" or stance.is_plan) and (coming := as_promise(draft.type)):
        kind, promised = coming
        steps.append(Step("promise", f"{draft.type} still to come → {kind}", ""))
        draft = replace(draft, type=kind, mode=(), promises=promised or draft.promises)
        firm = "actual" if firm == "future" else firm
    return draft, firm, tuple(steps)


_PLANNING = ("plan", "prepar")


def _is_planned(stance: Firmness) -> bool:
    """Whether an act is to come by a plan alone, which of a blow others mostly have found out.

    Of 14 blows of which news of years says that somebody planned or prepared them it tells none as
    announced.
    """
    return stance.step is not None and stance.step.words.lower().startswith(_PLANNING)


def _goes_on(sentence: Sentence, word: int) -> bool:
    """Whether the act is said to continue: "will continue to stand with Ukraine"."""
    head = sentence.heads[word]
    is_complement = head != ROOT and sentence.relations[word] in ("xcomp", "obj")
    return is_complement and sentence.lemmas[head].lower() in ("continue", "keep", "maintain")
