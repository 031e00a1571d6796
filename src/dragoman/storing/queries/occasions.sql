-- what: days on which pairs of states signed an agreement or visited one another
-- unit: a pair and a day of a dataset
-- gives: a and b in alphabetical order, the day; the most reported first and of those alike some by lot, at most 500
-- The lot is drawn among those alone that have reports enough, since drawing it takes long.
WITH met AS (
    SELECT one, other, day, coalesce(reports, -1) AS reports
    FROM day_occasions
    WHERE day >= $first AND day < $until
        AND NOT list_contains($states, one) AND NOT list_contains($states, other)
),
most AS (SELECT reports FROM met ORDER BY reports DESC LIMIT 500)
SELECT one, other, day
FROM met
WHERE reports >= (SELECT min(reports) FROM most)
ORDER BY reports DESC, md5(one || other || day)
LIMIT 500
