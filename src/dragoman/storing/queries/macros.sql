-- what: words of the queries that read datasets
-- unit: a value
-- gives: state_behind (that in brackets behind a party, or its own name), known (POLECAT's None is missing), whole (2.0 is 2), days of spells with -9 for what is missing, the state in an ACLED actor
CREATE OR REPLACE TEMP MACRO known(value) AS nullif(nullif(trim(value), 'None'), '');
CREATE OR REPLACE TEMP MACRO whole(value) AS regexp_replace(value, '\.0+$', '');
CREATE OR REPLACE TEMP MACRO part_of(value, missing) AS
    CASE WHEN try_cast(value AS INTEGER) > 0 THEN try_cast(value AS INTEGER) ELSE missing END;
CREATE OR REPLACE TEMP MACRO day_in(y, m, d) AS
    try_cast(printf('%04d-%02d-%02d', y, m, d) AS DATE);
CREATE OR REPLACE TEMP MACRO first_day(y, m, d) AS
    CASE WHEN part_of(y, 0) > 0 THEN coalesce(
        day_in(part_of(y, 0), part_of(m, 1), part_of(d, 1)),
        day_in(part_of(y, 0), part_of(m, 1), 1)
    ) END;
CREATE OR REPLACE TEMP MACRO last_day_of(y, m, d) AS
    CASE WHEN part_of(y, 0) > 0 THEN CASE
        WHEN part_of(d, 0) > 0 AND day_in(part_of(y, 0), part_of(m, 12), part_of(d, 0)) IS NOT NULL
            THEN day_in(part_of(y, 0), part_of(m, 12), part_of(d, 0))
        ELSE last_day(day_in(part_of(y, 0), part_of(m, 12), 1))
    END END;
CREATE OR REPLACE TEMP MACRO actor_state(name) AS nullif(coalesce(
    nullif(regexp_extract(name, '^(?:Military|Police|Government) (?:Forces )?of (?:the )?([^(]+?) *(?:\(|$)', 1), ''),
    nullif(regexp_extract(name, '\(([^()0-9]+)\) *$', 1), '')
), '');
CREATE OR REPLACE TEMP MACRO state_behind(name) AS
    coalesce(nullif(regexp_extract(name, '\(([^()]+)\) *$', 1), ''), trim(name))
