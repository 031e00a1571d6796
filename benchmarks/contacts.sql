-- what: talks of a state that were done, each with the other state
-- unit: an event of our own coder and another state
-- gives: the other state, the day, the event's record as JSON
SELECT CASE WHEN a = $host THEN b ELSE a END AS country, day, record
FROM events
WHERE type = 'CONSULT' AND status = 'actual' AND a <> b AND day IS NOT NULL AND $host IN (a, b)
