"""Headlines: what mends a tree leaves a tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.acts.headlines import as_clause
from dragoman.coding.acts.tables import load_act_tables
from dragoman.model.parses import ROOT, Sentence
from dragoman.parsing.trees import is_tree

WORDS = ("Chad", ",", "Mali", ",", "Niger", "and", "Togo", "ink", "deal", "at", "Summit")
TAGS = (
    *("PROPN", "PUNCT", "PROPN", "PUNCT", "PROPN", "CCONJ", "PROPN"),
    *("VERB", "NOUN", "ADP", "NOUN"),
)
TABLES = load_act_tables()


@st.composite
def trees(draw: st.DrawFn) -> tuple[int, ...]:
    """Heads of any tree over the words: each hangs from one that was drawn before it."""
    order = draw(st.permutations(range(len(WORDS))))
    heads = [ROOT] * len(WORDS)
    for number, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, number - 1))]
    return tuple(heads)


@given(trees())
def test_a_headline_keeps_a_tree_whatever_its_verb_hangs_from(heads: tuple[int, ...]) -> None:
    assert is_tree(as_clause(headline(heads, TAGS), TABLES).heads)


@given(trees())
def test_a_headline_whose_verb_is_taken_for_a_noun_keeps_a_tree(heads: tuple[int, ...]) -> None:
    tags = tuple("NOUN" if tag == "VERB" else tag for tag in TAGS)
    assert is_tree(as_clause(headline(heads, tags), TABLES).heads)


def headline(heads: tuple[int, ...], tags: tuple[str, ...]) -> Sentence:
    """The words as a sentence with these heads and tags."""
    fine_tags = tuple("VBP" if tag == "VERB" else "NNP" for tag in tags)
    relations = tuple("root" if head == ROOT else "dep" for head in heads)
    places = tuple(range(len(WORDS)))
    return Sentence(
        index=0,
        start=0,
        end=len(WORDS),
        paragraph=0,
        kind="headline",
        words=WORDS,
        starts=places,
        ends=tuple(place + 1 for place in places),
        lemmas=tuple(word.lower() for word in WORDS),
        tags=tags,
        fine_tags=fine_tags,
        heads=heads,
        relations=relations,
    )
