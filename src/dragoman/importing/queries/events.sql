-- what: events that dragoman coded, one row for each two parties of an event
-- unit: an event and a directed pair of parties
-- gives: the columns storing/queries/events.sql asks for, and the whole record as JSON
-- What is dated to a week or more has a date but no day: no series could tell on which to count it.
SELECT
    file, line, misread,
    id,
    named.date AS date_text,
    try_strptime(named.date, '%Y-%m-%d')::DATE AS date,
    NULL::DATE AS reported,
    CASE
        WHEN coalesce(try_strptime(enddate, '%Y-%m-%d')::DATE - try_strptime(named.date, '%Y-%m-%d')::DATE, 0) < 6
            THEN try_strptime(named.date, '%Y-%m-%d')::DATE
    END AS day,
    source, target, source_state, target_state,
    'own' AS system,
    code, type, mode, promises,
    status, try_cast(weight AS FLOAT) AS weight, NULL::SMALLINT AS back_dated,
    1 AS reports, 1 AS sources,
    try_strptime(enddate, '%Y-%m-%d')::DATE AS enddate, date_precision,
    try_cast(score AS FLOAT) AS score,
    against, article, record
FROM named
