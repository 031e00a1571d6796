-- what: votes in the General Assembly, one row a vote
-- unit: a state's vote on one roll call
-- gives: votes: roll call, voter, vote (yes, no, abstain) as words
-- Codes are ISO alpha-2; Namibia's is NA and is no missing value. Without a date in the file the
-- year is left out; the roll calls' own file has it.
SELECT
    file, line,
    coalesce(misread, CASE
        WHEN rcid IS NULL THEN 'no roll call'
        WHEN vote IS NULL OR vote NOT IN ('yes', 'no', 'abstain') THEN 'no vote: ' || coalesce(vote, '')
    END) AS reason,
    coalesce(year(try_strptime(date, '%Y-%m-%d')), 0) AS year,
    rcid AS id,
    coalesce(states.state, country_code, country) AS voter,
    vote,
    try_strptime(date, '%Y-%m-%d')::DATE AS date,
    session,
    country AS voter_name
FROM named
LEFT JOIN states ON states.system = 'iso2' AND states.alias = country_code AND states.last >= coalesce(year(try_strptime(date, '%Y-%m-%d')), 2100)
    AND states.first <= coalesce(year(try_strptime(date, '%Y-%m-%d')), 2100)
