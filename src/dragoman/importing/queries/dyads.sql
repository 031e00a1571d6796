-- what: scores or counts of pairs of states by day, from any file with a date, two parties and values
-- unit: a pair of states, a day and a measure (the name of the file's column)
-- gives: scores: the pair in alphabetical order, since files have each pair once and in any order
WITH dated AS (
    SELECT *,
        coalesce(try_strptime(left(date, 10), '%Y-%m-%d'), try_strptime(date, '%Y%m%d'))::DATE AS day
    FROM named
)
SELECT
    file, line,
    coalesce(misread, CASE
        WHEN day IS NULL THEN 'no such date: ' || coalesce(dated.date, '')
        WHEN dated.a IS NULL OR dated.b IS NULL THEN 'a party is missing'
        WHEN dated.a = dated.b THEN 'both parties are ' || dated.a
        WHEN NOT coalesce(isfinite(try_cast(dated.value AS DOUBLE)), false)
            THEN 'no number: ' || coalesce(dated.value, '')
    END) AS reason,
    year(day) AS year,
    day,
    least(coalesce(one.state, dated.a), coalesce(other.state, dated.b)) AS a,
    greatest(coalesce(one.state, dated.a), coalesce(other.state, dated.b)) AS b,
    measure,
    try_cast(dated.value AS DOUBLE) AS value
FROM dated
LEFT JOIN states AS one
    ON one.system = 'iso' AND one.alias = dated.a AND year(day) BETWEEN one.first AND one.last
LEFT JOIN states AS other
    ON other.system = 'iso' AND other.alias = dated.b AND year(day) BETWEEN other.first AND other.last
