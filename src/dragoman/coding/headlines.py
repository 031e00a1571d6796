"""Headlines: "Chad, Mali trade blows" has a verb, though a parser takes it for a noun.

In the clipped style of headlines two parties stand side by side, with a comma or an "and", before
a bare verb that may be a noun ("trade", "exchange", "swap"), and no article tells the two apart.
Which verb it is and what it takes say the act tables: rows of what two parties do to one another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.act_tables import ActTables
from dragoman.coding.slots import lemmas_of
from dragoman.model.parses import ROOT, Sentence

_MUTUAL = ("subj", "with")
_JOINING = frozenset({",", "and", "&"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST_OBJECT = 3
_AMONG_NAMES = frozenset({"compound", "amod", "flat", "det", "nmod:poss", "punct", "cc"})
# What hung from a noun hangs from the verb, and a root of its own stands beside it.
_OUTSIDE = {"root": "parataxis", "nmod": "obl"}


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where such a clause starts, and its parts: the heads of two names, the verb, its object."""

    start: int
    first: int
    second: int
    verb: int
    object: int


def as_clause(sentence: Sentence, tables: ActTables) -> Sentence:
    """The sentence with a verb for its root, where the tree has taken that verb for a noun.

    What the network makes of its acts goes, for it rests on the same misreading.

    >>> from dragoman.coding.act_tables import load_act_tables
    >>> from dragoman.model.text import Article
    >>> from dragoman.parsing.articles import parse
    >>> from dragoman.parsing.network import Network
    >>> [read] = parse(Article("a", "Chad, Mali trade barbs"), Network()).sentences
    >>> mended = as_clause(read, load_act_tables())
    >>> mended.words[mended.root], mended.tags[mended.root]
    ('trade', 'VERB')
    """
    for verb in range(3, len(sentence) - 1):
        if (clause := _clause_at(sentence, verb, tables)) is not None:
            return _rehung(sentence, clause)
    return sentence


def _clause_at(sentence: Sentence, verb: int, tables: ActTables) -> _Clause | None:
    is_bare = sentence.words[verb].islower() and sentence.fine_tags[verb] != "NNS"
    if sentence.tags[verb] == "VERB" or not is_bare:
        return None
    taken, second = _object_of(sentence, verb, tables), verb - 1
    if taken is None or sentence.tags[second] not in ("PROPN", "NOUN"):
        return None
    while second >= 0 and sentence.tags[second] in _NAMING:
        second -= 1
    is_joined = second > 0 and sentence.words[second].lower() in _JOINING
    if not is_joined or not _are_names(sentence, second - 1, verb - 1):
        return None
    return _Clause(_start(sentence, second - 1), second - 1, verb - 1, verb, taken)


def _start(sentence: Sentence, first: int) -> int:
    """The first word of the name that ends at `first`."""
    while first > 0 and sentence.tags[first - 1] in _NAMING:
        first -= 1
    return first


def _are_names(sentence: Sentence, first: int, second: int) -> bool:
    """Whether two names stand side by side with no verb before them."""
    is_named = all(sentence.words[word][0].isupper() for word in (first, first + 2))
    is_naming = sentence.tags[first] in _NAMING
    return is_named and is_naming and "VERB" not in sentence.tags[:second]


def _object_of(sentence: Sentence, verb: int, tables: ActTables) -> int | None:
    """The noun near behind the verb that one of its rows asks for; not one with a verb below it."""
    rows = tables.rows.get((sentence.words[verb], "verb"), ())
    needs = [n for row in rows if _MUTUAL in row.actor for n in row.needs if n.slot == "obj"]
    if not needs:
        return None
    for word in range(verb + 1, min(verb + 1 + _LONGEST_OBJECT, len(sentence))):
        is_taken = any(need.any_of & lemmas_of(sentence, [word]) for need in needs)
        if is_taken and _ends_a_noun(sentence, word):
            return word
        if sentence.tags[word] not in _NAMING:
            return None
    return None


def _ends_a_noun(sentence: Sentence, word: int) -> bool:
    """Whether no other noun or verb follows of which the word is a part or the subject."""
    after = word + 1
    return after == len(sentence) or sentence.tags[after] not in (*_NAMING, "VERB", "AUX", "PART")


def _rehung(sentence: Sentence, clause: _Clause) -> Sentence:
    """The sentence with the verb as root, the names as its subject and the noun as its object."""
    heads, relations = list(sentence.heads), list(sentence.relations)
    tags, fine_tags = list(sentence.tags), list(sentence.fine_tags)
    inside = range(clause.start, clause.object + 1)
    for word, head in enumerate(sentence.heads):
        if word in inside:
            heads[word], relations[word] = _place(sentence, clause, word)
        elif head == ROOT or (head in inside and head != clause.object):
            heads[word] = clause.verb
            relations[word] = _OUTSIDE.get(relations[word], relations[word])
    tags[clause.verb], fine_tags[clause.verb] = "VERB", "VBP"
    tags[clause.object], fine_tags[clause.object] = "NOUN", "NNS"
    return replace(
        sentence,
        heads=tuple(heads),
        relations=tuple(relations),
        tags=tuple(tags),
        fine_tags=tuple(fine_tags),
        acts={},
        dyads=None,
    )


def _place(sentence: Sentence, clause: _Clause, word: int) -> tuple[int, str]:
    """What a word of the clause hangs from, and by which relation."""
    own = {
        clause.verb: (ROOT, "root"),
        clause.first: (clause.verb, "nsubj"),
        clause.second: (clause.first, "conj"),
        clause.object: (clause.verb, "obj"),
    }
    if word in own:
        return own[word]
    name = clause.first if word < clause.first else clause.second
    above = clause.object if word > clause.verb else name
    relation = sentence.relations[word]
    return above, relation if relation in _AMONG_NAMES else "compound"
