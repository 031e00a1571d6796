"""Quoting: words of our own, mostly paths, as strings of SQL, where no parameter may stand."""

from __future__ import annotations


def quoted(text: object) -> str:
    """A text, or the text of a path, as a string of SQL.

    >>> quoted("Côte d'Ivoire")
    "'Côte d''Ivoire'"
    """
    return "'" + str(text).replace("'", "''") + "'"
