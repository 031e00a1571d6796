-- what: ICEWS coded events, one row a line
-- unit: an event that ICEWS found in a sentence; 24 of 100 repeat day, parties and code of another
-- gives: the columns storing/queries/events.sql asks for, and ICEWS's intensity in a column of its own
-- Event ids are not unique over the years: an id and its date tell a row. The file of 2017 writes
-- M/D/YYYY and leaves codes out; a row without a code is rejected, since its type cannot be told.
SELECT
    file, line, misread,
    event_id AS id,
    event_date AS date_text,
    coalesce(
        try_strptime(event_date, '%Y-%m-%d'), try_strptime(event_date, '%m/%d/%Y')
    )::DATE AS date,
    NULL::DATE AS reported,
    date AS day,
    source_name AS source, target_name AS target,
    lower(source_country) AS source_state, lower(target_country) AS target_state,
    'name' AS system,
    cameo_code AS code, NULL AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight, NULL::SMALLINT AS back_dated,
    1 AS reports, 1 AS sources,
    source_sectors, target_sectors,
    try_cast(intensity AS FLOAT) AS intensity,
    story_id AS story, try_cast(sentence_number AS INTEGER) AS sentence, publisher,
    country AS place_country,
    try_cast(latitude AS FLOAT) AS lat, try_cast(longitude AS FLOAT) AS lon
FROM named
