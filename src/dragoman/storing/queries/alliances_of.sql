-- what: treaties that bind two states to one another on a day
-- unit: a treaty
-- gives: its id and dataset, first day, whether it holds them to defence
SELECT id, dataset, min(start), bool_or(coalesce(defense, false))
FROM alliances
WHERE least(a, b) = $a AND greatest(a, b) = $b
    AND start <= $day AND coalesce("end", DATE '9999-12-31') >= $day
GROUP BY ALL
ORDER BY 3, 1
