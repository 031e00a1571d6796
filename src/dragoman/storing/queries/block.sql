-- what: the rows of a block of lines, read by their dataset's own query
-- unit: a row of a dataset
-- gives: the table block: what the dataset's kind has, the file and the line, and why a row is rejected
-- A line of another width than its layout's is rejected, and so is one that is no text in the
-- file's encoding, which stands here as chr(26).
CREATE OR REPLACE TEMP TABLE block AS
WITH lines AS (SELECT {line} AS line, text FROM block_lines),
split AS (SELECT line, string_split(text, chr(9)) AS f FROM lines),
named AS (
    SELECT
        {file} AS file, {number} AS line,
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
