"""Halves: acts of which a sentence names who does them, and the article whom they are done to.

"Canada promised tents" in a story of an earthquake in Peru is promised to Peru. `references/`
`conversation.py` completes such a half or leaves it out.
"""

from __future__ import annotations

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.learned import reading_of
from dragoman.coding.acts.roles import Parties, keys_of
from dragoman.coding.parties.lacking import ANSWERING, answers_a_deed
from dragoman.coding.parties.learned_sides import ACTOR, FOUND, RECIPIENT, likeliness
from dragoman.coding.parties.recipients import recipients
from dragoman.coding.parties.sides import Sides, actors
from dragoman.coding.references.conversation import OUTWARD
from dragoman.model.events import Step
from dragoman.model.parses import Sentence

_BESIDE = frozenset({"acl:relcl", "advcl", "parataxis"})
_AT_HOME = frozenset(
    {"opposition", "lawmaker", "lawmakers", "parliament", "senate", "judge", "court"}
)
# Types that are words told to those whom they name.
_TOLD = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE"})
_PEOPLE = frozenset({"them", "him", "her", "us", "everyone", "anyone", "people", "others"})
_AHEAD = frozenset({"before", "if", "unless", "until", "till", "whether"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_WHOM = ("obj", "iobj", "to", "on", "against", "with", "for", "from")


def half(draft: Draft, parties: Parties) -> Sides | None:
    """The side of an act that its sentence names; None where it has two, or is done at home.

    Args:
        draft: the act, for which no two sides were found.
        parties: the mentions of its sentence.
    """
    act = draft.act
    if draft.type not in OUTWARD or (act.row.pos != "verb" and act.light is None):
        return None
    if _is_only_thought_of(parties.sentence, act.word):
        return None
    actor = actors(draft, parties) or _doers(draft, parties)
    if not actor or recipients(draft, parties):
        return None
    step = Step("roles", "half of an act", ", ".join(m.rule for m in actor))
    is_answer = draft.type in ANSWERING and answers_a_deed(parties.sentence, act)
    return Sides(tuple(actor), (), step, "doer" if is_answer else "story", stands_alone=False)


def named_in_clause(draft: Draft, parties: Parties) -> frozenset[str]:
    """The keys of those named in an act's own clause, without the clauses beside it."""
    sentence = parties.sentence
    level = [draft.act.light if draft.act.light is not None else draft.act.word]
    words = set(level)
    while level:
        level = [c for w in level for c in sentence.children[w] if not _is_beside(sentence, c)]
        words.update(level)
    return keys_of(m for word in words if (m := parties.by_word.get(word)))


def _is_beside(sentence: Sentence, word: int) -> bool:
    relation = sentence.relations[word]
    is_verb = sentence.tags[word] in ("VERB", "AUX")
    return relation in _BESIDE or (relation == "conj" and is_verb)


def _doers(draft: Draft, parties: Parties) -> list[Mention]:
    """Those whom the network takes for the doers, where no row says who they are.

    Not of demands and promises, of which it finds most within a state.
    """
    read = reading_of(parties.sentence, draft)
    if draft.act.row.actor or read is None or draft.type in ("REQUEST", "AGREE"):
        return []
    likely = [m for m in parties.named if m.kind != "place"]
    doers = [m for m in likely if likeliness(read, m, (ACTOR,)) >= FOUND]
    others = [m for m in parties.named if likeliness(read, m, (RECIPIENT,)) >= FOUND]
    return doers if len(keys_of(doers)) == 1 and not others else []


def is_to_others(draft: Draft, parties: Parties) -> bool:
    """Whether an act is done to somebody that no table knows, or who has a part in home affairs.

    Whom a government "urged", "asked" or "warned" without an article, such as "drivers", are its
    own people, as are the opposition leaders that it pardons; a name stands for itself. Who
    "criticised attempts to change it" may mean anybody's; "the attempt" was told before.
    """
    sentence = parties.sentence
    words = [w for slot in _WHOM for w in draft.act.slots.get(slot, ())]
    judged = draft.act.slots.get("obj", ()) if draft.type in ANSWERING else ()
    return any(
        sentence.tags[word] == "PROPN" or _is_somebody(draft, parties, word) for word in words
    ) or not all(_is_known(sentence, word) for word in judged)


def _is_somebody(draft: Draft, parties: Parties, word: int) -> bool:
    """Whether a word means people: those of a state's own affairs, or any that words are told."""
    sentence = parties.sentence
    if sentence.words[word].lower() in _PEOPLE:
        return True
    mention = parties.by_word.get(word)
    if mention is None or mention.identities or mention.kind != "role":
        return False
    if not _AT_HOME.isdisjoint(mention.rule.partition(": ")[2].split()):
        return True
    return draft.type in _TOLD and not _is_known(sentence, word)


def _is_known(sentence: Sentence, word: int) -> bool:
    """Whether a noun is one that the reader is taken to know; a pronoun is."""
    determiners = {sentence.words[c].lower() for c in sentence.related(word, "det", "nmod:poss")}
    return sentence.tags[word] == "PRON" or not determiners.isdisjoint(_KNOWN)


def _is_only_thought_of(sentence: Sentence, word: int) -> bool:
    """Whether an act stands in a clause of what may come first: "before it sends weapons"."""
    marks = {sentence.words[c].lower() for c in sentence.related(word, "mark")}
    return sentence.relations[word] == "advcl" and not marks.isdisjoint(_AHEAD)
