-- what: weekly counts of every pair of states by class, counted from a day, out of daily ones
-- unit: a pair, a class and a week with at least one event
-- gives: what dyad_weeks.sql does, of one dataset
CREATE TEMP TABLE weeks AS
SELECT
    a, b, class, ((day - $first) // 7)::INTEGER AS week,
    sum(events)::DOUBLE AS events, sum(rows)::BIGINT AS rows
FROM day_counts
WHERE day >= $first AND day < $first + 7 * $weeks
GROUP BY ALL
