-- what: roll calls of the General Assembly, one row a roll call
-- unit: a roll call
-- gives: votes without a voter: when the roll call was and what about
-- R data have a date as the number of days since 1970.
WITH dated AS (
    SELECT *,
        coalesce(
            try_strptime(left(date, 10), '%Y-%m-%d')::DATE, DATE '1970-01-01' + try_cast(date AS INTEGER)
        ) AS day
    FROM named
)
SELECT
    file, line,
    coalesce(misread, CASE WHEN day IS NULL THEN 'no such date: ' || coalesce(dated.date, '') END) AS reason,
    year(day) AS year,
    rcid AS id, '' AS voter, NULL AS vote,
    day AS date,
    session, NULL AS voter_name, unres AS resolution, short AS subject
FROM dated
