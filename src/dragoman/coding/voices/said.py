"""Said: which words of its sentence are the content of a cue.

The marks tell where direct speech stands, the tree tells the rest: "called the vote a farce" gives
"the vote a farce", "the vote was called a farce" the same two parts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dragoman.coding.grammar.links import form_of
from dragoman.coding.grammar.phrases import phrase
from dragoman.coding.grammar.subjects import NOUN_TAGS, is_passive
from dragoman.coding.voices.cues import Cue, contents
from dragoman.coding.voices.direct import beside
from dragoman.coding.voices.extents import cue_words
from dragoman.model.parses import Sentence

_RELATIVE = frozenset({"WDT", "WP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "..."})


def words_said(sentence: Sentence, word: int, cue: Cue, quoted: Collection[int]) -> set[int]:
    """The words of the content: beside the cue by the marks, else below it by the tree."""
    heads = contents(sentence, word, cue)
    if named := _named_as(sentence, word, cue, heads):
        return named
    if "quote" in cue.forms and not any(sentence.related(h, "mark") for h in heads):
        clause = _clause(sentence, word)
        stretches = beside(
            sentence, clause, quoted, has_subject=clause[0] < word or clause[1] > word
        )
        stretches = [s for s in stretches if not _takes_in_its_own(sentence, word, s, quoted)]
        # "In May, Chad sought talks": the marks would take "In May" for what she said.
        is_before = len(stretches) == 1 and stretches[0][1] <= clause[0]
        if stretches and not (is_before and any(head > clause[1] for head in heads)):
            return {w for first, last in stretches for w in range(first, last + 1)}
    own = set(sentence.subtree(word))
    said = {w for clause in _joined(sentence, word, heads) for w in sentence.subtree(clause)}
    for head in heads:
        below = set(sentence.subtree(head))
        said |= below - own if word in below else below
    return said or _rest(sentence, word, cue)


def _takes_in_its_own(
    sentence: Sentence, word: int, stretch: tuple[int, int], quoted: Collection[int]
) -> bool:
    """Whether a stretch holds the clause that a participle only adds to: "Decrying it, he left"."""
    above = sentence.heads[word]
    is_added = sentence.relations[word] in ("advcl", "acl") and sentence.tags[word] == "VERB"
    is_added = is_added and not sentence.related(word, "nsubj", "nsubj:pass", "mark")
    return is_added and above not in quoted and stretch[0] <= above <= stretch[1]


def _named_as(sentence: Sentence, word: int, cue: Cue, heads: Sequence[int]) -> set[int]:
    """The words from an object to what is said of it: "called the vote a farce".

    Of what stands before as "which" the content is the rest: "which he called a farce".
    """
    if not cue.forms & {"noun", "named"} or ("that" in cue.forms and "named" not in cue.forms):
        return set()
    if is_passive(sentence, word):
        named = [*sentence.related(word, "nsubj"), *_said_of(sentence, word, frozenset())]
        return {w for head in named for w in sentence.subtree(head)}
    things = sentence.related(word, "obj") if "named" in cue.forms else heads
    objects = [h for h in things if h > word and sentence.relations[h] == "obj"]
    if not objects:
        is_relative = any(sentence.fine_tags[h] in _RELATIVE for h in heads if h < word)
        after = [c for c in _said_of(sentence, word, cue.forms) if c > word and is_relative]
        return {w for head in after for w in sentence.subtree(head)}
    said = [c for c in _said_of(sentence, word, cue.forms) if c > objects[0]]
    if not said and "named" in cue.forms:
        return set()
    first = min(sentence.subtree(objects[0]))
    last = max(w for head in [objects[0], *said] for w in sentence.subtree(head))
    return set(range(max(first, word + 1), last + 1))


def _said_of(sentence: Sentence, word: int, forms: frozenset[str]) -> list[int]:
    """The heads of what a verb says of its object: "a farce", "as a farce", "for his delay"."""
    return [
        child
        for child in sentence.children[word]
        if sentence.relations[child] in ("xcomp", "obj", "ccomp")
        or (
            sentence.relations[child] in ("obl", "advcl")
            and form_of(sentence, child) in {"as", "for", *forms}
        )
    ]


def _joined(sentence: Sentence, word: int, heads: Sequence[int]) -> list[int]:
    """The clauses that the tree has joined to a cue, but whose form joins them to what is said.

    "said it wanted peace and let the others know" has "let" below "said"; only "wanted … and let"
    would go together.
    """
    clauses = [h for h in heads if h > word and sentence.relations[h] in ("ccomp", "xcomp")]
    if not clauses:
        return []
    return [
        joined
        for joined in sentence.related(word, "conj")
        if joined > clauses[0] and _is_of_another_form(sentence, word, joined)
    ]


def _is_of_another_form(sentence: Sentence, word: int, joined: int) -> bool:
    """Whether a clause joined to a cue cannot stand beside it, for its tense and its subject."""
    form = sentence.fine_tags[joined]
    if sentence.related(joined, "aux", "cop") or form == sentence.fine_tags[word]:
        return False
    is_set_off = any(sentence.words[c] in STOPS for c in sentence.children[joined] if c < joined)
    has_subject = bool(sentence.related(joined, "nsubj"))
    return form == "VB" or (form in FINITE and has_subject and not is_set_off)


def _rest(sentence: Sentence, word: int, cue: Cue) -> set[int]:
    """What follows a finite verb of saying whose complement the tree has hung elsewhere."""
    is_saying = cue.kind == "say" and "that" in cue.forms
    if not is_saying or sentence.fine_tags[word] not in FINITE or sentence.related(word, "obj"):
        return set()
    _, last = _clause(sentence, word)
    after = sentence.words[last + 1] if last + 1 < len(sentence) else "."
    return set() if after in STOPS else set(range(last + 1, len(sentence)))


def _clause(sentence: Sentence, word: int) -> tuple[int, int]:
    """First and last word of "she said", the subject counted in where it stands beside the verb."""
    first, last = cue_words(sentence, word, ())
    for source in sentence.related(word, "nsubj"):
        start, end = phrase(sentence, source)
        if end + 1 == first or start == last + 1:
            return min(first, start), max(last, end)
    return first, last


def apart(sentence: Sentence, found: Mapping[int, Cue], word: int) -> set[int]:
    """The words of clauses that go on to say more, which are no part of what was said before.

    ", adding that …" and, in "She said it rained and called for help", the second half.
    """
    return {
        below
        for other in found
        if other != word and (is_trailing(sentence, other) or resumes(sentence, found, word, other))
        for below in sentence.subtree(other)
    }


def asides(
    sentence: Sentence, word: int, said: Collection[int], quoted: Collection[int]
) -> set[int]:
    """The words that the writer only adds of a thing at its end: "praised the dam, which opened".

    In a clause ("said it opposed the dam, which …") whoever speaks may have said them too.
    """
    if behind := _behind_quote(sentence, said, quoted):
        return behind
    end = max((w for w in said if sentence.tags[w] != "PUNCT"), default=-1)
    tops = {w for w in said if sentence.heads[w] == word and sentence.tags[w] != "PUNCT"}
    if any(not _is_thing(sentence, top) or top < word for top in tops):
        return set()
    for relative in sorted(said):
        below = sentence.subtree(relative)
        is_last = sentence.relations[relative] == "acl:relcl" and below[-1] >= end
        if not is_last or relative in quoted:
            continue
        first = next((w for w in below if sentence.tags[w] != "PUNCT"), relative)
        before = sentence.words[first - 1] if first else ""
        if before in _SET_OFF and first - 1 in {*said, *below}:
            return set(range(first - 1, below[-1] + 1))
    return set()


def _is_thing(sentence: Sentence, word: int) -> bool:
    """Whether a word stands for a thing and is no clause: "the dam", not "(that) it is a dam"."""
    return sentence.tags[word] in NOUN_TAGS and not sentence.related(word, "cop")


def _behind_quote(sentence: Sentence, said: Collection[int], quoted: Collection[int]) -> set[int]:
    """The words of a clause that follows a whole quotation: "“We won,” when he was asked"."""
    return {
        below
        for clause in said
        if sentence.relations[clause] == "advcl"
        if sentence.heads[clause] in quoted and clause not in quoted
        if _follows_quote(sentence, clause)
        for below in sentence.subtree(clause)
    }


def _follows_quote(sentence: Sentence, clause: int) -> bool:
    """Whether a comma and the mark that closes a quotation stand right before a clause."""
    below = sentence.subtree(clause)
    first = next((w for w in below if sentence.tags[w] != "PUNCT"), clause)
    return sentence.fine_tags[first - 1] == "''" and sentence.words[first - 2] in STOPS


_SET_OFF = frozenset({",", "-", "–", "—", "―", "--", "("})


def resumes(sentence: Sentence, found: Mapping[int, Cue], word: int, other: int) -> bool:
    """Whether a cue that the tree puts into what another one says stands beside it instead.

    It has the other's tense and nothing that links it to what is said: "said it rained and called
    for help", "said it rained, though she noted", "said it rained and farmers warned".
    """
    if other < word or sentence.fine_tags[other] != sentence.fine_tags[word]:
        return False
    if found[word].kind not in _UTTERED or found[other].kind not in _UTTERED:
        return False
    if _is_misjoined(sentence, word, other):
        return True
    if sentence.fine_tags[word] not in FINITE or not _is_beside(sentence, other):
        return False
    above = _first_conjunct(sentence, sentence.heads[other])
    return sentence.heads[above] == word and sentence.relations[above] in _CLAUSES


def _is_misjoined(sentence: Sentence, word: int, other: int) -> bool:
    """Whether a cue is joined to a word of another form below the first: "urging … and calling"."""
    head = sentence.heads[other]
    is_joined = sentence.relations[other] == "conj" and _is_beside(sentence, other)
    is_alike = sentence.fine_tags[head] == sentence.fine_tags[other]
    path = [head, *sentence.ancestors(head)]
    between = path[: path.index(word)] if word in path[1:] else []
    is_below = bool(between) and not any(sentence.relations[w] in _APART for w in between)
    return is_joined and not is_alike and is_below


_UTTERED = frozenset({"say", "ask"})
_APART = frozenset({"acl:relcl", "advcl"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})


def _is_beside(sentence: Sentence, word: int) -> bool:
    """Whether a clause may be joined to what stands above what it hangs from."""
    marks = {sentence.words[child].lower() for child in sentence.related(word, "mark")}
    if sentence.relations[word] == "conj":
        return not marks
    return sentence.relations[word] == "advcl" and bool(marks & {"though", "although"})


def _first_conjunct(sentence: Sentence, word: int) -> int:
    while sentence.relations[word] == "conj":
        word = sentence.heads[word]
    return word


def is_trailing(sentence: Sentence, word: int) -> bool:
    """Whether a cue goes on from the one before it: ", adding that …"."""
    return (
        sentence.fine_tags[word] == "VBG"
        and word > 0
        and sentence.words[word - 1] == ","
        and not sentence.related(word, "nsubj")
    )
