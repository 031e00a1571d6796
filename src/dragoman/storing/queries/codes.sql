-- what: every CAMEO code there could be, of two to four digits, with what the crosswalk says of it
-- unit: a code
-- gives: the table codes: type, class and quad by the longest prefix; found once, since three joins a row would cost a tenth of an import
CREATE TEMP TABLE codes AS
WITH known AS (
    SELECT root.prefix || rest.digits AS code
    FROM crosswalk AS root,
        (
            SELECT '' AS digits
            UNION ALL SELECT printf('%d', range) FROM range(10)
            UNION ALL SELECT printf('%02d', range) FROM range(100)
        ) AS rest
    WHERE length(root.prefix) = 2
)
SELECT
    code,
    coalesce(x4.type, x3.type, x2.type) AS type,
    coalesce(x4.class, x3.class, x2.class) AS class,
    coalesce(x4.quad, x3.quad, x2.quad) AS quad
FROM known
LEFT JOIN crosswalk AS x4 ON length(x4.prefix) = 4 AND x4.prefix = left(code, 4)
LEFT JOIN crosswalk AS x3 ON length(x3.prefix) = 3 AND x3.prefix = left(code, 3)
LEFT JOIN crosswalk AS x2 ON length(x2.prefix) = 2 AND x2.prefix = left(code, 2)
