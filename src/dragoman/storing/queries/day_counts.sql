-- what: daily counts of every pair of states by class, a summary of one dataset and year
-- unit: a day, a pair and a class with at least one event
-- gives: day, a and b in alphabetical order, class, events (weighted), rows, reports, sources
-- One event a day, pair and root type counts once, however many rows tell of it: a quarter to two
-- fifths of the rows of GDELT and ICEWS repeat one. Back-dated events and those that were not
-- actual are left out.
WITH told AS (
    SELECT
        least(a, b) AS a, greatest(a, b) AS b, class, day,
        coalesce(left(code, 2), type) AS root,
        max(weight) AS weight, count(*) AS rows, sum(reports) AS reports, max(sources) AS sources
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL AND day IS NOT NULL
    GROUP BY ALL
)
SELECT
    day, a, b, class, sum(weight)::DOUBLE AS events, sum(rows)::BIGINT AS rows,
    sum(reports)::BIGINT AS reports, max(sources)::INTEGER AS sources
FROM told
GROUP BY day, a, b, class
ORDER BY day, a, b, class
