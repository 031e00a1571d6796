"""Subjects: who does what a verb or noun says, when the tree puts the doer elsewhere.

Control ("urged Iran to withdraw"), relative clauses, coordination, participles, nominal acts under
a light verb ("the strike was carried out by Israel").
"""

from __future__ import annotations

from dragoman.model.parses import ROOT, Sentence

# Verbs whose object, not subject, does what their complement says ("urged Iran to withdraw").
OBJECT_CONTROL = frozenset(
    {
        *("accuse", "advise", "allow", "ask", "authorise", "authorize", "beg", "blame"),
        *("call", "cause", "charge", "command", "commend", "compel", "condemn"),
        *("congratulate", "convince", "criticise", "criticize", "direct", "enable"),
        *("encourage", "expect", "forbid", "force", "get", "help", "implore", "instruct"),
        *("invite", "keep", "lead", "let", "oblige", "order", "permit", "persuade", "praise"),
        *("press", "pressure", "prevent", "prompt", "push", "require", "see", "send", "stop"),
        *("tell", "thank", "urge", "want", "warn"),
    }
)
_TOGETHER = frozenset({"together", "along", "alongside", "jointly"})
_WITH = frozenset({"with", "alongside", "along with", "together with", "as well as"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose", "whoever"})
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})


def is_passive(sentence: Sentence, word: int) -> bool:
    """Whether the verb at `word` is passive, by itself or by the verb it is joined to."""
    if any(sentence.relations[c] in ("nsubj:pass", "aux:pass") for c in sentence.children[word]):
        return not _lacks_auxiliary(sentence, word)
    if sentence.fine_tags[word] != "VBN":
        return False
    relation = sentence.relations[word]
    if relation == "acl":
        return True
    if relation == "conj" and not sentence.related(word, "nsubj", "aux"):
        head = sentence.heads[word]
        return sentence.fine_tags[head] == "VBN" and is_passive(sentence, head)
    return relation == "advcl" and not sentence.related(word, "nsubj", "aux", "obj")


def _lacks_auxiliary(sentence: Sentence, word: int) -> bool:
    """Whether a finite verb of a whole sentence has no auxiliary, and so cannot be a passive.

    Parsers take "Egypt called on Chad" for one; a headline may leave "is" out, a sentence may not.
    """
    is_whole = sentence.words[-1] in (".", "”", '"', "’", "'") and "." in sentence.words[-3:]
    is_finite = sentence.relations[word] in ("root", "ccomp", "parataxis")
    return is_whole and is_finite and not sentence.related(word, "aux")


def passive_subject(sentence: Sentence, word: int) -> list[int]:
    """Whom a passive without a subject is about: the noun it modifies, or a shared subject."""
    head, relation = sentence.heads[word], sentence.relations[word]
    if head == ROOT:
        return []
    if relation.startswith("acl") and sentence.tags[head] in NOUN_TAGS:
        return [head]
    if relation == "conj":
        return sentence.related(head, "nsubj") or borrowed_subject(sentence, head)
    if relation in ("xcomp", "advcl"):
        return _control(sentence, head)
    return []


def borrowed_subject(sentence: Sentence, word: int) -> list[int]:
    """The subject of a verb that has none of its own: its governor's, or the noun it modifies."""
    head, relation = sentence.heads[word], sentence.relations[word]
    if head == ROOT:
        return []
    if relation.startswith("acl"):
        return _modified_noun(sentence, word, head)
    if relation == "conj":
        return subject(sentence, head)
    if relation in ("xcomp", "ccomp") or _is_complement_gerund(sentence, word):
        return _control(sentence, head)
    if relation.startswith("advcl") and _is_predicate(sentence, head):
        # "directed the army to help": parsers waver between a complement and a purpose.
        return (
            _control(sentence, head)
            if _is_marked(sentence, word, "to")
            else subject(sentence, head)
        )
    return []


def _is_predicate(sentence: Sentence, word: int) -> bool:
    return sentence.tags[word] not in NOUN_TAGS or bool(sentence.related(word, "nsubj"))


