-- what: counts of some weeks by the numbers of week_names.sql
-- unit: a pair, a class and a day with at least one event
-- gives: the numbers of the pair and of the class, week from 0 on, events (weighted)
SELECT pair, kind, ((day - $first) // 7)::INTEGER AS week, events
FROM (
    SELECT pair, kind, unnest(days) AS day, unnest(events) AS events
    FROM day_counts
    JOIN pairs USING (a, b)
    JOIN kinds USING (class)
)
WHERE day >= $first AND day < $first + 7 * $weeks
