-- what: the lines of a block, in their order
-- unit: a line
-- gives: the table block_lines; a row's number there tells its line in the file
-- Numbering the lines while they are read would keep DuckDB to one core.
CREATE OR REPLACE TEMP TABLE block_lines AS
SELECT text
FROM read_csv(
    ?, delim = chr(1), quote = '', escape = '', header = false, auto_detect = false, skip = {skip},
    max_line_size = 16777216, columns = {{'text': 'VARCHAR'}}
)
