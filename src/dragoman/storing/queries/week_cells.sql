-- what: weekly counts by the numbers of week_pairs.sql
-- unit: a pair, a class and a week with at least one event
-- gives: the numbers of the pair and of the class, week from 0 on, events (weighted), rows
SELECT pair, kind, week, events, rows
FROM weeks
JOIN pairs USING (a, b)
JOIN kinds USING (class)