def _is_complement_gerund(sentence: Sentence, word: int) -> bool:
    """Whether a clause is what its verb accuses of or thanks for ("accused Iran of shelling")."""
    if sentence.relations[word] != "advcl":
        return False
    marks = {sentence.words[c].lower() for c in sentence.related(word, "mark")}
    return bool(marks & {"of", "for", "from", "into", "on"})


def _modified_noun(sentence: Sentence, word: int, noun: int) -> list[int]:
    """The subject of a clause that modifies a noun.

    "the troops attacking Kyiv" and "the state that attacked Kyiv": the noun itself, as in "Russian
    troops to guard the border" and, by its owner, in "Russia's plan to attack". "announced a plan
    to attack Kyiv", "posted a message blaming Kyiv": who announced, who posted it.
    """
    is_message = sentence.lemmas[noun].lower() in _MESSAGES
    if is_message or _is_marked(sentence, word, "to", "for", "of"):
        return [noun] if owners(sentence, noun) else light_verb_subject(sentence, noun) or [noun]
    if sentence.relations[word] == "acl:relcl":
        pronouns = [c for c in sentence.related(word, "nsubj") if is_relative(sentence, c)]
        return [noun] if pronouns or not sentence.related(word, "nsubj") else []
    return [noun]


_MESSAGES = frozenset(
    {
        *("message", "statement", "letter", "tweet", "post", "note", "communique", "declaration"),
        *("resolution", "report", "video", "editorial", "speech", "release"),
    }
)


def _is_marked(sentence: Sentence, word: int, *marks: str) -> bool:
    return any(sentence.words[c].lower() in marks for c in sentence.related(word, "mark", "aux"))


def is_relative(sentence: Sentence, word: int) -> bool:
    """Whether the word is a relative pronoun."""
    return sentence.words[word].lower() in _RELATIVE_PRONOUNS and sentence.tags[word] == "PRON"


def _control(sentence: Sentence, governor: int) -> list[int]:
    """Who does what a complement of `governor` says: its object under "urge", else its subject."""
    objects = sentence.related(governor, "obj", "iobj")
    if objects and sentence.lemmas[governor] in OBJECT_CONTROL:
        return objects
    if sentence.tags[governor] in NOUN_TAGS and not sentence.related(governor, "nsubj"):
        return owners(sentence, governor) or light_verb_subject(sentence, governor)
    return subject(sentence, governor)


def subject(sentence: Sentence, word: int) -> list[int]:
    """The subject of a verb, its own or borrowed; for a passive the one it is said of.

    A relative pronoun gives way to the noun it stands for.
    """
    own = sentence.related(word, "nsubj", "csubj")
    if not own:
        return borrowed_subject(sentence, word)
    if sentence.relations[word] == "acl:relcl" and is_relative(sentence, own[0]):
        return [sentence.heads[word]]
    return own


def owners(sentence: Sentence, noun: int) -> list[int]:
    """Whose a noun is: its possessive, else an adjective, compound or "of"/"by" modifier."""
    for relation in ("nmod:poss", "amod", "compound"):
        found = [c for c in sentence.children[noun] if sentence.relations[c] == relation]
        if found:
            return found
    return [c for c in sentence.related(noun, "nmod") if sentence.case(c) in ("by", "of")]


def light_verb_subject(sentence: Sentence, noun: int) -> list[int]:
    """The subject of the verb whose object (or passive subject) `noun` is."""
    head, relation = sentence.heads[noun], sentence.relations[noun]
    if relation == "conj" and head != ROOT:
        return light_verb_subject(sentence, head)
    if head == ROOT or relation.partition(":")[0] not in ("obj", "xcomp", "obl"):
        return []
    return subject(sentence, head)


def beside(sentence: Sentence, doer: int) -> list[int]:
    """Who does it with the subject: "Peru, with Chile and Togo, condemned"."""
    hanging = [c for c in sentence.related(doer, "nmod") if _is_set_off(sentence, doer, c)]
    for adverb in sentence.related(doer, "advmod"):
        if sentence.words[adverb].lower() in _TOGETHER:
            hanging += sentence.related(adverb, "obl", "nmod")
    return [c for c in hanging if sentence.case(c) in _WITH]


def _is_set_off(sentence: Sentence, doer: int, word: int) -> bool:
    """Whether a comma stands between a noun and what is said with it."""
    return "," in sentence.words[doer:word]
