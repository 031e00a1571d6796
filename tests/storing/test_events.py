"""Stored events come back as they were, and one is found by its id."""

from __future__ import annotations

import json

import pytest

from dragoman.errors import EventNotFoundError, StoreError
from dragoman.model.events import Event
from dragoman.storing.events import find_event, records_in
from dragoman.storing.parquet import COLUMNS, write_parquet


@pytest.fixture(scope="module")
def records(coded) -> list[dict]:
    return [event.record() for event in coded.events]


@pytest.fixture(scope="module")
def stored(records, tmp_path_factory):
    path = tmp_path_factory.mktemp("events") / "events.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_parquet_has_the_columns_of_the_record_in_order(coded):
    event: Event = coded.events[0]
    assert list(COLUMNS) == list(event.record())


def test_parquet_gives_back_the_records_that_were_written(records, stored):
    path = stored.with_name("it's.parquet")
    write_parquet(stored, path)
    assert list(records_in(path)) == records


def test_json_lines_give_back_the_records_that_were_written(records, stored):
    assert list(records_in(stored)) == records


def test_an_event_is_found_by_its_id_or_the_beginning_of_it(records, stored):
    assert find_event(stored, records[3]["id"]) == records[3]
    assert find_event(stored, records[3]["id"][:12]) == records[3]


@pytest.mark.parametrize(("id_", "problem"), [("no-such-id", "no event"), ("", "several events")])
def test_an_id_of_none_or_of_several_events_is_said_to_be_so(stored, id_, problem):
    with pytest.raises(EventNotFoundError, match=problem):
        find_event(stored, id_)


@pytest.mark.parametrize("name", ["broken.jsonl", "broken.parquet"])
def test_a_file_of_other_things_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\xff{not events")
    with pytest.raises(StoreError):
        list(records_in(path))


def test_a_parquet_file_that_cannot_be_written_is_said_to_be_so(stored, tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        write_parquet(stored, tmp_path / "no-folder" / "events.parquet")
