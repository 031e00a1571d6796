"""References: whom "he", "the two countries" and "the foreign minister" stand for in an article.

An article is read from its first sentence to its last, as a reader does: each name joins the scene,
and each word that stands for something named before is taken back to the scene as it is then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.actor_tables import ActorTables
from dragoman.coding.actors import resolve_phrase
from dragoman.coding.bearers import bearer
from dragoman.coding.joint_statements import joint_voice
from dragoman.coding.mentions import Mention
from dragoman.coding.open_words import Open, open_words
from dragoman.coding.pronouns import antecedent
from dragoman.coding.quotes import find_quotes
from dragoman.coding.referents import Scene, coordinated, referent
from dragoman.coding.speech import with_speakers
from dragoman.coding.stand_ins import stand_in
from dragoman.coding.transcripts import Turn, find_turns, spoken, turn_at, with_hearers
from dragoman.model.actors import Identity
from dragoman.model.parses import Parse, Sentence
from dragoman.model.text import Article, Span

_OFFICIAL = frozenset({"GOV", "MIL", "LEG"})
_ISO_DAY = 10
_AIDES = frozenset({"aide", "adviser", "advisor", "assistant", "deputy"})
_OFFICIAL_TITLE = re.compile(
    r"(?:Background )?(?:Joint )?(?:Press )?(?:Statement|Remarks|Readout|Briefing|Message|Call"
    r"|Conference|Gaggle|Letter|Notice|Proclamation|Address)"
    r" (?:by|of|from) (?P<whose>.+?)"
    r"(?=$|,| (?:and|at|on|to|in|before|with|upon|after|during|following|regarding) )"
)
_SIGNATURE = re.compile(r"(?P<whose>[A-Z][A-Z.’' -]{5,40}?)\.?(?:, .{4,25})?")
_GOALS = frozenset({"to", "toward", "towards", "into", "onto", "for"})


def resolve_references(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> list[list[Mention]]:
    """The mentions of each sentence with later ones resolved through those before them.

    Pronouns, "the two countries", surnames and titles alone become mentions of their own; what
    cannot be told stays without identities.

    Args:
        parse: the article.
        mentions: what find_mentions gave for each of its sentences.
        tables: the tables of actors.
    """
    scene = Scene(tables, _day(parse.article))
    quotes = find_quotes(parse.article.text)
    read = []
    turns = turns_of(parse, mentions, tables)
    for sentence, found, turn in zip(parse.sentences, mentions, turns, strict=True):
        scene.voice = turn.speaker
        named = _read(sentence, spoken(sentence, found, turn), scene, quotes)
        read.append(with_hearers(sentence, named, turn))
    return read


def turns_of(
    parse: Parse, mentions: Sequence[Sequence[Mention]], tables: ActorTables
) -> list[Turn]:
    """The turn in which each sentence of an article stands: who speaks in it, and to whom."""
    article = parse.article
    voice = joint_voice(parse, mentions, tables) or own_voice(article, tables)
    turns = find_turns(article, voice, _day(article), tables)
    return [turn_at(turns, sentence.start) for sentence in parse.sentences]


def _day(article: Article) -> date | None:
    published = article.published or ""
    return date.fromisoformat(published[:_ISO_DAY]) if len(published) >= _ISO_DAY else None


def own_voice(article: Article, tables: ActorTables) -> tuple[Identity, ...]:
    """Whose "we" an official text's is: the publisher's, where it is an office of a state.

    Where no publisher is known, a title such as "Remarks by President Obama" tells, or the name in
    capitals below a text.
    """
    publisher = (article.publisher or "").lower()
    host = (article.url or "").partition("://")[2].partition("/")[0].lower()
    for domain, code in tables.domains.items():
        if domain in (publisher, host) or host.endswith(f".{domain}"):
            return (Identity(code, sector=("GOV",)),)
    opening = _OFFICIAL_TITLE.match(article.title or "") if not publisher else None
    phrase = opening["whose"] if opening else article.publisher
    if phrase is None:
        phrase, day = _signature(article.text), _day(article)
    else:
        day = None
    who = resolve_phrase(phrase or "", day, tables)
    is_official = isinstance(who, Identity) and bool(_OFFICIAL & set(who.sector))
    return (who,) if isinstance(who, Identity) and is_official else ()


def _signature(text: str) -> str:
    """The name in capitals that stands last below a text, without office and date behind it."""
    last = text.rstrip().rpartition("\n")[2]
    signed = _SIGNATURE.fullmatch(last)
    return signed["whose"] if signed else ""


def _read(
    sentence: Sentence, found: Sequence[Mention], scene: Scene, quotes: Sequence[Span]
) -> list[Mention]:
    done: list[Mention] = []
    for item in open_words(sentence, found, scene):
        place = _place(sentence, item.mention, found) if item.reads == "role" else None
        mention = _closed(item, sentence, scene, place)
        if mention is not None:
            done.append(mention)
            scene.add(referent(sentence, mention, scene.tables))
            if (together := coordinated(sentence, done)) is not None:
                scene.add(referent(sentence, together, scene.tables))
    named = [m for m in done if m.identities or m.kind != "person" or m.rule]
    return with_speakers(sentence, named, scene, quotes)


def _place(sentence: Sentence, noun: Mention, found: Sequence[Mention]) -> Identity | None:
    """The state a noun is said to be in, else where the sentence's acts take place.

    Only if it is one alone, and not where somebody goes: "the minister flew to Warsaw".
    """
    below = set(sentence.subtree(noun.head))
    named = [m for m in found if m.identities and m.head != noun.head]
    for places in (
        [m for m in named if m.head in _spoken_for(sentence, noun.head)],
        [m for m in named if m.head in below and m.kind in ("place", "name")],
        [m for m in named if m.kind == "place" and sentence.case(m.head) not in _GOALS],
    ):
        states = {m.identities[0].code: m.identities[0] for m in places}
        if states:
            return next(iter(states.values())) if len(states) == 1 else None
    return None


def _spoken_for(sentence: Sentence, word: int) -> list[int]:
    """The one for whom somebody acts: "a spokesman for Mr. Karzai", "an aide to the king"."""
    cases = ("for", "to") if sentence.lemmas[word].lower() in _AIDES else ("for",)
    return [c for c in sentence.related(word, "nmod") if sentence.case(c) in cases]


def _closed(item: Open, sentence: Sentence, scene: Scene, place: Identity | None) -> Mention | None:
    """The mention with whom it stands for in the scene; None for a pronoun of nobody known."""
    mention = item.mention
    if item.reads == "known":
        return mention
    identities = _stands_for(item, sentence, scene, place)
    if not identities and item.reads not in ("role", "person"):
        return None
    return replace(mention, identities=identities)


def _stands_for(
    item: Open, sentence: Sentence, scene: Scene, place: Identity | None
) -> tuple[Identity, ...]:
    mention = item.mention
    if item.reads == "role":
        return bearer(sentence, mention, scene, place)
    if item.reads == "person":
        known = scene.surnames.get(item.value)
        return (known,) if known else ()
    if item.reads == "pronoun":
        return antecedent(sentence, mention.head, scene)
    if item.reads == "owned":
        owners = antecedent(sentence, mention.first, scene)
        return tuple(Identity(owner.code, owner.id) for owner in owners)
    return stand_in(sentence, mention.head, (item.reads, item.value), scene)
