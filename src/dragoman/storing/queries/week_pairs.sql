-- what: the pairs that have an event of some classes in some weeks
-- unit: a pair
-- gives: the table pairs, numbered from 0 on in alphabetical order
-- Days are in order: those between the first and the last are looked at where both lie outside.
CREATE TEMP TABLE pairs AS
SELECT a, b, row_number() OVER (ORDER BY a, b) - 1 AS pair
FROM (
    SELECT DISTINCT a, b
    FROM day_counts
    WHERE list_contains($classes, class) AND CASE
        WHEN days[1] >= $first AND days[1] < $first + 7 * $weeks THEN true
        WHEN days[-1] >= $first AND days[-1] < $first + 7 * $weeks THEN true
        ELSE len(list_filter(days, lambda day: day >= $first AND day < $first + 7 * $weeks)) > 0
    END
)
