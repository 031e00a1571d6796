"""Roles: which parties fill a slot of an act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.grammar.subjects import NOUN_TAGS
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

# Where the party behind a noun that is none itself is looked for, in this order: "its neighbour
# Kuwait", "Ukraine's grid", "Ukrainian cities", "Iran deal", "cities in Ukraine".
_OWNER_RELATIONS = (
    "appos", "nmod:poss", "amod", "compound", "nmod", "flat", "obl:unmarked", "obl",
)  # fmt: skip
_OWNER_CASES = frozenset(
    {
        *("of", "from", "in", "by", "inside", "at", "with", "for", "across", "on", "between"),
        *("including", "such as", "like"),
    }
)
# Of a blow that does something, whose it is stands behind these; behind any other, whom it struck.
_BLOWS = frozenset(
    {
        *("attack", "bombing", "airstrike", "ambush", "assault", "explosion", "blast", "shooting"),
        *("shelling", "bombardment", "strike", "raid", "bomb", "fire"),
    }
)
_STRIKERS = frozenset({"by", "from"})
# What is said "with respect to" somebody is said of him.
_TO_WHOM = frozenset({"respect", "regard", "relation"})
_MAKING = frozenset(
    {
        *("plant", "launch", "fire", "carry", "mount", "conduct", "stage", "detonate", "lay"),
        *("drop", "issue", "release", "publish", "announce", "impose", "propose", "draft", "wage"),
        *("sponsor", "make", "pose", "sign", "broker", "send", "build", "supply", "operate"),
    }
)
# Nouns for who stands with somebody, and may be of another state than he is.
_BACKING = frozenset(
    {
        *("backer", "enabler", "ally", "sponsor", "patron", "supporter", "partner", "proxy"),
        *("accomplice", "counterpart", "host", "friend", "protector", "facilitator"),
    }
)
# Those who do something to whoever owns them: "their captors" are no countrymen of theirs.
_FOES = frozenset(
    {
        *("captor", "abductor", "kidnapper", "attacker", "killer", "murderer", "assassin"),
        *("enemy", "foe", "rival", "adversary", "opponent", "critic"),
    }
)
_POSTED = frozenset({"ambassador", "envoy", "representative", "emissary"})
_OTHER_STORIES = frozenset({"acl:relcl", "advcl", "parataxis", "conj", "ccomp"})
_DEPTH = 3
# Participles that say who is behind an act: "a U.S.-led invasion", "a Qatari-brokered truce".
_MADE_BY = frozenset(
    {
        *("led", "imposed", "brokered", "mediated", "sponsored", "hosted", "run", "flagged"),
        *("owned", "registered", "operated", "chaired", "mandated", "drafted", "organised"),
    }
)


@dataclass(frozen=True)
class Parties:
    """The mentions of one sentence, found by any word they cover.

    `voice` is whose text the sentence stands in, where a state's office or leader speaks, `hearer`
    to whom that one speaks.
    """

    sentence: Sentence
    by_word: dict[int, Mention]
    voice: tuple[Identity, ...] = ()
    hearer: tuple[Identity, ...] = ()

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """The mentions that may be parties, in the order of the text.

        They stand for somebody, and are not only whom the sentence is told by ("according to
        Peru"), nor where an envoy is posted ("the ambassador to Peru"). Every act of the sentence
        asks for them.
        """
        known = [m for m in dict.fromkeys(self.by_word.values()) if m.identities]
        named = [m for m in known if self.sentence.case(m.head) != "according to"]
        parties = [m for m in named if not self._is_post(m.head)]
        return tuple(sorted(parties, key=lambda m: (m.first, m.last)))

    def _is_post(self, word: int) -> bool:
        """Whether an envoy is one to whoever `word` names."""
        sentence = self.sentence
        is_to = sentence.relations[word] == "nmod" and sentence.case(word) == "to"
        return is_to and sentence.lemmas[sentence.heads[word]].lower() in _POSTED

    @property
    def has_anybody(self) -> bool:
        """Whether the sentence names somebody, or is spoken by or to somebody."""
        named = any(mention.identities for mention in self.by_word.values())
        return named or bool(self.voice or self.hearer)

    def at(self, word: int, *, places: bool = True) -> list[Mention]:
        """Whom `word` and the words coordinated with it stand for.

        A noun that is no party itself gives its owner's: "Ukraine's grid" gives Ukraine. With
        `places` false a country that is only the place of something gives nobody: neither "in
        Iraq" nor "a bomb in Iraq" is a doer.
        """
        found: list[Mention] = []
        for part in [word, *self.sentence.related(word, "conj"), *self._listed(word)]:
            if self.sentence.tags[part] in ("VERB", "AUX") and part != word:
                continue
            found += self._one(part, places=places, depth=_DEPTH)
        return _without_repeats(found)

    def _listed(self, word: int) -> list[int]:
        """Other people that a list puts behind one: "Ms. Ito of Chad, Mr. Bo of Mali and".

        Parsers take the second name for an apposition to the first.
        """
        first = self.by_word.get(word)
        if first is None or first.kind != "person":
            return []
        behind = [(c, self.by_word.get(c)) for c in self.sentence.related(word, "appos")]
        return [
            child
            for child, other in behind
            if other is not None
            and other.kind == "person"
            and keys_of([other]).isdisjoint(keys_of([first]))
        ]

    def all_at(self, words: Iterable[int], *, places: bool = True) -> list[Mention]:
        """Whom several words stand for, in order and each once."""
        return _without_repeats(m for word in words for m in self.at(word, places=places))

    def below(self, word: int) -> list[Mention]:
        """The party nearest below `word` in the tree, with those coordinated with it.

        "tensions along the border between Armenia and Azerbaijan" gives both. Relative clauses are
        left out: they tell another story.
        """
        level = [word]
        while level:
            found = [m for w in level if (m := self.by_word.get(w)) and m.identities]
            if found:
                return self.at(found[0].head) or found[:1]
            level = [
                child
                for w in level
                for child in self.sentence.children[w]
                if self.sentence.relations[child] not in _OTHER_STORIES
            ]
        return []

    def _one(self, word: int, *, places: bool, depth: int) -> list[Mention]:
        mention = self.by_word.get(word)
        if mention is not None:
            if mention.kind == "place" and not places:
                return []
            if mention.identities:
                return [mention]
        below = {self.sentence.relations[c] for c in self.sentence.children[word]}
        if depth == 0 or not below or not self._may_be_owned(word):
            return []
        for relation in [r for r in self._owner_relations(word) if r in below]:
            # Whose deed it is comes before what it is of: "the bombing of the port by France".
            owners = self._owners(word, relation, places=places)
            for child in sorted(owners, key=lambda c: self.sentence.case(c) != "by"):
                if found := self._with_conjuncts(child, depth - 1, places=places):
                    return found
        return [
            m
            for agent in self._makers(word)
            for m in self._with_conjuncts(agent, depth - 1, places=False)
        ]

    def _owners(self, word: int, relation: str, *, places: bool) -> list[int]:
        """The words of a relation that may own a noun; of a blow, where doers are asked for."""
        owners = [c for c in self.sentence.children[word] if self._may_own(c, relation)]
        if places or relation != "nmod" or self.sentence.lemmas[word].lower() not in _BLOWS:
            return owners
        return [c for c in owners if self.sentence.case(c) in _STRIKERS]

    def _owner_relations(self, word: int) -> Sequence[str]:
        """Where an owner is looked for: whose nationality is told is not of who owns him.

        "Its Russian backers" are Russia's.
        """
        adjectives = [self.by_word.get(c) for c in self.sentence.related(word, "amod")]
        is_told = any(m is not None and m.kind == "adjective" for m in adjectives)
        is_person = self.sentence.lemmas[word].lower() in _BACKING
        return ("amod", *_OWNER_RELATIONS) if is_told and is_person else _OWNER_RELATIONS

    def others_at(self, word: int, own: frozenset[str]) -> list[Mention]:
        """Whom a noun names besides the parties `own`: "its border with Ukraine" gives Ukraine."""
        for relation in _OWNER_RELATIONS:
            for child in self.sentence.children[word]:
                if self._may_own(child, relation):
                    found = self._with_conjuncts(child, _DEPTH - 1, places=True)
                    if others := [m for m in found if not keys_of([m]) <= own]:
                        return others
        return []

    def _makers(self, word: int) -> list[int]:
        """Who did what a noun is by the clause after it: "a bomb planted by the Taliban"."""
        sentence = self.sentence
        return [
            agent
            for deed in sentence.related(word, "acl")
            for agent in sentence.related(deed, "obl")
            if sentence.case(agent) == _maker_case(sentence.lemmas[deed])
        ]

    def _may_be_owned(self, word: int) -> bool:
        """Whether a word may have a party behind it: a noun, or the "led" of "U.S.-led"."""
        is_made_by = self.sentence.words[word].lower() in _MADE_BY
        return is_made_by or self.sentence.tags[word] in (*NOUN_TAGS, "ADJ", "NUM", "DET")

    def _with_conjuncts(self, word: int, depth: int, *, places: bool) -> list[Mention]:
        parts = [word, *self.sentence.related(word, "conj")]
        return [m for part in parts for m in self._one(part, places=places, depth=depth)]

    def _may_own(self, child: int, relation: str) -> bool:
        if self.sentence.relations[child] != relation:
            return False
        case, owned = self.sentence.case(child), self.sentence.lemmas[self.sentence.heads[child]]
        if relation != "nmod":
            return relation != "nmod:poss" or owned.lower() not in _FOES
        return case in _OWNER_CASES or (case == "to" and owned in _TO_WHOM)


def _maker_case(deed: str) -> str:
    """Behind what a deed has its maker: "a bomb planted by", "a raid blamed on"; "" for none."""
    return "on" if deed == "blame" else "by" if deed in _MAKING else ""


def parties_of(
    sentence: Sentence,
    mentions: Sequence[Mention],
    voice: tuple[Identity, ...] = (),
    hearer: tuple[Identity, ...] = (),
) -> Parties:
    """The mentions of a sentence by word; of two that cover a word the shorter one counts.

    Who is said to be left out has no part in what is told: "all allies, not including Chile".
    """
    mentions = [m for m in mentions if not _is_left_out(sentence, m)]
    by_word: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.first - m.last):
        for word in mention.words:
            by_word[word] = mention
    for mention in mentions:
        by_word[mention.head] = mention
    return Parties(sentence, by_word, voice, hearer)


def _is_left_out(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention stands behind "excluding", "without", "except for" or "not including".

    Of several the first does: "all help except that of Chad, Mali and Togo".
    """
    first = mention.first
    if sentence.relations[mention.head] == "conj":
        first = sentence.heads[mention.head]
    while first and sentence.tags[first - 1] in ("PROPN", "DET"):
        first -= 1
    before = [word.lower() for word in sentence.words[max(0, first - 3) : first]]
    is_behind = " ".join(before[-2:]) in _LEAVING_OUT or before[-1:] in (["excluding"], ["without"])
    return is_behind or " ".join(before) in _ALL_BUT


_ALL_BUT = frozenset({"except that of", "except those of", "except those from"})
_LEAVING_OUT = frozenset({"except for", "apart from", "aside from", "other than", "not including"})


def keys_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The keys of the parties that mentions stand for."""
    return frozenset(identity.key for m in mentions for identity in m.identities)


def each_party_once(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that add no party to the ones before them."""
    seen: set[str] = set()
    kept = []
    for mention in mentions:
        if not keys_of([mention]) <= seen:
            kept.append(mention)
            seen |= keys_of([mention])
    return kept


def _without_repeats(mentions: Iterable[Mention]) -> list[Mention]:
    found = list(mentions)
    # One alone repeats nothing, and a mention's hash is that of many strings.
    return found if len(found) <= 1 else list(dict.fromkeys(found))
