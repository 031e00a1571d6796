"""Headlines: "Chad, Mali trade blows" has a verb, though a parser takes it for a noun.

In the clipped style of headlines one party, or several side by side with a comma or an "and", stand
before a bare verb that may be a noun ("trade", "snubs", "mulls"), and no article tells the two
apart. Which verb it is and what it takes say the act tables: of several parties, rows of what they
do to one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.acts.cells import Need
from dragoman.coding.acts.slots import lemmas_of
from dragoman.coding.acts.tables import ActTables
from dragoman.model.parses import ROOT, Sentence

_MUTUAL = ("subj", "with")
_JOINING = frozenset({",", "and", "&"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST_OBJECT = 3
_TWO, _LIST = 2, 3
_AMONG_NAMES = frozenset({"compound", "amod", "flat", "det", "nmod:poss", "punct", "cc"})
# What hung from a noun hangs from the verb, and a root of its own stands beside it.
_OUTSIDE = {"root": "parataxis", "nmod": "obl"}


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where such a clause starts, and its parts: the heads of its names, the verb, its object."""

    start: int
    names: tuple[int, ...]
    verb: int
    lemma: str
    object: int


def as_clause(sentence: Sentence, tables: ActTables) -> Sentence:
    """The sentence with a verb for its root, where the tree has taken that verb for a noun.

    What the network makes of its acts goes, for it rests on the same misreading.

    >>> from dragoman.coding.acts.tables import load_act_tables
    >>> from dragoman.model.text import Article
    >>> from dragoman.parsing.articles import parse
    >>> from dragoman.parsing.network import Network
    >>> [read] = parse(Article("a", "Chad, Mali trade barbs"), Network()).sentences
    >>> mended = as_clause(read, load_act_tables())
    >>> mended.words[mended.root], mended.tags[mended.root]
    ('trade', 'VERB')
    """
    for verb in range(1, len(sentence) - 1):
        if (clause := _clause_at(sentence, verb, tables)) is not None:
            return _rehung(sentence, clause)
    return _with_all_names(sentence)


def _clause_at(sentence: Sentence, verb: int, tables: ActTables) -> _Clause | None:
    if sentence.tags[verb] == "VERB" or not sentence.words[verb].islower():
        return None
    start, names = _names_before(sentence, verb)
    if not names or "VERB" in sentence.tags[: names[-1]]:
        return None
    is_one = len(names) == 1
    if is_one and (start or not _has_no_other_verb(sentence, verb)):
        return None
    for lemma in _lemmas(sentence, verb, is_one=is_one):
        if (taken := _object_of(sentence, verb, lemma, tables, is_one=is_one)) is not None:
            return _Clause(start, names, verb, lemma, taken)
    return None


def _has_no_other_verb(sentence: Sentence, verb: int) -> bool:
    """Whether the tree has no verb, or only the word behind one: "deal" in "Chad eyes deal"."""
    verbs = [word for word, tag in enumerate(sentence.tags) if tag in ("VERB", "AUX")]
    return verbs in ([], [verb + 1])


def _lemmas(sentence: Sentence, verb: int, *, is_one: bool) -> tuple[str, ...]:
    """What a word may be the verb of: "snubs" of one party, "trade" of several."""
    form = sentence.words[verb]
    if is_one:
        return (form[:-1], form[:-2]) if form.endswith("s") else ()
    return () if sentence.fine_tags[verb] == "NNS" else (form,)


def _names_before(sentence: Sentence, verb: int) -> tuple[int, tuple[int, ...]]:
    """Where the names right before a word start, and the last word of each."""
    heads: list[int] = []
    start, end = verb, verb - 1
    while end >= 0 and sentence.tags[end] in ("PROPN", "NOUN", *(["ADJ"] if heads or end else [])):
        first = _start(sentence, end)
        if not sentence.words[first][0].isupper() or not sentence.words[end][0].isupper():
            break
        heads.insert(0, end)
        start, end = first, first - 1
        if end < 1 or sentence.words[end].lower() not in _JOINING:
            break
        end -= 2 if sentence.words[end - 1] == "," else 1
    return start, tuple(heads)


def _start(sentence: Sentence, last: int) -> int:
    """The first word of the name that ends at `last`."""
    first = last
    while first > 0 and sentence.tags[first - 1] in _NAMING:
        first -= 1
    return first


def _needs(lemma: str, tables: ActTables, *, is_one: bool) -> list[Need]:
    """What the rows of a verb ask of its object; of several parties, what they do together."""
    rows = tables.rows.get((lemma, "verb"), ())
    fitting = [row for row in rows if is_one or _MUTUAL in row.actor]
    return [n for row in fitting for n in row.needs if n.slot == "obj" and not n.negative]


