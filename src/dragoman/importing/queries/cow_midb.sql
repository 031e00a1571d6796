-- what: disputes of MIDB, one row for each two states on opposite sides at the same time; -9 is missing
-- unit: a dispute and a directed pair of states
-- gives: disputes: who (a) against whom (b), first and last day, a's highest action and hostility level
-- Two states are joined only where their spells overlap: both were once in the dispute, not always together.
WITH spell AS (
    SELECT *,
        first_day(styear, stmon, stday) AS start, last_day_of(endyear, endmon, endday) AS "end"
    FROM named
)
SELECT
    one.file, one.line,
    coalesce(one.misread, CASE WHEN one.start IS NULL THEN 'no such date: ' || coalesce(one.styear, '') WHEN other.ccode IS NULL THEN 'no opponent at the same time' END) AS reason,
    year(greatest(one.start, other.start)) AS year,
    one.dispnum3 AS id,
    coalesce(a.state, 'COW' || one.ccode) AS a, coalesce(b.state, 'COW' || other.ccode) AS b,
    greatest(one.start, other.start) AS start, least(one."end", other."end") AS "end",
    try_cast(nullif(one.hiact, '-9') AS SMALLINT) AS highest_action,
    try_cast(nullif(one.hostlev, '-9') AS SMALLINT) AS hostility_level,
    one.orig = '1' AS is_originator
FROM spell AS one
LEFT JOIN spell AS other
    ON other.dispnum3 = one.dispnum3 AND other.sidea <> one.sidea
    AND other.start <= one."end" AND one.start <= other."end"
LEFT JOIN states AS a ON a.system = 'cow' AND a.alias = one.ccode AND year(one.start) BETWEEN a.first AND a.last
LEFT JOIN states AS b ON b.system = 'cow' AND b.alias = other.ccode AND year(other.start) BETWEEN b.first AND b.last
