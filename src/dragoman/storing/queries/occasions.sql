-- what: days on which pairs of states signed an agreement or visited one another
-- unit: a pair and a day
-- gives: a and b in alphabetical order, the day; the most reported first and of those alike some by lot, at most 500
WITH met AS (
    SELECT least(a, b) AS one, greatest(a, b) AS other, day, sum(reports) AS reports
    FROM day_acts
    WHERE is_occasion AND day >= $first AND day < $until
        AND NOT list_contains($states, a) AND NOT list_contains($states, b)
    GROUP BY ALL
)
SELECT one, other, day
FROM met
ORDER BY reports DESC, md5(one || other || day)
LIMIT 500
