-- what: what became of a block's lines
-- unit: a line of a file
-- gives: read, repeated, rejected, and those of the kept that are back-dated
SELECT
    {read},
    count(DISTINCT hash(file, line)) FILTER (repeated.row IS NOT NULL),
    count(DISTINCT hash(file, line)) FILTER (reason IS NOT NULL),
    count(DISTINCT hash(file, line)) FILTER (reason IS NULL AND repeated.row IS NULL AND {back_dated})
FROM block LEFT JOIN repeated ON repeated.row = block.rowid
