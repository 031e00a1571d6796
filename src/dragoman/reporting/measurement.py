"""Measurements and moves: what `measure` and `dyads` give; they print well and turn into tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Verdict
from dragoman.reporting.charts import charts
from dragoman.reporting.measured_page import measured_to_html
from dragoman.reporting.measured_record import measured_record, week_records
from dragoman.reporting.measured_text import measured_text
from dragoman.reporting.results import Tabular
from dragoman.reporting.standalone import to_png


@dataclass(frozen=True, slots=True)
class Measurement(Tabular):
    """A pair of states measured at an occasion; its rows are the weeks of the series."""

    measured: Measured

    @property
    def verdict(self) -> Verdict:
        """The verdict in a word or three."""
        return self.measured.verdict

    def record(self) -> dict[str, Any]:
        """The measurement as plain data, in the form of `dragoman measure --json`."""
        return measured_record(self.measured)

    def records(self) -> list[dict[str, Any]]:
        """One record a week: its first day, the pair's value, the world's, per mille."""
        return week_records(self.measured)

    @property
    def charts(self) -> dict[str, str]:
        """The charts as SVG by name: "series", "placebos", "triangle", "ladder", where drawn."""
        return charts(self.measured)

    def to_html(self) -> str:
        """The report: one self-contained page."""
        return measured_to_html(self.measured)

    def to_png(self) -> bytes:
        """The series chart as PNG. Raises MissingPartError where resvg-py is not installed."""
        return to_png(self.charts["series"])

    def __str__(self) -> str:
        return measured_text(self.measured)
