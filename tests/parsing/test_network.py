"""What the network reads off a sentence, that nothing makes it fail, that nothing else matters."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import MissingPartError
from dragoman.model.parses import ROOT, NamedMention
from dragoman.parsing.network import MOST_PIECES, MOST_WORDS, Network, Reading
from dragoman.parsing.trees import is_tree

NETWORK = Network()
SENTENCES = [
    text.split()
    for text in (
        "The two presidents met in Geneva on Wednesday .",
        "Peru 's foreign minister , Ana Duarte , condemned the shelling of the port .",
        "Hundreds of protesters were arrested by police in Minsk .",
        "“ We will not withdraw , ” said General Okello .",
        "Ceasefire holds for third day",
        "Norway and Chile signed a treaty that bans the sale of arms to the junta .",
        "No .",
        "Talks on the dam , which Sudan had asked the African Union to host , broke down again .",
    )
]


def read(text: str) -> Reading:
    return NETWORK.read(text.split())


def test_the_verb_of_a_plain_sentence_is_its_root_and_has_its_subject_and_object():
    reading = read("Russia invaded Ukraine .")
    assert reading.heads == (1, ROOT, 1, 1)
    assert reading.relations == ("nsubj", "root", "obj", "punct")


def test_a_passive_has_a_passive_subject_and_an_agent():
    reading = read("The convoy was attacked by rebels .")
    assert reading.relations[1] == "nsubj:pass"
    assert reading.relations[5] == "obl:agent"
    assert reading.heads[5] == 3


def test_tags_tell_names_verbs_and_nouns_apart():
    reading = read("Iran released the hostages .")
    assert reading.tags == ("PROPN", "VERB", "DET", "NOUN", "PUNCT")
    assert reading.fine_tags == ("NNP", "VBD", "DT", "NNS", ".")


def test_a_person_and_a_place_are_found_as_names():
    mentions = read("Angela Merkel arrived in Paris on Monday .").mentions
    assert NamedMention(0, 1, "person") in mentions
    assert NamedMention(4, 4, "place") in mentions


def test_no_words_give_an_empty_reading():
    assert NETWORK.read([]) == Reading((), (), (), (), ())


def test_a_sentence_reads_the_same_in_any_order_and_in_any_thread():
    alone = [Network().read(words) for words in SENTENCES]
    shuffled = list(range(len(SENTENCES))) * 8
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any order will do, the same each time
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda number: NETWORK.read(SENTENCES[number]), shuffled))
    assert together == [alone[number] for number in shuffled]


any_word = st.text(st.characters(categories=["L", "N", "P", "S", "Z", "C"]), max_size=12)


@settings(deadline=None)
@given(st.lists(any_word, min_size=1, max_size=30))
def test_any_strings_give_one_tree_and_a_value_a_word(words):
    reading = NETWORK.read(words)
    assert is_tree(list(reading.heads))
    columns = (reading.heads, reading.relations, reading.tags, reading.fine_tags)
    assert {len(column) for column in columns} == {len(words)}
    assert all(0 <= name.first <= name.last < len(words) for name in reading.mentions)


@pytest.mark.parametrize(
    "word",
    ["", " ", "\x00", "\ud800", "\udfff\ud800", "🙂🙂", "\u200b", "中", "x" * 10_000, "." * 10_000],
    ids=ascii,
)
def test_a_strange_word_leaves_its_neighbours_a_tree(word):
    reading = NETWORK.read(["Envoys", word, "met", "."])
    assert is_tree(list(reading.heads))


@pytest.mark.parametrize("length", [MOST_WORDS - 1, MOST_WORDS, MOST_WORDS + 1, 1000])
def test_a_sentence_too_long_to_be_read_at_once_is_one_tree_still(length):
    reading = NETWORK.read((["ministers", "met", ",", "and"] * length)[:length])
    assert is_tree(list(reading.heads))
    assert len(reading.tags) == length


def test_words_of_many_pieces_do_not_overflow_the_encoder():
    reading = NETWORK.read(["a.b.c.d.e.f.g.h.i.j.k"] * MOST_PIECES)
    assert is_tree(list(reading.heads))


def test_only_the_root_is_called_root():
    for words in SENTENCES:
        reading = NETWORK.read(words)
        assert [head == ROOT for head in reading.heads] == [
            relation == "root" for relation in reading.relations
        ]


def test_missing_weights_are_named_with_a_remedy(tmp_path: Path):
    with pytest.raises(MissingPartError, match="Install dragoman again"):
        Network(tmp_path).read(["Hello"])
