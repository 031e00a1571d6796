"""Language: dragoman reads English, and names what it will not read."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

from dragoman.errors import ArticleError
from dragoman.tables.load import load

# Words that are frequent in every English text and in no other language together.
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "that", "was", "with", "said", "by", "from", "has", "is", "its",
     "it", "have", "which", "would", "their", "were", "been", "for", "on", "at", "after", "his"]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORDS_LOOKED_AT = 400
_ENGLISH_SHARE = 0.15
"""English news has .25 to .40 of these words, other languages in Latin script below .08."""
_FEWEST_LETTERS = 60
_FEWEST_PLAIN_LETTERS = 30
_FEWEST_FOREIGN_LETTERS = 8
"""Letters of another script tell more: nobody writes English in them."""
_SURELY_ENGLISH = 0.9
_SURELY_FOREIGN = 0.05
"""Probabilities of English. Sister languages share what is left, so theirs are no measure."""


def english(text: str, declared: str | None = None) -> str | None:
    """The language of a text that may be coded: "en", or what it declares where nobody can tell.

    Args:
        text: the article's text; one too short to tell is let through.
        declared: the language its source names ("en-GB", "fr").

    Raises: ArticleError, naming the language, for a text in another language than English.

    >>> english("Peru and Chile have signed a treaty on the use of the sea, the minister said.")
    'en'
    """
    code = language_of(text) or (declared or "").lower().replace("_", "-").partition("-")[0]
    if code in ("", "en", "eng", "english"):
        return "en" if code else None
    name = _names().get(code, declared or code)
    raise ArticleError(
        f"it is in {name}, not in English", "Give its English edition or a translation"
    )


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is surely in, or None where nobody can tell."""
    words = [found[0] for found in islice(_WORD.finditer(text), _WORDS_LOOKED_AT)]
    letters = "".join(words)
    if 2 * len(_LATIN.findall(letters)) < len(letters):
        return _identified(words) if len(letters) >= _FEWEST_FOREIGN_LETTERS else None
    if len(letters) < _FEWEST_LETTERS:
        return None
    known = sum(1 for word in words if word.lower() in _ENGLISH)
    if known >= _ENGLISH_SHARE * len(words):
        return "en"
    # Names keep the letters of their own language: a list of Iranians was taken for Swahili.
    plain = [word for word in words if not word[0].isupper()]
    is_enough = sum(map(len, plain)) >= _FEWEST_PLAIN_LETTERS
    return _identified(plain) if is_enough else None


def _identified(words: list[str]) -> str | None:
    ranked = dict(_identifier().rank(" ".join(words)))
    probability = ranked.pop("en")
    if probability >= _SURELY_ENGLISH:
        return "en"
    return str(next(iter(ranked))) if probability < _SURELY_FOREIGN else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    # Imported here: it loads numpy and its model, a quarter of a second few texts need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_names()))
    return identifier


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in load("languages", ("code",))}
