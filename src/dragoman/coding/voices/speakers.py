"""Speakers: on whose word an act is given, and whose word an aim rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.coding.acts.roles import Parties
from dragoman.coding.voices.cues import CueTable
from dragoman.coding.voices.quotes import marked_spans, quote_around
from dragoman.coding.voices.voice import Voice
from dragoman.coding.voices.voices import find_attributions
from dragoman.model.actors import Basis, Identity
from dragoman.model.events import Attribution
from dragoman.model.parses import Parse
from dragoman.model.text import Span
from dragoman.tables.load import load

# Kinds of voice that report an act; who wants or fears one does not vouch for it.
_REPORTING = frozenset({"say", "show", "think"})
_UTTERING = frozenset({"say", "ask"})
# Kinds of voice that put an aim in somebody's mouth or mind; whoever "shows" solidarity or
# "appears" to look for a response has said nothing: that is how the author reads them.
_VOUCHING = frozenset({"say", "ask", "will", "think"})
# Kinds of voice that nobody need be named for: "a step seen as aimed at Chile".
_HELD = frozenset({"say", "think"})
_SEEMING = frozenset({"appear", "appears", "appeared", "seem", "seems", "seemed"})


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the table outlets: an outlet, a noun for unnamed people, or a government's body."""

    kind: str
    country: str


SourceTable = Mapping[str, Source]


def load_sources(own: Path | None = None) -> dict[str, Source]:
    """The table outlets by name, with the user's own rows laid over.

    >>> load_sources()["Xinhua"].country
    'CHN'
    """
    return {
        row["name"]: Source(row["kind"], row["country"]) for row in load("outlets", ("name",), own)
    }


@dataclass(frozen=True, slots=True)
class Speakers:
    """The voices of an article, with what is needed to say who each of them is.

    `author` is the key of the state or body whose own text the article is ("we will continue to
    stand with Ukraine"), or None for the press.
    """

    voices: tuple[Voice, ...]
    parties: tuple[Parties, ...]
    sources: SourceTable
    author: str | None = None

    def of(self, place: Span) -> Iterator[Voice]:
        """The voices in whose content a place stands, outermost first."""
        found = [voice for voice in self.voices if voice.says(place) and voice.source]
        yield from sorted(found, key=lambda v: -sum(len(part.text) for part in v.content))

    def identities(self, voice: Voice) -> tuple[Identity, ...]:
        """Whom a voice's source stands for; empty where no party is behind it."""
        if voice.source_word is None:
            return ()
        found = self.parties[voice.sentence].at(voice.source_word)
        return tuple(identity for mention in found for identity in mention.identities)

    def source(self, voice: Voice) -> Source | None:
        """The row of the outlet or unnamed people a voice is of; None for anybody else."""
        if voice.source_word is None or voice.source is None:
            return None
        sentence = self.parties[voice.sentence].sentence
        generic = self.sources.get(sentence.lemmas[voice.source_word].lower())
        return _outlet(voice.source.text, self.sources) or generic

    def is_definite(self, voice: Voice) -> bool:
        """Whether a source that is no known party is somebody all the same: "the President"."""
        if voice.source_word is None:
            return False
        sentence = self.parties[voice.sentence].sentence
        if sentence.tags[voice.source_word] in ("PROPN", "PRON"):
            return True
        determiners = {
            sentence.words[d].lower() for d in sentence.related(voice.source_word, "det")
        }
        return "the" in determiners and sentence.fine_tags[voice.source_word] == "NN"


def listen(
    parse: Parse,
    parties: Sequence[Parties],
    cues: CueTable,
    sources: SourceTable,
    official: str | None = None,
) -> Speakers:
    """The voices of an article, ready to be asked on whose word something stands.

    Args:
        parse: the article with its trees.
        parties: the mentions of its sentences, in their order.
        cues: the table cues, from `load_cues`.
        sources: the table outlets, from `load_sources`.
        official: the key of the state whose office publishes the article, where that is known.
    """
    voices = find_attributions(parse, cues)
    author = official or author_of(parse, parties, sources)
    return Speakers(tuple(voices), tuple(parties), sources, author)


def author_of(parse: Parse, parties: Sequence[Parties], sources: SourceTable) -> str | None:
    """The key of the state or body whose own text an article is; None for the press.

    Its publisher tells, or a "we" outside all quotations: then it is the text of whichever state's
    officials and offices it names most.
    """
    row = sources.get((parse.article.publisher or "").removeprefix("The ").strip())
    if row is not None:
        return row.country if row.kind == "government" else None
    quotes = marked_spans(parse.article.text)
    if not any(_has_first_person(parse, each, quotes) for each in parties):
        return None
    keys = [
        identity.key
        for each in parties
        for mention in dict.fromkeys(each.by_word.values())
        if mention.kind in ("person", "role", "name", "pronoun")
        for identity in mention.identities
        if _OFFICIAL & set(identity.sector) or mention.kind == "pronoun"
    ]
    return max(dict.fromkeys(keys), key=keys.count) if keys else None


def _has_first_person(parse: Parse, parties: Parties, quotes: Sequence[Span]) -> bool:
    """Whether a sentence says "we", "us" or "our" in the article's own voice."""
    sentence = parties.sentence
    return any(
        text.lower() in _PLURAL and quote_around(quotes, parse.span(sentence, word, word)) is None
        for word, text in enumerate(sentence.words)
        if sentence.tags[word] == "PRON"
    )


