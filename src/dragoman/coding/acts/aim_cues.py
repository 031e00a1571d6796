"""Aim cues: the words of a sentence that aim at somebody, and whom they lead to.

"to counter the United States", "aimed at Chad", "amid tensions with Peru": the rows of the table
aim_phrases, by the place of the word in the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.roles import Parties
from dragoman.model.parses import ROOT, Sentence
from dragoman.tables.load import cells, load

AimPhrases = Mapping[tuple[str, str], frozenset[str]]

_EXAMPLES = frozenset({"including", "such as", "like", "especially", "particularly"})


@dataclass(frozen=True, slots=True)
class Aimed:
    """Words that aim at somebody: the cue, the word it hangs on, and whom it leads to.

    `kind` is that of the cue's row; "denied" where the words say that nobody is aimed at.
    """

    cue: str
    anchor: int
    kind: str
    mention: Mention


def load_aim_phrases(own: Path | None = None) -> dict[tuple[str, str], frozenset[str]]:
    """The table aim_phrases by phrase and kind, with the user's own rows laid over.

    >>> sorted(load_aim_phrases()["defend", "verb"])
    ['against', 'from']
    """
    return {
        (row["phrase"], row["kind"]): frozenset(cells(row["forms"]))
        for row in load("aim_phrases", ("phrase", "kind"), own)
    }


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
        if _may_be_aimed_at(sentence, word, phrases):
            kind = "denied" if is_denied(sentence, head) else kind
            for mention in _parties_at(parties, word, phrases):
                yield Aimed(cue, head, kind, mention)


def _cue(sentence: Sentence, word: int, base: str, phrases: AimPhrases) -> tuple[str, str] | None:
    """The cue that leads to a noun, and its kind: its preposition, or the word it hangs from."""
    head = sentence.heads[word]
    if base in ("obl", "nmod", "advcl", "acl"):
        return _by_preposition(sentence, word, phrases)
    if base == "obj" and _takes_object(sentence, head, word, phrases):
        return sentence.lemmas[head].lower(), "object"
    if base in ("obj", "iobj") and (sentence.lemmas[head].lower(), "purpose") in phrases:
        is_for = is_purpose(sentence, head)
        return (sentence.lemmas[head].lower(), "purpose") if is_for else None
    if sentence.words[word].lower().startswith("anti-"):
        return "anti-", "prefix"
    return None


def _takes_object(sentence: Sentence, verb: int, word: int, phrases: AimPhrases) -> bool:
    """Whether a verb aims at its object: any ("counter Chad") or a menace ("address threats")."""
    if sentence.tags[verb] != "VERB":
        return False
    lemma = sentence.lemmas[verb].lower()
    if "noun" in phrases.get((lemma, "verb"), ()):
        return True
    return (lemma, "facing") in phrases and (sentence.lemmas[word].lower(), "menace") in phrases


def _by_preposition(sentence: Sentence, word: int, phrases: AimPhrases) -> tuple[str, str] | None:
    """The cue where the target has a preposition: its governor's, the governor's object's, its own.

    "took a hard line on X" hangs X on the verb, though the line is what is on X.
    """
    case, head = sentence.case(word), sentence.heads[word]
    governors = (head, *sentence.related(head, "obj"), *_around(sentence, head))
    if case == "against" and any(_is_sport(sentence, each, phrases) for each in governors):
        return "match against", "denied"
    for governor in governors:
        lemma = sentence.lemmas[governor].lower()
        for kind in ("verb",) if sentence.tags[governor] == "VERB" else ("noun", "blow"):
            if case in phrases.get((lemma, kind), ()):
                return f"{lemma} {case}", kind
    for preposition in (*_long_prepositions(sentence, word), case):
        if (preposition, "preposition") in phrases:
            return preposition, "preposition"
    return None


def _is_sport(sentence: Sentence, word: int, phrases: AimPhrases) -> bool:
    return (sentence.lemmas[word].lower(), "sport") in phrases


def _around(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """What a noun is the object of, which parsers pass over: "defend its coast from raiders"."""
    relation = sentence.relations[noun]
    is_of = relation == "nmod" and sentence.case(noun) == "of"
    return (sentence.heads[noun],) if relation == "obj" or is_of else ()


def _long_prepositions(sentence: Sentence, word: int) -> tuple[str, ...]:
    """The preposition before a noun with the noun it may be built on: "in the face of".

    With its article and without: "in a dispute with" and "in its dispute with" are one.
    """
    head = sentence.heads[word]
    before, case = sentence.case(head), sentence.case(word)
    if not before or not case:
        return ()
    determiners = [sentence.words[d].lower() for d in sentence.related(head, "det")]
    noun = sentence.words[head].lower()
    return " ".join((before, *determiners, noun, case)), f"{before} {noun} {case}"


def _may_be_aimed_at(sentence: Sentence, word: int, phrases: AimPhrases) -> bool:
    return sentence.lemmas[word].lower() != "itself" and not _is_welcome(sentence, word, phrases)


def is_purpose(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says what something is for: "to stop", "for stopping", "meant to stop"."""
    head, relation = sentence.heads[verb], sentence.relations[verb].partition(":")[0]
    if head == ROOT:
        return False
    if relation == "conj":
        return is_purpose(sentence, head)
    if relation == "xcomp":
        return sentence.lemmas[head].lower() in _MEANT
    marks = {sentence.words[mark].lower() for mark in sentence.related(verb, "mark")}
    is_relative = sentence.relations[verb] == "acl:relcl"
    return relation in ("advcl", "acl") and bool(marks & {"to", "for", "at"}) and not is_relative


