-- what: UCDP georeferenced events of organised violence, one row a line
-- unit: an incident with at least one death
-- gives: the columns storing/queries/events.sql asks for; deaths (best, low, high) as they are
-- gwnoa and gwnob are Gleditsch-Ward numbers of the sides that are states. An incident known only
-- to a month or a year (date_prec 4, 5) counts on its first day, with its last day beside it.
SELECT
    file, line, misread,
    id,
    date_start AS date_text,
    try_strptime(left(date_start, 10), '%Y-%m-%d')::DATE AS date,
    NULL::DATE AS reported,
    date AS day,
    side_a AS source, side_b AS target,
    gwnoa AS source_state, gwnob AS target_state,
    'gw' AS system,
    NULL AS code, 'ASSAULT' AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight, NULL::SMALLINT AS back_dated,
    coalesce(try_cast(number_of_sources AS INTEGER), 1) AS reports,
    coalesce(try_cast(number_of_sources AS INTEGER), 1) AS sources,
    try_strptime(left(date_end, 10), '%Y-%m-%d')::DATE AS enddate,
    date_prec AS date_precision, type_of_violence,
    try_cast(best AS INTEGER) AS deaths, try_cast(low AS INTEGER) AS deaths_low,
    try_cast(high AS INTEGER) AS deaths_high,
    country AS place_country,
    try_cast(latitude AS FLOAT) AS lat, try_cast(longitude AS FLOAT) AS lon
FROM named
