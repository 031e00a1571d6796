"""Extents: which words make up a cue, from its auxiliaries to its preposition.

"has repeatedly called for", "went on to say", "issued a statement calling", "voiced concern about".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.coding.grammar.links import markers
from dragoman.coding.grammar.subjects import NOUN_TAGS, is_passive
from dragoman.model.parses import ROOT, Sentence

_VERB_GROUP = frozenset({"aux", "aux:pass", "advmod", "cop", "mark", "expl"})
_NOUN_GROUP = frozenset({"det", "amod"})
_LEADING = frozenset(
    {
        *("about", "against", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to"),
        *("upon", "with"),
    }
)
_MEDIA = frozenset(
    {
        *("statement", "speech", "letter", "testimony", "release", "interview", "email", "tweet"),
        *("post", "memo", "report", "article", "column", "editorial", "ruling", "filing"),
    }
)


def particle_of(sentence: Sentence, word: int) -> int | None:
    """The particle right after a verb and part of it: "put out"; None without one."""
    after = word + 1
    if after == len(sentence) or sentence.heads[after] != word:
        return None
    is_particle = sentence.relations[after] == "compound:prt" or sentence.fine_tags[after] == "RP"
    return after if is_particle else None


def it_of(sentence: Sentence, word: int) -> int | None:
    """The "it" right after a verb and its object: "as she put it"; None without one."""
    after = word + 1
    if after == len(sentence) or sentence.words[after].lower() != "it":
        return None
    return after if after in sentence.related(word, "obj") else None


def cue_words(
    sentence: Sentence, word: int, heads: Sequence[int], cues: Collection[int] = ()
) -> tuple[int, int]:
    """First and last word of the cue: with auxiliaries and adverbs, particle and preposition.

    "has repeatedly called for", "said in a statement", "his sharp criticism of" (without "his"),
    "voiced concern about", "went on to say". A verb above that is itself one of `cues` stays apart:
    "plans to call for" is a plan.
    """
    first = _first_word(sentence, word, cues)
    last = _with_adverb(sentence, word, particle_of(sentence, word) or word)
    if sentence.lemmas[word] == "put":
        last = it_of(sentence, word) or last
    for head in [] if sentence.lemmas[word] in _ANSWERING else heads:
        for child in sentence.related(head, "case", "mark"):
            is_next = child == last + 1 and sentence.tags[child] in ("ADP", "SCONJ")
            is_next = is_next and not _leads_gerund(sentence, child, head)
            last = child if is_next and sentence.words[child].lower() in _LEADING else last
    return first, _with_medium(sentence, word, _with_as(sentence, word, last))


def _leads_gerund(sentence: Sentence, mark: int, head: int) -> bool:
    """Whether a "to" opens a clause: "is dedicated to building" against "is dedicated to peace"."""
    return sentence.words[mark].lower() == "to" and sentence.fine_tags[head] == "VBG"


def _with_as(sentence: Sentence, word: int, last: int) -> int:
    """The cue with the "as" right after it: "is known as", "which he described as"."""
    after = last + 1
    if after == len(sentence) or sentence.words[after].lower() != "as":
        return last
    named = sentence.heads[after]
    is_named = named != ROOT and sentence.heads[named] == word
    return after if is_named and is_passive(sentence, word) else last


def _with_adverb(sentence: Sentence, word: int, last: int) -> int:
    """The cue with the adverb right after it: "complained bitterly", "added later"."""
    after = last + 1
    is_adverb = after < len(sentence) and sentence.heads[after] == word
    if not is_adverb or sentence.relations[after] != "advmod" or sentence.children[after]:
        return last
    return after if sentence.fine_tags[after] in ("RB", "RBR") else last


def _first_word(sentence: Sentence, word: int, cues: Collection[int] = ()) -> int:
    """The first word of the group around a cue, with the verb it leans on right before it."""
    is_noun = sentence.tags[word] in NOUN_TAGS
    group = _NOUN_GROUP if is_noun else _VERB_GROUP
    first = word
    while first > 0 and _belongs(sentence, first - 1, (word, first), group):
        first -= 1
    above = sentence.heads[word]
    if is_worded(sentence, word):
        return _first_word(sentence, sentence.heads[above])
    if above == ROOT or above not in (first - 1, first - 2):
        return first
    is_next = above == first - 1
    if is_next and is_noun and sentence.relations[word] == "obj":
        return _first_word(sentence, above) if sentence.lemmas[above] in _LIGHT else first
    is_joined = is_next or sentence.words[first - 1].lower() in ("by", "on", "up", "off", "out")
    if sentence.tags[word] == "ADJ" and _is_linked(sentence, above, first):
        return _first_word(sentence, above)
    if is_joined and sentence.relations[word] in ("xcomp", "advcl") and _is_tied(sentence, word):
        is_apart = above in cues and sentence.lemmas[above] not in _LENDING
        is_verbal = sentence.tags[above] in ("VERB", "ADJ") and not is_apart
        return _first_word(sentence, above) if is_verbal else first
    return first


def _is_linked(sentence: Sentence, verb: int, first: int) -> bool:
    """Whether a verb gives somebody what begins at `first`: "grew wary", "made (it) clear"."""
    is_next = verb == first - 1
    if sentence.lemmas[verb] == "make":
        return is_next or sentence.words[first - 1].lower() == "it"
    return is_next and sentence.lemmas[verb] in _LINKING


def is_worded(sentence: Sentence, word: int) -> bool:
    """Whether a verb gives what a message says: "issued a statement calling"."""
    noun = sentence.heads[word]
    if noun == ROOT or sentence.relations[word] not in ("acl", "acl:relcl", "advcl"):
        return False
    above = sentence.heads[noun]
    return (
        sentence.lemmas[noun].lower() in _MESSAGES
        and sentence.relations[noun] == "obj"
        and sentence.lemmas[above] in _LIGHT
        and above < noun < word
    )


_MESSAGES = frozenset(
    {
        *("statement", "letter", "tweet", "message", "memo", "note", "post", "report", "paper"),
        *("release", "video", "ad"),
    }
)


def _is_tied(sentence: Sentence, word: int) -> bool:
    """Whether a verb leans on the one before it: "went on to say", "avoided saying"."""
    is_going_on = sentence.lemmas[sentence.heads[word]] == "go"
    if (sentence.relations[word] == "xcomp" or is_going_on) and "to" in markers(sentence, word):
        return True
    return sentence.fine_tags[word] == "VBG" and sentence.lemmas[sentence.heads[word]] in _PHASES


_LENDING = frozenset({"seem", "appear", "go", "continue", "resist"})
_LINKING = frozenset({"become", "remain", "grow", "get", "feel", "stay", "sound", "look"})
_OUTSIDE = frozenset({"perhaps", "only", "both", "just"})
# Whom or what one answers is no part of the answer, nor of its cue.
_ANSWERING = frozenset({"respond", "reply", "react"})
_PHASES = frozenset({"keep", "avoid", "stop", "start", "continue", "resist"})


def _belongs(sentence: Sentence, word: int, above: tuple[int, int], group: frozenset[str]) -> bool:
    relation = sentence.relations[word]
    if sentence.heads[word] not in above or relation not in group or sentence.tags[word] == "PUNCT":
        return False
    if relation == "mark":
        return sentence.words[word].lower() == "to" and sentence.fine_tags[above[0]] != "VBG"
    if relation == "expl":
        return sentence.tags[above[0]] == "ADJ"
    if relation == "amod" and word > 0 and sentence.words[word][0].isupper():
        return False  # "new American pledges": whose they are
    return sentence.fine_tags[word] != "WRB" and sentence.words[word].lower() not in _OUTSIDE


_LIGHT = frozenset(
    {
        *("express", "voice", "issue", "make", "give", "have", "offer", "raise", "show", "launch"),
        *("release", "deliver", "take", "hold", "send", "share", "draw", "level", "lodge", "file"),
        *("unveil", "sound", "repeat", "win", "earn", "receive", "reiterate", "convey", "harbor"),
        *("harbour", "nurse", "pose", "sign", "reach", "strike"),
    }
)


def _with_medium(sentence: Sentence, word: int, last: int) -> int:
    """The cue with what it was said in or when, right after it, and with its colon."""
    for child in sentence.related(word, "obl"):
        is_medium = sentence.lemmas[child].lower() in _MEDIA
        is_told = is_medium and sentence.case(child) == "in"
        is_day = sentence.relations[child] == "obl:unmarked" and child == last + 1
        if is_day or (is_told and sentence.related(child, "case")[0] == last + 1):
            last = child
    is_colon = last + 1 < len(sentence) and sentence.words[last + 1] == ":"
    return last + 1 if is_colon else last
