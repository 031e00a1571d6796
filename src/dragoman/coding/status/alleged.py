"""Alleged: deeds that stand only in what one party charges another with.

"Chad believes Mali organised the raid", "Cuba said Peru was behind it", "Oslo says Minsk is arming
them" are charges and no deeds. What officials of one side plainly say of a blow ("Chad said Mali
shelled the town") is told as news, and stays beside the charge.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.acts.roles import keys_of
from dragoman.coding.grammar.links import markers
from dragoman.coding.parties.found import Found
from dragoman.model.events import MATERIAL_CONFLICT, QUADS
from dragoman.model.parses import Sentence

_ALLEGING = "allege"
_PLAIN = frozenset(
    {"say", "tell", "add", "state", "note", "report", "declare", "stress", "write", "explain"}
)
_TIMES = frozenset({"after", "since", "when", "while", "as", "because", "before"})


def without_alleged(found: Sequence[Found]) -> list[Found]:
    """The acts of a sentence without the deeds that a charge in it is about."""
    charges = [one for one in found if _ALLEGING in one.draft.mode]
    return [one for one in found if not any(_is_alleged(one, charge) for charge in charges)]


def _is_alleged(deed: Found, charge: Found) -> bool:
    """Whether a deed of the charged party stands in the charge alone."""
    word, above = deed.draft.act.word, charge.draft.act.word
    doers, charged = keys_of(deed.sides.actor), keys_of(charge.sides.recipient)
    is_theirs = bool(doers & charged) and doers.isdisjoint(keys_of(charge.sides.actor))
    if deed is charge or not is_theirs or not _is_below(deed.parties.sentence, word, above):
        return False
    is_told = charge.draft.act.row.lemma in _PLAIN and not charge.draft.act.row.needs
    return not is_told or QUADS[deed.draft.type] != MATERIAL_CONFLICT


def _is_below(sentence: Sentence, word: int, above: int) -> bool:
    """Whether a word is part of what another says, and not told as known beside it.

    "Accused Mali of hiding rebels after it shelled the town", "of arming those who shelled it".
    """
    for each in (word, *sentence.ancestors(word)):
        if each == above:
            return True
        is_clause = sentence.relations[each] == "advcl"
        is_beside = is_clause and not _TIMES.isdisjoint(markers(sentence, each))
        if is_beside or sentence.relations[each].endswith(":relcl"):
            return False
    return False
