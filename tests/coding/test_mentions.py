"""Which words of a sentence name a party, and whom."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.coding.actors.actors import ActorTables, load_actor_tables
from dragoman.coding.actors.mentions import Mention, find_mentions
from dragoman.model.parses import Parse
from dragoman.model.text import Article
from dragoman.parsing.articles import parse
from dragoman.parsing.network import Network

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "actors.toml").read_text(encoding="utf-8")
)["sentence"]
NETWORK = Network()


@cache
def tables() -> ActorTables:
    return load_actor_tables()


@cache
def parsed(text: str) -> Parse:
    return parse(Article("a", text), NETWORK)


def mentions(text: str, day: str | None = None) -> list[Mention]:
    at = date.fromisoformat(day) if day else None
    return find_mentions(parsed(text).sentences[0], tables(), at)


def told(text: str, mention: Mention) -> str:
    """A mention as the cases write it: "words = KEYS kind"."""
    words = parsed(text).span(parsed(text).sentences[0], mention.first, mention.last).text
    keys = sorted(who.key for who in mention.identities) or ["?"]
    kind = "" if mention.kind == "name" else f" {mention.kind}"
    return f"{words} = {' '.join(keys)}{kind}"


def marks(case: dict) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["why"])] if case.get("expect") == "fail" else []


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=marks(case), id=case["text"]) for case in CASES]
)
def test_a_sentence_names_these_parties_and_no_others(case):
    text = case["text"]
    wanted = [" = ".join(sorted_keys(line)) for line in case["mentions"]]
    assert [told(text, m) for m in mentions(text, case.get("day"))] == wanted


def sorted_keys(line: str) -> tuple[str, str]:
    words, _, rest = line.partition(" = ")
    keys = sorted(part for part in rest.split() if not part.islower())
    return words, " ".join([*keys, *(part for part in rest.split() if part.islower())])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_mentions_stand_apart_and_hold_their_head(case):
    found = mentions(case["text"], case.get("day"))
    for mention in found:
        assert mention.first <= mention.head <= mention.last
    for one, other in pairwise(found):
        assert one.last < other.first


def test_the_day_decides_who_is_president():
    text = "The American president arrived."
    names = [mentions(text, day)[0].identities[0].name for day in ("2007-01-01", "2010-01-01")]
    assert names == ["George W. Bush", "Barack Obama"]


def test_a_state_that_was_no_more_is_not_named():
    assert mentions("East Germany protested.", "2001-01-01") == []
    assert mentions("East Germany protested.", "1985-01-01")[0].identities[0].code == "DDR"
