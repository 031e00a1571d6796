"""Acts: the words of a sentence that name an act, which table row each meets, and its parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.cells import Need
from dragoman.coding.acts.roles import Parties
from dragoman.coding.acts.slots import Slots, is_measured, lemmas_of, slots
from dragoman.coding.acts.tables import ActRow, ActTables, LightVerb
from dragoman.coding.grammar.subjects import light_verb_subject, owners, subject
from dragoman.model.parses import ROOT, Sentence

# Prepositions by which a light verb takes its noun: "came under attack", "entered into talks".
_LIGHT_CASES = frozenset({"under", "in", "into", "to", "with", "on"})
_ORDERS = frozenset({"order", "decree", "proclamation", "law", "bill", "act", "directive"})
_SAYING = frozenset({"say", "state", "note", "stress", "warn", "add", "declare", "tell", "argue"})
VOICE = "whose text it is"
"""The rule of a mention that stands at an act for the one in whose text it is told."""
# Slots of who does something, and those that say it of the deed's noun.
_DOING = frozenset({"subj", "poss", "by"})
_BEFORE_A_NOUN = frozenset({"adj", "comp"})
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


@dataclass(frozen=True, slots=True)
class Act:
    """A word that names an act, the row it meets, and what stands in its slots."""

    word: int
    row: ActRow
    slots: Slots
    light: int | None = None


def find_acts(sentence: Sentence, tables: ActTables, parties: Parties) -> list[Act]:
    """The acts a sentence names, in the order of its words; each word names one at most."""
    acts = []
    for word, lemma in enumerate(sentence.lemmas):
        pos = _POS.get(sentence.tags[word])
        if pos is None or (rows := tables.rows.get((lemma.lower(), pos))) is None:
            continue
        if _stands_in_a_name(word, parties):
            continue
        around = slots(sentence, word)
        light = _light_verb(sentence, word, tables) if pos == "noun" else None
        if light is not None:
            around = _with_light_verb(sentence, light, around, tables)
        filled = _Filled(around, parties)
        for row in rows:
            if all(filled.meets(need) for need in row.needs):
                acts.append(Act(word, row, around, light))
                break
    return acts


def fill(act: Act, alternatives: tuple[tuple[str, ...], ...], parties: Parties) -> list[Mention]:
    """The parties that fill a role: of the first alternative whose slots hold any.

    `alternatives` is a role cell of the act tables: (("subj", "with"), ("poss",)) reads "who is in
    subj and with; if nobody is, who is in poss". A place does nothing: "the Oslo bombing" is where
    it was, not by whom.
    """
    doing = _DOING | (_BEFORE_A_NOUN if alternatives == act.row.actor else frozenset())
    for together in alternatives:
        found: list[Mention] = []
        for slot in together:
            if slot == "voice":
                found += _whose_word(act.word, parties)
                continue
            words = act.slots.get(slot, ())
            if slot == "adj":
                words += act.slots.get("comp", ())  # "U.S. aid" is said as "American aid" is
            found += parties.all_at(words, places=slot not in doing)
        if not found and "subj" in together:
            found = _behind(act.word, parties)
        if found:
            return list(dict.fromkeys(found))
    return []


def _whose_word(word: int, parties: Parties) -> list[Mention]:
    """Who says a clause: the subject of the verb of saying above it, else whose text it is."""
    sentence, head = parties.sentence, parties.sentence.heads[word]
    is_said = sentence.relations[word] == "ccomp" and sentence.lemmas[head].lower() in _SAYING
    if is_said and (speakers := parties.all_at(subject(sentence, head), places=False)):
        return speakers
    return [Mention(word, word, word, parties.voice, "pronoun", VOICE)] if parties.voice else []


def _behind(word: int, parties: Parties) -> list[Mention]:
    """Who does what a verb says where its slots hold nobody: who sent it, or says it as well."""
    sent = parties.all_at(_who_sent(parties.sentence, word), places=False)
    return sent or parties.all_at(_who_also_said(parties.sentence, word), places=False)


def _who_sent(sentence: Sentence, word: int) -> list[int]:
    """Who is behind what a participle or clause modifies: "issued a statement blaming Iran".

    "Signed an order that bans imports" is said of an order alone.
    """
    noun, relation = sentence.heads[word], sentence.relations[word]
    is_message = relation == "acl" and sentence.fine_tags[word] == "VBG"
    is_order = relation == "acl:relcl" and sentence.lemmas[noun].lower() in _ORDERS
    if noun == ROOT or not (is_message or is_order):
        return []
    return owners(sentence, noun) or light_verb_subject(sentence, noun)


def _who_also_said(sentence: Sentence, word: int) -> list[int]:
    """Who says what a verb is coordinated with, where that has no party for subject.

    "Straw said there had been abuse, and urged Peru to": parsers join "urged" to what was said.
    """
    head = sentence.heads[word]
    if head == ROOT or sentence.relations[word] != "conj" or sentence.related(word, "nsubj"):
        return []
    above = sentence.heads[head]
    if above == ROOT or sentence.relations[head] not in ("ccomp", "parataxis"):
        return []
    return sentence.related(above, "nsubj")


def governors(sentence: Sentence, word: int) -> Iterator[tuple[int, str]]:
    """The words above `word` with the relation by which the chain hangs from each."""
    current = word
    while (head := sentence.heads[current]) != ROOT:
        yield head, sentence.relations[current]
        current = head


def _stands_in_a_name(word: int, parties: Parties) -> bool:
    """Whether the word belongs to a party's name or only says what another noun is about.

    "Security Council", "the trade minister", "the sanctions committee".
    """
    mention = parties.by_word.get(word)
    if mention is not None and mention.kind in ("name", "person", "role"):
        return True
    return parties.sentence.relations[word] == "compound"


@dataclass(frozen=True, slots=True)
class _Filled:
    """What stands in the slots round a word; several rows may ask for the lemmas of one slot."""

    around: Slots
    parties: Parties
    lemmas: dict[str, frozenset[str]] = field(default_factory=dict)

    def meets(self, need: Need) -> bool:
        """Whether a need of a row holds."""
        fillers = self.around.get(need.slot, ())
        if need.wants_actor:
            return bool(self.parties.all_at(fillers))
        if need.anything:
            return bool(fillers)
        if (lemmas := self.lemmas.get(need.slot)) is None:
            lemmas = self.lemmas[need.slot] = lemmas_of(self.parties.sentence, fillers)
        return need.any_of.isdisjoint(lemmas) == need.negative


def _light_verb(sentence: Sentence, word: int, tables: ActTables) -> int | None:
    """The light verb whose object or subject a nominal act is ("hold talks"), if any."""
    head, relation = sentence.heads[word], sentence.relations[word]
    if head != ROOT and (relation == "conj" or is_measured(sentence, word)):
        return _light_verb(sentence, head, tables)
    is_object = relation in ("obj", "nsubj:pass")
    is_lent = is_object or sentence.case(word) in _LIGHT_CASES or _is_claimed(sentence, word)
    if head == ROOT or not is_lent:
        return None
    pattern = tables.light_verbs.get(sentence.lemmas[head].lower())
    if pattern is None or _says_on_whom(sentence, word, pattern):
        return None
    return head


def _says_on_whom(sentence: Sentence, word: int, pattern: LightVerb) -> bool:
    """Whether a phrase tells on whom or what a verb's object falls: "imposed curbs on trade"."""
    has_object = bool(sentence.related(sentence.heads[word], "obj"))
    is_phrase = sentence.relations[word] == "obl"
    return is_phrase and has_object and sentence.case(word) in pattern.recipient


def _is_claimed(sentence: Sentence, word: int) -> bool:
    """Whether responsibility is claimed for an act, the "for" hanging from the verb."""
    objects = sentence.related(sentence.heads[word], "obj") if sentence.heads[word] != ROOT else []
    is_for = sentence.relations[word] == "obl" and sentence.case(word) == "for"
    return is_for and any(sentence.lemmas[o].lower() == "responsibility" for o in objects)


def _with_light_verb(sentence: Sentence, verb: int, around: Slots, tables: ActTables) -> Slots:
    """A nominal act's slots with those of its light verb laid under them.

    The noun's own modifiers come first: in "Russia faces US sanctions" they are the author.
    """
    pattern = tables.light_verbs[sentence.lemmas[verb].lower()]
    above = slots(sentence, verb)
    joined = dict(around)
    for role, names in (("light_actor", pattern.actor), ("light_recipient", pattern.recipient)):
        joined[role] = next((above[name] for name in names if name in above), ())
    for name, words in above.items():
        if name not in ("subj", "obj", "iobj", "xcomp", "ccomp", "prt"):
            joined.setdefault(name, words)
    return joined