def is_denied(sentence: Sentence, word: int) -> bool:
    """Whether a word is denied by one beside it: "is not directed at anybody"."""
    words = (sentence.words[child].lower() for child in sentence.related(word, "advmod"))
    return bool(_DENIALS & set(words))


def is_circumstance(sentence: Sentence, aimed: Aimed) -> bool:
    """Whether an aim is how the teller sees an act, whatever its own parties say.

    "Amid fears of a Malian attack, Chad asked for tanks", "Chad bought tanks, apparently to deter
    Mali".
    """
    path = [w for w in sentence.ancestors(aimed.mention.head) if w >= aimed.anchor] or [
        aimed.anchor
    ]
    hedges = (sentence.words[c].lower() for w in path for c in sentence.related(w, "advmod"))
    return aimed.cue in _AMID or not _SEEMINGLY.isdisjoint(hedges)


_AMID = frozenset({"amid", "amidst"})
_SEEMINGLY = frozenset(
    {"apparently", "evidently", "ostensibly", "possibly", "presumably", "seemingly"}
)
_MEANT = frozenset(
    {
        *("aim", "mean", "intend", "design", "calculate", "seek", "want", "hope", "try", "plan"),
        *("attempt", "set", "help", "continue", "work", "conspire"),
    }
)
_DENIALS = frozenset({"not", "n't", "n’t", "never", "hardly", "neither"})


def _is_welcome(sentence: Sentence, word: int, phrases: AimPhrases) -> bool:
    return (sentence.lemmas[word].lower(), "welcome") in phrases


def _parties_at(parties: Parties, word: int, phrases: AimPhrases) -> Iterator[Mention]:
    """Whom the target's noun stands for, with those it gives as examples."""
    sentence = parties.sentence
    victims = phrases.get((sentence.lemmas[word].lower(), "blow"))
    if victims is None or word in parties.by_word:
        yield from parties.at(word)
    else:
        yield from parties.all_at(_strikers(sentence, word, victims))
    for part in (*_spread(sentence, word), *_feared(sentence, word, phrases)):
        if part != word:
            yield from parties.at(part)


def _strikers(sentence: Sentence, blow: int, victims: Collection[str]) -> Iterator[int]:
    """Whose a blow is, not on whom it fell: in "the siege of Homs by the army" the army's."""
    doing = {"by", "from", "of"} - set(victims)
    for child in sentence.children[blow]:
        relation = sentence.relations[child]
        is_doer = relation == "nmod" and sentence.case(child) in doing
        if is_doer or relation in ("nmod:poss", "amod", "compound"):
            yield child


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


def _feared(sentence: Sentence, word: int, phrases: AimPhrases) -> Iterator[int]:
    """Who is feared by a noun for fear: "fears of a Malian attack", "fears that Mali might"."""
    cases = phrases.get((sentence.lemmas[word].lower(), "fear"), ())
    for child in sentence.children[word]:
        if sentence.relations[child] in ("acl", "ccomp"):
            yield from sentence.related(child, "nsubj")
        elif sentence.case(child) in cases:
            yield child


def _of_clause(sentence: Sentence, noun: int, verb: int) -> Iterator[int]:
    """Whose deed a noun is by the clause after it: "threats posed by X", "what he called X"."""
    if sentence.lemmas[verb].lower() in _DOING:
        yield from (c for c in sentence.related(verb, "obl") if sentence.case(c) == "by")
    if sentence.words[noun].lower() == "what":
        yield from sentence.related(verb, "obj", "xcomp")


_DOING = frozenset({"pose", "launch", "carry", "commit", "make", "direct", "mount", "wage", "back"})
