"""A measurement as one self-contained HTML page: it asks nothing of any other place."""

from __future__ import annotations

from string import Template

from dragoman.asking.days import iso_written
from dragoman.asking.measured_words import measured_why, wanted
from dragoman.asking.names import name_of, names_of, sentence
from dragoman.measuring.measured import Measured
from dragoman.reporting.charts import shown
from dragoman.reporting.markup import Markup, element, joined, text
from dragoman.reporting.measured_sections import measured_section
from dragoman.reporting.packaged import packaged, page_style, sha256
from dragoman.reporting.verdict_signs import VERDICT_SIGNS

_LINKS = {
    "answers": "Answers",
    "legs": "Against whom",
    "ladder": "How deep it goes",
    "votes": "Votes",
    "series": "Series",
    "placebos": "Placebos",
    "weeks": "Weeks",
}
"""The sections of the page, with what a link to each is called."""


def measured_to_html(measured: Measured) -> str:
    """The page: verdict and reason, answers, legs, ladder, charts, and the table of weeks.

    It opens offline, loads nothing and runs no script.
    """
    style = page_style()
    return Template(packaged("measured.html")).substitute(
        title=text(_title(measured)),
        style=style,
        style_hash=sha256(style),
        header=_header(measured),
        links=_links(measured),
        measured=measured_section(measured),
        missing=_missing(measured),
    )


def _links(measured: Measured) -> Markup:
    names = dict(_LINKS)
    if measured.against is None:
        names.pop("legs")
    if measured.votes is None:
        names.pop("votes")
    if "placebos" not in shown(measured):
        names.pop("placebos")
    links = [element("a", text(said), href=f"#m-{name}") for name, said in names.items()]
    return joined(*links)


def _title(measured: Measured) -> str:
    against = f" against {name_of(measured.against)}" if measured.against else ""
    return (
        f"{sentence(measured.relation)} of {names_of(measured.pair)}{against}, "
        f"{iso_written(measured.since)}"
    )


def _header(measured: Measured) -> Markup:
    sign = element(
        "span", text(VERDICT_SIGNS[measured.verdict]), class_="sign", aria_hidden="true"
    )  # fmt: skip
    return element(
        "header",
        element("h1", text(_title(measured))),
        element("p", sign, text(measured.verdict.capitalize()), class_="verdict"),
        element("p", text(measured_why(measured)), class_="why"),
    )


def _missing(measured: Measured) -> Markup:
    items = [element("li", text(one)) for one in wanted(measured)]
    if not items:
        return Markup("")
    title = element("h2", text("What would change this answer"))
    return element("section", title, element("ul", *items), class_="missing")
