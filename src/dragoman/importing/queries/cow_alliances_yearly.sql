-- what: COW alliances by directed pair and year: the file called directed holds one direction only, and gets both here
-- unit: an alliance, a directed pair of states and a year
-- gives: alliances of one year each
WITH both_ways AS (
    SELECT *, ccode1 AS one, ccode2 AS other FROM named
    UNION ALL
    SELECT *, ccode2 AS one, ccode1 AS other FROM named WHERE misread IS NULL
)
SELECT
    file, line,
    coalesce(misread, CASE WHEN try_cast(year AS INTEGER) IS NULL THEN 'no such year: ' || coalesce(year, '') END) AS reason,
    try_cast(both_ways.year AS INTEGER) AS year,
    version4id AS id,
    coalesce(a.state, 'COW' || one) AS a, coalesce(b.state, 'COW' || other) AS b,
    first_day(both_ways.year, '1', '1') AS start, last_day_of(both_ways.year, '12', '31') AS "end",
    defense = '1' AS defense, NULL::BOOLEAN AS offense, neutrality = '1' AS neutrality,
    nonaggression = '1' AS nonaggression, entente = '1' AS consultation
FROM both_ways
LEFT JOIN states AS a ON a.system = 'cow' AND a.alias = one AND try_cast(both_ways.year AS INTEGER) BETWEEN a.first AND a.last
LEFT JOIN states AS b ON b.system = 'cow' AND b.alias = other AND try_cast(both_ways.year AS INTEGER) BETWEEN b.first AND b.last
