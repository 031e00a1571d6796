"""Obliged: who must do something by what somebody says ("Oslo said Minsk must free the crew")."""

from __future__ import annotations

from dragoman.model.parses import Sentence

OUGHT = frozenset({"must", "should", "ought"})
"""The modals that oblige."""
HAVING = frozenset({"have", "need"})
"""Verbs that oblige their subject to what follows: "has to", "needs to"."""


def obliged(sentence: Sentence, word: int) -> list[int]:
    """The subjects of the clauses told by `word` that say what ought to be done, not what is.

    "Oslo insisted that Minsk withdraw" and "Oslo said Minsk should withdraw" oblige Minsk; "Oslo
    insisted that Minsk withdrew" obliges nobody, nor does what must be done to somebody.
    """
    clauses = [c for c in sentence.related(word, "ccomp") if _is_demand(sentence, c)]
    subjects = [s for clause in clauses for s in sentence.related(clause, "nsubj")]
    return [s for s in subjects if sentence.relations[s] == "nsubj"]


def _is_demand(sentence: Sentence, clause: int) -> bool:
    helpers = [sentence.lemmas[c].lower() for c in sentence.related(clause, "aux", "cop")]
    if not OUGHT.isdisjoint(helpers):
        return True
    if sentence.lemmas[clause].lower() in HAVING and sentence.related(clause, "xcomp"):
        return True
    if helpers:
        return False
    # Parsers take the bare verb of a plural subject for a present.
    tag, above = sentence.fine_tags[clause], sentence.fine_tags[sentence.heads[clause]]
    return tag == "VB" or (tag == "VBP" and above == "VBD")
