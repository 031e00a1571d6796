-- what: what the events of a store's datasets cover
-- unit: a dataset
-- gives: rows, first and last day, pairs of states, back-dated rows
SELECT
    dataset, count(*), min(day)::VARCHAR, max(day)::VARCHAR,
    count(*) FILTER (a <> b), count(back_dated)
FROM events
GROUP BY dataset
ORDER BY dataset
