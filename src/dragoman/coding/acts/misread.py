"""Misread: sentences whose trees parsers are known to get wrong, hung as a reader has them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.acts.headlines import as_clause
from dragoman.coding.acts.tables import ActTables
from dragoman.model.parses import Parse, Sentence

_JOINING = ("cc:preconj", "cc", "advmod")
# "Both" joins what follows where a name or a preposition does: "both Chad and Mali", "both in".
_AFTER_AN_OBJECT = frozenset({"SCONJ", "PART", "PUNCT"})
# Forms of verbs, and those that a verb of that form is not joined to.
_UNLIKE = {"VBG": frozenset({"VB"}), "VBD": frozenset({"VB", "VBZ", "VBP", "VBG"})}


def reread(parse: Parse, tables: ActTables) -> Parse:
    """An article whose misread sentences are hung again.

    Args:
        parse: the article as the parser has it.
        tables: the act tables, which tell what the verb of a headline takes.
    """
    sentences = (with_like_verbs(with_both(as_clause(s, tables))) for s in parse.sentences)
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


def with_like_verbs(sentence: Sentence) -> Sentence:
    """The sentence with verbs joined to those of their own form.

    In "wrote to Mali, asking it to meet and accusing Chad" the accusing goes with the asking, in
    "said that troops were coming and asked for help" the asking with the saying.

    >>> from dragoman.model.text import Article
    >>> from dragoman.parsing.articles import parse
    >>> from dragoman.parsing.network import Network
    >>> text = "Oman wrote to the UN, asking it to convene a meeting and accusing Yemen of attacks."
    >>> [read] = parse(Article("a", text), Network()).sentences
    >>> again = with_like_verbs(read)
    >>> again.words[again.heads[read.words.index("accusing")]]
    'asking'
    """
    likes = [_like(sentence, word) for word in range(len(sentence))]
    if not any(like is not None for like in likes):
        return sentence
    pairs = zip(likes, sentence.heads, strict=True)
    return replace(sentence, heads=tuple(head if like is None else like for like, head in pairs))


def _like(sentence: Sentence, word: int) -> int | None:
    """The verb of its own form above the one of another that a verb is wrongly joined to."""
    form, first = sentence.fine_tags[word], sentence.heads[word]
    if sentence.relations[word] != "conj" or sentence.related(word, "aux", "nsubj"):
        return None
    if sentence.fine_tags[first] not in _UNLIKE.get(form, ()):
        return None
    above = sentence.ancestors(first)
    return next((w for w in above if sentence.fine_tags[w] == form and w < first), None)
