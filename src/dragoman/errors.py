"""Every error dragoman raises, each with a remedy.

DragomanError
├── ArticleError         an input that cannot be read as an article
├── TableError           a knowledge table with a wrong header, row or value
├── QuestionError        a question that cannot be read
├── EventNotFoundError   an event id that is not in the file
├── MissingPartError     a library or file this installation lacks
├── ImportFormatError    a file that is not of the dataset's form
├── StoreError           a store that cannot be opened, read or written
├── EndpointError        a chat endpoint that cannot be used at all
├── ReplyError           a chat endpoint's reply that cannot be used for one article
└── MeasureError         a measure that the data do not allow
"""

from __future__ import annotations


class DragomanError(Exception):
    """What went wrong, and what to do about it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}")
        self.problem = problem
        self.remedy = remedy


class ArticleError(DragomanError):
    """An input that cannot be read as an article."""


class TableError(DragomanError):
    """A knowledge table with a wrong header, row or value."""


class QuestionError(DragomanError):
    """A question that cannot be read."""


class EventNotFoundError(DragomanError):
    """An event id that is not in the file."""


class MissingPartError(DragomanError):
    """A library or file this installation lacks."""


class ImportFormatError(DragomanError):
    """A file that is not of the dataset's form."""


class StoreError(DragomanError):
    """A store that cannot be opened, read or written."""


class MeasureError(DragomanError):
    """A measure that the data do not allow."""


class EndpointError(DragomanError):
    """A chat endpoint that cannot be used at all: a run with it ends."""


class ReplyError(DragomanError):
    """A chat endpoint's reply that cannot be used: the article is refused, the run goes on."""
