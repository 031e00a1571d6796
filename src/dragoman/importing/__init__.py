"""Published datasets: their layouts, their rows as lines to read, and the SQL that reads them."""
