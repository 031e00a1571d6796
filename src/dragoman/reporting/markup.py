"""Markup: HTML and SVG made of small parts; text becomes markup only by being escaped."""

from __future__ import annotations

import html
from typing import NewType

from dragoman.reporting.plain import showable

Markup = NewType("Markup", str)
_VOID = frozenset({"br", "meta", "line", "path", "circle", "rect"})


def text(content: object) -> Markup:
    """Any value as text of a page.

    >>> text("<b>&")
    '&lt;b&gt;&amp;'
    """
    return Markup(html.escape(showable(str(content)), quote=True))


def element(name: str, *content: Markup, **attributes: object) -> Markup:
    """An element with its content; attributes of None are left out, "_" in their names is "-".

    A trailing "_" lets an attribute have a Python word for its name (`class_`).

    >>> element("a", text("x"), href="#y", class_="z", title=None)
    '<a href="#y" class="z">x</a>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID and not content:
        return Markup(f"<{name}{told}/>")
    return Markup(f"<{name}{told}>{''.join(content)}</{name}>")


def joined(*parts: Markup) -> Markup:
    """Markup after markup, each on its own line."""
    return Markup("\n".join(part for part in parts if part))
