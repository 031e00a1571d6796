"""What is made of the scores of the network's heads."""

from __future__ import annotations

import numpy as np

from dragoman.model.parses import NOT_READ
from dragoman.parsing.network import MOST_WORDS, Network
from dragoman.parsing.readings import read_acts

TYPES = ("none", "AID", "ACCUSE")
NETWORK = Network()


def test_only_words_that_may_be_acts_are_told_of_the_likeliest_type_first():
    likely = np.array([[0.99, 0.005, 0.005], [0.1, 0.3, 0.6]], np.float32)
    statuses = np.full((2, 4), 0.25, np.float32)
    acts = read_acts(TYPES, likely, statuses, np.zeros((2, 2, 4), np.float32))
    assert list(acts) == [1]
    assert [kind for kind, _ in acts[1].types] == ["ACCUSE", "AID"]
    assert abs(acts[1].is_act - 0.9) < 1e-6
    assert acts[1].roles[0] == (0.25, 0.25, 0.25)


def test_acts_of_a_sentence_read_in_parts_stand_at_their_words():
    words = ["Peru", "attacked", "Chile", ","] * MOST_WORDS
    reading = NETWORK.read(words)
    assert len(reading.happened) == len(words)
    assert reading.acts
    assert all(
        words[word] == "attacked" for word in reading.acts if reading.acts[word].is_act > 0.5
    )
    assert all(len(act.roles) == len(words) for act in reading.acts.values())
    assert reading.dyads.between([0], [2]).types
    assert reading.dyads.between([0], [len(words) - 2]) == NOT_READ
