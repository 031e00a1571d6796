-- what: the pairs and the classes that daily counts have
-- unit: a pair; a class
-- gives: the tables pairs and kinds, numbered from 0 on in alphabetical order
-- Millions of cells go to Python as numbers, since names take it ten times as long.
CREATE TEMP TABLE pairs AS
SELECT a, b, (row_number() OVER (ORDER BY a, b) - 1)::INTEGER AS pair
FROM (SELECT DISTINCT a, b FROM day_counts);
CREATE TEMP TABLE kinds AS
SELECT class, (row_number() OVER (ORDER BY class) - 1)::INTEGER AS kind
FROM (SELECT DISTINCT class FROM day_counts)
