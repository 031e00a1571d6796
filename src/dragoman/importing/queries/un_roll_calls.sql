-- what: roll calls of the General Assembly, one row a roll call
-- unit: a roll call
-- gives: votes without a voter: when the roll call was and what about
SELECT
    file, line,
    coalesce(misread, CASE WHEN try_strptime(left(named.date, 10), '%Y-%m-%d') IS NULL THEN 'no such date: ' || coalesce(named.date, '') END) AS reason,
    year(try_strptime(left(named.date, 10), '%Y-%m-%d')) AS year,
    rcid AS id, '' AS voter, NULL AS vote,
    try_strptime(left(named.date, 10), '%Y-%m-%d')::DATE AS date,
    session, NULL AS voter_name, unres AS resolution, short AS subject
FROM named
