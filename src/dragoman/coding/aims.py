"""Aims: the third parties an act is aimed against, and on whose word that is so.

"Iran and Russia held drills to counter the United States": words of the table aim_phrases lead to
the target, and from them the way up the tree leads to the act they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.coding.learned_sides import third_parties
from dragoman.coding.mentions import Mention
from dragoman.coding.roles import Parties, keys_of
from dragoman.coding.speakers import Speakers, basis
from dragoman.coding.subjects import NOUN_TAGS, owners
from dragoman.model.actors import Actor, Target
from dragoman.model.events import Step
from dragoman.model.parses import ROOT, Parse, ReadAct, Sentence
from dragoman.tables.load import cells, load

AimPhrases = Mapping[tuple[str, str], frozenset[str]]

# Acts whose own recipient stands after "against", so that no third party does.
_BLOWS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE"})
# Acts whose object is somebody else's deed ("condemned the war on Y"): what that is aimed at is not
# what they are aimed at.
_JUDGING = frozenset({"ACCUSE", "REJECT", "CONCEDE", "RETREAT"})
_HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "AGREE"})
_EXAMPLES = frozenset({"including", "such as", "like", "especially", "particularly"})


@dataclass(frozen=True, slots=True)
class Aimed:
    """Words that aim at somebody: the cue, the word it hangs on, and whom it leads to."""

    cue: str
    anchor: int
    kind: str
    mention: Mention


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


def load_aim_phrases(own: Path | None = None) -> dict[tuple[str, str], frozenset[str]]:
    """The table aim_phrases by phrase and kind, with the user's own rows laid over.

    >>> sorted(load_aim_phrases()["defend", "verb"])
    ['against', 'from']
    """
    return {
        (row["phrase"], row["kind"]): frozenset(cells(row["forms"]))
        for row in load("aim_phrases", ("phrase", "kind"), own)
    }


def targets(
    parse: Parse, parties: Parties, deed: Deed, speakers: Speakers, phrases: AimPhrases
) -> tuple[tuple[Target, Step], ...]:
    """The third parties an act is aimed against, each with its basis and the step that found it."""
    sentence = parties.sentence
    found: dict[str, tuple[Target, Step]] = {}
    clause = _verb_above(sentence, deed.word)
    act = parse.span(sentence, *(deed.word if clause is None else clause,) * 2)
    named = [
        (aimed.mention, Step("against", f"{aimed.kind} {aimed.cue}", ""))
        for aimed in find_aims(parties, phrases)
        if _belongs(parties, aimed, deed)
    ]
    for mention, step in (*named, *third_parties(deed.read, parties)):
        place = parse.span(sentence, mention.first, mention.last)
        for identity in mention.identities:
            if identity.key not in deed.own_keys:
                whose = basis(speakers, place, act, deed.own_keys)
                told = replace(step, words=place.text)
                found.setdefault(identity.key, (Target(Actor(identity, place), whose), told))
    return tuple(found.values())


def against(kind: str, parties: Parties, phrases: AimPhrases) -> frozenset[Mention]:
    """Whom words of the sentence aim at, where an act of type `kind` has no recipient there."""
    if kind in _BLOWS:
        return frozenset()
    return frozenset(aimed.mention for aimed in find_aims(parties, phrases))


def find_aims(parties: Parties, phrases: AimPhrases) -> Iterator[Aimed]:
    """The words of a sentence that aim at somebody, in the order of the text."""
    sentence = parties.sentence
    for word, relation in enumerate(sentence.relations):
        head = sentence.heads[word]
        if head == ROOT:
            continue
        base = relation.partition(":")[0]
        found = _cue(sentence, word, base, phrases)
        if found is None:
            continue
        cue, kind = found
        if sentence.lemmas[word].lower() != "itself" and not _is_welcome(sentence, word, phrases):
            for mention in _parties_at(parties, word):
                yield Aimed(cue, head, kind, mention)


def _cue(sentence: Sentence, word: int, base: str, phrases: AimPhrases) -> tuple[str, str] | None:
    """The cue that leads to a noun, and its kind: its preposition, or the word it hangs from."""
    head = sentence.heads[word]
    if base in ("obl", "nmod", "advcl", "acl"):
        return _by_preposition(sentence, word, phrases)
    if base == "obj" and "noun" in phrases.get((_lemma(sentence, head, "verb"), "verb"), ()):
        return sentence.lemmas[head].lower(), "verb"
    if sentence.words[word].lower().startswith("anti-"):
        return "anti-", "prefix"
    return None


def _by_preposition(sentence: Sentence, word: int, phrases: AimPhrases) -> tuple[str, str] | None:
    """The cue where the target has a preposition: its governor's, the governor's object's, its own.

    "took a hard line on X" hangs X on the verb, though the line is what is on X.
    """
    case, head = sentence.case(word), sentence.heads[word]
    for governor in (head, *sentence.related(head, "obj")):
        for kind in ("verb", "noun", "blow"):
            if case in phrases.get((_lemma(sentence, governor, kind), kind), ()):
                return f"{sentence.lemmas[governor].lower()} {case}", kind
    case = _long_preposition(sentence, word) if case in ("of", "to") else case
    return (case, "preposition") if (case, "preposition") in phrases else None


def _long_preposition(sentence: Sentence, word: int) -> str:
    """The preposition before a noun with the noun it may be built on: "in the face of"."""
    head = sentence.heads[word]
    before = sentence.case(head)
    determiners = [sentence.words[d].lower() for d in sentence.related(head, "det")]
    parts = (before, *determiners, sentence.words[head].lower(), sentence.case(word))
    return " ".join(parts) if before else sentence.case(word)


def _lemma(sentence: Sentence, word: int, kind: str) -> str:
    is_verb = sentence.tags[word] == "VERB"
    return sentence.lemmas[word].lower() if is_verb == (kind == "verb") else ""


def _is_welcome(sentence: Sentence, word: int, phrases: AimPhrases) -> bool:
    return (sentence.lemmas[word].lower(), "welcome") in phrases


def _parties_at(parties: Parties, word: int) -> Iterator[Mention]:
    """Whom the target's noun stands for, with those it gives as examples."""
    sentence = parties.sentence
    yield from parties.at(word)
    for part in _spread(sentence, word):
        if part != word:
            yield from parties.at(part)


