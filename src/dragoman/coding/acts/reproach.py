"""Reproach: whether what is said of somebody can be a wrong at all.

"Chad said Mali was in mourning", "could rejoin the talks", "has broken no treaty" charge nobody,
whatever the words above them look like. Of 16 reports of news that the network took for charges 8
were none, and 7 of these were of such a form.
"""

from __future__ import annotations

from dragoman.model.parses import Sentence

_OPEN = frozenset({"can", "could", "may", "might"})
_WILL = frozenset({"will", "wo"})  # "his party will not recognise Chad" is his refusal
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})
# What is a wrong when it is left undone: "has not complied", "is not doing enough".
_DUE = frozenset(
    {
        *("comply", "cooperate", "do", "keep", "fulfill", "fulfil", "meet", "respect", "honor"),
        *("honour", "allow", "let", "accept", "agree", "implement", "control", "stop", "prevent"),
        *("respond", "take", "understand", "recognize", "recognise", "act", "provide", "deliver"),
        *("share", "disclose", "abide", "participate", "pay", "condemn", "listen", "want", "live"),
        *("show", "give", "answer", "explain", "protect", "help", "admit", "apologize", "observe"),
        *("apologise", "tell", "negotiate", "withdraw", "release", "disarm", "end", "make", "care"),
    }
)
# What somebody may be called by way of charge: "is a sponsor of terrorism".
_BLAMED = frozenset(
    {
        *("threat", "danger", "liar", "terrorist", "sponsor", "supporter", "obstacle", "enemy"),
        *("criminal", "aggressor", "dictator", "tyrant", "problem", "haven", "source", "cause"),
        *("murderer", "killer", "hypocrite", "violation", "violator", "culprit", "party", "puppet"),
        *("perpetrator", "mastermind", "occupier", "oppressor", "bully", "devil", "state"),
        *("regime", "accomplice", "breach", "crime", "provocation", "lie", "failure", "outlaw"),
        *("invader", "thief", "traitor", "spy", "racist", "fault", "blame", "menace"),
        *("scandal", "shame"),
    }
)
_BAD = frozenset(
    {
        *("worst", "bad", "illegal", "dangerous", "serious", "grave", "brutal", "evil", "false"),
        *("unacceptable", "grim", "cruel", "corrupt", "hostile", "violent", "criminal", "rogue"),
    }
)
# Qualities nobody is charged with, and deeds of peace or of chance.
_HARMLESS = frozenset(
    {
        *("able", "ready", "willing", "unable", "free", "important", "good", "committed", "safe"),
        *("confident", "welcome", "grateful", "close", "strong", "key", "alive", "dead", "ill"),
        *("friendly", "open", "due", "eager", "sure", "hopeful", "prepared", "available", "happy"),
        *("agree", "accept", "release", "return", "arrive", "visit", "cooperate", "surrender"),
        *("identify", "rescue", "recover", "improve", "progress", "respond", "win", "lose", "die"),
        *("attend", "apologize", "apologise", "thank", "withdraw", "meet", "retreat"),
        *("recognize", "recognise", "express", "discuss", "talk", "benefit", "join", "deserve"),
    }
)


def may_be_wrong(sentence: Sentence, clause: int) -> bool:
    """Whether the clause at a word tells something that its subject may be reproached for.

    Args:
        sentence: the sentence with its tree.
        clause: the head of the clause that says what somebody did or is.
    """
    auxiliaries = {sentence.words[a].lower() for a in sentence.related(clause, "aux")}
    if not _OPEN.isdisjoint(auxiliaries) and "have" not in auxiliaries:
        return False
    lemma = sentence.lemmas[clause].lower()
    if _is_denied(sentence, clause):
        return lemma in _DUE and _WILL.isdisjoint(auxiliaries)
    is_noun = sentence.tags[clause] in ("NOUN", "PROPN", "PRON") or sentence.case(clause)
    if is_noun and sentence.related(clause, "cop", "aux"):
        kind = {sentence.words[m].lower() for m in sentence.related(clause, "amod")}
        return lemma in _BLAMED or not _BAD.isdisjoint(kind)
    return lemma not in _HARMLESS


def _is_denied(sentence: Sentence, clause: int) -> bool:
    """Whether the clause says what its subject did not do, or what it does none of."""
    around = sentence.related(clause, "advmod")
    objects = sentence.related(clause, "obj")
    determiners = [d for noun in objects for d in sentence.related(noun, "det")]
    return any(sentence.words[word].lower() in _NOT for word in (*around, *determiners))
