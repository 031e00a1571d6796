-- what: the days that each dataset of events covers
-- unit: a dataset
-- gives: its name, first and last day, rows on two states
SELECT dataset, min(first), max(last), sum(rows)::BIGINT
FROM day_spans
GROUP BY dataset
ORDER BY dataset
