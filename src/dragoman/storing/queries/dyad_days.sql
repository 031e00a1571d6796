-- what: what day_counts.sql gives, of the events of several datasets together or of every row
-- unit: a pair and a class
-- gives: the table day_counts, of some weeks alone
CREATE TEMP TABLE day_counts AS
WITH told AS (
    SELECT
        least(a, b) AS a, greatest(a, b) AS b, class, day,
        CASE WHEN $by_row THEN file || ':' || line ELSE coalesce(left(code, 2), type) END AS root,
        max(weight) AS weight
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL
        AND day >= $first AND day < $first + 7 * $weeks
    GROUP BY ALL
),
daily AS (SELECT a, b, class, day, sum(weight)::DOUBLE AS events FROM told GROUP BY ALL)
SELECT a, b, class, list(day ORDER BY day) AS days, list(events ORDER BY day) AS events
FROM daily
GROUP BY a, b, class
