"""Articles and the places in them that everything else points at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an article's text and the words that stand there.

    `start` and `end` count Unicode code points of the stored text, end exclusive.

    Raises: ValueError where the length of `text` is not `end - start`.

    >>> Span(0, 5, "China").text
    'China'
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit {self.text!r}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two places share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was stored: the text every span points into, and where it came from.

    `published` is ISO 8601 with time zone where known, or a bare date, year-month or year, or None.
    `sha256` is that of the UTF-8 text; left empty it is worked out.

    >>> Article(id="a1", text="Iran and Iraq met.").span(0, 4)
    Span(start=0, end=4, text='Iran')
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    language: str | None = None
    source: str | None = None
    sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", digest(self.text))

    def record(self) -> dict[str, str | None]:
        """The article as the public record, in order."""
        return {
            "id": self.id,
            "text": self.text,
            "sha256": self.sha256,
            "title": self.title,
            "published": self.published,
            "url": self.url,
            "publisher": self.publisher,
            "byline": self.byline,
            "language": self.language,
            "source": self.source,
        }

    def span(self, start: int, end: int) -> Span:
        """The place from `start` up to `end`, with its words."""
        return Span(start, end, self.text[start:end])


def digest(text: str) -> str:
    """The sha256 of a text in UTF-8, as hexadecimal; lone surrogates are kept as they are.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
