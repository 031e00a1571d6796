-- what: rows of a block that repeat another of the block, by the dataset's key
-- unit: a row of the block
-- gives: the table repeated: their row numbers; of those alike the first stays
-- Rows of one line are no repeats of each other: an event of several states has one for each pair.
CREATE OR REPLACE TEMP TABLE repeated AS
WITH doubles AS (
    SELECT {key}, arg_min(rowid, line) AS first FROM block WHERE reason IS NULL GROUP BY ALL HAVING count(*) > 1
)
SELECT block.rowid AS row
FROM block
JOIN doubles ON {same}
JOIN block AS kept ON kept.rowid = doubles.first
WHERE block.reason IS NULL AND (block.line <> kept.line OR block.file <> kept.file)
