-- what: texts of coded articles
-- unit: an article
-- gives: articles: the record's fields; the year is that of publication, 0 where it is not known
SELECT
    file, line, misread AS reason,
    coalesce(try_cast(left(published, 4) AS INTEGER), 0) AS year,
    id, published, title, url, publisher, language, source, sha256,
    record
FROM named
