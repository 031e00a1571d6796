-- what: the rows of a block of numbered lines, read by their dataset's own query
-- unit: a row of a dataset
-- gives: the table block: what the dataset's kind has, the file and the line, and why a row is rejected
-- A line of another width than its layout's is rejected, and so is one that is no text in the
-- file's encoding, which stands here as chr(26).
CREATE OR REPLACE TEMP TABLE block AS
WITH split AS (SELECT string_split(text, chr(9)) AS f FROM block_lines),
named AS (
    SELECT
        f[1] AS file, f[2]::BIGINT AS line,
        CASE
            WHEN f[len(f)] = chr(26) THEN 'it is no text in the encoding of its file'
            WHEN len(f) <> {width} THEN (len(f) - {extra}) || ' columns, not ' || {expected}
        END AS misread,
        {columns}
    FROM split
),
found AS (
{query}
)
{finish}
