-- what: COW alliances by member, one row for each two members at the same time, in both directions
-- unit: an alliance and a directed pair of states
-- gives: alliances: first and last day together (the last is missing where it goes on), and what was promised
WITH spell AS (
    SELECT *,
        first_day(mem_st_year, mem_st_month, mem_st_day) AS start,
        last_day_of(mem_end_year, mem_end_month, mem_end_day) AS "end"
    FROM named
)
SELECT
    one.file, one.line,
    coalesce(one.misread, CASE WHEN one.start IS NULL THEN 'no such date: ' || coalesce(one.mem_st_year, '') WHEN other.ccode IS NULL THEN 'no other member at the same time' END) AS reason,
    year(greatest(one.start, other.start)) AS year,
    one.version4id AS id,
    coalesce(a.state, 'COW' || one.ccode) AS a, coalesce(b.state, 'COW' || other.ccode) AS b,
    greatest(one.start, other.start) AS start, least(one."end", other."end") AS "end",
    one.defense = '1' AS defense, NULL::BOOLEAN AS offense, one.neutrality = '1' AS neutrality,
    one.nonaggression = '1' AS nonaggression, one.entente = '1' AS consultation
FROM spell AS one
LEFT JOIN spell AS other
    ON other.version4id = one.version4id AND other.ccode <> one.ccode
    AND other.start <= coalesce(one."end", DATE '9999-12-31')
    AND one.start <= coalesce(other."end", DATE '9999-12-31')
LEFT JOIN states AS a ON a.system = 'cow' AND a.alias = one.ccode
    AND year(greatest(one.start, other.start)) BETWEEN a.first AND a.last
LEFT JOIN states AS b ON b.system = 'cow' AND b.alias = other.ccode
    AND year(greatest(one.start, other.start)) BETWEEN b.first AND b.last
