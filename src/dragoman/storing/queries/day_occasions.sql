-- what: days on which pairs of states signed an agreement or visited one another, a summary of one dataset and year
-- unit: a pair and a day
-- gives: one and other in alphabetical order, the day, the reports of it, the most reported first
-- Back-dated events and those that were not actual are left out.
SELECT least(a, b) AS one, greatest(a, b) AS other, day, sum(reports)::BIGINT AS reports
FROM events
WHERE a <> b AND back_dated IS NULL AND status = 'actual' AND class IS NOT NULL AND day IS NOT NULL
    AND (
        left(code, 3) IN ('042', '043', '057')
        OR (code IS NULL AND type = 'CONSULT' AND list_contains(string_split(mode, '|'), 'visit'))
    )
GROUP BY ALL
ORDER BY reports DESC, one, other, day
