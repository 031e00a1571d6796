"""Any scores of heads give one tree with one root, and the best one."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.model.parses import ROOT
from dragoman.parsing.trees import best_tree, is_tree


def scores_for(words: int, elements: st.SearchStrategy[float]) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float32, (words, words + 1), elements=elements)


any_score = st.floats(-1000, 1000, width=32)
few_values = st.sampled_from([0.0, 1.0, 2.0])  # many ties and so many circles


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


def best_by_trying_all(scores: np.ndarray) -> float:
    words = len(scores)
    trees = (
        list(heads) for heads in product(range(-1, words), repeat=words) if is_tree(list(heads))
    )
    return max(total(scores, heads) for heads in trees)


@given(st.integers(1, 40).flatmap(lambda words: scores_for(words, any_score)))
def test_any_scores_give_one_tree_with_one_root(scores):
    assert is_tree(best_tree(scores))


@given(st.integers(1, 25).flatmap(lambda words: scores_for(words, few_values)))
def test_ties_and_circles_give_one_tree_with_one_root(scores):
    assert is_tree(best_tree(scores))


@given(st.integers(1, 5).flatmap(lambda words: scores_for(words, any_score)))
def test_no_tree_scores_better_than_the_one_found(scores):
    assert np.isclose(total(scores, best_tree(scores)), best_by_trying_all(scores), atol=1e-2)


@given(st.integers(1, 12).flatmap(lambda words: scores_for(words, any_score)))
def test_the_scores_are_left_as_they_were(scores):
    before = scores.copy()
    best_tree(scores)
    assert (scores == before).all()


def test_no_words_have_no_heads():
    assert best_tree(np.zeros((0, 1))) == []


def test_a_single_word_is_the_root():
    assert best_tree(np.zeros((1, 2))) == [ROOT]


def test_only_the_better_of_two_roots_stays_root():
    scores = np.array([[5.0, 0.0, 1.0], [4.0, 3.0, 0.0]])
    assert best_tree(scores) == [ROOT, 0]


def test_a_word_never_hangs_from_itself():
    scores = np.array([[0.0, 9.0, 1.0], [2.0, 1.0, 9.0]])
    assert best_tree(scores) == [1, ROOT]


def test_a_circle_is_broken_where_it_costs_least():
    scores = np.array([[1.0, 0.0, 9.0], [0.0, 9.0, 0.0]])
    assert best_tree(scores) == [ROOT, 0]


def test_a_circle_is_no_tree():
    assert not is_tree([1, 2, 0, ROOT])
