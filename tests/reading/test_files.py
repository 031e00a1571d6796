"""Every input gives an article or a refusal with its reason; nothing is dropped."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from dragoman.errors import ArticleError
from dragoman.model.runs import Refusal
from dragoman.model.text import Article, digest
from dragoman.reading.files import LONGEST_ARTICLE, read

TEXT = "Peru and Chile signed a treaty in Lima on Monday, the ministers of both countries said."
RECORD = {"id": "a1", "text": TEXT, "published": "2012-05-03"}


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def only(path: Path) -> Article | Refusal:
    (found,) = read([path])
    return found


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "a.json.gz", "a.jsonl.gz"])
def test_a_json_object_is_read_packed_or_not(tmp_path, name):
    article = only(written(tmp_path, name, json.dumps(RECORD) + "\n"))
    assert isinstance(article, Article)
    assert (article.id, article.text, article.published, article.language) == (
        "a1", TEXT, "2012-05-03", "en",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz"])
def test_a_text_file_is_read_packed_or_not(tmp_path, name):
    article = only(
        written(tmp_path, name, f"Treaty signed\nPosted on : 2012-05-03 10:00 EST\n\n{TEXT}\n")
    )
    assert (article.title, article.published) == ("Treaty signed", "2012-05-03T10:00:00-05:00")
    assert article.id == digest(article.text)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.html.gz", "a.txt"])
def test_a_page_is_read_packed_or_not(tmp_path, name):
    body = f"<article><p>{TEXT}</p><p>{TEXT[:-1]} again.</p></article>"
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    assert TEXT in only(written(tmp_path, name, page)).text


def test_the_text_of_a_record_is_kept_to_the_letter(tmp_path):
    text = "\ufeff  Peru\u200f \x00left.\r\n\r\n\ud800 Chile\u00a0stayed. \u202e "
    assert only(written(tmp_path, "a.json", json.dumps({"text": text}))).text == text


@pytest.mark.parametrize(
    "record",
    [
        {
            "content": TEXT,
            "publishedAt": "2012-05-10",
            "source": {"id": None, "name": "Andes News"},
        },
        {"maintext": TEXT, "date_publish": "2012-05-10 00:00:00", "source_domain": "Andes News"},
        {"articleBody": TEXT, "datePublished": "May 10, 2012", "publisher": {"name": "Andes News"}},
        {"Body": TEXT, "Date": 1336608000, "outlet": "Andes News", "text": None},
    ],
    ids=["NewsAPI", "news-please", "schema.org", "seconds"],
)
def test_the_keys_of_other_archives_are_read(tmp_path, record):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = read(path)
    assert (article.text, article.publisher) == (TEXT, "Andes News")
    assert article.published[:10] == "2012-05-10"


def test_the_first_key_of_a_field_comes_before_its_others(tmp_path):
    path = tmp_path / "a.json"
    given = {"date": "2012-05-11", "published": "2012-05-10", "body": "Fiji left.", "text": TEXT}
    path.write_text(json.dumps({**given, "authors": ["Ana Solis", "Ben Ruiz"]}), encoding="utf-8")
    (article,) = read(path)
    assert (article.text, article.published) == (TEXT, "2012-05-10")
    assert article.byline == "Ana Solis; Ben Ruiz"


def test_a_missing_id_is_the_hash_of_the_text(tmp_path):
    article = only(written(tmp_path, "a.json", json.dumps({"text": TEXT})))
    assert article.id == digest(TEXT)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2012", "2012"),
        (2012, "2012"),
        ("2012-05", "2012-05"),
        (None, None),
        ("", None),
        ("soon", None),
        (True, None),
        ([2012], None),
        ("2012-13-45", None),
        ("２０１２", None),
        ("2999-01-01", "2999-01-01"),
        ("2012-05-03T10:00:00Z", "2012-05-03T10:00:00+00:00"),
        ("2012-05-03 10:00:00.123+09:00", "2012-05-03T10:00:00+09:00"),
        ("Thu, 03 May 2012 10:00:00 GMT", "2012-05-03T10:00:00+00:00"),
        (20120503, "2012-05-03"),
    ],
)
def test_a_date_is_kept_as_far_as_it_goes(tmp_path, given, kept):
    record = json.dumps({"text": TEXT, "published": given})
    assert only(written(tmp_path, "a.json", record)).published == kept


def test_a_given_date_stands_in_only_where_an_article_has_none(tmp_path):
    rows = [{"id": "1", "text": TEXT}, {"id": "2", "text": TEXT, "published": "2001"}]
    path = written(tmp_path, "a.json", json.dumps(rows))
    assert [article.published for article in read([path], published="2012-05-03")] == [
        "2012-05-03",
        "2001",
    ]
    with pytest.raises(ArticleError, match="is no date"):
        list(read([path], published="soon"))


REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "empty.json": (b"", "empty"),
    "empty.jsonl": (b"", "no article"),
    "empty.html": (b"", "empty"),
    "none.json": (b"[]", "no article"),
    "number.json": (b"5", "not a JSON object"),
    "broken.json": (b'{"text": "Peru', "JSON is broken"),
    "deep.json": (b"[" * 100_000, "JSON"),
    "digits.json": (b'{"text": ' + b"9" * 10_000 + b"}", "JSON cannot be read"),
    "no-text.json": (b'{"id": "1"}', 'no "text"'),
    "no-words.json": (b'{"text": " "}', "text is empty"),
    "list-text.json": (b'{"text": ["Peru"]}', 'no "text"'),
    "binary.txt": (bytes(range(256)) * 50, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "binary"),
    "links.html": (
        b"<html><body><ul>" + b"<li><a href='/a'>A page on Peru</a></li>" * 40 + b"</ul></body>",
        "no article",
    ),
    "bare.html": (b"<html><head><title>Peru</title></head><body></body></html>", "no article"),
    "deep.html": (b"<div>" * 20_000, "no article|cannot be read"),
    "table.csv": (b"a,b\n1,2\n", "no kind that is read"),
    "nameless": (b"Peru left.", "no kind that is read"),
    "french.txt": (
        "Le ministre a rencontré mardi à Lima son homologue chilien, selon l'agence.".encode(),
        "it is in French",
    ),
    "russian.txt": ("Президент Перу встретился с президентом Чили в Лиме.".encode(), "in Russian"),
    "chinese.json": (json.dumps({"text": "秘鲁总统同智利总统举行会晤。"}).encode(), "in Chinese"),
    "cyrillic.txt": ("Президент Перу встретился в Лиме.".encode("cp1251"), "encoding cannot be"),
    "teasers.html": (
        b"<html><body>"
        + b"".join(
            b"<a href='/%d'>Peru and Chile sign treaty number %d in Lima today.</a><br>" % (n, n)
            for n in range(40)
        )
        + b"</body>",
        "links to articles",
    ),
    "declared.json": (json.dumps({"text": "Lima.", "language": "es"}).encode(), "in Spanish"),
    "damaged.txt.gz": (b"not gzip", "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_reason_and_remedy(tmp_path, name):
    data, reason = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    refusal = only(path)
    assert isinstance(refusal, Refusal)
    assert refusal.source.startswith(str(path))
    assert re.search(reason, refusal.reason), refusal.reason
    assert refusal.remedy


def test_a_torn_archive_is_refused(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(RECORD).encode() * 100)[:60])
    assert isinstance(list(read([path]))[-1], Refusal)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-32"),
    ],
)
def test_unicode_in_any_width_comes_out_the_same(tmp_path, data):
    assert only(written(tmp_path, "a.txt", data)).text == TEXT


def test_a_text_of_two_encodings_comes_out_right(tmp_path):
    data = "Türkiye said: ".encode() + "“No café”, ".encode("cp1252") + TEXT.encode()
    assert only(written(tmp_path, "a.txt", data)).text == f"Türkiye said: “No café”, {TEXT}"


def test_a_page_in_the_encoding_it_declares_is_read(tmp_path):
    page = (
        '<html><head><meta charset="iso-8859-2"></head><body><article>'
        f"<p>Łódź welcomed the envoys. {TEXT}</p></article></body></html>"
    )
    assert "Łódź" in only(written(tmp_path, "a.html", page.encode("iso-8859-2"))).text


def test_a_broken_line_among_many_is_refused_alone(tmp_path):
    rows = [json.dumps({"id": str(n), "text": TEXT}) for n in range(3)]
    rows.insert(1, '{"text": ')
    found = list(read([written(tmp_path, "a.jsonl", "\n\n".join(rows))]))
    assert [type(item) for item in found] == [Article, Refusal, Article, Article]
    assert found[1].source.endswith("a.jsonl:3")


def test_a_folder_is_read_in_order_with_one_bad_file_among_good_ones(tmp_path):
    (tmp_path / "b").mkdir()
    written(tmp_path, "c.txt", "Chile " + TEXT)
    written(tmp_path, "a.txt", "")
    written(tmp_path / "b", "x.txt", TEXT)
    written(tmp_path, "README.md", "About these articles")
    written(tmp_path, ".hidden.txt", "x")
    found = list(read(str(tmp_path)))
    assert [Path(item.source).name for item in found] == ["a.txt", "x.txt", "c.txt"]
    assert isinstance(found[0], Refusal)


def test_json_lines_in_utf_16_are_read_as_a_shell_writes_them(tmp_path):
    rows = "\n".join(json.dumps({"id": str(n), "text": f"{TEXT} “é”"}) for n in range(3))
    for name in ("a.jsonl", "b.jsonl.gz"):
        found = list(read([written(tmp_path, name, rows.encode("utf-16"))]))
        assert [item.text for item in found] == [f"{TEXT} “é”"] * 3


def test_links_in_a_circle_end_and_links_to_nothing_are_refused(tmp_path):
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    outside.mkdir()
    written(outside, "x.txt", TEXT)
    written(folder, "a.txt", "Chile " + TEXT)
    (folder / "in" / "up").symlink_to("..")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "there").symlink_to(outside)
    found = list(read(folder))
    assert [Path(item.source).name for item in found] == ["a.txt", "self.txt", "x.txt"]
    assert "link to nothing" in found[1].reason


def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in only(tmp_path).reason


def test_a_broken_line_is_told_by_its_column(tmp_path):
    assert "at column 10" in only(written(tmp_path, "a.jsonl", '{"text": }\n')).reason


def test_an_archive_of_blank_lines_is_refused_soon(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(60):
            stream.write(b" " * 999_999 + b"\n")
    assert "beyond all measure" in only(path).reason


def test_an_article_that_comes_twice_is_refused_the_second_time(tmp_path):
    path = written(tmp_path, "a.jsonl", f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n")
    first, second = read([path])
    assert isinstance(first, Article)
    assert "a.jsonl:1" in second.reason


def test_a_line_of_fifty_megabytes_is_refused_before_it_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Peru left " * 5_000_000)
    assert "MB" in only(path).reason
    lines = tmp_path / "a.jsonl"
    with lines.open("wb") as stream:
        stream.write(b'{"text": "' + b"Peru left " * 3_000_000 + b'"}\n')
        stream.write(json.dumps(RECORD).encode())
    refusal, article = read([lines])
    assert isinstance(refusal, Refusal)
    assert article.id == "a1"


def test_an_archive_that_expands_beyond_measure_is_refused(tmp_path):
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb") as stream:
        for _ in range(30):
            stream.write(bytes(1_000_000))
    assert "MB" in only(path).reason


def test_a_text_longer_than_any_article_is_refused(tmp_path):
    record = json.dumps({"text": "Peru left. " * (LONGEST_ARTICLE // 10)})
    assert "no single article" in only(written(tmp_path, "a.json", record)).reason


def test_json_lines_come_from_standard_input(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert [item.source for item in read("-")] == ["standard input:1"]


def test_json_lines_under_the_name_of_a_document_are_read(tmp_path):
    rows = "\n".join(json.dumps({"id": str(n), "text": TEXT}) for n in range(3))
    assert len(list(read([written(tmp_path, "a.json", rows)]))) == 3
