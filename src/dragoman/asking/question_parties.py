"""The parties of a question: the pair it asks about, and a third the pair may act against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.asking.words import Cue, Word

TWO = 2
# "against the growing power of the US": as far as this from the word that marks a third party.
REACH = 6
_JOINERS = frozenset({"and", "&", ",", "-", "–", "—", "/", "or", "'s", "’s", "both", "the"})
_TOWARDS = frozenset({"to", "with", "from", "toward", "towards"})
# What may stand between the end of a setting's word and the party it makes a mere place or issue.
_SETTING_REACH = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Words `first` to `last` of a question that name parties, by their keys."""

    first: int
    last: int
    keys: tuple[str, ...]

    @property
    def places(self) -> range:
        """Where its words stand in the question."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class AskedParties:
    """The keys of the pair in the question's order, that of a third party, and the cue to it."""

    pair: tuple[str, ...]
    third: str | None = None
    cue: Cue | None = None


def asked_parties(
    words: Sequence[Word], parties: Sequence[Party], cues: Sequence[Cue]
) -> AskedParties:
    """Who is asked about, and against whom; the pair has fewer than two keys where none is named.

    A third party is the one a word such as "against" leads to. The pair is the first group of
    parties joined by "and" or a hyphen, else the first two that do not merely tell a time or place
    ("after the US withdrawal"). Those who join a party and that party are one pair.
    """
    groups = _groups(words, parties)
    settings = _in_settings(words, groups, cues)
    aimed, cue = _aimed_at(words, groups, settings, cues)
    others = [group for group in groups if group is not aimed]
    pair = tuple(dict.fromkeys((*_pair(words, others, settings), *_joined_by(others, cues))))
    third = next((key for key in aimed.keys if key not in pair), None) if aimed else None
    return AskedParties(pair, third, cue if third else None)


def in_clause(words: Sequence[Word], cues: Iterable[Cue], word: int) -> bool:
    """Whether a word stands in a phrase that only tells time or cause ("after …", "despite …")."""
    return any(
        cue.sense == "clause"
        and cue.last < word
        and all(between.form != "," for between in words[cue.last : word])
        for cue in cues
    )


def _groups(words: Sequence[Word], parties: Sequence[Party]) -> list[Party]:
    """The parties with those joined into one: "China-Russia", "Iran, Iraq and Syria"."""
    groups: list[Party] = []
    for party in parties:
        if groups and _is_joined(words[groups[-1].last + 1 : party.first]):
            before = groups.pop()
            keys = tuple(dict.fromkeys((*before.keys, *party.keys)))
            groups.append(Party(before.first, party.last, keys))
        else:
            groups.append(party)
    return groups


def _is_joined(between: Sequence[Word]) -> bool:
    """Whether the words between two parties join them; "the" alone does not, nothing does."""
    forms = [word.form.lower() for word in between]
    return forms != ["the"] and _JOINERS.issuperset(forms)


def _aimed_at(
    words: Sequence[Word],
    groups: Sequence[Party],
    settings: frozenset[Party],
    cues: Iterable[Cue],
) -> tuple[Party | None, Cue | None]:
    """The first group that a word such as "against" leads to, and that word.

    A hostile word leads to one as well where two parties stand before it: in "Do China and Russia
    threaten Japan?" the pair acts against Japan, in "Does China threaten Japan?" it is the pair.
    Parties after "between" are the pair: "hurt relations between Jordan and Israel".
    """
    for cue in cues:
        after = [group for group in groups if group.first > cue.last and group not in settings]
        if after and words[after[0].first - 1].form.lower() == "between":
            continue
        before = {key for group in groups if group.last < cue.first for key in group.keys}
        leads = cue.sense == "against" or (cue.sense == "hostility" and len(before) >= TWO)
        if leads and after and after[0].first - cue.last <= REACH and len(groups) > 1:
            return after[0], cue
    return None, None


def _in_settings(
    words: Sequence[Word], groups: Iterable[Party], cues: Sequence[Cue]
) -> frozenset[Party]:
    """The groups that give a time, place, cause or issue only."""
    places = [cue.last for cue in cues if cue.sense == "setting"]
    return frozenset(
        group
        for group in groups
        if in_clause(words, cues, group.first)
        or any(0 < group.first - place <= _SETTING_REACH for place in places)
    )


def _pair(
    words: Sequence[Word], groups: Sequence[Party], settings: frozenset[Party]
) -> tuple[str, ...]:
    inside = [group for group in groups if group not in settings]
    for candidates in (inside, groups):
        joined = next((group for group in candidates if len(group.keys) >= TWO), None)
        if joined and (leader := _leader(words, candidates, joined)):
            return leader, joined.keys[0]
        if joined:
            return joined.keys
        keys = tuple(dict.fromkeys(key for group in candidates for key in group.keys))
        if len(keys) >= TWO:
            return keys[:TWO]
    return tuple(dict.fromkeys(key for group in groups for key in group.keys))


def _joined_by(groups: Sequence[Party], cues: Iterable[Cue]) -> tuple[str, ...]:
    """Whom several parties join: NATO in "Are Finland and Sweden joining NATO?"."""
    for cue in (cue for cue in cues if cue.sense == "joining"):
        joining = next((group for group in groups if group.last == cue.first - 1), None)
        joined = next((group for group in groups if group.first > cue.last), None)
        if joining and joined and len(joining.keys) >= TWO:
            return joined.keys
    return ()


def _leader(words: Sequence[Word], groups: Sequence[Party], joined: Party) -> str | None:
    """Who is asked about with each of joined parties: Qatar in "closer to Iran and Turkey"."""
    before = [group for group in groups if group.last < joined.first]
    leads = words[joined.first - 1].form.lower() in _TOWARDS if joined.first else False
    return before[0].keys[0] if before and leads else None
