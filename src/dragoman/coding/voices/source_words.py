"""Source words: which words of a sentence name whoever speaks.

The whole noun phrase with its titles, appositions and the clause that says who it is, less what
says something else: "a judge in May ruled" gives "a judge", "the head of the union, which owns the
mill, said" gives "the head of the union".
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.coding.dates.time_names import is_time
from dragoman.coding.grammar.phrases import phrase
from dragoman.model.parses import Sentence

_DASHES = frozenset({"(", "-", "–", "—", "―", "--"})
_NOUN_GROUP = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_NAME_PARTS = frozenset({"nsubj", "compound", "amod", "nmod", "advmod", "det", "flat"})
_ADVERBS = frozenset({"then", "also", "even", "yet", "so", "now", "later", "however", "meanwhile"})


def source_words(
    sentence: Sentence, word: int, source: int, cues: Collection[int]
) -> tuple[int, int]:
    """First and last word of the source headed by `source` of the cue at `word`.

    In "the state that said …" the source is the relative pronoun, which stands for the state.

    Args:
        sentence: the sentence.
        word: the cue.
        source: the word by which the source hangs in the tree.
        cues: all the cues of the sentence; a clause with one is a voice of its own.
    """
    shown = _shown(sentence, word, source)
    inside = [word] if word in sentence.subtree(shown) else []
    asides = _asides(sentence, shown, cues)
    first, last = phrase(sentence, shown, without=[*inside, *asides])
    first = _without_adverb(sentence, _whole_name(sentence, shown, first), shown)
    return first, _closed(sentence, first, last)


def _shown(sentence: Sentence, word: int, source: int) -> int:
    """The word that stands for the source: "that" itself, or X in "X is a body that"."""
    path = (word, *sentence.ancestors(word))
    clause = next((w for w in path if sentence.heads[w] == source), None)
    named = [] if clause is None else sentence.related(clause, "nsubj")
    if named and clause is not None and named[0] < clause:
        return named[0]
    return _subject_of_predicate(sentence, source)


def _subject_of_predicate(sentence: Sentence, noun: int) -> int:
    """Who is said to be `noun`: the council, where "the council is a body meant to advise"."""
    subjects = sentence.related(noun, "nsubj") if sentence.related(noun, "cop") else []
    is_named = bool(subjects) and sentence.tags[subjects[0]] in ("NOUN", "PROPN")
    return subjects[0] if is_named else noun


def _asides(sentence: Sentence, head: int, cues: Collection[int]) -> list[int]:
    """What the end of a phrase adds that does not say who it is: "…, who noted that", "in May"."""
    end = _end(sentence, head)
    return [
        word
        for word in sentence.subtree(head)
        if word > head
        and _end(sentence, word) == end
        and (_is_aside(sentence, word, head, cues) or _is_date(sentence, word))
    ]


def _end(sentence: Sentence, word: int) -> int:
    """The last word below `word` that is no punctuation."""
    return max((w for w in sentence.subtree(word) if sentence.tags[w] != "PUNCT"), default=word)


def _is_aside(sentence: Sentence, word: int, head: int, cues: Collection[int]) -> bool:
    """Whether a relative clause set off is a voice of its own, in dashes, or of another noun."""
    first = min(sentence.subtree(word))
    while sentence.tags[first] == "PUNCT" and first < word:
        first += 1
    before = sentence.words[first - 1] if first else ""
    if sentence.relations[word] != "acl:relcl" or before not in {",", *_DASHES}:
        return False
    described = sentence.heads[word]
    is_apposition = sentence.relations[described].partition(":")[0] in ("appos", "flat")
    is_of_head = described == head or (sentence.heads[described] == head and is_apposition)
    return word in cues or before in _DASHES or not is_of_head


def _is_date(sentence: Sentence, word: int) -> bool:
    is_modifier = sentence.relations[word] in ("nmod", "nmod:unmarked")
    return is_modifier and is_time(sentence, word)


def _whole_name(sentence: Sentence, head: int, first: int) -> int:
    """The first word of a name that the tree has broken: "Interim Mayor" beside "Ann Brown".

    A clause has one subject, so that the nouns right before it, which the tree hangs from the same
    verb, belong to it.
    """
    is_subject = sentence.relations[head].partition(":")[0] == "nsubj"
    if not is_subject or sentence.tags[head] not in ("NOUN", "PROPN"):
        return first
    while first > 0 and _is_broken_off(sentence, first - 1, head):
        first -= 1
    return first


def _is_broken_off(sentence: Sentence, word: int, head: int) -> bool:
    """Whether a word before a subject hangs beside it, or from one that does."""
    above, part = sentence.heads[word], sentence.relations[word].partition(":")[0]
    if sentence.tags[word] not in _NOUN_GROUP or part not in _NAME_PARTS:
        return False
    return above == sentence.heads[head] or word < above <= head


def _without_adverb(sentence: Sentence, first: int, head: int) -> int:
    """The first word less an adverb that the tree has drawn to it: "and then the workers said"."""
    is_adverb = sentence.words[first].lower() in _ADVERBS and sentence.tags[first] == "ADV"
    return first + 1 if is_adverb and first < head else first


def _closed(sentence: Sentence, first: int, last: int) -> int:
    """The last word with the bracket that closes; before a bracket that does not."""
    words = sentence.words[first : last + 1]
    if words.count("(") <= words.count(")"):
        return last
    after = last + 1
    if after < len(sentence) and sentence.words[after] == ")":
        return after
    opening = first + words.index("(")
    return max(opening - 1, first)
