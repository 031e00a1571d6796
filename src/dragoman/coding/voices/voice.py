"""A voice: somebody's words, thoughts or wishes as an article gives them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words, thoughts or wishes, and whose.

    `source_word` is the word by which the source hangs in the tree of sentence `sentence`, or None
    where nobody is named ("it was said"). `kind` is say, ask, will, think, judge, show or feel.
    `depth` counts the voices in whose content this one's cue stands: 0 for those the article itself
    gives a hearing, 1 for whom these report, and so on.
    """

    sentence: int
    source_word: int | None
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str
    depth: int = 0

    def says(self, place: Span) -> bool:
        """Whether a place of the text stands in the content."""
        return any(part.start <= place.start and place.end <= part.end for part in self.content)
