-- what: what the states of some pairs did to one another, by day
-- unit: a day, a directed pair, a class and a type
-- gives: day, who acted on whom, class, type, how many rows tell it, the id of the most reported and its dataset
SELECT
    day, a, b, class, type,
    sum(rows)::BIGINT AS rows, min_by(id, (-most, id)) AS id, min_by(dataset, (-most, id)) AS dataset
FROM day_acts
SEMI JOIN (SELECT unnest($doers) AS a, unnest($others) AS b) AS asked USING (a, b)
WHERE day >= $first AND day < $until
GROUP BY ALL
ORDER BY ALL
