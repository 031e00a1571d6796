-- what: the pairs that daily counts have
-- unit: a pair
-- gives: the table pairs, numbered from 0 on in alphabetical order
CREATE TEMP TABLE pairs AS
SELECT a, b, row_number() OVER (ORDER BY a, b) - 1 AS pair
FROM (SELECT DISTINCT a, b FROM day_counts)
