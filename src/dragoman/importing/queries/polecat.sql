-- what: POLECAT events, one row for each two states of an event
-- unit: an event and a pair of states; an event of several states has a row for each pair
-- gives: the columns storing/queries/events.sql asks for, and POLECAT's intensity and quad as they are
-- Missing is the word None; countries are lists with ";". A meeting names all as actors and no
-- recipient, so that each two actors are a pair; a meeting of k states weighs 1/(k-1) in each.
WITH listed AS (
    SELECT *,
        list_distinct([c FOR c IN string_split(replace(known(actor_country), ' ', ''), ';') IF c <> '' AND c <> 'None']) AS actors,
        list_distinct([c FOR c IN string_split(replace(known(recipient_country), ' ', ''), ';') IF c <> '' AND c <> 'None']) AS recipients
    FROM named
),
paired AS (
    SELECT *, CASE
        WHEN event_type = 'CONSULT' AND coalesce(len(recipients), 0) = 0 AND len(actors) > 1 THEN
            flatten([[[x, y] FOR y IN actors IF x < y] FOR x IN actors])
        WHEN coalesce(len(actors), 0) = 0 OR coalesce(len(recipients), 0) = 0 THEN
            [[actors[1], recipients[1]]]
        WHEN len(list_distinct(list_concat(actors, recipients))) = 1 THEN [[actors[1], recipients[1]]]
        ELSE flatten([[[x, y] FOR y IN recipients IF x <> y] FOR x IN actors])
    END AS pairs,
    len(list_distinct(list_concat(coalesce(actors, []), coalesce(recipients, [])))) AS parties
    FROM listed
),
exploded AS (
    SELECT * EXCLUDE (pairs), unnest(CASE WHEN len(pairs) = 0 THEN [[NULL, NULL]] ELSE pairs END) AS pair
    FROM paired
)
SELECT
    file, line, misread,
    event_id AS id,
    event_date AS date_text,
    try_strptime(event_date, '%Y-%m-%d')::DATE AS date,
    try_strptime(left(known(publication_date), 10), '%Y-%m-%d')::DATE AS reported,
    date AS day,
    known(actor_name) AS source, known(recipient_name) AS target,
    pair[1] AS source_state, pair[2] AS target_state,
    'iso' AS system,
    NULL AS code, known(event_type) AS type, known(event_mode) AS mode, NULL AS promises,
    'actual' AS status,
    (CASE WHEN event_type = 'CONSULT' AND parties > 2 THEN 1.0 / (parties - 1) ELSE 1.0 END)::FLOAT AS weight,
    NULL::SMALLINT AS back_dated,
    1 AS reports, 1 AS sources,
    known(contexts) AS contexts,
    try_cast(known(intensity) AS FLOAT) AS intensity, known(quad_code) AS vendor_quad,
    known(story_locations) AS story_locations, known(story_people) AS story_people,
    known(source) AS publisher, known(country) AS place_country,
    try_cast(known(latitude) AS FLOAT) AS lat, try_cast(known(longitude) AS FLOAT) AS lon
FROM exploded
