-- what: disputes of MIDA, one row a dispute; -9 is missing
-- unit: a militarized interstate dispute
-- gives: disputes without parties (MIDB has them): first and last day, highest action, hostility level
SELECT
    file, line,
    coalesce(misread, CASE WHEN try_cast(styear AS INTEGER) IS NULL THEN 'no such year: ' || coalesce(styear, '') END) AS reason,
    try_cast(styear AS INTEGER) AS year,
    dispnum3 AS id, '' AS a, '' AS b,
    first_day(styear, stmon, stday) AS start, last_day_of(endyear, endmon, endday) AS "end",
    try_cast(nullif(hiact, '-9') AS SMALLINT) AS highest_action,
    try_cast(nullif(hostlev, '-9') AS SMALLINT) AS hostility_level,
    NULL::BOOLEAN AS is_originator
FROM named
