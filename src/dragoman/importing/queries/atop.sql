-- what: ATOP obligations by directed pair and year, as they are; both directions stand in the file
-- unit: a directed pair of states and a year
-- gives: alliances of one year each
SELECT
    file, line,
    coalesce(misread, CASE WHEN try_cast(named.year AS INTEGER) IS NULL THEN 'no such year: ' || coalesce(named.year, '') END) AS reason,
    try_cast(try_cast(named.year AS DOUBLE) AS INTEGER) AS year,
    named.year || '-' || ccode1 || '-' || ccode2 AS id,
    coalesce(a.state, 'COW' || whole(ccode1)) AS a, coalesce(b.state, 'COW' || whole(ccode2)) AS b,
    first_day(whole(named.year), '1', '1') AS start, last_day_of(whole(named.year), '12', '31') AS "end",
    whole(defense) = '1' AS defense, whole(offense) = '1' AS offense, whole(neutral) = '1' AS neutrality,
    whole(nonagg) = '1' AS nonaggression, whole(consul) = '1' AS consultation
FROM named
LEFT JOIN states AS a ON a.system = 'cow' AND a.alias = whole(ccode1) AND try_cast(try_cast(named.year AS DOUBLE) AS INTEGER) BETWEEN a.first AND a.last
LEFT JOIN states AS b ON b.system = 'cow' AND b.alias = whole(ccode2) AND try_cast(try_cast(named.year AS DOUBLE) AS INTEGER) BETWEEN b.first AND b.last
