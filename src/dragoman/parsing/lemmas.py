"""Lemmas: the form under which a word stands in a dictionary and in the tables of acts.

Rules for what is regular, the table lemmas_irregular.csv for the rest. The conventions are those of
the English Universal Dependencies treebanks: "n't" is "not", "these" is "this", "them" is "they".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from dragoman.tables.load import load

REMEMBERED_WORDS = 1 << 16

# What is left of a verb before -ed or -ing lost an e where it ends so ("pursu-", "describ-",
# "manag-"); a stem of two vowels before its last consonant did not ("sail-", "seem-").
_LOST_E = re.compile(
    r"(?:[uvzc]|[^z]z|rg|dg|[bcdfgkpstz]l|ns|rs|ls|ps"
    r"|(?:[^aeious]|qu)[aiou]?s"
    r"|(?:[^aeiou]|[^aeiouq]u|qu|[iu])(?:at)"
    r"|(?:[^aeiou]|qu)(?:a[bcgkmprs]|i[bcdgklmnprsv]|o[bcdgklmsv]|u[bcdgklmnprst]|e[dgs]|yp|ys|yz)"
    r"|[aeiou][aeiou]s)$"
)
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$")
_VOWEL = re.compile(r"[aeiouy]")
_Rule = Callable[[str], str]


@lru_cache(maxsize=REMEMBERED_WORDS)
def lemma(word: str, upos: str, xpos: str) -> str:
    """The lemma of a word form.

    Args:
        word: the form as written.
        upos: its universal part of speech (VERB).
        xpos: its Penn Treebank tag (VBD).

    >>> [lemma(w, "VERB", "VBD") for w in ("met", "vetoed", "planned", "accused", "allied")]
    ['meet', 'veto', 'plan', 'accuse', 'ally']
    >>> lemma("Allies", "NOUN", "NNS"), lemma("States", "PROPN", "NNPS"), lemma("n't", "PART", "RB")
    ('ally', 'State', 'not')
    """
    lower = word.lower()
    if irregular := _irregular().get((lower, upos)):
        return irregular
    if lower == "her" and xpos == "PRP":  # the one form that is two words: "her", "her house"
        return "she"
    if upos in ("PROPN", "X", "SYM", "PUNCT"):
        return _cased(word, _singular(lower)) if xpos in ("NNPS", "NNS") else word
    if upos == "NUM":
        return lower.replace(",", "")
    if upos == "VERB":
        xpos = _tag_by_ending(lower, xpos)
    rule = _RULES.get(xpos) if upos in _INFLECTED else None
    return rule(lower) if rule else lower


def _tag_by_ending(word: str, xpos: str) -> str:
    """A verb's Penn tag, by its ending where the tagger's two tags disagree ("rebuffed" as JJ)."""
    is_settled = xpos in ("VB", "VBP", "VBZ", "VBD", "VBN") or word.endswith("ing")
    if is_settled or not word.endswith("ed"):
        return xpos
    return "VBD"


def _cased(word: str, lower_lemma: str) -> str:
    """The lemma with the capitals of the word."""
    return word[: len(lower_lemma)] if word.lower().startswith(lower_lemma) else (
        word[:1] + lower_lemma[1:]
    )  # fmt: skip


def _singular(word: str) -> str:
    if found := _irregular().get((word, "NOUN")):
        return found
    if word.endswith("men") and len(word) > len("omen"):
        return word[:-2] + "an"
    if not word.endswith("s") or word.endswith(("ss", "'s")) or word[-2:-1].isdigit():
        return word
    if re.search(r"[^aeo]uses$|(?:ss|sh|ch|x|zz)es$", word):
        return word[:-2]
    return _without_s(word)


def _without_s(word: str) -> str:
    """A third person or plural without its ending."""
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz|[^aeiou]o)es$", word):
        return word[:-2]
    return word[:-1]


def _third_person(word: str) -> str:
    return _without_s(word) if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("ied") and len(word) > len("died"):
        return word[:-3] + "y"
    return _base(word[:-2]) if word.endswith("ed") and _VOWEL.search(word[:-2]) else word


def _progressive(word: str) -> str:
    stem = word[:-3]
    return _base(stem) if word.endswith("ing") and _VOWEL.search(stem) else word


def _base(stem: str) -> str:
    """The verb whose stem is left when -ed or -ing is taken off."""
    prefix, _, last = stem.rpartition("-")
    if found := _irregular().get((last, "STEM")):
        return f"{prefix}-{found}" if prefix else found
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem


def _positive(suffix: str) -> _Rule:
    """The rule for a comparison by `suffix`: "larger" to "large"."""

    def positive(word: str) -> str:
        if not word.endswith(suffix):
            return word
        stem = word[: -len(suffix)]
        if found := _irregular().get((stem, "DEGREE")):
            return found
        if stem.endswith("i"):
            return stem[:-1] + "y"
        return stem[:-1] if _DOUBLED.search(stem) else stem

    return positive


_INFLECTED = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})
_RULES: dict[str, _Rule] = {
    "NNS": _singular,
    "NNPS": _singular,
    "VBZ": _third_person,
    "VBD": _past,
    "VBN": _past,
    "VBG": _progressive,
    "JJR": _positive("er"),
    "JJS": _positive("est"),
    "RBR": _positive("er"),
    "RBS": _positive("est"),
}


@cache
def _irregular() -> dict[tuple[str, str], str]:
    rows = load("lemmas_irregular", ("form", "tag"))
    return {(row["form"], row["tag"]): row["lemma"] for row in rows}