def _object_of(
    sentence: Sentence, verb: int, lemma: str, tables: ActTables, *, is_one: bool
) -> int | None:
    """The noun near behind the verb that one of its rows asks for; not one with a verb below it."""
    needs = _needs(lemma, tables, is_one=is_one)
    for word in range(verb + 1, min(verb + 1 + _LONGEST_OBJECT, len(sentence))):
        is_taken = any(_may_be(sentence, word, need, tables) for need in needs)
        if is_taken and _ends_a_noun(sentence, word):
            return word
        if sentence.tags[word] not in _NAMING:
            return None
    return None


def _may_be(sentence: Sentence, word: int, need: Need, tables: ActTables) -> bool:
    """Whether a word may be what a row asks for: of anything an act, of a party a name."""
    if need.anything:
        return (sentence.lemmas[word].lower(), "noun") in tables.rows
    if need.wants_actor:
        return sentence.words[word][0].isupper()
    return bool(need.any_of & lemmas_of(sentence, [word]))


def _ends_a_noun(sentence: Sentence, word: int) -> bool:
    """Whether no other noun or verb follows of which the word is a part or the subject."""
    after = word + 1
    return after == len(sentence) or sentence.tags[after] not in (*_NAMING, "VERB", "AUX", "PART")


def _rehung(sentence: Sentence, clause: _Clause) -> Sentence:
    """The sentence with the verb as root, the names as its subject and the noun as its object."""
    heads, relations = list(sentence.heads), list(sentence.relations)
    tags, fine_tags, lemmas = (
        list(column) for column in (sentence.tags, sentence.fine_tags, sentence.lemmas)
    )
    inside = range(clause.start, clause.object + 1)
    for word, head in enumerate(sentence.heads):
        if word in inside:
            heads[word], relations[word] = _place(sentence, clause, word)
        elif head == ROOT or (head in inside and head != clause.object):
            heads[word] = clause.verb
            relations[word] = _OUTSIDE.get(relations[word], relations[word])
    tags[clause.verb], fine_tags[clause.verb], lemmas[clause.verb] = "VERB", "VBP", clause.lemma
    if sentence.words[clause.object].islower():
        tags[clause.object], fine_tags[clause.object] = "NOUN", "NNS"
    return replace(
        sentence,
        heads=tuple(heads),
        relations=tuple(relations),
        tags=tuple(tags),
        fine_tags=tuple(fine_tags),
        lemmas=tuple(lemmas),
        acts={},
        dyads=None,
    )


def _place(sentence: Sentence, clause: _Clause, word: int) -> tuple[int, str]:
    """What a word of the clause hangs from, and by which relation."""
    first = clause.names[0]
    own = {clause.verb: (ROOT, "root"), clause.object: (clause.verb, "obj")}
    own |= dict.fromkeys(clause.names, (first, "conj")) | {first: (clause.verb, "nsubj")}
    if word in own:
        return own[word]
    name = next((head for head in clause.names if word < head), clause.names[-1])
    above = clause.object if word > clause.verb else name
    relation = sentence.relations[word]
    return above, relation if relation in _AMONG_NAMES else "compound"


def _with_all_names(sentence: Sentence) -> Sentence:
    """The sentence with the names that open it as the subject: "US, Japan, Chad ink deal".

    Parsers hang the first of them elsewhere, or take the second for a name of the first. A verb
    that hangs below one of them takes the place of the uppermost.
    """
    for verb, fewest in _finite_verbs(sentence):
        start, names = _names_before(sentence, verb)
        if start == 0 and len(names) >= fewest:
            heads, relations = list(sentence.heads), list(sentence.relations)
            above = [word for word in sentence.ancestors(verb) if word in names]
            if above:
                heads[verb], relations[verb] = heads[above[-1]], relations[above[-1]]
            for name in names:
                heads[name], relations[name] = names[0], "conj"
            heads[names[0]], relations[names[0]] = verb, "nsubj"
            return replace(sentence, heads=tuple(heads), relations=tuple(relations))
    return sentence


def _finite_verbs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The verbs that several do, with how many they must be: "ink", "signed", "trade".

    With a past, two names may be a town and its state: "Paris, Texas signed".
    """
    for word, tag in enumerate(sentence.tags):
        if tag == "VERB" and sentence.fine_tags[word] in ("VB", "VBP", "VBD"):
            is_bare = sentence.words[word].lower() == sentence.lemmas[word].lower()
            yield word, _TWO if is_bare else _LIST
