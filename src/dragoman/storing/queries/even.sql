-- what: the rows of a block of lines as they are, all of one width, read by their dataset's own query
-- unit: a row of a dataset
-- gives: the table block, as block.sql does; an error where a line has another width or is no text
-- DuckDB passes over blank lines: then the last line's number is too low.
CREATE OR REPLACE TEMP TABLE block AS
WITH lines AS (
    SELECT *, row_number() OVER () AS number
    FROM read_csv(
        ?, delim = chr(9), quote = '', escape = '', header = false, auto_detect = false, skip = {skip},
        max_line_size = {longest}, columns = {{{fields}}}
    )
),
named AS (
    SELECT '{name}' AS file, number + {first} - 1 AS line, NULL::VARCHAR AS misread, {columns}
    FROM lines
),
found AS (
{query}
)
{finish}
