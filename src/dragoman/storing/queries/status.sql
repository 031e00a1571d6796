-- what: what the events of a store's datasets cover
-- unit: a dataset
-- gives: first and last day, rows of two states
SELECT
    dataset, min(day)::VARCHAR, max(day)::VARCHAR, count(*) FILTER (a <> b)
FROM events
GROUP BY dataset
ORDER BY dataset