_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG"})
_PLURAL = frozenset({"we", "us", "our", "ours"})
_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i"})
_LONGEST_NAME = 7


def _outlet(text: str, sources: SourceTable) -> Source | None:
    """The outlet named in a source's words, the longest name first."""
    words = text.replace(",", " ").replace("’s", "").replace("'s", "").split()
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            row = sources.get(" ".join(words[first : first + length]))
            if row is not None and row.kind == "outlet":
                return row
    return None


def attributions(
    speakers: Speakers, place: Span, own_words: Sequence[Span] = ()
) -> tuple[Attribution, ...]:
    """Whom the article leans on for the act at `place`, outermost first.

    Args:
        speakers: the article's voices.
        place: the act's trigger.
        own_words: the places of the act's actors, who are no attribution of their own act.
    """
    found = []
    for voice in speakers.of(place):
        source = voice.source
        if source is None or voice.kind not in _REPORTING:
            continue
        if not any(source.overlaps(own) for own in own_words):
            found.append(_attribution(speakers, voice, source))
    return tuple(dict.fromkeys(found))


def _attribution(speakers: Speakers, voice: Voice, source: Span) -> Attribution:
    row = speakers.source(voice)
    if row is not None and row.kind == "outlet":
        return Attribution(source, "outlet", row.country or None, ("JRN",))
    who = speakers.identities(voice)
    kind: Literal["speaker", "unnamed"] = "unnamed" if row or not who else "speaker"
    return (
        Attribution(source, kind, who[0].code, who[0].sector) if who else Attribution(source, kind)
    )


def basis(
    speakers: Speakers,
    place: Span,
    act: Span,
    own_keys: Collection[str],
    *,
    is_saying: bool = False,
) -> Basis:
    """On whose word the article says what stands at `place`: the innermost speaker's.

    Args:
        speakers: the article's voices.
        place: the words that say so.
        act: the verb of the act's clause; where it is itself a party's saying ("reaffirmed", "urged
            Kenya to"), what the clause holds is on that party's word, unless somebody else says it
            of the act ("met, a step that Chile called a threat to it").
        own_keys: the keys of the parties to the act.
        is_saying: whether the act is that verb itself, so that whoever says it is a party, known to
            a table or not ("Ito and Bo reaffirmed both states' support for Kenya against Chad").
    """
    own = [v for v in speakers.voices if v.kind in _UTTERING and v.cue.overlaps(act)]
    vouching = [
        voice
        for voice in reversed(list(speakers.of(place)))
        if _vouches(voice) and not _is_asked_for(voice, own)
    ]
    about = (voice for voice in vouching if not (voice.says(act) or voice.cue.overlaps(act)))
    if whose := _first_basis(speakers, about, own_keys):
        return whose
    is_own = any(_basis_of(speakers, voice, own_keys) == "actor" for voice in own)
    if is_own or (is_saying and any(_is_of_somebody_unknown(speakers, voice) for voice in own)):
        return "actor"
    if whose := _first_basis(speakers, vouching, own_keys):
        return whose
    if any(v.source is None and v.kind in _HELD and v.says(place) for v in speakers.voices):
        return "unnamed"
    return _authors_basis(speakers, own_keys)


def tellers_basis(speakers: Speakers, place: Span, act: Span, own_keys: Collection[str]) -> Basis:
    """On whose word something stands that the teller of an act adds to it ("amid fears of Chad").

    Whoever reports the act with what stands at `place` has told it, else the article itself; the
    act's own saying does not hold it.
    """
    telling = (v for v in reversed(list(speakers.of(place))) if _vouches(v) and v.says(act))
    return _first_basis(speakers, telling, own_keys) or _authors_basis(speakers, own_keys)


def _authors_basis(speakers: Speakers, own_keys: Collection[str]) -> Basis:
    if speakers.author is None:
        return "author"
    return "actor" if speakers.author in own_keys else "third"


def _first_basis(
    speakers: Speakers, voices: Iterable[Voice], own_keys: Collection[str]
) -> Basis | None:
    """What kind of party speaks in the first of some voices that is anybody's."""
    kinds = (_basis_of(speakers, voice, own_keys) for voice in voices)
    return next((kind for kind in kinds if kind is not None), None)


def _is_of_somebody_unknown(speakers: Speakers, voice: Voice) -> bool:
    return not speakers.identities(voice) and speakers.is_definite(voice)


def _is_asked_for(voice: Voice, own: Iterable[Voice]) -> bool:
    """Whether a voice is only what an act asks somebody to say: "urged Mali to press Chad"."""
    return voice.kind in ("ask", "will") and any(each.says(voice.cue) for each in own)


def _vouches(voice: Voice) -> bool:
    return voice.kind in _VOUCHING and voice.cue.text.lower() not in _SEEMING


def _basis_of(speakers: Speakers, voice: Voice, own_keys: Collection[str]) -> Basis | None:
    """What kind of party speaks in a voice; None for the article's own "we"."""
    keys = {identity.key for identity in speakers.identities(voice)}
    if keys & set(own_keys):
        return "actor"
    if voice.source is None or voice.source.text.lower() in _FIRST_PERSON:
        return None
    is_named = bool(keys) or speakers.is_definite(voice)
    return "third" if is_named and speakers.source(voice) is None else "unnamed"
