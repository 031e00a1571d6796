-- what: what every state did to another, by day, a summary of one dataset and year
-- unit: a day, a directed pair, a class, a type, and whether it is a visit or a signing
-- gives: day, a, b, class, type, is_occasion, dataset, how many rows tell it, their reports, the id of the most reported and its reports
-- In the order of pairs, so that a question about one of them reads a small part of it. Back-dated
-- events and those that were not actual are left out.
WITH acts AS (
    SELECT
        day, a, b, class, coalesce(type, '') AS type,
        (
            coalesce(left(code, 3) IN ('042', '043', '057'), false)
            OR (code IS NULL AND type = 'CONSULT' AND list_contains(string_split(mode, '|'), 'visit'))
        ) AS is_occasion,
        dataset, count(*)::BIGINT AS rows, sum(reports)::BIGINT AS reports,
        min_by(id, (-reports, id)) AS id, max(reports) AS most
    FROM events
    WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL AND day IS NOT NULL
    GROUP BY ALL
)
FROM acts
ORDER BY least(a, b), greatest(a, b), day, a, class, type, is_occasion
