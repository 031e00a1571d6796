-- what: when the votes that a store holds end
-- unit: the store
-- gives: the day of its last roll call; none where no roll call has a date
SELECT max(date) FROM votes
