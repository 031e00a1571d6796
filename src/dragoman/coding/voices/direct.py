"""Direct speech: where the content of "…, she said" stands, told by the marks around it.

Trees of sentences that mix a speech with who speaks it are often wrong, for the parser has seen
few; the marks are sure. In '"We agree," she said in Oslo.' the content stands before, in 'She
said: "We agree."' after, and in '"We," she said, "agree."' on both sides.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.model.parses import Sentence

_MARKS = frozenset({"“", "”", "‘", "’", "``", "''", "«", "»", '"', "'", "„"})
_COMMAS = frozenset({",", ";", ":", "–", "—", "-"})
_ENDS = frozenset({".", "!", "?", "…", ";"})
_DASHES = frozenset({"–", "—", "―", "-", "--"})
_LONGEST_DATELINE = 8
_CIRCUMSTANCES = frozenset({"as", "while", "when", "before", "after"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "IN", "TO", "WP", "WDT", "WRB"})


def beside(
    sentence: Sentence, clause: tuple[int, int], quoted: Collection[int], *, has_subject: bool
) -> list[tuple[int, int]]:
    """The stretches of words (first and last) that are the content of a clause of speaking.

    Args:
        sentence: the sentence.
        clause: first and last word of "she said", its subject included.
        quoted: the words of the sentence that stand between quotation marks.
        has_subject: whether the clause names who speaks; one that does not (", adding …") has
            its content after it.

    Returns: one or two stretches; none where the marks say nothing.
    """
    before = clause[0] - 1
    after = _past_adjuncts(sentence, clause[1], quoted)
    goes_on = after < len(sentence) and sentence.words[after] in _COMMAS
    is_over = after >= len(sentence) or sentence.words[after] in _ENDS
    left, right = [(_past_dateline(sentence), before)], [(after, len(sentence) - 1)]
    opens = _is_quoted_from(sentence, after, quoted)
    if has_subject and before > 0 and _is_quoted_to(sentence, before, quoted):
        return left + right if opens else left
    if opens:
        return right
    is_after_comma = before > 0 and sentence.words[before] in _COMMAS
    if not has_subject or not is_after_comma or not (is_over or goes_on):
        return []
    return left if is_over or _tells_when(sentence, after + 1) else left + right


def _past_dateline(sentence: Sentence) -> int:
    """The first word after "ACCRA —"; 0 where no such line opens the sentence."""
    is_capital = sentence.words[0].isupper() and len(sentence.words[0]) > 1
    head = sentence.words[: _LONGEST_DATELINE if is_capital else 0]
    dash = next((place for place, word in enumerate(head) if word in _DASHES), None)
    is_line = dash is not None and set(sentence.tags[:dash]) <= {"PROPN", "PUNCT", "NUM"}
    return 0 if dash is None or not is_line else dash + 1


def _tells_when(sentence: Sentence, word: int) -> bool:
    """Whether a clause after "…, she said," tells of the saying: ", as the crowd cheered"."""
    return word < len(sentence) and sentence.words[word].lower() in _CIRCUMSTANCES


def _past_adjuncts(sentence: Sentence, last: int, quoted: Collection[int]) -> int:
    """The first word after a clause of speaking and what only adds place or time to it."""
    for word in range(last + 1, len(sentence)):
        text = sentence.words[word]
        if text in _COMMAS or text in _ENDS or text in _MARKS or word in quoted:
            return word
        if sentence.fine_tags[word] in _FINITE and sentence.relations[word] != "case":
            return last + 1
    return len(sentence)


def _is_quoted_to(sentence: Sentence, word: int, quoted: Collection[int]) -> bool:
    """Whether a quotation ends with the word, its mark and comma counted in."""
    while word >= 0 and (sentence.words[word] in _MARKS or sentence.words[word] == ","):
        word -= 1
        if word in quoted:
            return True
    return False


def _is_quoted_from(sentence: Sentence, word: int, quoted: Collection[int]) -> bool:
    """Whether a quotation begins with the word, its mark and a comma or colon counted in."""
    for place in range(word, min(word + 3, len(sentence))):
        if place in quoted:
            return place > word
        if sentence.words[place] not in _MARKS and sentence.words[place] not in _COMMAS:
            return False
    return False
