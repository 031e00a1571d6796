-- what: GDELT mentions, one row a line
-- unit: a document that tells of an event
-- gives: mentions: id of the event, when it was told, by whom, in which sentence, and how surely
SELECT
    file, line,
    coalesce(misread, CASE WHEN try_strptime(mentiontimedate, '%Y%m%d%H%M%S') IS NULL THEN 'no such date: ' || coalesce(mentiontimedate, '') END) AS reason,
    year(try_strptime(mentiontimedate, '%Y%m%d%H%M%S')) AS year,
    globaleventid AS id,
    try_strptime(mentiontimedate, '%Y%m%d%H%M%S') AS mentioned,
    try_strptime(eventtimedate, '%Y%m%d%H%M%S') AS recorded,
    mentiontype AS kind, mentionsourcename AS publisher, mentionidentifier AS url,
    try_cast(sentenceid AS INTEGER) AS sentence,
    inrawtext = '1' AS is_in_raw_text,
    try_cast(confidence AS SMALLINT) AS confidence,
    try_cast(mentiondoctone AS FLOAT) AS tone,
    mentiondoctranslationinfo AS translation
FROM named
