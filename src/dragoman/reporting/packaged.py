"""Packaged: the templates and style sheets of pages, and the hashes their policies allow."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from dragoman.reporting.standalone import IN_PAGE, chart_style


def packaged(name: str) -> str:
    """A file of this room as text."""
    return files("dragoman.reporting").joinpath(name).read_text(encoding="utf-8")


def page_style() -> str:
    """The style sheet of pages, that of measurements and of charts with it."""
    return "\n".join((packaged("style.css"), packaged("measured.css"), chart_style(IN_PAGE)))


def sha256(content: str) -> str:
    """The hash by which a page's policy allows its own style and script and no other."""
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
