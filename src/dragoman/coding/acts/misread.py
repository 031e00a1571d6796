"""Misread: sentences whose trees parsers are known to get wrong, hung as a reader has them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts.headlines import as_clause
from dragoman.coding.acts.tables import ActTables
from dragoman.model.parses import Parse, Sentence

_JOINING = ("cc:preconj", "cc", "advmod")
# "Both" joins what follows where a name or a preposition does: "both Chad and Mali", "both in".
_AFTER_AN_OBJECT = frozenset({"SCONJ", "PART", "PUNCT"})


def reread(parse: Parse, tables: ActTables) -> Parse:
    """An article whose misread sentences are hung again.

    Args:
        parse: the article as the parser has it.
        tables: the act tables, which tell what the verb of a headline takes.
    """
    sentences = (with_both(as_clause(s, tables)) for s in parse.sentences)
    return replace(parse, sentences=tuple(sentences))


def with_both(sentence: Sentence) -> Sentence:
    """The sentence with "both" as the object of the verb before it: "warned both that".

    Parsers take it for one that joins, as in "warned both Chad and Mali".

    >>> from dragoman.model.text import Article
    >>> from dragoman.parsing.articles import parse
    >>> from dragoman.parsing.network import Network
    >>> text = "Brazil warned both that it would close its border."
    >>> [read] = parse(Article("a", text), Network()).sentences
    >>> with_both(read).relations[2]
    'obj'
    """
    objects = [word for word in range(1, len(sentence)) if _is_object(sentence, word)]
    if not objects:
        return sentence
    relations = (
        "obj" if word in objects else relation for word, relation in enumerate(sentence.relations)
    )
    return replace(sentence, relations=tuple(relations))


def _is_object(sentence: Sentence, both: int) -> bool:
    if sentence.words[both].lower() != "both":
        return False
    verb, after = sentence.heads[both], both + 1
    is_beside = verb == both - 1 and sentence.tags[verb] == "VERB"
    if not is_beside or sentence.relations[both] not in _JOINING:
        return False
    if sentence.related(verb, "obj", "iobj") or after == len(sentence):
        return False
    return sentence.tags[after] in _AFTER_AN_OBJECT
