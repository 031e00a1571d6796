"""The act tables: well formed, complete over the codebook, and read as they are written."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from dragoman.coding.acts.cells import Need, read_needs, read_roles
from dragoman.coding.acts.tables import ACT_FILES, ActRow, ActTables, load_act_tables
from dragoman.errors import TableError
from dragoman.model.events import EVENT_TYPES
from dragoman.tables.load import load

KEY = ("lemma", "pos", "needs")
HEADER = "lemma,pos,needs,type,mode,actor,recipient,complement,context,cameo,example\n"


@cache
def tables() -> ActTables:
    return load_act_tables()


def all_rows() -> list[ActRow]:
    return [row for rows in tables().rows.values() for row in rows]


def own_row(tmp_path, **cells: str) -> ActTables:
    """The tables with one row of a user's own."""
    row = {
        "lemma": "frob",
        "pos": "verb",
        "needs": "",
        "type": "AID",
        "mode": "",
        "actor": "subj",
        "recipient": "obj",
        "complement": "",
        "context": "",
        "cameo": "",
        "example": "Chad frobbed Togo.",
    } | cells
    line = ",".join(row.values()) + "\n"
    (tmp_path / "acts_cooperation.csv").write_text(HEADER + line, encoding="utf-8")
    return load_act_tables(tmp_path)


def test_every_event_type_has_verbs_and_nouns():
    told = {(row.type, row.pos) for row in all_rows()}
    assert {(kind, pos) for kind in EVENT_TYPES for pos in ("verb", "noun")} <= told


def test_every_mode_of_the_codebook_has_rows():
    told = {(row.type, mode) for row in all_rows() for mode in row.mode}
    known = {(kind, mode) for kind, mode in tables().scores if mode}
    assert known - told == set()


def test_every_row_has_an_example_that_is_one_sentence():
    for row in all_rows():
        assert row.example.endswith("."), row
        assert row.lemma, row


def test_no_act_is_told_in_two_tables():
    keys = Counter(
        tuple(cells[column] for column in KEY) for name in ACT_FILES for cells in load(name, KEY)
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_an_act_names_its_parties():
    assert [row for row in all_rows() if row.type and not (row.actor or row.recipient)] == []


def test_a_sense_that_is_no_act_leaves_the_acts_below_it_alone():
    assert {row.complement for row in all_rows() if not row.type} == {"keep"}


def test_the_narrower_row_comes_first():
    for rows in tables().rows.values():
        counts = [sum(not need.negative for need in row.needs) for row in rows]
        assert counts == sorted(counts, reverse=True), rows[0].lemma


def test_a_row_that_names_words_comes_before_one_that_takes_any_party():
    first = tables().rows["call", "verb"][0]
    assert any(need.any_of for need in first.needs)


def test_several_modes_score_as_the_one_farthest_from_zero():
    assert tables().score("CONSULT", ("phone", "multilateral")) == 4.0
    assert tables().score("REQUEST", ("assist", "change")) == -1.0
    assert tables().score("ACCUSE") == -3.0


def test_every_type_and_mode_has_a_cameo_code_of_two_to_four_digits():
    for kind, mode in tables().scores:
        code = tables().cameo_code(kind, (mode,) if mode else ())
        assert code.isdigit()
        assert 2 <= len(code) <= 4


def test_the_cameo_codes_of_rows_are_text_with_their_leading_zero():
    codes = {row.cameo for row in all_rows() if row.cameo}
    assert {code for code in codes if not (code.isdigit() and 3 <= len(code) <= 4)} == set()


def test_a_need_may_name_words_classes_parties_or_anything():
    arms = {"arms": frozenset({"tank", "missile"})}
    assert read_needs("obj=@arms|food", arms) == (
        Need("obj", frozenset({"tank", "missile", "food"})),
    )
    assert read_needs("obj=!@arms", arms) == (
        Need("obj", frozenset({"tank", "missile"}), negative=True),
    )
    assert read_needs("to=$actor against=*", {}) == (
        Need("to", wants_actor=True),
        Need("against", anything=True),
    )


def test_a_role_reads_as_alternatives_of_slots_taken_together():
    assert read_roles("between+with|poss") == (("between", "with"), ("poss",))
    assert read_roles("") == ()


def test_a_row_of_the_users_own_is_added(tmp_path):
    assert own_row(tmp_path).rows["frob", "verb"][0].type == "AID"


@pytest.mark.parametrize(
    "cells",
    [
        {"type": "HELP"},
        {"mode": "visit"},
        {"pos": "adverb"},
        {"needs": "objekt=*"},
        {"needs": "obj=@weaponry"},
        {"needs": "obj"},
        {"actor": "subject"},
        {"complement": "swallow"},
        {"context": "weather"},
    ],
    ids=lambda cells: "{}={}".format(*next(iter(cells.items()))),
)
def test_an_unknown_word_in_a_row_is_refused(tmp_path, cells):
    with pytest.raises(TableError):
        own_row(tmp_path, **cells)


def test_light_verbs_lend_their_parties_by_known_slots():
    for light in tables().light_verbs.values():
        read_roles("|".join((*light.actor, *light.recipient)))
        assert light.actor or light.recipient, light.verb
