-- what: the lines of a block
-- unit: a line
-- gives: the table block_lines
CREATE OR REPLACE TEMP TABLE block_lines AS
SELECT text
FROM read_csv(
    ?, delim = chr(1), quote = '', escape = '', header = false, auto_detect = false,
    max_line_size = 16777216, columns = {'text': 'VARCHAR'}
)
