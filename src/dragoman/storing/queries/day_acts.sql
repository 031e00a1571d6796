-- what: what every state did to another, by day, a summary of one dataset and year
-- unit: a day, a directed pair, a class and a type
-- gives: day, a, b, class, type, dataset, how many rows tell it, the id of the most reported and its reports
-- In the order of pairs, so that a question about one of them reads a small part of it. Back-dated
-- events and those that were not actual are left out.
WITH acts AS (
    SELECT
        day, a, b, class, coalesce(type, '') AS type, dataset,
        count(*)::BIGINT AS rows, min_by(id, (-reports, id)) AS id, max(reports) AS most
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL AND day IS NOT NULL
    GROUP BY ALL
)
FROM acts
ORDER BY a, b, day, class, type
