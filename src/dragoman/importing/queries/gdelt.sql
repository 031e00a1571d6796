-- what: GDELT events 1.0 and 2.0, one row a line
-- unit: an event that GDELT found; 28 of 100 repeat day, parties and code of another
-- gives: the columns storing/queries/events.sql asks for, and GDELT's own scores in columns of their own
-- Country columns are matched, never the full actor code: Serbia's is SCGSRB. A series counts an
-- event on the day it was added, and keeps those apart that were dated back by exactly 7, 30 or
-- 365 days: they tell of anniversaries and of old news. Files of before April 2013 carry the day
-- on which they were loaded, which says nothing, and count on the event's own day.
SELECT
    file, line,
    coalesce(misread, CASE
        WHEN left(eventcode, 2) <> eventrootcode THEN 'event code ' || eventcode || ' and root code ' || eventrootcode || ' differ: was a leading zero lost?'
        WHEN dateadded IS NOT NULL AND try_strptime(left(dateadded, 8), '%Y%m%d') IS NULL THEN 'no such date: ' || dateadded
    END) AS misread,
    globaleventid AS id,
    sqldate AS date_text,
    try_strptime(sqldate, '%Y%m%d')::DATE AS date,
    try_strptime(left(dateadded, 8), '%Y%m%d')::DATE AS reported,
    coalesce(reported, date) AS day,
    actor1code AS source, actor2code AS target,
    actor1name AS source_name, actor2name AS target_name,
    actor1countrycode AS source_state, actor2countrycode AS target_state,
    'iso' AS system,
    eventcode AS code, NULL AS type, NULL AS mode, NULL AS promises,
    'actual' AS status, 1.0::FLOAT AS weight,
    CASE WHEN reported - date IN (7, 30, 365) THEN (reported - date)::SMALLINT END AS back_dated,
    try_cast(nummentions AS INTEGER) AS reports,
    try_cast(numsources AS INTEGER) AS sources,
    isrootevent = '1' AS is_root,
    try_cast(goldsteinscale AS FLOAT) AS goldstein,
    try_cast(avgtone AS FLOAT) AS tone,
    quadclass AS vendor_quad,
    actiongeo_countrycode AS place_fips,
    try_cast(actiongeo_lat AS FLOAT) AS lat, try_cast(actiongeo_long AS FLOAT) AS lon,
    sourceurl AS url
FROM named
