"""Words: cuts a sentence as Universal Dependencies' English treebanks do, with exact offsets.

The model has learned from those treebanks and must see the same words: punctuation apart,
"don't" as "do" and "n't", "US-China" as three words, "non-nuclear" and "U.S." as one.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.tables.load import load

# Characters that no reader sees: controls, soft hyphens, zero-width and direction marks. They stand
# between or inside words of pages and must neither break a word nor become one.
UNSEEN = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_UNSEEN_OR_LONE = re.compile(rf"[{UNSEEN}]|([\ud800-\udfff])")
_LETTER = r"[^\W\d_]"
# Prefixes that the treebanks leave joined to their word by the hyphen; other compounds are cut.
_JOINED_PREFIX = (
    "anti|bi|co|counter|cross|de|e|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non"
    "|over|pan|post|pre|pro|pseudo|psycho|quasi|re|semi|sub|super|trans|tri|ultra|under"
)
_UNIT = "mm|cm|km|kg|mg|kt|mph|kph|am|pm|AM|PM|a\\.m\\.|p\\.m\\.|k|m|mn|bn|tn|MW|GW|GB|MB|C|F"
_CLITIC = r"(?:s|m|d|re|ve|ll|S|M|D|RE|VE|LL)\b"
_ADDRESS = (
    r"(?:https?://|www\.)\S*[\w/]"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+)*"
    r"|\w[\w-]{0,62}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|gov|edu|int|info|ru|cn|uk|eu|io)\b"
)
_MAY_HOLD_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|gov|edu|int|info|ru|cn|uk|eu|io)\b")
_WORD = (
    rf"(?P<contracted>{_LETTER}+[nN]['’][tT]\b|(?i:cannot)\b)|(?P<slurred>(?i:gon|wan|got)[nt]a\b)"
    rf"|(?P<dotted>{_LETTER}{{1,6}}\.)(?![\w.])"
    rf"|{_LETTER}(?:\.{_LETTER})+(?!\w)\.?|(?:Ph|LL)\.[BD]\."  # U.S., p.m., U.S.A, Ph.D.
    r"|\d+0['’]s\b|\d+(?:s|st|nd|rd|th)\b"
    r"|\d{1,4}-\d{1,3}-\d{1,4}\b"
    rf"|\d+(?:[.,:/]\d+)*(?=(?:{_UNIT})\b)"
    r"|\d+(?:[.,:/]\d+)+|(?<!\w)\.\d+"
    rf"|(?i:{_JOINED_PREFIX})-\w+(?![\w]|-\w)"
    r"|[A-Z]{1,3}&[A-Z]{1,3}\b"
    rf"|\w+(?:[{UNSEEN}\u0300-\u036f]+\w+)*[\u0300-\u036f]*(?:['’](?!{_CLITIC})\w+)*"
    rf"|(?<=[\w.)\]”\"])['’]{_CLITIC}|['’](?:em|tis|twas)\b"
    r"|\.{2,}|-{2,}|[!?]{2,}|''|``|<<|>>|[*=_~#]{2,}"
    rf"|[^\w\s{UNSEEN}]"
)
_PLAIN = re.compile(_WORD)
_WITH_ADDRESSES = re.compile(f"{_ADDRESS}|{_WORD}")


def split_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of a sentence, as (start, end) offsets into `text`.

    Args:
        text: the text the sentence stands in.
        start: where the sentence begins.
        end: where it ends (exclusive); the end of the text if None.

    >>> sentence = "The U.S. didn't join China-Russia talks."
    >>> [sentence[a:b] for a, b in split_words(sentence)]
    ['The', 'U.S.', 'did', "n't", 'join', 'China', '-', 'Russia', 'talks', '.']
    """
    stop = len(text) if end is None else end
    pattern = _WITH_ADDRESSES if _MAY_HOLD_ADDRESS.search(text, start, stop) else _PLAIN
    words: list[tuple[int, int]] = []
    for match in pattern.finditer(text, start, stop):
        first, last = match.span()
        if (group := match.lastgroup) is None:
            words.append((first, last))
            continue
        if group == "dotted":
            cut = _cut_of_dotted(text, first, last, stop)
        else:  # can|not, did|n't; gon|na
            cut = last - 3 if group == "contracted" else last - 2
        if cut == last:
            words.append((first, last))
        else:
            words += [(first, cut), (cut, last)]
    return words


def visible(word: str) -> str:
    r"""A word as it is looked up and read: without unseen characters, lone surrogates replaced.

    >>> visible("Chi\u200bna")
    'China'
    """
    return _UNSEEN_OR_LONE.sub(lambda found: "\ufffd" if found[1] else "", word)


def has_unseen(text: str) -> bool:
    """Whether a text holds any character that `visible` takes out or replaces.

    >>> has_unseen("China")
    False
    """
    return _UNSEEN_OR_LONE.search(text) is not None


@cache
def abbreviations() -> dict[str, str]:
    """The abbreviations whose period is theirs, each with its kind (see the table)."""
    return {row["abbreviation"]: row["kind"] for row in load("abbreviations", ("abbreviation",))}


def _cut_of_dotted(text: str, first: int, last: int, stop: int) -> int:
    """Where a word with a period is cut: before the period, or not at all (its end)."""
    word = text[first:last]
    kind = abbreviations().get(word)
    if kind == "number":
        is_kept = text[last : last + 2].strip()[:1].isdigit()
    elif kind is None:  # an initial keeps its period inside a sentence: "John F. Kennedy"
        is_kept = len(word) == len("F.") and word[0].isupper() and last < stop
    else:
        is_kept = kind != "date" or last < stop
    return last if is_kept else last - 1
