"""A question in words, read with the coder's own eyes: who, what relation, against whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.asking.names import names_of
from dragoman.asking.question_act import act_in, asks_for_talks
from dragoman.asking.question_occasion import DESCRIBING, Named, occasion_in
from dragoman.asking.question_parties import TWO, AskedParties, Party, asked_parties, in_clause
from dragoman.asking.question_time import as_of_in, since_in, window_in
from dragoman.asking.question_topic import topic_in
from dragoman.asking.spelling import likely_names, with_capitals
from dragoman.asking.words import Cue, Word, find_cues, load_senses
from dragoman.coding.actors.actors import ActorTables
from dragoman.coding.actors.mentions import find_mentions
from dragoman.errors import QuestionError
from dragoman.model.assessment import AskedAct, Asks, Degree, Question, Relation
from dragoman.model.events import COOPERATIVE, QUADS, Event
from dragoman.model.parses import Parse
from dragoman.model.text import Article
from dragoman.tables.load import cells, load

EXAMPLES = (
    "Is the China-Russia summit a sign of ramped-up cooperation against the US?",
    "Are India and Pakistan moving closer to war?",
    "Did Iraq attack Kuwait?",
)
NAMES_A_TURN = 2
_TIMES = frozenset({"since", "after", "before", "when", "while", "until"})
# "The US withdrawal", "Israel's strike": as far before an occasion's words stands whose it is.
_OWNER = 2
_OPPOSITE: dict[Relation, Relation] = {"cooperation": "hostility", "hostility": "cooperation"}


@dataclass(frozen=True, slots=True)
class Eyes:
    """What the coder reads with: its tables of actors, its parser, and what it codes of a parse."""

    actors: ActorTables
    parse: Callable[[Article], Parse]
    code: Callable[[Parse], Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's words, the parties some of them name, and what the others tell."""

    text: str
    words: tuple[Word, ...]
    parties: tuple[Party, ...]
    cues: tuple[Cue, ...]
    parse: Parse

    def main(self, *senses: str) -> list[Cue]:
        """The cues of these senses outside phrases that only tell a time or cause."""
        return [
            cue
            for cue in self.cues
            if cue.sense in senses and not in_clause(self.words, self.cues, cue.first)
        ]


def read_question(
    text: str, eyes: Eyes, *, as_of: str | None = None, own: Path | None = None
) -> Question:
    """What a question asks: the pair, the relation, the third party, the occasion, the day.

    Args:
        text: the question, in English.
        eyes: what the coder reads with.
        as_of: an ISO date after which nothing is to be used; else one that the question names.
        own: a folder with the user's own tables.

    Raises: QuestionError, with questions that work, where it names no two parties or no
        relation between them, and for an `as_of` that is no date.
    """
    asked = _look(text, eyes, as_of, own)
    if len({key for party in asked.parties for key in party.keys}) < TWO:
        # Typed in small letters, "turkey" is taken for the bird.
        asked = _look(with_capitals(text), eyes, as_of, own)
    named = asked_parties(asked.words, asked.parties, asked.cues)
    who = _with_members(named, own)
    relation = _relation(asked, who)
    asks = _asks(asked, relation)
    if len(who.pair) == 1 and who.third:
        # "Does China challenge the US?": one party, and another that it stands against.
        who, relation = AskedParties((*who.pair, who.third)), relation or "hostility"
    if relation is None and (who.third or asks == "contact"):
        relation = "cooperation"
    act = None
    if asks == "state" and named.third is None and len(who.pair) >= TWO:
        relation, asks, act = _by_coder(asked, eyes, who.pair, relation)
    if len(who.pair) < TWO or relation is None:
        raise _unread(text, who)
    occasion = occasion_in(asked.words, asked.parties, asked.cues, who)
    topic = topic_in(asked.words, asked.parties, asked.cues, occasion)
    return Question(
        text=text,
        pair=who.pair,
        relation=relation,
        against=who.third,
        occasion=_words(asked, occasion) if occasion else None,
        as_of=as_of or as_of_in(text),
        asks=asks,
        degree=_degree(asked),
        window=window_in(text),
        since=since_in(text),
        clause=None if occasion or as_of else _clause(asked),
        topic=_words(asked, topic) if topic else None,
        aside=_aside(asked, {*named.pair, named.third, *who.pair, who.third}, occasion),
        act=act,
    )


def _look(text: str, eyes: Eyes, as_of: str | None, own: Path | None) -> Asked:
    """The question as the coder sees an article: words, and the parties they name."""
    day = _day(as_of)
    parse = eyes.parse(Article(id="question", text=text, published=as_of))
    words: list[Word] = []
    parties: list[Party] = []
    for sentence in parse.sentences:
        for mention in find_mentions(sentence, eyes.actors, day):
            keys = tuple(dict.fromkeys(who.key for who in mention.identities))
            if keys:
                parties.append(Party(len(words) + mention.first, len(words) + mention.last, keys))
        columns = (sentence.words, sentence.lemmas, sentence.tags, sentence.starts, sentence.ends)
        words += [Word(*column) for column in zip(*columns, strict=True)]
    parties.sort(key=lambda party: party.first)
    taken = frozenset(at for party in parties for at in party.places)
    cues = tuple(find_cues(words, taken, load_senses(own)))
    return Asked(text, tuple(words), tuple(parties), cues, parse)


def _day(as_of: str | None) -> date | None:
    try:
        return date.fromisoformat(as_of) if as_of else None
    except ValueError as error:
        raise QuestionError(f"{as_of!r} is no date", "Write it as 2021-12-16") from error


