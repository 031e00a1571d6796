"""What happened to the input of a run: nothing is dropped without a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be read or coded: where it came from, why, and what to do.

    `source` is the file (with line where it has lines), as the user named it.
    """

    source: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}. {self.remedy}"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """Counts of a run over articles: coded and refused add up to what came in.

    `left_out` are the events of a language model that did not stand up to their article; `undated`
    counts the coded articles of no known day, whose events are dated by their own words alone.

    >>> str(RunSummary(2, 5, undated=1))
    '2 articles: 2 coded, 0 refused; 1 without a date'
    """

    coded: int
    events: int
    refusals: tuple[Refusal, ...] = ()
    left_out: tuple[Refusal, ...] = ()
    undated: int = 0

    @property
    def articles(self) -> int:
        """How many came in."""
        return self.coded + len(self.refusals)

    def __str__(self) -> str:
        noun = "article" if self.articles == 1 else "articles"
        told = f"{self.articles} {noun}: {self.coded} coded, {len(self.refusals)} refused"
        acts = "event" if len(self.left_out) == 1 else "events"
        more = [f"{self.undated} without a date"] if self.undated else []
        more += [f"{len(self.left_out)} {acts} left out"] if self.left_out else []
        return "; ".join([told, *more])
