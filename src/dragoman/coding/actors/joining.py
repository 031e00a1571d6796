"""Joining: pieces of one noun phrase become one party ("Russian" + "foreign minister" + a name)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.actors.identities import Parts, each_once
from dragoman.coding.actors.pieces import Piece
from dragoman.coding.actors.rows import Noun
from dragoman.coding.actors.tables import ActorTables
from dragoman.model.actors import Identity
from dragoman.model.parses import ROOT, Sentence

_MODIFIERS = frozenset({"compound", "amod", "flat", "nmod:poss", "det", "nmod:desc"})
_OWNING = frozenset({"of", "from"})
_PLACING = frozenset({"in", "at", "across", "inside"})
_LONGEST_MENTION = 18
_DAYS = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today"}
)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that name one party together: `top` is the one the others hang from.

    `name` is a person's name that no table holds, at words `name_first` to `name_last`.
    """

    top: Piece
    pieces: tuple[Piece, ...]
    head: int
    first: int
    last: int
    name: str | None = None

    @property
    def person(self) -> Piece | None:
        """The piece that is a person of the tables, if any."""
        return next((p for p in self.pieces if p.reading.kind == "person"), None)

    def parts(self, sentence: Sentence, tables: ActorTables) -> Parts:
        """What the pieces say together."""
        former = tables.words["former"]
        return Parts(
            nations=_nations(self),
            nouns=_nouns(self),
            offices=self.person.reading.offices if self.person else (),
            name=self.name or _written(sentence, self.person),
            is_former=any(w.lower() in former for w in sentence.words[self.first : self.last + 1])
            or (self.first > 0 and sentence.words[self.first - 1].lower() in former),
        )


def join(sentence: Sentence, pieces: Sequence[Piece]) -> list[Group]:
    """The pieces of a sentence in groups, each a party or what could be one."""
    by_word = {word: n for n, p in enumerate(pieces) for word in range(p.first, p.last + 1)}
    pieces = _with_common_nouns(sentence, pieces, by_word)
    owners = _owners(sentence, pieces, by_word)
    members: dict[int, list[int]] = {}
    for n in range(len(pieces)):
        members.setdefault(_top(n, owners), []).append(n)
    return [
        _group(sentence, pieces[top], [pieces[n] for n in below], by_word)
        for top, below in members.items()
    ]


def _with_common_nouns(
    sentence: Sentence, pieces: Sequence[Piece], by_word: Mapping[int, int]
) -> list[Piece]:
    """The pieces with "Congress" read as a common noun where another state's name is before it."""
    read = list(pieces)
    for piece in pieces:
        n = _modified(sentence, piece, by_word)
        if n is None or not piece.is_nation or (common := pieces[n].common) is None:
            continue
        if not _keys(piece) & _keys(pieces[n]):
            read[n] = replace(pieces[n], reading=common, common=None)
    return read


def _keys(piece: Piece) -> set[str]:
    return {identity.key for identity in piece.reading.identities}


def _top(piece: int, owners: Mapping[int, int]) -> int:
    line = _line(piece, owners)
    return next((n for n in line if owners.get(n) not in line), piece)


def _owners(
    sentence: Sentence, pieces: Sequence[Piece], by_word: Mapping[int, int]
) -> dict[int, int]:
    """For each piece that belongs to another, the index of that other."""
    owners: dict[int, int] = {}
    has_nation: set[int] = set()
    for n, piece in enumerate(pieces):
        above = _modified(sentence, piece, by_word)
        if above is None:
            above = _next_name(sentence, n, pieces)
        if above is not None and above != n and _may_join(piece, pieces[above]):
            owners[n] = above
            if piece.is_nation:
                has_nation.add(above)
    for n, piece in enumerate(pieces):
        above = None if n in owners else _possessor_of(sentence, piece, pieces, by_word)
        if above is None or above == n:
            continue
        # "of Peru and Chile": the second has the place of the first.
        follows = owners.get(by_word.get(sentence.heads[piece.head], n)) == above
        if follows or not has_nation & _line(above, owners):
            owners[n] = above
            has_nation.add(above)
    return owners


def _line(piece: int, owners: Mapping[int, int]) -> set[int]:
    """A piece and all those above it."""
    found = {piece}
    while (above := owners.get(piece)) is not None and above not in found:
        found.add(above)
        piece = above
    return found


def _modified(sentence: Sentence, piece: Piece, by_word: Mapping[int, int]) -> int | None:
    """The piece that a modifier, or a name coordinated with a modifier, stands before."""
    head, relation = sentence.heads[piece.head], sentence.relations[piece.head]
    if head == ROOT:
        return None
    if sentence.words[head].lower() == "led" and sentence.relations[head] == "amod":
        return by_word.get(sentence.heads[head])
    if relation in _MODIFIERS or relation == "appos":
        return by_word.get(head)
    if relation == "conj" and piece.is_nation and sentence.relations[head] in _MODIFIERS:
        above = sentence.heads[head]
        return by_word.get(above) if above > piece.head else None
    return None


def _next_name(sentence: Sentence, n: int, pieces: Sequence[Piece]) -> int | None:
    """The known person right after a title, whatever the tree makes of the two."""
    noun = pieces[n].reading.noun
    if noun is None or noun.is_plural or n + 1 == len(pieces) or not _is_personal(noun):
        return None
    after = pieces[n + 1]
    is_next = after.reading.kind == "person" and after.first == pieces[n].last + 1
    hangs_from_it = pieces[n].first <= sentence.heads[after.head] <= pieces[n].last
    return n + 1 if is_next and not hangs_from_it else None


