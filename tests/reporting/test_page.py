"""The page is one file, safe against what articles say, and leads every quote back to its place."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import ask
from dragoman.asking.assess import assess
from dragoman.model.assessment import Question
from dragoman.model.events import Event, Step, When
from dragoman.model.text import Article
from dragoman.reporting.page import to_html
from dragoman.reporting.scale import scale_for
from dragoman.reporting.sources import Mark, marked

PAIR = Question("Do Norway & Chile work <together>?", ("NOR", "CHL"), "cooperation", "ARG")
VOID = {"meta", "br", "line", "path", "circle", "rect"}


class Page(HTMLParser):
    """What a page holds: ids, links, elements; and that every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def page(coded) -> str:
    answer = assess(PAIR, coded.articles, coded.events)
    return to_html(answer, coded.articles, coded.events)


def to_page(question: str, article: Article) -> str:
    given = ask(question, article)
    return to_html(given.assessment, given.articles, given.events)


def test_every_link_within_the_page_leads_somewhere_and_no_id_comes_twice(page):
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    inner = [link[1:] for link in read.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(read.ids)


def test_a_sentence_that_tells_an_aim_of_another_sentences_act_is_linked_and_marked():
    article = Article(
        "pact",
        "Peru and Chile signed a naval pact on Friday.\n\nOfficials in Lima said that the pact "
        "was meant to counter Argentina.",
        published="2014-05-09",
    )
    page = to_page("Is the pact between Peru and Chile aimed at Argentina?", article)
    links = {link[1:] for link in Page(page).links if link.startswith("#a")}
    assert len(links) > 1
    assert links <= set(Page(page).ids)


def test_without_a_triangle_no_arrow_is_spoken_of():
    article = Article(
        "pact",
        "Peru, Bolivia and Chile signed a naval pact against Argentina on Friday, the three said.",
        published="2014-05-09",
    )
    page = to_page("Is the pact of Peru, Bolivia and Chile aimed at Argentina?", article)
    assert "Joint acts called against Argentina, by whose word it is: " in page
    assert "Arrows" not in page


def test_every_quote_links_to_its_place_in_the_article(coded, page):
    answer = assess(PAIR, coded.articles, coded.events)
    quotes = {quote for finding in answer.findings for quote in finding.quotes}
    anchors = re.findall(r'href="#(a\d+-\d+-\d+)">in the article', page)
    places = {tuple(map(int, anchor.split("-")[1:])) for anchor in anchors}
    assert places == {(quote.span.start, quote.span.end) for quote in quotes}


def test_the_page_asks_nothing_of_any_other_place(page):
    read = Page(page)
    assert not {"img", "link", "iframe", "object", "embed", "video"} & set(read.names)
    fetching = {"src", "srcset", "action", "onclick", "onload", "style"}
    assert not fetching & dict(read.attributes).keys()
    assert "@import" not in page
    assert "url(" not in page.replace("url(#", "")


def test_the_policy_allows_the_pages_own_style_and_script_and_no_other(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        content = re.search(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


HOSTILE = (
    "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> \x1b[2J \u202e$style \ud800 \x00"
)


def test_hostile_text_stays_text(coded):
    text = f"Norway and Chile met {HOSTILE}"
    article = Article("<evil>", text, title=HOSTILE, published="2012-05-10", byline=HOSTILE,
                      publisher=HOSTILE, url="javascript:alert(3)")  # fmt: skip
    event = replace(
        coded.events[1],
        article_id="<evil>",
        trigger=article.span(17, len(text)),
        evidence=article.span(0, len(text)),
        because=(Step("act", HOSTILE, HOSTILE),),
    )
    asked = replace(PAIR, text=HOSTILE, occasion=HOSTILE)
    answer = assess(asked, {"<evil>": article}, [event])
    html = to_html(answer, {"<evil>": article}, [event])
    read = Page(html)
    assert html.count("<script>") == 1
    assert "img" not in read.names
    assert not any((link or "").startswith("javascript") for link in read.links)
    assert "$style" in read.text
    assert not re.search("[\x00\x1b\ud800\u202e]", html)
    assert html.encode("utf-8")


def test_spans_that_overlap_are_all_marked_and_no_word_is_lost():
    article = Article("a", "one two three four\nfive")
    marks = [
        Mark(article.span(0, 13), "x", is_trigger=False),
        Mark(article.span(4, 18), "y", is_trigger=False),
        Mark(article.span(8, 23), "z", is_trigger=True),
    ]
    html = marked(article, marks)
    read = Page(html)
    assert read.ids == ["x", "y", "z"]
    assert read.text.split() == article.text.split()
    for mark in marks:
        lit = re.findall(rf'<mark[^>]*data-at="[^"]*\b{mark.anchor}\b[^"]*">([^<]*)', html)
        assert "".join(lit) == mark.span.text.replace("\n", "")


@given(st.text("ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_whatever_is_marked_the_words_stay_as_they_are(text, places):
    article = Article("a", text)
    cut = [(min(place), min(max(place), len(text))) for place in places]
    marks = [
        Mark(article.span(start, end), f"m{n}", is_trigger=bool(n % 2))
        for n, (start, end) in enumerate(cut)
        if start < end
    ]
    page = marked(article, marks)
    assert re.sub("<[^>]*>", "", page).split() == text.split()


def test_the_verdict_and_its_reason_come_before_all_else(coded, page):
    answer = assess(PAIR, coded.articles, coded.events)
    text = Page(page).text
    order = [text.index(part) for part in (answer.why, answer.findings[0].claim, "Every act coded")]
    assert order == sorted(order)


def test_all_events_stand_in_the_table_and_those_of_findings_on_the_timeline(coded, page):
    assert all(f'id="e-{event.id}"' in page for event in coded.events)
    drawn = set(re.findall(r'<a href="#e-(\w+)"><title>', page))
    dated = {event.id for event in coded.events if event.when}
    assert drawn
    assert drawn <= dated


def test_an_answer_without_findings_or_dates_is_still_a_page(coded):
    answer = assess(Question("?", ("JPN", "FRA"), "hostility"), {}, [])
    assert "Too little news" in Page(to_html(answer, {}, [])).text
    undated = [replace(event, when=None) for event in coded.events]
    answer = assess(PAIR, coded.articles, undated)
    assert Page(to_html(answer, coded.articles, undated)).text


def test_an_act_of_long_ago_does_not_press_the_others_together(coded):
    events: list[Event] = [
        replace(event, when=When("1814-01-01", "1814-12-31", "year"))
        if event.trigger.text == "signed"
        else event
        for event in coded.events
    ]
    page = to_html(assess(PAIR, coded.articles, events), coded.articles, events)
    assert ">earlier<" in page
    assert "2012" in "".join(re.findall(r'class="tick"[^>]*>([^<]*)', page))


def test_a_timeline_of_a_few_days_has_days_on_its_axis():
    few = [("2020-09-09", "2020-09-09"), ("2020-09-10", "2020-09-11")]
    labels = [label for _, label in scale_for(few, 0, 700).ticks()]
    assert labels[0] == "6 Sep 2020"
    assert 3 <= len(labels) <= 7
    month = [("2020-08-05", "2020-08-05"), ("2020-09-28", "2020-09-28")]
    assert 3 <= len(scale_for(month, 0, 700).ticks()) <= 7


def test_the_same_answer_gives_the_same_bytes(coded, page):
    answer = assess(PAIR, coded.articles, coded.events)
    assert to_html(answer, coded.articles, coded.events) == page
