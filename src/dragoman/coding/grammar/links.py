"""Links: how a word hangs from the one above it, under names that say what the two have to do.

"wants to attack", "denies attacking", "warned against an attack": the same act stands in a "to", an
"ing" and an "against" link. The table of governing words (veridicality.csv) is written over these.
"""

from __future__ import annotations

from dragoman.model.parses import ROOT, Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_APART = frozenset({"but", "yet", "nor"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_ASKING = frozenset({"how", "where", "when", "whether", "whom", "which"})


def markers(sentence: Sentence, word: int) -> list[str]:
    """The subordinating words of a clause in lower case, those of several parts joined by a blank.

    "in case Iran attacks" gives ["in case"].
    """
    found = [joined(sentence, child) for child in sentence.related(word, "mark")]
    found += [
        sentence.words[child].lower()
        for child in sentence.related(word, "advmod")
        if sentence.words[child].lower() in ("when", "whenever", "once", "how", "why", "where")
    ]
    return found


def joined(sentence: Sentence, word: int) -> str:
    """A function word with the words fixed to it, in lower case: "in case", "no longer"."""
    parts = [word, *sentence.related(word, "fixed")]
    if sentence.words[word].lower() == "longer":
        parts += sentence.related(word, "advmod")
    return " ".join(sentence.words[part].lower() for part in sorted(parts))


def form_of(sentence: Sentence, word: int) -> str:
    """The form of the link between a word and the one above it.

    that, to (infinitive), ing, purpose, noun (its object), subject, clause (a subject clause),
    along (shares its fate), a preposition ("to_noun" for "to"), or apart: what is above says
    nothing of it.
    """
    relation = sentence.relations[word]
    base = relation.partition(":")[0]
    if relation in ("acl:relcl", "advcl:relcl"):
        return "apart"
    if base in ("ccomp", "xcomp", "acl", "advcl"):
        return _clause_form(sentence, word, base)
    if relation == "nsubj:pass" or base == "obj":
        return "noun"
    if base in ("obl", "nmod"):
        return _preposition(sentence.case(word)) or "apart"
    return _PLAIN.get(base, "apart")


def _preposition(case: str) -> str:
    return "to_noun" if case == "to" else case


_PLAIN = {
    "nsubj": "subject",
    "csubj": "clause",
    "compound": "any",
    "fixed": "along",
    "flat": "along",
}


def _clause_form(sentence: Sentence, word: int, base: str) -> str:
    marks = markers(sentence, word)
    if "to" in marks and sentence.fine_tags[word] == "VBG":
        return _preposition("to")
    if "to" in marks:
        # Parsers hang what somebody "is due to" do as a purpose.
        is_purpose = base == "advcl" and sentence.tags[sentence.heads[word]] != "ADJ"
        return "purpose" if is_purpose else "to"
    if base == "ccomp" or "that" in marks:
        is_gerund = sentence.fine_tags[word] == "VBG" and not sentence.related(word, "nsubj", "aux")
        return "ing" if is_gerund else "that"
    if base == "xcomp":
        return "ing" if sentence.fine_tags[word] == "VBG" else "to"
    if marks:
        return marks[0]
    return "along" if base == "advcl" and sentence.fine_tags[word] == "VBG" else "apart"


def asks_how(sentence: Sentence, verb: int) -> str:
    """The word that makes an infinitive a question, or "": "discussed where to try the pilot"."""
    words = (sentence.words[c].lower() for c in sentence.related(verb, "advmod", "mark", "obj"))
    head = sentence.heads[verb]
    above = "" if head == ROOT else sentence.words[head].lower()
    return next((word for word in (*words, above) if word in _ASKING), "")


def is_cleft(sentence: Sentence, word: int) -> bool:
    """Whether a relative clause tells what the sentence is about: "was it Peru that attacked?"."""
    head = sentence.heads[word]
    if head == ROOT or not sentence.relations[word].endswith(":relcl"):
        return False
    openers = sentence.related(head, "expl", "nsubj")
    is_it = any(sentence.words[opener].lower() == "it" for opener in openers)
    return is_it and bool(sentence.related(head, "cop"))


def shares_auxiliaries(sentence: Sentence, word: int) -> bool:
    """Whether a coordinated word stands under the first one's auxiliaries and negation too.

    "may visit and sign", but not "may visit, but signed" and not "may visit and he signed". What
    "nor" joins has a negation of its own.
    """
    head = sentence.heads[word]
    if sentence.related(word, "aux", "nsubj", "cop", "det"):
        return False
    if any(sentence.words[c].lower() in _APART for c in sentence.related(word, "cc")):
        return False
    if sentence.tags[word] in _NOUNS:
        return sentence.tags[head] in _NOUNS
    is_finite = sentence.fine_tags[word] in _FINITE
    return not is_finite or sentence.fine_tags[head] == sentence.fine_tags[word]
