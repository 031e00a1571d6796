"""Names of parties as a sentence has them: "the United States" for USA."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.tables.load import load

# Names that take an article in a sentence; plurals and unions do as a rule.
_WITH_ARTICLE = ("United ", "European Union", "Democratic Republic", "Central African", "Quad")
_PLURAL = frozenset(
    {"Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia", "Comoros", "Houthis", "Taliban",
     "Naxalites", "Khmer Rouge"}
)  # fmt: skip
# Nouns for bodies: "the World Bank", "the Organization of American States", "the Free Syrian Army".
_BODIES = frozenset(
    {"Agency", "Alliance", "Army", "Authority", "Bank", "Brigades", "Brotherhood", "Club",
     "Coalition", "Committee", "Committees", "Commonwealth", "Community", "Council", "Court",
     "Force", "Forces", "Forum", "Front", "Fund", "Group", "League", "Maoists", "Movement",
     "Network", "Organisation", "Organization", "Pact", "Party", "Programme", "Quartet", "Tigers",
     "Tribunal", "Union", "network"}
)  # fmt: skip
_OF = re.compile(r" (?:of|for|on|to|against|in) ")


def name_of(key: str) -> str:
    """The name of a state, organisation or group inside a sentence.

    >>> name_of("USA"), name_of("RUS"), name_of("QUAD"), name_of("ARAB_LEAGUE"), name_of("HAMAS")
    ('the United States', 'Russia', 'the Quad', 'the Arab League', 'Hamas')
    """
    name = _names().get(key) or key.replace("_", " ")
    is_body = _OF.split(name)[0].split()[-1] in _BODIES
    has_article = (
        name.startswith(_WITH_ARTICLE) or name in _PLURAL or is_body or name.endswith("Islands")
    )
    return f"the {name}" if has_article else name


def names_of(keys: Iterable[str]) -> str:
    """Several names joined: "China and Russia".

    >>> names_of(["CHN", "RUS"])
    'China and Russia'
    """
    return listed([name_of(key) for key in keys])


def listed(items: list[str]) -> str:
    """Items joined by commas and a last "and".

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def sentence(text: str) -> str:
    """A text with a capital first letter.

    >>> sentence("the United States")
    'The United States'
    """
    return text[:1].upper() + text[1:]


@cache
def _names() -> dict[str, str]:
    """Names by key: the package's own, since a report calls a state the same everywhere."""
    found: dict[str, str] = {}
    for table in ("organisations", "groups"):
        for row in load(table, ("code", "id", "name")):
            if row["id"] or row["code"] in ("UNO", "EUR"):
                found.setdefault(row["id"] or row["code"], row["name"])
    return found | {row["code"]: row["name"] for row in load("states", ("code",))}
