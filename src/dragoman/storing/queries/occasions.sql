-- what: days on which pairs of states signed an agreement or visited one another
-- unit: a pair and a day
-- gives: a and b in alphabetical order, the day; the most reported first and of those alike some by lot, at most 500
WITH met AS (
    SELECT least(a, b) AS one, greatest(a, b) AS other, day, sum(reports) AS reports
    FROM events
    WHERE a <> b AND day >= $first AND day < $until AND back_dated IS NULL AND status = 'actual'
        AND NOT list_contains($states, a) AND NOT list_contains($states, b)
        AND (code LIKE '057%' OR code LIKE '042%' OR code LIKE '043%'
            OR (code IS NULL AND type = 'CONSULT' AND list_contains(string_split(mode, '|'), 'visit')))
    GROUP BY ALL
)
SELECT one, other, day
FROM met
ORDER BY reports DESC, md5(one || other || day)
LIMIT 500
