-- what: OEDA Phoenix events, one row a line
-- unit: one event a day, source, target and code, as Phoenix makes them
-- gives: the columns storing/queries/events.sql asks for, and Phoenix's score and quad as they are
SELECT
    file, line, misread,
    eventid AS id,
    named.date AS date_text,
    try_strptime(named.date, '%Y%m%d')::DATE AS date,
    NULL::DATE AS reported,
    try_strptime(named.date, '%Y%m%d')::DATE AS day,
    source, target,
    source_root AS source_state, target_root AS target_state,
    'iso' AS system,
    code, NULL AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight, NULL::SMALLINT AS back_dated,
    greatest(1, len(string_split(coalesce(ids, ''), ';'))) AS reports,
    greatest(1, len(string_split(coalesce(sources, ''), ';'))) AS sources,
    try_cast(goldstein AS FLOAT) AS goldstein, quad AS vendor_quad, issues,
    countryname AS place_country,
    try_cast(lat AS FLOAT) AS lat, try_cast(lon AS FLOAT) AS lon,
    urls AS url
FROM named