def _is_personal(noun: Noun) -> bool:
    """Whether a noun can stand before a person's name; "group" and "agency" cannot."""
    return noun.kind in ("title", "person") or (noun.kind == "generic" and bool(noun.role))


def _may_join(piece: Piece, above: Piece) -> bool:
    upper = above.reading.kind
    if (piece.reading.kind, upper) == ("person", "person"):
        # "Ms. Ito of Chad, Mr. Bo of Mali": a list of people, though parsers take it for one.
        return not set(piece.reading.offices).isdisjoint(above.reading.offices)
    if upper in ("noun", "person"):
        return True
    if piece.reading.kind == "noun":
        return False
    return _keys(piece) == _keys(above)


def _possessor_of(
    sentence: Sentence, piece: Piece, pieces: Sequence[Piece], by_word: Mapping[int, int]
) -> int | None:
    """The noun that "of", "from" or "in" joins a name to: "the president of Kenya"."""
    head = sentence.heads[piece.head]
    base = sentence.relations[piece.head]
    if base == "conj" and head != ROOT and piece.is_nation:
        if by_word.get(head) is None or sentence.relations[head] != "nmod":
            return None
        case, head = sentence.case(head), sentence.heads[head]
    elif base == "nmod":
        case = sentence.case(piece.head)
    else:
        return None
    above = _titled(sentence, head, by_word)
    if above is None or (noun := pieces[above].reading.noun) is None:
        return None
    is_town = piece.reading.kind == "city"  # "talks with the government in Geneva"
    if is_town and pieces[above].reading.rule.startswith("sectors: government"):
        return None
    return above if _reaches(case, noun, piece) else None


def _titled(sentence: Sentence, head: int, by_word: Mapping[int, int]) -> int | None:
    """The piece at a word; of a name that no table holds, the title before it.

    "Of Kenya" hangs from the title or from the name in "President Ann Otieno of Kenya": trees
    differ.
    """
    if head in by_word or sentence.tags[head] != "PROPN":
        return by_word.get(head)
    before = (c for c in sentence.children[head] if c < head and c in by_word)
    return next((by_word[c] for c in before if sentence.relations[c] in _MODIFIERS), None)


def _reaches(case: str, noun: Noun, piece: Piece) -> bool:
    if case in _OWNING:
        is_vague = noun.kind == "generic" and not noun.role
        return not is_vague or piece.reading.kind not in ("capital", "region", "city")
    if case in _PLACING:
        return noun.sector != "MIL" and noun.kind != "title" and not piece.reading.noun
    return case == "for" and noun.kind == "generic" and piece.reading.kind in ("noun", "seat")


def _group(
    sentence: Sentence, top: Piece, pieces: list[Piece], by_word: Mapping[int, int]
) -> Group:
    run = _name_run(sentence, pieces, by_word)
    words = {w for p in pieces for w in range(p.first, p.last + 1)} | set(run)
    first, last = min(words), max(words)
    if last - first > _LONGEST_MENTION:
        first, last = top.first, top.last
    outer = [p.head for p in pieces if sentence.heads[p.head] not in words]
    outer += [word for word in run if sentence.heads[word] not in words]
    head = top.head if top.head in outer or not outer else outer[0]
    name = " ".join(sentence.words[word] for word in run) or None
    return Group(top, tuple(pieces), head, first, last, name)


def _name_run(sentence: Sentence, pieces: Sequence[Piece], by_word: Mapping[int, int]) -> range:
    """The words of a person's name that no table holds, beside a title or in apposition to it."""
    for piece in pieces:
        noun = piece.reading.noun
        is_one = sentence.fine_tags[piece.head] not in ("NNS", "NNPS")
        if noun is None or not _is_personal(noun) or not is_one:
            continue
        below = [c for c in sentence.children[piece.head] if c > piece.last]
        near = [c for c in below if sentence.relations[c] in ("flat", "appos")]
        if sentence.relations[piece.head] in ("compound", "flat", "appos", "nmod:desc"):
            near.append(sentence.heads[piece.head])
        for word in near:
            if sentence.tags[word] == "PROPN" and word not in by_word:
                return _run_around(sentence, word, by_word)
    return range(0)


def _run_around(sentence: Sentence, word: int, by_word: Mapping[int, int]) -> range:
    def belongs(at: int) -> bool:
        if not 0 <= at < len(sentence) or at in by_word or sentence.tags[at] != "PROPN":
            return False
        return sentence.words[at] not in _DAYS

    first = last = word
    while belongs(first - 1):
        first -= 1
    while belongs(last + 1):
        last += 1
    return range(first, last + 1)


def _written(sentence: Sentence, piece: Piece | None) -> str | None:
    return " ".join(sentence.words[piece.first : piece.last + 1]) if piece else None


def _nations(group: Group) -> tuple[Identity, ...]:
    """Whose the party is: the group's states and bodies, a leader's own if nothing else says.

    A body named behind what it is called is that body: "the Palestinian militant group Hamas".
    """
    bodies = [p for p in group.pieces if p.reading.kind == "group" and p.first > group.top.last]
    is_called = group.top.reading.noun is not None and group.top.reading.noun.kind != "title"
    named = bodies if is_called and len(bodies) == 1 and not group.person else group.pieces
    return each_once(identity for p in named if p.is_nation for identity in p.reading.identities)


def _nouns(group: Group) -> tuple[Noun, ...]:
    ordered = sorted(group.pieces, key=lambda p: (p is not group.top, -p.first))
    return tuple(p.reading.noun for p in ordered if p.reading.noun is not None)
