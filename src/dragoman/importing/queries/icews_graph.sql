-- what: ICEWS events as sets for knowledge graphs have them: day, source, name of the event, target
-- unit: an event that ICEWS found in a sentence; a sixth repeat day, parties and name of another
-- gives: the columns storing/queries/events.sql asks for, with the code as far as the event's name tells it
-- There are no ids: a row is known by its file and line, so that repeats stay as further reports of
-- one event. A party's state is that in brackets behind it, or its own name; a person has none.
WITH coded AS (
    SELECT relation, arg_max(cameo_words.code, length(cameo_words.words)) AS code
    FROM (SELECT DISTINCT relation FROM named) AS told
    JOIN cameo_words ON starts_with(lower(trim(relation)), cameo_words.words)
    GROUP BY relation
)
SELECT
    file, line,
    coalesce(misread, CASE
        WHEN coded.code IS NULL THEN 'no name of a CAMEO event: ' || coalesce(named.relation, '')
    END) AS misread,
    file || ':' || line AS id,
    named.date AS date_text,
    try_strptime(named.date, '%Y-%m-%d')::DATE AS date,
    NULL::DATE AS reported,
    try_strptime(named.date, '%Y-%m-%d')::DATE AS day,
    named.source, named.target,
    lower(state_behind(named.source)) AS source_state, lower(state_behind(named.target)) AS target_state,
    'name' AS system,
    coded.code, NULL AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight, NULL::SMALLINT AS back_dated,
    1 AS reports, 1 AS sources,
    named.relation AS vendor_type, named.set AS part
FROM named
LEFT JOIN coded ON coded.relation = named.relation
