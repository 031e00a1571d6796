-- what: what became of a block's lines
-- unit: a line of a file
-- gives: read, repeated, rejected, and those of the kept that are back-dated
-- A line of several parties has several rows. Lines that are not told apart are few, so only these
-- are hashed.
SELECT
    (SELECT count(DISTINCT hash(file, line)) FROM block),
    (SELECT count(DISTINCT hash(file, line)) FROM block WHERE rowid IN (SELECT row FROM repeated)),
    (SELECT count(DISTINCT hash(file, line)) FROM block WHERE reason IS NOT NULL),
    (
        SELECT count(DISTINCT hash(file, line)) FROM block
        WHERE reason IS NULL AND {back_dated} AND rowid NOT IN (SELECT row FROM repeated)
    )
