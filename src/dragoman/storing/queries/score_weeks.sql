-- what: weekly sums of the daily scores of every pair, counted back from a day
-- unit: a pair and a week with at least one score
-- gives: a and b in alphabetical order, week from 0 on, the sum, the sum of absolute values, days with a score
WITH daily AS (
    SELECT a, b, day, sum(value) AS value
    FROM scores
    WHERE a < b AND day >= $first AND day < $first + 7 * $weeks AND measure = $measure
    GROUP BY ALL
)
SELECT
    a, b, ((day - $first) // 7)::INTEGER AS week,
    sum(value)::DOUBLE AS score, sum(abs(value))::DOUBLE AS volume,
    count(*) FILTER (value <> 0)::INTEGER AS days
FROM daily
GROUP BY ALL
ORDER BY ALL
