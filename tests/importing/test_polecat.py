"""POLECAT's lists of countries become pairs, Phoenix comes without a header."""

from __future__ import annotations

import pytest

from dragoman.importing.layouts import layouts

NAMES = next((*one.columns, *one.optional) for one in layouts() if one.name == "polecat-40")
ROW = {
    "event_id": "ASS1",
    "event_date": "2022-03-04",
    "event_type": "ASSAULT",
    "event_mode": "aerial",
    "intensity": "-9.5",
    "quad_code": "MATERIAL CONFLICT",
    "contexts": "military;territory",
    "actor_name": "None",
    "actor_country": "PER",
    "recipient_name": "Armed Forces",
    "recipient_country": "CHL",
    "publication_date": "2022-03-05",
    "story_people": "None",
}


def polecat(*changes: dict[str, str]) -> bytes:
    titles = [name.replace("_", " ").title() for name in NAMES]
    rows = [[{**ROW, **change}.get(name, "None") for name in NAMES] for change in changes or ({},)]
    return ("\n".join("\t".join(row) for row in [titles, *rows]) + "\n").encode("latin-1")


def test_the_word_none_is_missing(shelf):
    shelf.put(polecat())
    assert shelf.rows("source, target, story_people, a, b") == [
        (None, "Armed Forces", None, "PER", "CHL")
    ]


def test_letters_beyond_ascii_are_read_as_latin_1(shelf):
    shelf.put(polecat({"actor_name": "José Núñez"}))
    assert shelf.rows("source") == [("José Núñez",)]


def test_lists_of_countries_give_every_pair_but_no_state_with_itself(shelf):
    summary = shelf.put(polecat({"actor_country": "PER;CHL", "recipient_country": "CHL;BOL"}))
    assert shelf.rows("a, b, line") == [("CHL", "BOL", 2), ("PER", "BOL", 2), ("PER", "CHL", 2)]
    assert (summary.total.read, summary.total.kept) == (1, 1)


def test_a_meeting_has_all_parties_as_actors_and_gives_each_two_a_share(shelf):
    meeting = {
        "event_type": "CONSULT",
        "event_mode": "multilateral",
        "actor_country": "PER;CHL;BOL",
        "recipient_country": "None",
    }
    shelf.put(polecat(meeting))
    assert shelf.rows("a, b, weight, class") == [
        ("BOL", "CHL", 0.5, "talk"),
        ("BOL", "PER", 0.5, "talk"),
        ("CHL", "PER", 0.5, "talk"),
    ]


def test_an_event_within_one_state_is_kept_as_such(shelf):
    shelf.put(polecat({"actor_country": "PER", "recipient_country": "PER"}))
    assert shelf.rows("a, b") == [("PER", "PER")]


def test_an_event_without_a_recipient_is_kept(shelf):
    shelf.put(polecat({"event_type": "PROTEST", "recipient_country": "None"}))
    assert shelf.rows("a, b, class") == [("PER", None, "hostile acts")]


@pytest.mark.parametrize(
    ("type_", "mode", "class_"),
    [
        ("REQUEST", "meet", "talk"),
        ("REQUEST", "assist", "hostile words"),
        ("SUPPORT", "None", "talk"),
        ("AGREE", "None", "commitment"),
        ("AID", "None", "deeds"),
    ],
)
def test_the_class_follows_from_type_and_mode(shelf, type_, mode, class_):
    shelf.put(polecat({"event_type": type_, "event_mode": mode}))
    assert shelf.rows("class") == [(class_,)]


def test_an_unknown_type_is_rejected(shelf):
    shelf.put(polecat({}, {"event_id": "X", "event_type": "GREET"}))
    assert shelf.rejected() == ["rows.csv,3,no PLOVER type: GREET"]


def test_phoenix_is_read_by_its_26_columns(shelf):
    row = [
        "2019_1", "20190610", "2019", "06", "10", "PERGOV", "PER", "GOV", "", "CHL", "CHL", "", "",
        "042", "04", "1", "1.9", "", "", "", "", "", "", "a_1;b_1", "https://x.org", "x;y",
    ]  # fmt: skip
    shelf.put("\t".join(row) + "\n")
    assert shelf.rows("dataset, a, b, type, reports, sources, goldstein::DOUBLE > 1.8") == [
        ("phoenix", "PER", "CHL", "CONSULT", 2, 2, True)
    ]
