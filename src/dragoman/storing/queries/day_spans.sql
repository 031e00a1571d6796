-- what: the days that a dataset of events covers, a summary of one dataset and year
-- unit: a dataset
-- gives: its name, first and last day, rows on two states
SELECT dataset, min(day) AS first, max(day) AS last, count(*) FILTER (a <> b) AS rows
FROM events
WHERE day IS NOT NULL AND back_dated IS NULL
GROUP BY dataset
