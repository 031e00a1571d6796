-- what: the days on which pairs had their largest scores
-- unit: a row of a measure
-- gives: a and b in alphabetical order, the day, the value, the file and the line, the largest of each pair first
SELECT a, b, day, value, file, line
FROM scores
WHERE measure = $measure AND day >= $first AND day < $until AND list_contains($pairs, a || ' ' || b)
QUALIFY row_number() OVER (PARTITION BY a, b ORDER BY abs(value) DESC, day) <= $most
ORDER BY a, b, abs(value) DESC, day
