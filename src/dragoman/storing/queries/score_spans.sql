-- what: the days that each measure of daily scores covers
-- unit: a measure
-- gives: its name, first and last day, rows
SELECT measure, min(day), max(day), count(*)
FROM scores
WHERE day IS NOT NULL
GROUP BY measure
ORDER BY measure
