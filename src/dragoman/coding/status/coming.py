"""Coming: visits, meetings and talks that the words around them tell as still to come.

"tightened security for the visit", "signed ahead of the summit", "will sign it during the talks",
"will raise it when she meets Mr. Bo on Friday": such a meeting has no tense of its own, and was
taken for one held: 11 of 71 wrong types that a strict reader found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.acts.surroundings import ACTUAL, Firmness
from dragoman.coding.dates.dated_words import Dated, attached
from dragoman.coding.dates.tenses import aspect
from dragoman.coding.grammar.links import markers
from dragoman.model.events import Step
from dragoman.model.parses import ROOT, Sentence

PROMISED = 0.8
"""From this probability of AGREE on a meeting that no word puts off is still to come all the same.

Of 182 meetings told as held in marked sentences that these layers have not learned from 9 are above
it, and none of them was held.
"""
_NOUNS = frozenset({"NOUN", "PROPN"})
_WHEN = frozenset({"when", "before"})
_SET = frozenset({"set", "schedule", "scheduled", "slate", "due", "plan", "expect"})
_PREPARED = frozenset(
    {
        *("security", "agenda", "preparation", "arrangement", "plan", "schedule", "date"),
        *("precaution", "groundwork", "prepare", "ready", "brace", "leave", "depart"),
    }
)
_GOING = frozenset({"head", "travel", "fly", "go", "leave", "depart", "return"})
_NOW = frozenset({"is", "are", "'s", "’s", "am", "'re", "’re"})
_MEANWHILE = frozenset({"at", "during", "on"})
_WILL = frozenset({"will", "'ll", "’ll"})
_BEFORE = frozenset({"follow", "precede"})
_PAST = frozenset({"last", "past", "previous", "earlier", "recent", "yesterday"})


def is_still_to_come(
    sentence: Sentence, word: int, stance: Firmness, dated: Sequence[Dated]
) -> Firmness | None:
    """The firmness of a meeting that is still to come by the words around it; None of another.

    Args:
        sentence: the sentence with its tree.
        word: the word that tells the meeting.
        stance: how firm it is by the words above it.
        dated: the times of the sentence.
    """
    if sentence.tags[word] in _NOUNS:
        cue = "" if _is_past(sentence, word) else next(_cues(sentence, word), "")
    else:
        cue = _meets_when(sentence, word, stance, dated) or _sets_out_to(sentence, word)
    if not cue and stance == ACTUAL and _reads_as_promise(sentence, word):
        cue = sentence.words[word]
    return Firmness("future", Step("status", "a meeting still to come", cue)) if cue else None


def _reads_as_promise(sentence: Sentence, word: int) -> bool:
    """Whether the network has learned to take such a meeting for one agreed on."""
    read = sentence.acts.get(word)
    return read is not None and read.probability("AGREE") >= PROMISED


def _meets_when(sentence: Sentence, verb: int, stance: Firmness, dated: Sequence[Dated]) -> str:
    """The "when" of a clause that tells on which day somebody meets: "when she meets Mr. Bo"."""
    is_open = stance.step is not None and stance.step.rule.startswith("time marker")
    is_set = aspect(sentence, verb) == "present" and attached(dated, verb) is not None
    marks = _WHEN.intersection(markers(sentence, verb))
    return min(marks, default="") if is_open and is_set else ""


def _sets_out_to(sentence: Sentence, word: int) -> str:
    """The verb of somebody who is on his way to a meeting, or "": "is headed to Oslo to meet"."""
    head, relation = sentence.heads[word], sentence.relations[word]
    is_aim = "to" in markers(sentence, word) or sentence.case(word) == "for"
    if head == ROOT or relation.partition(":")[0] not in ("advcl", "xcomp", "obl") or not is_aim:
        return ""
    lemma, tag = sentence.lemmas[head].lower(), sentence.fine_tags[head]
    is_going = (lemma in _GOING and tag == "VBG") or (lemma == "head" and tag in ("VBN", "JJ"))
    helpers = {sentence.words[a].lower() for a in sentence.related(head, "aux", "aux:pass", "cop")}
    return sentence.words[head] if is_going and not _NOW.isdisjoint(helpers) else ""


def _cues(sentence: Sentence, noun: int) -> Iterator[str]:
    """The words around a noun by which a meeting is still to come."""
    words, head, case = sentence.words, sentence.heads[noun], sentence.case(noun)
    before = _before_case(sentence, noun)
    yield from (words[c] for c in sentence.related(noun, "acl") if _is_set(sentence, c))
    if case == "ahead of" or (case == "of" and before == "ahead"):
        yield "ahead of"
    if head == ROOT:
        return
    if setting_out := _sets_out_to(sentence, noun):
        yield setting_out
    if case == "for" and not _PREPARED.isdisjoint((before, sentence.lemmas[head].lower())):
        yield f"{words[head]} for"
    is_future = _is_future(sentence, head)
    relation = sentence.relations[noun]
    if is_future and relation == "obl" and case in _MEANWHILE:
        yield case
    if is_future and relation == "obj" and sentence.lemmas[head].lower() in _BEFORE:
        yield words[head]


def _is_future(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is to come; what it "would" do is what somebody said at the very meeting."""
    helpers = {sentence.words[a].lower() for a in sentence.related(verb, "aux")}
    is_told = sentence.relations[verb] == "ccomp"
    return not _WILL.isdisjoint(helpers) or ("would" in helpers and not is_told)


def _is_set(sentence: Sentence, clause: int) -> bool:
    """Whether a participle says for when something is set: "a summit set for Tuesday"."""
    return sentence.lemmas[clause].lower() in _SET and sentence.fine_tags[clause] != "VBG"


def _before_case(sentence: Sentence, noun: int) -> str:
    """The lemma right before a noun's preposition, or ""."""
    cases = sentence.related(noun, "case")
    return sentence.lemmas[cases[0] - 1].lower() if cases and cases[0] > 0 else ""


def _is_past(sentence: Sentence, noun: int) -> bool:
    """Whether a noun's own words put it behind: "his visit last week", "a recent trip"."""
    below = sentence.children[noun]
    near = [*below, *(c for child in below for c in sentence.children[child])]
    return any(sentence.words[word].lower() in _PAST for word in near)
