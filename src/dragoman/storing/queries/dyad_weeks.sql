-- what: weekly counts of every pair of states by class, counted back from a day
-- unit: a pair, a class and a week with at least one event
-- gives: a and b in alphabetical order, class, week from 0 on, events (weighted), rows, reports, sources
-- One event a day, pair and root type counts once, however many rows tell of it: a quarter to two
-- fifths of the rows of GDELT and ICEWS repeat one. Back-dated events and those that were not
-- actual are left out.
WITH told AS (
    SELECT
        least(a, b) AS a, greatest(a, b) AS b, class, day,
        CASE WHEN $by_row THEN file || ':' || line ELSE coalesce(left(code, 2), type) END AS root,
        max(weight) AS weight, count(*) AS rows, sum(reports) AS reports, max(sources) AS sources
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL
        AND day >= $first AND day < $first + 7 * $weeks
    GROUP BY ALL
)
SELECT
    a, b, class, ((day - $first) // 7)::INTEGER AS week,
    sum(weight)::DOUBLE AS events, sum(rows)::BIGINT AS rows,
    sum(reports)::BIGINT AS reports, max(sources)::INTEGER AS sources
FROM told
GROUP BY ALL
ORDER BY ALL
