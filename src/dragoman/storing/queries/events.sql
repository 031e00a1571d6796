-- what: what all datasets of events have in common, worked out from their own codes
-- unit: an event and a directed pair of parties
-- gives: parties as our state codes at that date, type, class and quad by the crosswalk, year, and why a row is rejected
-- The longest prefix of a CAMEO code decides (codes.sql); a vendor's own quad is kept and never used, since
-- datasets cut the quads differently. A party that is no state at that date is missing, its
-- vendor's code is kept.
SELECT
    r.file, r.line, r.id, r.day, r.date, r.reported, r.back_dated,
    CASE WHEN r.system = 'own' THEN r.source_state ELSE one.state END AS a,
    CASE WHEN r.system = 'own' THEN r.target_state ELSE other.state END AS b,
    r.source, r.target, r.code,
    nullif(coalesce(r.type, x.type), '') AS type,
    r.mode,
    coalesce(p3.class, p2.class, p1.class, p0.class, x.class) AS class,
    coalesce(p0.quad, x.quad) AS quad,
    r.status, r.weight, r.reports, r.sources,
    r.* EXCLUDE (
        file, line, misread, id, day, date, date_text, reported, back_dated, source, target,
        source_state, target_state, system, code, type, mode, promises, status, weight, reports, sources
    ),
    year(r.day)::INTEGER AS year,
    CASE
        WHEN r.misread IS NOT NULL THEN r.misread
        WHEN r.id IS NULL THEN 'no id'
        WHEN r.date IS NULL AND (r.system <> 'own' OR r.date_text IS NOT NULL)
            THEN 'no such date: ' || coalesce(r.date_text, '')
        WHEN r.type IS NULL AND x.class IS NULL THEN 'no CAMEO code: ' || coalesce(r.code, '')
        WHEN r.type <> '' AND p0.class IS NULL THEN 'no PLOVER type: ' || r.type
    END AS reason
FROM found AS r
LEFT JOIN states AS one
    ON one.system = r.system AND one.alias = r.source_state AND year(r.day) BETWEEN one.first AND one.last
LEFT JOIN states AS other
    ON other.system = r.system AND other.alias = r.target_state AND year(r.day) BETWEEN other.first AND other.last
LEFT JOIN codes AS x ON x.code = left(r.code, 4)
LEFT JOIN classes AS p0 ON p0.type = r.type AND p0.mode = '' AND p0.cameo = '' AND p0.promises = ''
LEFT JOIN classes AS p1 ON p1.type = r.type AND p1.mode <> '' AND list_contains(string_split(r.mode, '|'), p1.mode)
LEFT JOIN classes AS p2 ON p2.type = r.type AND p2.cameo <> '' AND p2.cameo = left(r.code, 3)
LEFT JOIN classes AS p3 ON p3.type = r.type AND p3.promises <> '' AND p3.promises = r.promises
