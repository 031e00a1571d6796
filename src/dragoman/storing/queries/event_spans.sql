-- what: the days that each dataset of events covers
-- unit: a dataset
-- gives: its name, first and last day, rows on two states
SELECT dataset, min(day), max(day), count(*) FILTER (a <> b)
FROM events
WHERE day IS NOT NULL AND back_dated IS NULL
GROUP BY dataset
ORDER BY dataset
