"""Obliged: who must do something by what somebody says ("Oslo said Minsk must free the crew").

And what is ordered to be done to whom ("ordered two Danes held").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.model.parses import Sentence

OUGHT = frozenset({"must", "should", "ought"})
"""The modals that oblige."""
HAVING = frozenset({"have", "need"})
"""Verbs that oblige their subject to what follows: "has to", "needs to"."""
_TELLING = frozenset({"say", "tell", "add", "note", "state", "report", "announce", "explain"})


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
    # Parsers take the bare verb of a plural subject for a present, as it is after "said".
    head = sentence.heads[clause]
    tag, above = sentence.fine_tags[clause], sentence.fine_tags[head]
    is_told = sentence.lemmas[head].lower() in _TELLING
    return tag == "VB" or (tag == "VBP" and above == "VBD" and not is_told)


def done_to(sentence: Sentence, around: Mapping[str, Sequence[int]]) -> list[int]:
    """What is to be done to a verb's object: "ordered two Danes held", "had the envoy arrested".

    Args:
        sentence: the sentence with its tree.
        around: the words in the verb's slots.
    """
    clauses = [*around.get("xcomp", ()), *around.get("ccomp", ())]
    if any(sentence.related(clause, "mark") for clause in clauses):
        return []
    below = [c for noun in around.get("obj", ()) for c in sentence.related(noun, "acl")]
    tags = ("VBN", "VBD")  # parsers take the participle for a past
    told = (word for word in (*clauses, *below) if sentence.fine_tags[word] in tags)
    return [word for word in told if not sentence.related(word, "aux", "nsubj")]
