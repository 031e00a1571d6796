-- what: texts of the articles that tell of two states together
-- unit: an article
-- gives: its record as JSON, the newest first, at most 1,000
SELECT record
FROM articles
WHERE id IN (SELECT article FROM events WHERE least(a, b) = $a AND greatest(a, b) = $b)
ORDER BY published DESC, id
LIMIT 1000
