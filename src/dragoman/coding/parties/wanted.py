"""Wanted: on whom a blow falls that one party asks, helps or means another to strike.

"urged the Council to impose sanctions on Chad": whom the blow is for is whom the request is
against. What the blow is, and whom it falls on, the act tables tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.acts.acts import Act, fill
from dragoman.coding.acts.aim_cues import Aimed, is_denied, is_purpose
from dragoman.coding.acts.roles import Parties
from dragoman.coding.dates.tenses import is_infinitive
from dragoman.model.events import MATERIAL_CONFLICT, QUADS
from dragoman.model.parses import ROOT, Sentence

_OTHER_BLOWS = frozenset({"ACCUSE", "REJECT"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})


def wanted_blows(parties: Parties, acts: Iterable[Act]) -> Iterator[Aimed]:
    """The blows that stand as what an act wants or is for, each with whom it falls on."""
    sentence = parties.sentence
    for act in acts:
        verb = act.word if act.light is None else act.light
        if _is_blow(act) and _is_wanted(sentence, verb):
            for mention in fill(act, act.row.recipient, parties):
                yield Aimed(sentence.lemmas[act.word].lower(), verb, "wanted", mention)


def _is_blow(act: Act) -> bool:
    """Whether an act strikes somebody; who is asked to leave a place or a pact strikes nobody."""
    kind = act.row.type
    if "withdraw" in act.row.mode:
        return False
    return kind in _OTHER_BLOWS or QUADS.get(kind or "") == MATERIAL_CONFLICT


def _is_wanted(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says what is asked for or what an act is for: "to attack", not "attacked"."""
    if sentence.tags[verb] != "VERB" or sentence.heads[verb] == ROOT:
        return False
    is_bare = is_infinitive(sentence, verb) or sentence.fine_tags[verb] == "VB"
    is_complement = sentence.relations[verb] in _COMPLEMENTS and is_bare
    return (is_complement or is_purpose(sentence, verb)) and not is_denied(sentence, verb)