def _with_members(who: AskedParties, own: Path | None) -> AskedParties:
    """The members for a small group that acts against a third: AUKUS against China is three."""
    if len(who.pair) != 1 or not who.third:
        return who
    for row in load("members", ("id",), own):
        members = cells(row["members"])
        if row["id"] == who.pair[0] and who.third not in members:
            return AskedParties(members, who.third, who.cue)
    return who


def _relation(asked: Asked, who: AskedParties) -> Relation | None:
    """The relation that the firmest word names; a word such as "easing" turns it round."""
    aim = who.cue.first if who.cue else None
    main = [cue for cue in asked.main("cooperation", "hostility") if cue.first != aim]
    cues = [cue for cue in main if not _names_an_event(asked, cue)] or main
    if not cues:
        return None
    firmest = max(cues, key=lambda cue: cue.weight)
    relation: Relation = "cooperation" if firmest.sense == "cooperation" else "hostility"
    return _OPPOSITE[relation] if asked.main("less") else relation


def _degree(asked: Asked) -> Degree:
    """Whether the question is about an alliance or a war, which takes more than the relation."""
    for cue in asked.main("alliance", "war"):
        if not _names_an_event(asked, cue):
            return "alliance" if cue.sense == "alliance" else "war"
    return "relation"


def _names_an_event(asked: Asked, cue: Cue) -> bool:
    """Whether a relation's word names some event: "the war in Ukraine", "the Gulf crisis"."""
    first = cue.first
    while first > 0 and asked.words[first - 1].tag in DESCRIBING:
        first -= 1
    if first == 0 or asked.words[first - 1].form.lower() != "the":
        return False
    settings = [place for place in asked.cues if place.sense == "setting"]
    is_placed = first == cue.first and any(p.first == cue.last + 1 for p in settings)
    return is_placed or any(p.last == first - 2 for p in settings) or _has_a_name(asked, first, cue)


def _has_a_name(asked: Asked, first: int, cue: Cue) -> bool:
    """Whether a word for events has a name of its own before it, and none of a party."""
    is_event = any(one.sense == "occasion" and one.last == cue.last for one in asked.cues)
    is_partys = any(first <= party.last < cue.first for party in asked.parties)
    is_named = any(word.form[:1].isupper() for word in asked.words[first : cue.first])
    return is_event and is_named and not is_partys


def _words(asked: Asked, named: Named) -> str:
    return asked.text[asked.words[named.first].start : asked.words[named.last].end]


def _clause(asked: Asked) -> str | None:
    """The words from one such as "since" on, up to a comma or the end, where no day is in them."""
    words, text = asked.words, asked.text
    times = (c.first for c in asked.cues if words[c.first].form.lower() in _TIMES)
    first = next((at for at in times if not _asks_when(asked, at)), None)
    if first is None or since_in(text) or window_in(text) or as_of_in(text):
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].form not in (",", "?", "."):
        last += 1
    return _words(asked, Named(first, last))


def _asks_when(asked: Asked, at: int) -> bool:
    """Whether a word at the start asks for a time ("When did …"), instead of telling one."""
    return at == 0 and asked.words[1:2] != () and asked.words[1].tag == "AUX"


def _aside(asked: Asked, used: set[str | None], occasion: Named | None) -> tuple[str, ...]:
    """The parties that the question names besides those it is about and those of the occasion."""
    beside = [
        party.keys[0]
        for party in asked.parties
        if used.isdisjoint(party.keys)
        and not (occasion and occasion.first - _OWNER <= party.last <= occasion.last)
    ]
    return tuple(dict.fromkeys(beside))


def _asks(asked: Asked, relation: Relation | None) -> Asks:
    """Whether a change is asked about, only a meeting, or how things stand."""
    if asked.main("more", "less", "change"):
        return "change"
    firm = [cue for cue in asked.main("cooperation", "hostility") if cue.weight >= NAMES_A_TURN]
    if asked.main("contact") and (relation is None or not firm):
        return "contact"
    return "state"


def _by_coder(
    asked: Asked, eyes: Eyes, pair: Sequence[str], relation: Relation | None
) -> tuple[Relation | None, Asks, AskedAct | None]:
    """The relation, what is asked, and the act, where the coder sees one act or talks asked about.

    Not where a war or an alliance is asked about.
    """
    if _degree(asked) != "relation":
        return relation, "state", None
    events = eyes.code(asked.parse)
    act = act_in(asked.parse.sentences, events, pair, firmness=_firmness(asked))
    if act:
        kind: Relation = "cooperation" if QUADS[act.type] <= COOPERATIVE else "hostility"
        return kind, "act", act
    if relation is None and asks_for_talks(events, pair):
        return "cooperation", "contact", None
    return relation, "state", None


def _firmness(asked: Asked) -> int | None:
    """How firmly words name cooperation, by the firmest; None where none does."""
    return max((cue.weight for cue in asked.main("cooperation")), default=None)


def _unread(text: str, who: AskedParties) -> QuestionError:
    if len(who.pair) < TWO:
        problem = f"The question {text!r} names no two states, organisations or groups known here"
        if likely := likely_names(text):
            problem += f"; {' and '.join(likely)} may be meant"
        elif who.pair:
            problem += f", only {names_of(who.pair)}"
    else:
        problem = f"The question {text!r} names no cooperation or hostility between its parties"
    works = " or ".join([", ".join(f'"{one}"' for one in EXAMPLES[:-1]), f'"{EXAMPLES[-1]}"'])
    return QuestionError(problem, f"These work: {works}")
