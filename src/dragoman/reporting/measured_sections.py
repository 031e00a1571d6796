"""The parts of a page that tell of a measurement: answers, legs, ladder, charts, the weeks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.asking.measured_words import (
    disagreements,
    extremes,
    measured_in,
    numbers,
    on_whose_word,
    placebos,
)
from dragoman.asking.names import name_of
from dragoman.asking.vote_words import votes_told
from dragoman.measuring.changes import Change
from dragoman.measuring.measured import Measured, WeekPoint
from dragoman.reporting.charts import figure, shown
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.series_chart import unit_of
from dragoman.reporting.verdict_signs import MET, VERDICT_SIGNS


def measured_section(measured: Measured) -> Markup:
    """The answers, then what they are against, how deep it goes, votes, charts, the weeks."""
    return joined(
        _section("answers", "Has it ramped up?", *_answers(measured)),
        *_against(measured),
        _section("ladder", "How deep it goes", figure("ladder", measured)),
        *_votes(measured),
        _section("series", "The series", figure("series", measured)),
        *_placebos(measured),
        _section("weeks", "The weeks", _weeks(measured)),
    )


def _votes(measured: Measured) -> Iterable[Markup]:
    if told := votes_told(measured):
        items = (element("li", text(one)) for one in told)
        yield _section("votes", "How they vote in the General Assembly", element("ul", *items))


def _placebos(measured: Measured) -> Iterable[Markup]:
    if "placebos" in shown(measured):
        drawn = figure("placebos", measured)
        yield _section("placebos", "Other pairs and other dates", drawn)


def _section(name: str, title: str, *content: Markup) -> Markup:
    return element(
        "section", element("h2", text(title)), *content, id=f"m-{name}", class_="measured"
    )


def _answers(measured: Measured) -> Iterable[Markup]:
    titles = ("Answer", "Verdict", "Move, with interval", "Placebos")
    rows = [_answer(change) for change in measured.changes]
    yield element("p", text(measured_in(measured)), class_="coverage")
    yield _table(titles, rows, "answers")
    if measured.years:
        told = " · ".join(f"{year} {mean:.1f}" for year, mean in measured.years)
        yield element("p", text(f"By year, per mille of the world: {told}."))
    told_of = [*disagreements(measured), *extremes(measured)]
    if told_of:
        yield element("ul", *(element("li", text(one)) for one in told_of))


def _answer(change: Change) -> Sequence[Markup]:
    horizon = change.horizon
    name = joined(element("b", text(horizon.name)), element("small", text(horizon.told)))
    sign = element("span", text(VERDICT_SIGNS[change.verdict]), aria_hidden="true", class_="sign")
    verdict = element("span", sign, text(f" {change.verdict}"), class_="word")
    if change.refusal:
        return name, verdict, text(change.refusal), text("–")
    return name, verdict, _lines(numbers(change)), _lines(placebos(change))


def _against(measured: Measured) -> Iterable[Markup]:
    if measured.against is None:
        return
    rows = [
        (
            text(f"{leg.number} {leg.name}"),
            element("span", text(" ".join(MET[leg.is_met])), class_="word"),
            text(leg.told),
        )
        for leg in measured.legs
    ]
    yield _section(
        "legs",
        f"Against {name_of(measured.against)}?",
        element("p", text(f"{measured.meaning}. {on_whose_word(measured)}")),
        _table(("Leg", "Is it met?", "What it rests on"), rows, "legs-found"),
        figure("triangle", measured),
    )


def _weeks(measured: Measured) -> Markup:
    titles = ("Week from", "The pair's", "The world's", "Per mille")
    rows = [_week(point, measured) for point in reversed(measured.weeks)]
    hint = element("p", text(f"The last first; {unit_of(measured)}."), class_="hint")
    summary = element("summary", text(f"{len(measured.weeks)} weeks"))
    table = element("div", _table(titles, rows, "weeks"), class_="scroll", tabindex="0")
    return element("details", summary, hint, table)


def _week(point: WeekPoint, measured: Measured) -> Sequence[Markup]:
    day = text(point.day)
    if point.is_missing:
        return day, text("no data"), text("no data"), text("–")
    shown = ",.0f" if measured.unit == "events" else ",.1f"
    cells = (f"{point.value:{shown}}", f"{point.world:{shown}}", f"{point.per_mille:.2f}")
    return day, *(text(cell) for cell in cells)


def _lines(told: Iterable[str]) -> Markup:
    return element("ul", *(element("li", text(one)) for one in told))


def _table(titles: Sequence[str], rows: Iterable[Sequence[Markup]], class_: str) -> Markup:
    head = element("tr", *(element("th", text(title), scope="col") for title in titles))
    body = [
        element(
            "tr",
            element("th", first, scope="row"),
            *(element("td", cell, data_of=title) for cell, title in zip(rest, titles[1:],
                                                                         strict=True)),
        )
        for first, *rest in rows
    ]  # fmt: skip
    return element("table", element("thead", head), element("tbody", *body), class_=class_)
