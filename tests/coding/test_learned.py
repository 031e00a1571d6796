"""What the network adds to the tables: acts without a row, parties, and relations of any pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.acts.learned import ADDED
from dragoman.coding.code import code_article
from dragoman.coding.confidence import GIVEN_OF_NEWS
from dragoman.coding.knowledge import Knowledge, load_knowledge
from dragoman.coding.pairs import told_between
from dragoman.coding.parties.relations import ROOTS_OF, calibrated, cameo_relation, joins
from dragoman.model.events import Event
from dragoman.model.parses import Parse, ReadAct, Sentence
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

NETWORK = Network()
STOPPED = "Norway stopped paying Malian teachers."


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def read(text: str) -> Parse:
    return parse(Article("a", text), NETWORK)


def coded(parsed: Parse) -> list[Event]:
    return code_article(parsed, knowledge())


def without_acts(parsed: Parse) -> Parse:
    """The parse as a parser without heads for acts gives it."""
    bare = tuple(replace(s, acts={}, happened=(), dyads=None) for s in parsed.sentences)
    return replace(parsed, sentences=bare)


def sentence(text: str) -> Sentence:
    return read(text).sentences[0]


def _acts(parsed: Parse) -> Iterable[tuple[int, ReadAct]]:
    """The words of the first sentence that the network takes for acts."""
    return parsed.sentences[0].acts.items()


def test_an_act_that_no_row_tells_is_found_by_the_network_and_says_so():
    (event,) = coded(read(STOPPED))
    assert [actor.key for actor in event.actor] == ["NOR"]
    assert [party.key for party in event.recipient] == ["MLI"]
    step = event.because[0]
    assert (step.rule, step.words) == (f"network: {event.type}", "stopped")
    assert ADDED <= step.score <= 1


def test_an_act_that_a_row_took_up_in_another_stands_by_itself_where_the_network_is_sure():
    found = {
        event.type: event for event in coded(read("Norway rejected Sweden's invasion of Mali."))
    }
    assert sorted(found) == ["ACCUSE", "ASSAULT"]
    assert [party.key for party in found["ASSAULT"].recipient] == ["MLI"]


def test_a_word_that_a_row_says_tells_no_act_tells_none():
    assert coded(read("Swedish soldiers fought with Norwegian weapons.")) == []


def test_whom_a_sentence_is_told_by_has_no_part_in_its_acts():
    text = "The policy, which, according to Chile, Norway and Mali have criticised, goes on."
    (event,) = coded(parse(Article("a", text, title="Remarks"), NETWORK))
    assert [party.key for party in event.actor] == ["NOR", "MLI"]


def test_a_parser_without_heads_for_acts_leaves_the_tables_alone():
    triggers = [event.trigger.text for event in coded(without_acts(read(STOPPED)))]
    assert "stopped" not in triggers
    (event,) = coded(without_acts(read("Turkish jets pounded Syrian villages.")))
    assert event.type == "ASSAULT"


def test_a_word_that_the_network_is_sure_is_no_act_is_left_out():
    parsed = read("Turkish jets pounded Syrian villages.")
    calm = tuple(replace(s, acts={}) for s in parsed.sentences)
    assert coded(replace(parsed, sentences=calm)) == []


def test_the_noun_that_a_row_asks_for_bears_its_act_out():
    parsed = read("Iran lodged a protest with Kuwait.")
    (told,) = parsed.sentences
    noun = told.words.index("protest")
    heard = tuple(replace(s, acts={noun: s.acts[noun]}) for s in parsed.sentences)
    (event,) = coded(replace(parsed, sentences=heard))
    assert (event.type, event.trigger.text) == ("ACCUSE", "lodged")


def test_a_deed_that_the_network_alone_finds_and_nobody_suffers_is_none():
    parsed = read("Norwegian and Swedish officials befriended the Malian teachers.")
    alone = tuple(replace(s, acts=_without_sufferers(s)) for s in parsed.sentences)
    assert coded(replace(parsed, sentences=alone)) == []


def _without_sufferers(one: Sentence) -> dict[int, ReadAct]:
    """The first act of the network as an arrest that the same parties made of nobody."""
    word, read = next(iter(one.acts.items()))
    doers = tuple((role[0], 0.0, 0.0) for role in read.roles)
    return {word: replace(read, types=(("COERCE", 0.9),), roles=doers)}


def test_what_is_only_the_place_of_something_does_nothing():
    assert coded(read("Norwegian soldiers were killed by a bomb in Mali.")) == []


def test_an_event_far_more_likely_wrong_than_right_is_not_given():
    parsed = read("Turkish jets pounded Syrian villages.")
    (event,) = coded(parsed)
    assert event.confidence >= GIVEN_OF_NEWS
    doubted = {word: replace(a, types=((a.types[0][0], 0.1),)) for word, a in _acts(parsed)}
    unsure = tuple(replace(s, acts=doubted) for s in parsed.sentences)
    assert all(
        event.confidence >= GIVEN_OF_NEWS for event in coded(replace(parsed, sentences=unsure))
    )


def test_whom_an_act_is_against_is_no_recipient_of_it():
    (event,) = coded(read("Peru and Bolivia held joint naval drills against Chile."))
    assert event.type == "COOPERATE"
    assert "CHL" not in [party.key for party in (*event.actor, *event.recipient)]
    assert [target.actor.key for target in event.against] == ["CHL"]


def test_the_relation_of_a_pair_is_told_for_parties_that_no_table_knows():
    one = sentence("Zorbland's army shelled the villages of the Quilts.")
    quilts = len(one.words) - 2
    likely = cameo_relation(one, [0, 1, 2], [quilts], [])
    assert max(likely, key=likely.get) in ROOTS_OF["ASSAULT"]
    assert abs(sum(likely.values()) - 1) < 1e-9


def root_between(text: str) -> str:
    """The likeliest CAMEO root of what Peru does to Chile."""
    one = sentence(text)
    pair = [one.words.index("Peru")], [one.words.index("Chile")]
    likely = cameo_relation(one, *pair, told_between(one, *pair, knowledge()))
    assert abs(sum(likely.values()) - 1) < 1e-9
    return max(likely, key=likely.get)


def test_a_relation_by_cameo_parts_from_the_codebook_where_cameo_does():
    assert root_between("Peru promised to withdraw its troops from Chile.") == "03"
    assert root_between("Peru has not agreed to meet Chile.") == "12"
    assert root_between("Peru shelled a village in Chile.") in ROOTS_OF["ASSAULT"]


def test_an_act_without_sides_joins_no_pair():
    assert joins(None, [0], [1]) == 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_answer_is_never_less_sure(one, other):
    low, high = sorted((one, other))
    assert 0 < calibrated(low) <= calibrated(high) < 1


def unheard(text: str) -> list[str]:
    """The types of a text's events where the network sees no act in it at all."""
    parsed = read(text)
    deaf = tuple(replace(s, acts={}) for s in parsed.sentences)
    return [event.type for event in coded(replace(parsed, sentences=deaf))]


def test_people_of_two_states_who_speak_are_heard_though_the_network_is_deaf():
    talk = "Peruvian Foreign Minister Ana Quispe spoke with the president of Chile."
    assert unheard(talk) == ["CONSULT"]
    assert unheard("Peru thanked Chile.") == []
    assert unheard("Peruvian Foreign Minister Ana Quispe spoke with farmers.") == []
