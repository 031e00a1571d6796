"""Referents: what an article has named so far, so that later words can be taken back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from dragoman.coding.actors.mentions import Mention, MentionKind
from dragoman.coding.actors.names import atoms
from dragoman.coding.actors.rows import Noun
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity
from dragoman.model.parses import ROOT, Sentence

Gender = Literal["woman", "man", ""]
STRANGER = "reference: stranger"
"""The rule of a mention of several who are no party: "twelve passengers"."""
ARMED = frozenset({"REB", "PRM", "UAF"})
_BY_NAME = frozenset({"name", "place", "adjective", "person"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SAME_PART = frozenset({"conj", "appos", "flat", "compound", "nmod:desc"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
"""The pronouns of several."""
_WOMEN = frozenset({"mrs", "ms", "miss", "madam", "madame", "lady", "queen", "princess"})
_WOMEN_IN = ("woman", "girl", "mother", "wife", "daughter", "sister", "actress", "widow", "lady")
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "sultan", "emir", "pope"})
_MEN_IN = ("man", "boy", "father", "husband", "son", "brother")
_NO_MEN = frozenset({"german", "roman", "oman", "person", "season", "reason"})


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention as later words may mean it: where, in which part of the sentence, how many.

    `identities` is empty for a person whose name no table holds: "he" may mean that one, and then
    nobody that is known. `is_main` tells the subject of the sentence itself from that of a clause;
    `governor` is the word whose subject, object or other part it is, alone or with others.
    """

    mention: Mention
    sentence: int
    is_subject: bool
    is_main: bool
    is_plural: bool
    is_person: bool
    is_coordinated: bool
    governor: int
    gender: Gender
    noun: str
    words: tuple[str, ...] = ()

    @property
    def identities(self) -> tuple[Identity, ...]:
        """Whom it stands for."""
        return self.mention.identities

    @property
    def is_outlet(self) -> bool:
        """Whether it is a news agency, paper or station by its name, which tells the news."""
        is_press = any("JRN" in identity.sector for identity in self.identities)
        is_part = self.mention.rule == "sectors: service"  # "VOA's Hausa service"
        return is_press and (is_part or not self.mention.rule.startswith("sectors"))

    @property
    def is_armed(self) -> bool:
        """Whether it is an armed group or somebody of one."""
        return any(not ARMED.isdisjoint(identity.sector) for identity in self.identities)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of whom it stands for."""
        return frozenset(identity.key for identity in self.identities)


@dataclass(slots=True)
class Scene:
    """An article as far as it has been read: its referents, and whose words it gives.

    `voice` is whose text it is where a state's office publishes it; `speaker` who spoke last, in
    sentence `spoken`; `company` those who acted together last, in sentence `met`; `talkers` the two
    of whose talks a state's own text tells; `surnames` the people named so far. Of what was named
    before the story `opened` nobody but these is meant.
    """

    tables: ActorTables
    day: date | None
    voice: tuple[Identity, ...] = ()
    speaker: tuple[Identity, ...] = ()
    spoken: int = -1
    company: tuple[Identity, ...] = ()
    met: int = -1
    talkers: tuple[Identity, ...] = ()
    opened: int = 0
    referents: list[Referent] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, Identity] = field(default_factory=dict)

    def add(self, referent: Referent) -> None:
        """Take a referent into the scene; a longer coordination takes the place of its part."""
        self.referents[-2:] = [r for r in self.referents[-2:] if not _is_part(r, referent)]
        self.referents.append(referent)
        self.counts.update(referent.keys)
        if referent.is_person and not referent.is_plural and referent.identities:
            identity = referent.identities[0]
            for surname in _surnames(identity):
                self.surnames[surname] = identity

    def open(self, sentence: int) -> None:
        """Begin another story: of those named before, only surnames are still known."""
        self.opened = sentence
        self.counts.clear()
        self.speaker, self.company = (), ()

    def is_state(self, referent: Referent) -> bool:
        """Whether a referent is a state or somebody of one; an outlet by its name is neither."""
        if not referent.identities or referent.is_outlet:
            return False
        return self.tables.is_state(referent.identities[0].code)

    def back(self, sentence: int, reach: int) -> Iterator[list[Referent]]:
        """The referents of each sentence from `sentence` back over `reach` more, in text order."""
        for number in range(sentence, max(-1, sentence - reach - 1), -1):
            yield [r for r in self._recent(sentence - reach) if r.sentence == number]

    def latest(
        self, sentence: int, reach: int, fits: Callable[[Referent], bool]
    ) -> Referent | None:
        """The last referent that fits, at most `reach` sentences back."""
        for referent in reversed(self.referents):
            if referent.sentence < max(sentence - reach, self.opened):
                return None
            if fits(referent):
                return referent
        return None

    def every(self, fits: Callable[[Referent], bool]) -> list[Referent]:
        """All referents of the story so far that fit, in the order of the text."""
        return [r for r in self.referents if r.sentence >= self.opened and fits(r)]

    def most_named(self) -> Identity | None:
        """The state that the most sentences of the story so far call by its name."""
        named = self.every(lambda r: self.is_state(r) and r.mention.kind in _BY_NAME)
        times = Counter(code for code, _ in {(r.identities[0].code, r.sentence) for r in named})
        return Identity(max(times, key=times.__getitem__)) if times else None

    def with_company(self, sentence: int, reach: int) -> tuple[Identity, ...]:
        """Those who acted together last, at most `reach` sentences back; empty for nobody."""
        return self.company if self.met >= max(sentence - reach, self.opened) else ()

    def _recent(self, since: int) -> Iterator[Referent]:
        first = len(self.referents)
        while first and self.referents[first - 1].sentence >= max(since, self.opened):
            first -= 1
        return iter(self.referents[first:])


def _is_part(referent: Referent, longer: Referent) -> bool:
    """Whether a coordination is the beginning of a longer one: of "Chad, Togo and Benin"."""
    is_same_place = referent.sentence == longer.sentence and (
        referent.mention.head == longer.mention.head
    )
    return is_same_place and 1 < len(referent.keys) < len(longer.keys)


def referent(sentence: Sentence, mention: Mention, tables: ActorTables) -> Referent:
    """A mention as a referent of its sentence."""
    words = [word.lower() for word in sentence.words[mention.first : mention.last + 1]]
    is_many = sentence.fine_tags[mention.head] in _PLURAL_TAGS and not _is_one_body(mention)
    is_stranger = mention.rule == STRANGER
    is_plural = len(mention.identities) > 1 or is_many or words[0] in THEY or is_stranger
    noun = noun_of(mention, tables)
    is_person = mention.kind in ("person", "pronoun") or (
        mention.kind == "role" and noun is not None and noun.kind in ("title", "person", "generic")
    )
    if mention.kind == "pronoun":
        is_person = words[0] in ("he", "she", "him", "her", "his")
    is_subject = sentence.relations[mention.head].startswith("nsubj")
    return Referent(
        mention,
        sentence.index,
        is_subject=is_subject,
        is_main=is_subject and sentence.heads[sentence.heads[mention.head]] == ROOT,
        is_plural=is_plural and mention.kind != "person",
        is_person=is_person,
        is_coordinated=sentence.relations[mention.head] == "conj"
        or bool(sentence.related(mention.head, "conj")),
        governor=_governor(sentence, mention.head),
        gender=_gender(words, mention, tables),
        noun=sentence.lemmas[mention.head].lower(),
        words=(*words, *_describing(sentence, mention)),
    )


def _governor(sentence: Sentence, word: int) -> int:
    """The word that a noun, or the first of those it is coordinated with, is a part of."""
    while sentence.relations[word] in _SAME_PART:
        word = sentence.heads[word]
    return sentence.heads[word]


def _describing(sentence: Sentence, mention: Mention) -> list[str]:
    """The words right before a mention that describe it: "Communist" of "Communist rebels"."""
    before = (w for w in sentence.children[mention.head] if w < mention.first)
    return [sentence.words[w].lower() for w in before]


def _is_one_body(mention: Mention) -> bool:
    """Whether a name in the plural is that of one: the United States, the United Nations."""
    is_body = mention.rule.startswith(("states: ", "organisations: "))
    return is_body and mention.kind in ("name", "place")


def noun_of(mention: Mention, tables: ActorTables) -> Noun | None:
    """The common noun a role is named by, from the row that found it."""
    table, _, word = mention.rule.partition(": ")
    return tables.nouns.get(word) if table == "sectors" else None


def coordinated(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """The coordination that the last of the mentions completes: "China and Russia" is both."""
    last = mentions[-1]
    if sentence.relations[last.head] != "conj":
        return None
    first = sentence.heads[last.head]
    named = [
        m
        for m in mentions
        if m.identities
        and m.kind != "adjective"
        and (m.kind == "place") == (last.kind == "place")
        and first in (m.head, sentence.heads[m.head])
        and (m.head == first or sentence.relations[m.head] == "conj")
    ]
    if last not in named or named[0].head != first:
        return None
    identities = unique(identity for m in named for identity in m.identities)
    kind: MentionKind = "place" if last.kind == "place" else "group"
    return replace(named[0], identities=identities, last=last.last, kind=kind)


def unique(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """The identities with one of each key, in order."""
    found: dict[str, Identity] = {}
    for identity in identities:
        found.setdefault(identity.key, identity)
    return tuple(found.values())


def _gender(words: Sequence[str], mention: Mention, tables: ActorTables) -> Gender:
    names = [a.lower() for a in atoms((mention.identities or (Identity(""),))[0].name or "")]
    bare = {word.rstrip(".") for word in words}
    if bare & _WOMEN or any(word.endswith(_WOMEN_IN) for word in bare) or "she" in bare:
        return "woman"
    if {*words[:1], *names[:1]} & tables.words["woman"]:
        return "woman"
    if bare & _MEN or any(word.endswith(_MEN_IN) for word in bare - _NO_MEN) or "he" in bare:
        return "man"
    # Holders of office in the tables whose given name is no woman's are men but for a few.
    return "man" if mention.rule.startswith("offices") else ""


def _surnames(identity: Identity) -> tuple[str, ...]:
    parts = [atom.lower() for word in (identity.name or "").split() for atom in atoms(word)]
    if not parts:
        return ()
    return (parts[0], parts[-1]) if identity.code in _FAMILY_NAME_FIRST else (parts[-1],)


_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "SGP", "KHM", "JPN"})
