-- what: daily counts of every pair of states by class, a summary of one dataset and year
-- unit: a pair and a class
-- gives: a and b in alphabetical order, class, the days with an event in order, the events (weighted) of each
-- A row holds its days, since millions of days take one name each less time to read than a name a
-- day. One event a day, pair and root type counts once, however many rows tell of it: a quarter to
-- two fifths of the rows of GDELT and ICEWS repeat one. Back-dated events and those that were not
-- actual are left out.
WITH told AS (
    SELECT
        least(a, b) AS a, greatest(a, b) AS b, class, day,
        coalesce(left(code, 2), type) AS root,
        max(weight) AS weight
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL AND day IS NOT NULL
    GROUP BY ALL
),
daily AS (SELECT a, b, class, day, sum(weight)::DOUBLE AS events FROM told GROUP BY ALL)
SELECT a, b, class, list(day ORDER BY day) AS days, list(events ORDER BY day) AS events
FROM daily
GROUP BY a, b, class
ORDER BY a, b, class
