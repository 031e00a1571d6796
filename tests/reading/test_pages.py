"""A page's stored text holds the article's words alone."""

from __future__ import annotations

import pytest

from dragoman.errors import ArticleError
from dragoman.reading.pages import article_of_page
from dragoman.reading.texts import article_of_text

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Truce holds in the strait | The Pilot</title>
<meta property="og:title" content="Truce holds in the strait">
<meta property="og:site_name" content="The Pilot">
{head}
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article>
<h1>Truce holds in the strait</h1>
<p class="byline">By Ana Solis in Lima</p>
<ul><li>Share</li><li>Tweet</li></ul>
<p>LIMA — Peru and Chile kept a truce in the strait for a third day, officials said on Monday.</p>
<figure><img src="x.jpg"><figcaption>Two ships lie at anchor in Callao. (EPA)</figcaption></figure>
<p>“We shall never be the first to break it,” the Peruvian minister told reporters in the port.</p>
<blockquote><p>“We shall never be the first to break it”</p></blockquote>
<p>Chile welcomed his words and called for talks on fishing before the end of the year.</p>
<p>Correction: an earlier version of this article named the wrong port.</p>
</article>
<aside><h3>Related stories</h3><ul><li><a href="/a">Why anchovies matter</a></li></ul></aside>
<section class="comments"><h3>1 comment</h3><p>World War III will start tomorrow.</p></section>
<footer>© 2024 The Pilot. All rights reserved.</footer>
</body></html>"""


def read_page(head: str = ""):
    return article_of_page(PAGE.format(head=head), "pilot.html")


def test_a_pages_text_leaves_out_what_is_no_news():
    text = read_page().text
    for unwanted in ("Home", "Share", "Correction", "World War", "anchovies", "2024", "By Ana"):
        assert unwanted not in text
    assert text.count("first to break it") == 1
    assert "kept a truce" in text
    assert "Chile welcomed" in text


def test_a_page_gives_title_publisher_and_byline():
    article = read_page()
    assert (article.title, article.publisher) == ("Truce holds in the strait", "The Pilot")
    assert "Ana Solis" in (article.byline or "")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2012-05-03T21:40:00-05:00">',
            "2012-05-03T21:40:00-05:00",
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2012-05-03T10:00:00Z"}</script>',
            "2012-05-03T10:00:00+00:00",
        ),
        ('<meta name="date" content="2012-05-03">', "2012-05-03"),
        ("", None),
    ],
)
def test_a_page_is_dated_by_its_head_and_never_by_its_footer(head, published):
    assert read_page(head).published == published


def test_a_page_that_names_no_publisher_is_the_agencys_whom_its_dateline_names():
    site = '<meta property="og:site_name" content="The Pilot">'
    html = PAGE.format(head="").replace(site, "").replace(" | The Pilot", "")
    page = html.replace("LIMA — Peru", "LIMA, May 3 (Andes Wire) - Peru")
    assert article_of_page(page, "pilot.html").publisher == "Andes Wire"


def test_paragraphs_of_a_page_are_parted_by_a_blank_line():
    assert "on Monday.\n\n" in read_page().text


@pytest.mark.parametrize("html", ["<p>Peru</p>", "<html></html>", "<a>" * 500, "<p>\x00\x01</p>"])
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(ArticleError):
        article_of_page(html, "x.html")


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("Posted on : 2012-05-03 16:47 KST Modified on : 2012-05-04", "2012-05-03T16:47:00+09:00"),
        ("3 May 2012", "2012-05-03"),
        ("May 3, 2012 at 4:05 p.m. EDT", "2012-05-03T16:05:00-04:00"),
        ("LIMA, May 3, 2012 (Andes News) — Peru left the talks.", "2012-05-03"),
        ("By Ana Solis | Andes News | May 3, 2012", "2012-05-03"),
        ("LIMA, May 3 (Andes News) — Peru left the talks.", None),
        ("Peru left the talks on 3 May 2012, the minister said.", None),
    ],
)
def test_a_text_file_is_dated_by_its_first_lines(opening, published):
    text = f"Truce holds in the strait\n\n{opening}\n\nPeru and Chile kept a truce."
    assert article_of_text(text, "x.txt").published == published


def test_a_text_file_keeps_all_its_words():
    text = "Truce holds\r\n\r\nBy Ana Solis\r\n\r\nPeru left.\r\nShare\r\n"
    article = article_of_text(text, "x.txt")
    assert article.text == "Truce holds\n\nBy Ana Solis\n\nPeru left.\nShare"
    assert article.byline == "Ana Solis"
