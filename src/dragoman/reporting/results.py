"""Results: what `read`, `code` and `ask` give; they print well and turn into tables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from dragoman.measuring.measured import Measured
from dragoman.model.assessment import Assessment, Finding, Verdict
from dragoman.model.events import Event
from dragoman.model.runs import Refusal, RunSummary
from dragoman.model.text import Article
from dragoman.reporting.measured_record import legs_record, series_record, votes_record
from dragoman.reporting.notebook import answer_in_notebook, articles_in_notebook, events_in_notebook
from dragoman.reporting.page import to_html
from dragoman.reporting.terminal import to_terminal
from dragoman.storing.frames import to_arrow, to_pandas

if TYPE_CHECKING:
    from dragoman.storing.frames import DataFrame, Table


class Tabular(ABC):
    """What turns into rows: its records, and these as a frame or a table."""

    __slots__ = ()

    @abstractmethod
    def records(self) -> list[dict[str, Any]]:
        """The rows as plain data."""

    def to_pandas(self) -> DataFrame:
        """One row a record. Raises MissingPartError where pandas is not installed."""
        return to_pandas(self.records())

    def to_arrow(self) -> Table:
        """One row a record. Raises MissingPartError where pyarrow is not installed."""
        return to_arrow(self.records())


@dataclass(frozen=True, slots=True, repr=False)
class Articles(Tabular):
    """Articles that were read, in order, and a refusal for every input that gave none."""

    items: tuple[Article, ...]
    refusals: tuple[Refusal, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Article:
        return self.items[place]

    @property
    def by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.items}

    def records(self) -> list[dict[str, Any]]:
        """The articles as plain data."""
        return [asdict(article) for article in self.items]

    def __repr__(self) -> str:
        return f"<{len(self)} articles, {len(self.refusals)} refused>"

    def _repr_html_(self) -> str:
        return articles_in_notebook(self.items, len(self.refusals))


@dataclass(frozen=True, slots=True, repr=False)
class Events(Tabular):
    """Coded events, in the order of articles and text, with the articles they point into.

    `left_out` says which events of a language model did not stand up to their article, and why.
    """

    items: tuple[Event, ...]
    articles: Mapping[str, Article]
    refusals: tuple[Refusal, ...] = ()
    left_out: tuple[Refusal, ...] = ()

    def __iter__(self) -> Iterator[Event]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Event:
        return self.items[place]

    def records(self) -> list[dict[str, Any]]:
        """The events as the public record."""
        return [event.record() for event in self.items]

    @property
    def summary(self) -> RunSummary:
        """How many articles came in, were coded, refused and without a date."""
        undated = sum(article.published is None for article in self.articles.values())
        return RunSummary(len(self.articles), len(self), self.refusals, self.left_out, undated)

    def __repr__(self) -> str:
        return f"<{len(self)} events of {len(self.articles)} articles>"

    def _repr_html_(self) -> str:
        return events_in_notebook(self.items)


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Tabular):
    """An answer with the articles and events it was drawn from; printed, it reads as text.

    `measured` is the pair measured in a store, None where none was given or it does not tell.
    """

    assessment: Assessment
    articles: Mapping[str, Article]
    events: tuple[Event, ...]
    measured: Measured | None = None

    @property
    def verdict(self) -> Verdict:
        """The verdict in a word or three."""
        return self.assessment.verdict

    @property
    def why(self) -> str:
        """The one sentence that says what the verdict rests on."""
        return self.assessment.why

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What speaks for, against, or neither, each with events and quotes."""
        return self.assessment.findings

    @property
    def missing(self) -> tuple[str, ...]:
        """What would change the answer, and what was left out."""
        return self.assessment.missing

    def record(self) -> dict[str, Any]:
        """The answer as plain data, in the form of `dragoman ask --json`."""
        measured = self.measured
        found = self.assessment.record() | {
            "series": series_record(measured) if measured else None,
            "legs": legs_record(measured) if measured else None,
        }
        if measured is None or measured.votes is None:
            return found
        return found | {"votes": votes_record(measured)}

    def to_html(self) -> str:
        """The report: one self-contained page."""
        return to_html(self.assessment, self.articles, self.events, self.measured)

    def records(self) -> list[dict[str, Any]]:
        """One record a quote: what it speaks for, the claim, where it stands, its words."""
        return [
            {
                "speaks": finding["speaks"],
                "claim": finding["claim"],
                **quote,
            }
            for finding in self.record()["findings"]
            for quote in finding["quotes"]
        ]

    def __repr__(self) -> str:
        # The parts in full would fill a screen for each article; `print` tells the answer itself.
        return f"<Answer {self.verdict!r}: {self.assessment.question.text}>"

    def __str__(self) -> str:
        return to_terminal(self.assessment, self.articles, self.events, self.measured)

    def _repr_html_(self) -> str:
        return answer_in_notebook(self.assessment, self.articles)
