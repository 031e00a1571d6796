"""Acts between two parties that neither rows nor the first reading join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.roles import parties_of
from dragoman.coding.code import code_article
from dragoman.coding.knowledge import load_knowledge
from dragoman.coding.parties.sides import Sides
from dragoman.coding.parties.unjoined import (
    BY_ASKING,
    JOINED,
    PairedAct,
    paired_acts,
    sides_of,
    widened,
)
from dragoman.model.actors import Identity
from dragoman.model.events import Event, Step
from dragoman.model.parses import Parse, ReadPair
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

KNOWLEDGE, NETWORK = load_knowledge(), Network()
TALKS = "Ghana and Togo plan to hold a third round of peace talks in January about fishing."


def read(text: str) -> Parse:
    return parse(Article("a", text), NETWORK)


def coded(text: str) -> list[Event]:
    return code_article(read(text), KNOWLEDGE)


def parties(event: Event) -> list[str]:
    return sorted(party.key for party in (*event.actor, *event.recipient))


@pytest.mark.parametrize(
    ("text", "kind", "keys"),
    [
        (TALKS, "AGREE", ["GHA", "TGO"]),
        (
            "Togo's president and his counterpart from Ghana sat together over the border.",
            "CONSULT",
            ["GHA", "TGO"],
        ),
    ],
)
def test_two_parties_that_nothing_else_joins_are_joined_by_asking_about_them(text, kind, keys):
    (event,) = coded(text)
    assert (event.type, parties(event)) == (kind, keys)
    (step,) = [step for step in event.because if step.rule == BY_ASKING]
    assert step.score >= JOINED
    assert event.trigger.text in text


def test_parties_of_two_acts_are_not_joined_by_a_third():
    events = coded("Chile accused Peru of spying, and Bolivia thanked Ghana.")
    assert sorted(map(parties, events)) == [["BOL", "GHA"], ["CHL", "PER"]]


def test_a_parser_that_cannot_be_asked_joins_nothing():
    (sentence,) = read(TALKS).sentences
    assert paired_acts(parties_of(replace(sentence, dyads=None), []), []) == []


def mention(word: int, key: str) -> Mention:
    return Mention(word, word, word, (Identity(key),), "name", f"states: {key}")


class Told:
    """Dyads that join just the pairs of words they are given."""

    def __init__(self, *pairs: tuple[int, int], kind: str) -> None:
        self.pairs, self.kind = pairs, kind

    def between(self, source, target):
        likely = 0.9 if (source[0], target[0]) in self.pairs else 0.1
        return ReadPair({self.kind: likely}, {})


def act(kind: str, actor: Mention, recipient: Mention) -> PairedAct:
    return PairedAct(1, kind, (actor,), (recipient,), 0.9)


NORWAY, CHAD, MALI = mention(0, "NOR"), mention(2, "TCD"), mention(4, "MLI")
STEP = Step("roles", "subj", "")


def test_an_act_takes_up_a_party_that_it_joins_with_each_of_the_others():
    (sentence,) = read("Norway accused Chad and Mali.").sentences
    found = Sides((NORWAY,), (CHAD,), STEP)
    one = replace(sentence, dyads=Told((0, 2), (0, 4), kind="ACCUSE"))
    taken_up = widened(found, act("ACCUSE", NORWAY, MALI), parties_of(one, []))
    assert taken_up is not None
    assert (taken_up.actor, taken_up.recipient) == ((NORWAY,), (CHAD, MALI))
    none = replace(sentence, dyads=Told((0, 4), kind="ACCUSE"))
    assert widened(found, act("ACCUSE", NORWAY, MALI), parties_of(none, [])) is None


class Asked:
    """Dyads that remember which words were asked about, and join nothing."""

    def __init__(self) -> None:
        self.pairs = set()

    def between(self, source, target):
        self.pairs.add((source[0], target[0]))
        return ReadPair({}, {})


@pytest.mark.parametrize(("sure", "pairs"), [(0.29, set()), (0.3, {(0, 2), (2, 0)})])
def test_a_pair_is_asked_about_only_where_a_word_may_tell_what_joins_it(sure, pairs):
    (sentence,) = read("Norway accused Chad.").sentences
    likely = replace(sentence.acts[1], types=(("ACCUSE", sure),))
    asked = replace(sentence, acts={1: likely}, dyads=Asked())
    assert paired_acts(parties_of(asked, [NORWAY, CHAD]), []) == []
    assert asked.dyads.pairs == pairs


def test_the_parties_of_a_meeting_stand_on_one_side():
    met = sides_of(act("CONSULT", NORWAY, MALI))
    assert (met.actor, met.recipient) == ((NORWAY, MALI), ())
