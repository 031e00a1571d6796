"""UCDP GED and ACLED are read in all their forms, and name states where they do."""

from __future__ import annotations

import csv
import io

import pytest

from dragoman.importing.layouts import layouts

GED_NAMES = next(one.columns for one in layouts() if one.name == "ucdp-ged-49")
GED = {
    "id": "31",
    "year": "2019",
    "type_of_violence": "1",
    "side_a": "Government of Peru",
    "side_b": "Government of Chile",
    "date_start": "2019-06-10 00:00:00.000",
    "date_end": "2019-06-12 00:00:00.000",
    "date_prec": "2",
    "best": "4",
    "low": "3",
    "high": "9",
    "gwnoa": "135",
    "gwnob": "155",
    "number_of_sources": "-1",
    "source_article": 'Agency, "a headline,\nover two lines"',
}


def written(names, *rows: dict[str, str], header: bool = True) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    if header:
        writer.writerow(names)
    writer.writerows([[row.get(name, "") for name in names] for row in rows])
    return stream.getvalue()


@pytest.mark.parametrize("header", [True, False])
def test_ged_is_read_with_and_without_a_header(shelf, header):
    summary = shelf.put(written(GED_NAMES, GED, {**GED, "id": "32"}, header=header))
    assert summary.total.kept == 2
    assert shelf.rows("id, a, b, type, class, deaths, day::VARCHAR, enddate::VARCHAR")[0] == (
        "31", "PER", "CHL", "ASSAULT", "hostile acts", 4, "2019-06-10", "2019-06-12",
    )  # fmt: skip


def test_a_side_of_ged_that_is_no_state_is_missing(shelf):
    shelf.put(written(GED_NAMES, {**GED, "gwnob": ""}))
    assert shelf.rows("a, b, target") == [("PER", None, "Government of Chile")]


def test_ged_numbers_are_gleditsch_and_wards(shelf):
    shelf.put(written(GED_NAMES, {**GED, "gwnoa": "340", "gwnob": "260"}))
    assert shelf.rows("a, b") == [("SRB", "DEU")]


SCHEMAS = {
    "2015": (
        "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,"
        "ALLY_ACTOR_1,INTER1,ACTOR2,ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,LATITUDE,LONGITUDE,"
        "SOURCE,NOTES,FATALITIES",
        "10-January-2015",
        "Battle-No change of territory",
    ),
    "2018": (
        "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,"
        "sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,"
        "country,admin1,location,latitude,longitude,source,notes,fatalities,timestamp,iso3",
        "9-May-20",
        "Battles",
    ),
    "2023": (
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
        "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
        "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
        "source_scale,notes,fatalities,tags,timestamp",
        "2023-05-09",
        "Battles",
    ),
}


def acled(schema: str, **changes: str) -> str:
    header, date, kind = SCHEMAS[schema]
    row = {
        "event_id_cnty": "PER12",
        "event_date": date,
        "event_type": kind,
        "actor1": "Military Forces of Peru (2021-2026)",
        "inter1": "1",
        "actor2": "Civilians (Chile)",
        "inter2": "Civilians",
        "country": "Peru",
        "fatalities": "2",
        "notes": 'Made up, "as said",\nfor a test.',
        **changes,
    }
    names = header.split(",")
    lower = {name: row.get(name.lower(), "") for name in names}
    return written(names, lower)


@pytest.mark.parametrize(
    ("schema", "day"), [("2015", "2015-01-10"), ("2018", "2020-05-09"), ("2023", "2023-05-09")]
)
def test_the_three_schemas_of_acled_are_read(shelf, schema, day):
    shelf.put(acled(schema))
    assert shelf.rows("id, day::VARCHAR, a, b, type, deaths") == [
        ("PER12", day, "PER", "CHL", "ASSAULT", 2)
    ]


def test_a_strategic_development_of_acled_is_kept_without_a_type(shelf):
    summary = shelf.put(acled("2023", event_type="Strategic developments"))
    assert summary.total.rejected == 0
    assert shelf.rows("type, class, vendor_type") == [(None, None, "Strategic developments")]


@pytest.mark.parametrize(
    ("actor", "state"),
    [
        ("Police Forces of the Netherlands (2017-)", "NLD"),
        ("Government of Peru (2021-)", "PER"),
        ("Protesters (Russia)", "RUS"),
        ("Unidentified Armed Group (Kosovo)", "KOS"),
        ("Band of the Hills", None),
    ],
)
def test_the_state_of_an_actor_of_acled_stands_in_its_name(shelf, actor, state):
    shelf.put(acled("2023", actor1=actor))
    assert shelf.rows("a") == [(state,)]
