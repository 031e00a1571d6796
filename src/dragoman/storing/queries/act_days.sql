-- what: days on which some states did acts of some classes or types to some others
-- unit: a day
-- gives: the day, in order
SELECT DISTINCT day
FROM day_acts
SEMI JOIN (SELECT unnest($doers) AS a, unnest($others) AS b) AS asked USING (a, b)
WHERE day >= $first AND day < $until
    AND (list_contains($classes, class) OR list_contains($types, type))
ORDER BY day
