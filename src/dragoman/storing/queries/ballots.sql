-- what: how some states voted in the General Assembly on roll calls on which all of them did
-- unit: a year and a way to vote together
-- gives: the year, the votes in the order of the states, how many roll calls had them
-- The date of a roll call is in its own file, in some files with each vote too; without one it is left out.
WITH calls AS (
    SELECT id, max(date) AS day FROM votes GROUP BY id
),
together AS (
    SELECT votes.id, any_value(calls.day) AS day, list(vote ORDER BY list_position($states, voter)) AS ballot
    FROM votes
    JOIN calls ON calls.id = votes.id AND calls.day < $until
    WHERE list_contains($states, voter) AND vote IS NOT NULL
    GROUP BY votes.id
    HAVING count(DISTINCT voter) = len($states) AND count(*) = len($states)
)
SELECT year(day) AS year, ballot, count(*)::INTEGER AS calls
FROM together
GROUP BY ALL
ORDER BY ALL