def _spread(sentence: Sentence, word: int) -> Iterator[int]:
    """Words that tell more of a target: examples, who poses a threat, "what he called X"."""
    for part in [word, *sentence.related(word, "conj")]:
        for child in sentence.children[part]:
            relation = sentence.relations[child]
            if relation == "nmod" and sentence.case(child) in _EXAMPLES:
                yield child
            elif relation.startswith("acl"):
                yield from _of_clause(sentence, part, child)
            elif relation == "nmod" and sentence.case(child) in ("from", "by", "of"):
                yield from _spread(sentence, child)


def _of_clause(sentence: Sentence, noun: int, verb: int) -> Iterator[int]:
    """Whose deed a noun is by the clause after it: "threats posed by X", "what he called X"."""
    if sentence.lemmas[verb].lower() in _DOING:
        yield from (c for c in sentence.related(verb, "obl") if sentence.case(c) == "by")
    if sentence.words[noun].lower() == "what":
        yield from sentence.related(verb, "obj", "xcomp")


_DOING = frozenset({"pose", "launch", "carry", "commit", "make", "direct", "mount", "wage", "back"})


def _belongs(parties: Parties, aimed: Aimed, deed: Deed) -> bool:
    """Whether an aim is that of the act: on the way up from it, the act comes first."""
    sentence = parties.sentence
    if aimed.kind == "blow":
        doers = keys_of(parties.all_at(owners(sentence, aimed.anchor)))
        is_anothers = bool(doers) and not doers & deed.own_keys
        if deed.type not in _HELPING or aimed.anchor == deed.word or is_anothers:
            return False
        return _first_act(sentence, sentence.heads[aimed.anchor], deed) == deed.word
    is_own_object = aimed.anchor == deed.word and aimed.cue.endswith("against")
    if is_own_object and deed.type in _BLOWS:
        return False
    if deed.type in _JUDGING and aimed.cue.endswith(("against", "on")):
        return False
    return _first_act(sentence, aimed.anchor, deed) == deed.word


def _first_act(sentence: Sentence, word: int, deed: Deed) -> int | None:
    """The first act on the way up from a word: one on the way, or one that hangs beside it."""
    acts = {deed.word, *deed.others}
    beside = {act: _hook(sentence, act) for act in sorted(acts)}
    current = word
    while current != ROOT:
        if current in acts:
            return current
        near = [act for act, hook in beside.items() if hook == current]
        if near:
            return min(near, key=lambda act: (act > word, abs(act - word)))
        if sentence.relations[current] == "parataxis":
            return None
        current = sentence.heads[current]
    return None


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
    return next((a for a in sentence.ancestors(word) if sentence.tags[a] == "VERB"), None)
