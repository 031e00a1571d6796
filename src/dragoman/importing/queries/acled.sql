-- what: ACLED events in the schemas of 2015-17, 2018-22 and since 2023, one row a line
-- unit: an event of political violence or protest
-- gives: the columns storing/queries/events.sql asks for; ACLED's types, fatalities and interaction as they are
-- A date of two digits for the year is tried first, since 20 is a year too. An actor's state stands in its name: "Military Forces of X (years)", "Civilians (X)".
SELECT
    file, line,
    coalesce(misread, CASE
        WHEN acled_types.type IS NULL THEN 'no ACLED event type: ' || coalesce(named.event_type, '')
    END) AS misread,
    event_id_cnty AS id,
    event_date AS date_text,
    coalesce(
        try_strptime(event_date, '%Y-%m-%d'), try_strptime(event_date, '%d-%b-%y'),
        try_strptime(event_date, '%d-%B-%Y'), try_strptime(event_date, '%d-%b-%Y'),
        try_strptime(event_date, '%d %B %Y'), try_strptime(event_date, '%d/%m/%Y')
    )::DATE AS date,
    NULL::DATE AS reported,
    date AS day,
    actor1 AS source, actor2 AS target,
    lower(actor_state(actor1)) AS source_state, lower(actor_state(actor2)) AS target_state,
    'name' AS system,
    NULL AS code, acled_types.type AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight, NULL::SMALLINT AS back_dated,
    greatest(1, len(string_split(coalesce(named.source, ''), ';'))) AS reports,
    greatest(1, len(string_split(coalesce(named.source, ''), ';'))) AS sources,
    named.event_type AS vendor_type, sub_event_type AS vendor_subtype, inter1, inter2,
    try_cast(fatalities AS INTEGER) AS deaths, "timestamp" AS updated,
    country AS place_country,
    try_cast(latitude AS FLOAT) AS lat, try_cast(longitude AS FLOAT) AS lon
FROM named
LEFT JOIN acled_types ON acled_types.event_type = lower(trim(named.event_type))
