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
        *("propose", "offer", "work", "understand", "succeed", "hope", "help", "consider"),
    }
)
# What somebody may have without reproach: "Chad has the right to trade", "has had success".
_HAVING = frozenset({"have", "enjoy", "achieve", "get"})
_GOOD_TO_HAVE = frozenset(
    {
        *("right", "success", "chance", "opportunity", "ability", "reason", "time", "progress"),
        *("authority", "courage", "influence"),
    }
)
# What was done to somebody is no wrong of his: "Chad said the Malian envoy was killed".
_SUFFERED = frozenset(
    {
        *("kill", "wound", "injure", "hurt", "arrest", "detain", "capture", "kidnap", "abduct"),
        *("murder", "execute", "shoot", "attack", "bomb", "free", "release", "hit", "strike"),
    }
)
# "Have begun returning" tells of the return.
_BEGINNING = frozenset({"begin", "start", "continue", "resume", "keep"})


def may_be_wrong(sentence: Sentence, clause: int) -> bool:
    """Whether the clause at a word tells something that its subject may be reproached for.

    Args:
        sentence: the sentence with its tree.
        clause: the head of the clause that says what somebody did or is.
    """
    auxiliaries = {sentence.words[a].lower() for a in sentence.related(clause, "aux")}
    if not _OPEN.isdisjoint(auxiliaries) and "have" not in auxiliaries:
        return False
    is_denied, clause = _is_denied(sentence, clause), _deed(sentence, clause)
    lemma = sentence.lemmas[clause].lower()
    if is_denied:
        return lemma in _DUE and _WILL.isdisjoint(auxiliaries)
    is_noun = sentence.tags[clause] in ("NOUN", "PROPN", "PRON") or sentence.case(clause)
    if is_noun and sentence.related(clause, "cop", "aux"):
        kind = {sentence.words[m].lower() for m in sentence.related(clause, "amod")}
        return lemma in _BLAMED or not _BAD.isdisjoint(kind)
    is_harmless = lemma in _HARMLESS or _is_good_to_have(sentence, clause)
    return not is_harmless and not (lemma in _SUFFERED and _is_done_to(sentence, clause))


def _is_done_to(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what its subject suffered, as headlines do without "was" too."""
    return any(sentence.relations[child] == "nsubj:pass" for child in sentence.children[clause])


def _deed(sentence: Sentence, clause: int) -> int:
    """The word that tells what was done, where the clause's verb only says that it began."""
    is_beginning = sentence.lemmas[clause].lower() in _BEGINNING
    return next(iter(sentence.related(clause, "xcomp")), clause) if is_beginning else clause


def _is_good_to_have(sentence: Sentence, clause: int) -> bool:
    """Whether the clause says that its subject has what nobody is blamed for having."""
    objects = {sentence.lemmas[noun].lower() for noun in sentence.related(clause, "obj")}
    return sentence.lemmas[clause].lower() in _HAVING and not _GOOD_TO_HAVE.isdisjoint(objects)


def _is_denied(sentence: Sentence, clause: int) -> bool:
    """Whether the clause says what its subject did not do, or what it does none of."""
    around = sentence.related(clause, "advmod")
    objects = sentence.related(clause, "obj")
    determiners = [d for noun in objects for d in sentence.related(noun, "det")]
    return any(sentence.words[word].lower() in _NOT for word in (*around, *determiners))
