-- what: cooperation of two states, and against whom it is said to be directed
-- unit: an event of our own coder and a pair with X or Y in it
-- gives: id, day (the first where it spans a week or more), the pair in alphabetical order, the parties named against with their basis, the article
SELECT DISTINCT id, coalesce(day, date) AS day, least(a, b) AS a, greatest(a, b) AS b, coalesce(against, '') AS against,
    coalesce(article, '') AS article
FROM events
WHERE (list_contains($states, a) OR list_contains($states, b)) AND a <> b
    AND class IN ('commitment', 'deeds') AND status = 'actual'
    AND coalesce(day, date) >= $first AND coalesce(day, date) < $until
ORDER BY ALL
