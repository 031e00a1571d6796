"""A question is answered from a store: its occasion is found, its pair measured, its texts read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman import ask
from dragoman.cli import main
from dragoman.errors import ArticleError
from dragoman.model.text import Article
from dragoman.storing.store import open_store, status

QUESTION = "Is the Argentina-Chile summit a sign of ramped-up cooperation against Peru?"
TEXT = (
    "BUENOS AIRES, 16 December 2021. Argentina and Chile held a summit on 15 December 2021. "
    "The two countries signed a defence agreement against Peru."
)
ARTICLE = Article("a1", TEXT, published="2021-12-16", publisher="A gazette")
BRIEF = ("--as-of", "2021-12-16")


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a1.json"
    path.write_text(json.dumps(ARTICLE.record()), encoding="utf-8")
    return path


def test_the_occasion_of_an_article_is_measured_in_the_store(scores):
    given = ask(QUESTION, ARTICLE, store=scores)
    assert given.measured is not None
    assert (given.measured.since, given.measured.as_of) == ("2021-12-15", "2021-12-16")
    assert given.verdict == "clear"
    assert given.why.startswith("The 26 weeks before it")
    assert given.findings


def test_whom_the_articles_name_counts_beside_what_the_store_holds(events):
    alone = ask(QUESTION, store=events, as_of="2021-12-20").measured
    given = ask(QUESTION, ARTICLE, store=events, as_of="2021-12-20").measured
    assert alone is not None
    assert given is not None
    assert given.named.joint == alone.named.joint + 1


def test_an_act_of_an_article_that_the_store_holds_too_counts_once(article, tmp_path, scores):
    given = ask(QUESTION, ARTICLE, store=scores).measured
    store = Path(shutil.copytree(scores, tmp_path / "store"))
    assert run("code", article, "--store", store).exit_code == 0
    again = ask(QUESTION, ARTICLE, store=store).measured
    assert given is not None
    assert again is not None
    assert given.named == again.named
    assert (given.named.joint, given.named.own_word) == (1, 0)
    assert given.named.by_basis == (("author", 1),)


def test_the_words_go_from_verdict_over_numbers_to_quotes(scores):
    told = str(ask(QUESTION, ARTICLE, store=scores))
    parts = ("CLEAR. The 26 weeks", "other pairs:", "WHERE THE ANSWERS", "EVIDENCE", "AGAINST PERU",
             "HOW DEEP", "SPEAKS FOR IT", "WHAT WOULD CHANGE")  # fmt: skip
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_without_articles_the_occasion_is_found_in_the_store(events):
    given = ask(QUESTION, store=events, as_of="2021-12-20")
    assert given.measured is not None
    assert "2021-10-25" <= given.measured.since <= "2021-12-20"
    assert given.verdict == "clear"


def test_a_day_that_the_question_names_is_the_one_measured(scores):
    given = ask(
        "Have Argentina and Chile moved closer since 1 December 2021?", ARTICLE, store=scores
    )
    assert given.measured is not None
    assert given.measured.since == "2021-12-01"


def test_a_question_that_asks_for_no_change_keeps_the_verdict_of_the_articles(scores):
    given = ask("Did Argentina and Chile meet in December 2021?", ARTICLE, store=scores)
    assert given.assessment.question.asks == "contact"
    assert given.why.startswith("This one article reports")


def test_what_the_store_cannot_tell_stands_under_what_is_missing(scores):
    given = ask("Are India and Pakistan moving closer to war?", store=scores)
    assert given.measured is None
    assert any("The store cannot tell" in one for one in given.missing)


def test_as_json_an_answer_has_series_and_legs(article, scores):
    told = json.loads(run("ask", QUESTION, article, "--store", scores, "--json").stdout)
    assert [one["name"] for one in told["series"]["answers"]][:2] == ["level", "run-up"]
    assert len(told["legs"]["legs"]) == 5
    assert told["verdict"] == "clear"


def test_no_articles_are_counted_where_a_store_of_years_alone_is_asked(scores):
    done = run("ask", QUESTION, "--store", scores)
    assert done.exit_code == 0
    assert "0 articles" not in done.output


def test_coded_articles_go_into_a_store_with_their_texts_once(article, tmp_path):
    store = tmp_path / "store"
    first, again = (run("code", article, "--store", store) for _ in range(2))
    assert first.exit_code == again.exit_code == 0
    assert "0 rejected" in first.stderr
    assert "all in the store before" in again.stderr
    held = {one.name: one.rows for one in status(open_store(store))}
    assert held["articles"] == 1
    assert held["events"] >= 1


def test_articles_of_a_store_are_read_again_to_answer(article, tmp_path, scores):
    store = Path(shutil.copytree(scores, tmp_path / "store"))
    assert run("code", article, "--store", store).exit_code == 0
    done = run("ask", QUESTION, "--store", store, *BRIEF)
    assert done.exit_code == 0
    assert "of 15 December 2021, in A gazette" in done.stdout
    assert "in the daily scores of score" in done.stdout.replace("\n", " ")


@pytest.mark.parametrize("arguments", [("ask", QUESTION), ("code", "{}", "-o", "x.jsonl")])
def test_misuse_of_a_store_ends_with_status_two(article, tmp_path, arguments):
    given = [str(article) if one == "{}" else one for one in arguments]
    store = ("--store", str(tmp_path / "store")) if arguments[0] == "code" else ()
    assert run(*given, *store).exit_code == 2


def test_a_folder_that_is_no_store_is_told_to_who_asks(tmp_path):
    done = run("ask", QUESTION, "--store", tmp_path)
    assert done.exit_code == 1
    assert "no store" in done.output


def test_an_answer_from_files_that_cannot_be_read_is_an_error_in_python(tmp_path):
    with pytest.raises(ArticleError, match=r"nowhere\.txt: it cannot be read"):
        ask("Do Peru and Chile cooperate?", tmp_path / "nowhere.txt")


def test_an_option_that_ask_does_not_have_is_not_passed_over():
    with pytest.raises(TypeError, match="no option 'as_off'"):
        ask("Do Peru and Chile cooperate?", Article("a", TEXT), as_off="2012-01-01")
