-- what: weekly counts of every pair of states by class, counted back from a day
-- unit: a pair, a class and a week with at least one event
-- gives: the table weeks: a and b in alphabetical order, class, week from 0 on, events (weighted), rows
-- One event a day, pair and root type counts once, however many rows tell of it: a quarter to two
-- fifths of the rows of GDELT and ICEWS repeat one. Back-dated events and those that were not
-- actual are left out.
CREATE TEMP TABLE weeks AS
WITH told AS (
    SELECT
        least(a, b) AS a, greatest(a, b) AS b, class, day,
        CASE WHEN $by_row THEN file || ':' || line ELSE coalesce(left(code, 2), type) END AS root,
        max(weight) AS weight, count(*) AS rows
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL
        AND day >= $first AND day < $first + 7 * $weeks
    GROUP BY ALL
)
SELECT
    a, b, class, ((day - $first) // 7)::INTEGER AS week,
    sum(weight)::DOUBLE AS events, sum(rows)::BIGINT AS rows
FROM told
GROUP BY ALL
