-- what: counts of some weeks, by their places in a table of pairs, groups of classes and weeks
-- unit: a pair, a class and a day with at least one event
-- gives: the place of its pair, group and week, the last moving fastest; events (weighted)
-- Millions of cells go to Python as numbers, since names take it ten times as long.
SELECT start + (day - $first) // 7 AS cell, events
FROM (
    SELECT
        (pair * $groups + $places[list_position($classes, class)]) * $weeks AS start,
        unnest(days) AS day, unnest(events) AS events
    FROM day_counts
    JOIN pairs USING (a, b)
    WHERE list_contains($classes, class)
)
WHERE day >= $first AND day < $first + 7 * $weeks
