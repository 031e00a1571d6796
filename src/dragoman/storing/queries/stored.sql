-- what: rows of a block that are in the store already, by the dataset's key
-- unit: a row of the block
-- gives: more rows of the table repeated
INSERT INTO repeated
SELECT block.rowid AS row
FROM block
SEMI JOIN (
    SELECT {key} FROM read_parquet(?, union_by_name = true)
    WHERE {first} BETWEEN (SELECT min({first}) FROM block) AND (SELECT max({first}) FROM block)
) AS doubles ON {same}
WHERE block.reason IS NULL AND block.rowid NOT IN (SELECT row FROM repeated)
