-- what: what the states of some pairs did to one another, by day
-- unit: a day, a directed pair, a class and a type
-- gives: day, who acted on whom, class, type, how many rows tell it, the id of the most reported and its dataset
SELECT
    day, a, b, class, coalesce(type, '') AS type,
    count(*)::BIGINT AS rows, min_by(id, (-reports, id)) AS id, min_by(dataset, (-reports, id)) AS dataset
FROM events
WHERE list_contains($pairs, least(a, b) || ' ' || greatest(a, b)) AND a <> b AND class IS NOT NULL
    AND day >= $first AND day < $until AND back_dated IS NULL AND status = 'actual'
GROUP BY ALL
ORDER BY ALL
